// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/column_codec.h"

#include <array>
#include <bit>
#include <cmath>
#include <numeric>

namespace telltale::store {

namespace {

constexpr std::array<double, 10> kPowersOfTen{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
/// Beyond this a whole number is no longer exact in a double.
constexpr double kLargestWhole = 9.0e15;

std::uint64_t zigzag(std::uint64_t number)
{
    return (number << 1U) ^ (0U - (number >> 63U));
}

std::uint64_t unzigzag(std::uint64_t number)
{
    return (number >> 1U) ^ (0U - (number & 1U));
}

std::optional<std::int64_t> wholeAt(double value, double scale)
{
    const double scaled = std::round(value * scale);
    if (!(std::fabs(scaled) <= kLargestWhole))
        return std::nullopt;
    const auto whole = static_cast<std::int64_t>(scaled);
    // Bit for bit, as the reader will compute it: minus zero, for one, is not a whole number.
    if (std::bit_cast<std::uint64_t>(static_cast<double>(whole) / scale) != std::bit_cast<std::uint64_t>(value))
        return std::nullopt;
    return whole;
}

/// All values as whole numbers of 10^-exponent, or nothing.
std::optional<std::vector<std::int64_t>> wholesAt(const std::vector<double> &values, std::size_t exponent)
{
    std::vector<std::int64_t> wholes;
    wholes.reserve(values.size());
    for (const double value : values) {
        const auto whole = wholeAt(value, kPowersOfTen[exponent]);
        if (!whole)
            return std::nullopt;
        wholes.push_back(*whole);
    }
    return wholes;
}

std::uint64_t commonStep(const std::vector<std::int64_t> &times)
{
    std::uint64_t unit = 0;
    for (std::size_t i = 1; i < times.size() && unit != 1; ++i) {
        const auto step = static_cast<std::int64_t>(static_cast<std::uint64_t>(times[i]) - static_cast<std::uint64_t>(times[i - 1]));
        unit = std::gcd(unit, step < 0 ? 0U - static_cast<std::uint64_t>(step) : static_cast<std::uint64_t>(step));
    }
    return unit == 0 ? 1 : unit;
}

} // namespace

std::uint64_t ByteReader::fixed(std::size_t width)
{
    std::uint64_t number = 0;
    std::size_t shift = 0;
    for (const std::byte byte : take(width)) {
        number |= std::to_integer<std::uint64_t>(byte) << shift;
        shift += 8;
    }
    return number;
}

std::uint64_t ByteReader::varint()
{
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 70; shift += 7) {
        const auto part = fixed(1);
        if (m_failed)
            return 0;
        if (shift < 64)
            number |= (part & 0x7fU) << shift;
        if ((part & 0x80U) == 0)
            return number;
    }
    m_failed = true;
    return 0;
}

std::span<const std::byte> ByteReader::take(std::size_t count)
{
    m_failed = m_failed || count > m_rest.size();
    if (m_failed)
        return {};
    const auto taken = m_rest.first(count);
    m_rest = m_rest.subspan(count);
    return taken;
}

void appendFixed(Bytes &bytes, std::uint64_t number, std::size_t width)
{
    for (std::size_t i = 0; i < width; ++i)
        bytes.push_back(static_cast<std::byte>(number >> (8 * i)));
}

void appendVarint(Bytes &bytes, std::uint64_t number)
{
    for (; number >= 0x80; number >>= 7U)
        bytes.push_back(static_cast<std::byte>(number | 0x80U));
    bytes.push_back(static_cast<std::byte>(number));
}

void appendTimes(Bytes &bytes, const std::vector<std::int64_t> &times)
{
    const std::uint64_t unit = commonStep(times);
    appendVarint(bytes, unit);
    std::uint64_t lastSteps = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const auto now = static_cast<std::uint64_t>(times[i]);
        if (i == 0) {
            appendVarint(bytes, zigzag(now));
            continue;
        }
        const auto step = static_cast<std::int64_t>(now - static_cast<std::uint64_t>(times[i - 1]));
        // A unit that no int64 holds can only be 2^63, the size of the one possible step of that size.
        const std::uint64_t steps = unit > static_cast<std::uint64_t>(INT64_MAX)
                                        ? (step == 0 ? 0U : 1U)
                                        : static_cast<std::uint64_t>(step / static_cast<std::int64_t>(unit));
        appendVarint(bytes, zigzag(steps - lastSteps));
        lastSteps = steps;
    }
}

std::vector<std::int64_t> readTimes(ByteReader &reader, std::size_t count)
{
    const std::uint64_t unit = reader.varint();
    std::vector<std::int64_t> times;
    times.reserve(count);
    std::uint64_t steps = 0;
    std::uint64_t now = 0;
    for (std::size_t i = 0; i < count && !reader.failed(); ++i) {
        if (i > 0)
            steps += unzigzag(reader.varint());
        now = i == 0 ? unzigzag(reader.varint()) : now + steps * unit;
        times.push_back(static_cast<std::int64_t>(now));
    }
    return times;
}

void appendValues(Bytes &bytes, const std::vector<double> &values)
{
    for (std::size_t exponent = 0; exponent < kPowersOfTen.size(); ++exponent) {
        const auto wholes = wholesAt(values, exponent);
        if (!wholes)
            continue;
        appendFixed(bytes, 1 + exponent, 1);
        std::uint64_t last = 0;
        for (const std::int64_t whole : *wholes) {
            appendVarint(bytes, zigzag(static_cast<std::uint64_t>(whole) - last));
            last = static_cast<std::uint64_t>(whole);
        }
        return;
    }
    appendFixed(bytes, 0, 1);
    for (const double value : values)
        appendFixed(bytes, std::bit_cast<std::uint64_t>(value), 8);
}

std::vector<double> readValues(ByteReader &reader, std::size_t count)
{
    const std::uint64_t mode = reader.fixed(1);
    std::vector<double> values;
    if (mode > kPowersOfTen.size())
        return values;
    values.reserve(count);
    std::uint64_t whole = 0;
    for (std::size_t i = 0; i < count && !reader.failed(); ++i) {
        if (mode == 0) {
            values.push_back(std::bit_cast<double>(reader.fixed(8)));
            continue;
        }
        whole += unzigzag(reader.varint());
        values.push_back(static_cast<double>(static_cast<std::int64_t>(whole)) / kPowersOfTen[mode - 1]);
    }
    return values;
}

void appendFloats(Bytes &bytes, const std::vector<float> &values)
{
    for (unsigned plane = 0; plane < 4; ++plane)
        for (const float value : values)
            bytes.push_back(static_cast<std::byte>(std::bit_cast<std::uint32_t>(value) >> (8 * plane)));
}

std::vector<float> readFloats(ByteReader &reader, std::size_t count)
{
    const auto planes = reader.take(4 * count);
    std::vector<float> values;
    values.reserve(count);
    for (std::size_t i = 0; i < count && !reader.failed(); ++i) {
        std::uint32_t bits = 0;
        for (unsigned plane = 0; plane < 4; ++plane)
            bits |= std::to_integer<std::uint32_t>(planes[plane * count + i]) << (8 * plane);
        values.push_back(std::bit_cast<float>(bits));
    }
    return values;
}

} // namespace telltale::store
