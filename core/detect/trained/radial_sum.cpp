// SPDX-License-Identifier: GPL-3.0-or-later
// The library's exp takes one number at a time. This one is a polynomial without a branch, which the compiler runs on eight at once.
#include "core/detect/trained/radial_sum.h"

#include "core/detect/target_clones.h"

#include <array>
#include <bit>
#include <cstdint>

namespace telltale::detect {

namespace {

/// 2^-x for x >= 0, relative error below 2e-7; below 2^-120 it is 2^-120, which no sum notices.
[[gnu::always_inline]] inline float exp2Negative(float x)
{
    constexpr float kSmallest = 120.0F;
    x = x < kSmallest ? x : kSmallest;
    const auto whole = static_cast<std::int32_t>(x + 0.5F);
    const float part = static_cast<float>(whole) - x; // -0.5 to 0.5, where Taylor's series to the seventh power is good to 1e-8
    float power = 1.5252734e-5F;
    power = power * part + 1.5403530e-4F;
    power = power * part + 1.3333558e-3F;
    power = power * part + 9.6181291e-3F;
    power = power * part + 5.5504109e-2F;
    power = power * part + 2.4022651e-1F;
    power = power * part + 6.9314718e-1F;
    power = power * part + 1.0F;
    return power * std::bit_cast<float>((127 - whole) << 23);
}

} // namespace

TELLTALE_TARGET_CLONES
double radialSum(const RadialTerms &terms, std::span<const float> row)
{
    std::array<double, kRadialBlock> sums{};
    for (std::size_t from = 0; from < terms.count; from += kRadialBlock) {
        std::array<float, kRadialBlock> squares{};
        for (std::size_t column = 0; column < row.size(); ++column) {
            const float *values = terms.vectors + column * terms.count + from;
            const float wanted = row[column];
            for (std::size_t i = 0; i < kRadialBlock; ++i)
                squares[i] += (values[i] - wanted) * (values[i] - wanted);
        }
        for (std::size_t i = 0; i < kRadialBlock; ++i)
            sums[i] += static_cast<double>(terms.alpha[from + i] * exp2Negative(squares[i]));
    }
    double sum = 0.0;
    for (const double each : sums)
        sum += each;
    return sum;
}

} // namespace telltale::detect
