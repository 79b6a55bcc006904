// SPDX-License-Identifier: GPL-3.0-or-later
// The library's exp takes one number at a time. This one is a polynomial without a branch, which the compiler runs on eight at once.
#include "core/detect/trained/radial_sum.h"

#include "core/detect/target_clones.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <type_traits>

namespace telltale::detect {

namespace {

/// Larger exponents are taken for this one: 2^-120 is nothing that a sum would notice, and still a normal number.
constexpr float kLargestExponent = 120.0F;

/// 2^-x for 0 <= x <= kLargestExponent, relative error below 2e-7.
[[gnu::always_inline]] inline float exp2Negative(float x)
{
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

/// Squared distances of one block. The count of columns is a constant where it matters, so that the sums stay in registers.
template <typename Count>
[[gnu::always_inline]] inline void squaresOfBlock(const float *vectors, std::size_t stride, const float *row, Count columns, float *squares)
{
    for (std::size_t column = 0; column < columns; ++column) {
        const float *values = vectors + column * stride;
        const float wanted = row[column];
        for (std::size_t i = 0; i < kRadialBlock; ++i)
            squares[i] += (values[i] - wanted) * (values[i] - wanted);
    }
    // A loop of its own: within the next one the compiler would branch on it.
    for (std::size_t i = 0; i < kRadialBlock; ++i)
        squares[i] = squares[i] < kLargestExponent ? squares[i] : kLargestExponent;
}

/// Plain arrays: the checks of std::array would keep the loops from being vectorised.
template <typename Count>
[[gnu::always_inline]] inline double sumOf(const RadialTerms &terms, const float *row, Count columns)
{
    double sum = 0.0;
    // Few enough terms at a time in single precision that their rounding stays below that of the terms themselves.
    constexpr std::size_t kAtATime = 16 * kRadialBlock;
    for (std::size_t begin = 0; begin < terms.count; begin += kAtATime) {
        float sums[kRadialBlock] = {};
        for (std::size_t from = begin; from < std::min(terms.count, begin + kAtATime); from += kRadialBlock) {
            float squares[kRadialBlock] = {};
            squaresOfBlock(terms.vectors + from, terms.count, row, columns, squares);
            for (std::size_t i = 0; i < kRadialBlock; ++i)
                sums[i] += terms.alpha[from + i] * exp2Negative(squares[i]);
        }
        for (std::size_t i = 0; i < kRadialBlock; ++i)
            sum += static_cast<double>(sums[i]);
    }
    return sum;
}

} // namespace

TELLTALE_TARGET_CLONES
double radialSum(const RadialTerms &terms, std::span<const float> row)
{
    switch (row.size()) {
    case 1: return sumOf(terms, row.data(), std::integral_constant<std::size_t, 1>{});
    case 2: return sumOf(terms, row.data(), std::integral_constant<std::size_t, 2>{});
    case 3: return sumOf(terms, row.data(), std::integral_constant<std::size_t, 3>{});
    case 4: return sumOf(terms, row.data(), std::integral_constant<std::size_t, 4>{});
    default: return sumOf(terms, row.data(), row.size());
    }
}

} // namespace telltale::detect
