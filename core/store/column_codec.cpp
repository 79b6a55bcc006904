// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/column_codec.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <numeric>

namespace telltale::store {

namespace {

static_assert(std::endian::native == std::endian::little, "stored numbers are little-endian");

constexpr std::array<double, 10> kPowersOfTen{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
/// Beyond this a whole number is no longer exact in a double.
constexpr double kLargestWhole = 9.0e15;
/// Modes of a column of values, each plus the exponent.
constexpr std::size_t kSteps = 1;
constexpr std::size_t kOffsets = kSteps + kPowersOfTen.size();
constexpr std::size_t kNearSteps = kOffsets + kPowersOfTen.size();
constexpr std::size_t kModesEnd = kNearSteps + kPowersOfTen.size();
/// So many neighbouring doubles off is what arithmetic on decimals leaves behind.
constexpr std::uint64_t kNear = 64;

std::uint64_t zigzag(std::uint64_t number)
{
    return (number << 1U) ^ (0U - (number >> 63U));
}

std::uint64_t unzigzag(std::uint64_t number)
{
    return (number >> 1U) ^ (0U - (number & 1U));
}

double valueOf(std::int64_t whole, double scale)
{
    return static_cast<double>(whole) / scale;
}

/// How many doubles lie between what the reader will compute and the value, bit for bit: minus zero, for one, is far from zero.
std::uint64_t missOf(std::int64_t whole, double scale, double value)
{
    return zigzag(std::bit_cast<std::uint64_t>(value) - std::bit_cast<std::uint64_t>(valueOf(whole, scale)));
}

std::optional<std::int64_t> wholeAt(double value, double scale, std::uint64_t farthest)
{
    const double scaled = std::round(value * scale);
    if (!(std::fabs(scaled) <= kLargestWhole))
        return std::nullopt;
    const auto whole = static_cast<std::int64_t>(scaled);
    if (missOf(whole, scale, value) > farthest)
        return std::nullopt;
    return whole;
}

/// All values as whole numbers of 10^-exponent.
struct Decimals {
    std::size_t exponent;
    std::vector<std::int64_t> wholes;
};

/// None of them farther off than that; nothing where that cannot be.
std::optional<Decimals> decimalsOf(const std::vector<double> &values, std::uint64_t farthest)
{
    for (std::size_t exponent = 0; exponent < kPowersOfTen.size(); ++exponent) {
        Decimals decimals{exponent, {}};
        decimals.wholes.reserve(values.size());
        for (const double value : values) {
            const auto whole = wholeAt(value, kPowersOfTen[exponent], farthest);
            if (!whole)
                break;
            decimals.wholes.push_back(*whole);
        }
        if (decimals.wholes.size() == values.size())
            return decimals;
    }
    return std::nullopt;
}

std::size_t bitsOf(std::uint64_t number)
{
    return static_cast<std::size_t>(std::bit_width(number));
}

/// Whether the steps from value to value need clearly (a tenth) fewer bits than the distances from the lowest value. Else: the distances,
/// because noise spreads evenly over them and its planes of bytes compress better.
bool stepsAreSmaller(const std::vector<std::int64_t> &wholes)
{
    const auto lowest = static_cast<std::uint64_t>(wholes.empty() ? 0 : *std::ranges::min_element(wholes));
    std::size_t stepBits = 0;
    std::size_t offsetBits = 0;
    for (std::size_t i = 1; i < wholes.size(); ++i) {
        const auto now = static_cast<std::uint64_t>(wholes[i]);
        stepBits += bitsOf(zigzag(now - static_cast<std::uint64_t>(wholes[i - 1])));
        offsetBits += bitsOf(now - lowest);
    }
    return 10 * offsetBits >= 11 * stepBits;
}

void appendSteps(Bytes &bytes, const std::vector<std::int64_t> &wholes)
{
    std::uint64_t last = 0;
    for (const std::int64_t whole : wholes) {
        appendVarint(bytes, zigzag(static_cast<std::uint64_t>(whole) - last));
        last = static_cast<std::uint64_t>(whole);
    }
}

std::vector<std::uint64_t> readSteps(ByteReader &reader, std::size_t count)
{
    std::vector<std::uint64_t> wholes;
    wholes.reserve(count);
    std::uint64_t whole = 0;
    for (std::size_t i = 0; i < count && !reader.failed(); ++i) {
        whole += unzigzag(reader.varint());
        wholes.push_back(whole);
    }
    return wholes;
}

void appendOffsets(Bytes &bytes, const std::vector<std::int64_t> &wholes)
{
    const auto [low, high] = std::ranges::minmax(wholes);
    const auto lowest = static_cast<std::uint64_t>(low);
    const std::size_t width = (bitsOf(static_cast<std::uint64_t>(high) - lowest) + 7) / 8;
    appendVarint(bytes, zigzag(lowest));
    appendFixed(bytes, width, 1);
    for (std::size_t plane = 0; plane < width; ++plane)
        for (const std::int64_t whole : wholes)
            bytes.push_back(static_cast<std::byte>((static_cast<std::uint64_t>(whole) - lowest) >> (8 * plane)));
}

std::vector<std::uint64_t> readOffsets(ByteReader &reader, std::size_t count)
{
    const std::uint64_t lowest = unzigzag(reader.varint());
    const auto width = static_cast<std::size_t>(reader.fixed(1));
    const auto planes = width > 8 ? std::span<const std::byte>() : reader.take(width * count);
    if (reader.failed() || width > 8)
        return {};
    std::vector<std::uint64_t> wholes(count, lowest);
    for (std::size_t plane = 0; plane < width; ++plane)
        for (std::size_t i = 0; i < count; ++i)
            wholes[i] += std::to_integer<std::uint64_t>(planes[plane * count + i]) << (8 * plane);
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

std::uint64_t ByteReader::longVarint()
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
    const std::size_t at = bytes.size();
    bytes.resize(at + width);
    std::memcpy(bytes.data() + at, &number, width);
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
    if (const auto exact = decimalsOf(values, 0)) {
        const bool steps = stepsAreSmaller(exact->wholes);
        appendFixed(bytes, (steps ? kSteps : kOffsets) + exact->exponent, 1);
        steps ? appendSteps(bytes, exact->wholes) : appendOffsets(bytes, exact->wholes);
        return;
    }
    if (const auto near = decimalsOf(values, kNear)) {
        appendFixed(bytes, kNearSteps + near->exponent, 1);
        appendSteps(bytes, near->wholes);
        for (std::size_t i = 0; i < values.size(); ++i)
            appendVarint(bytes, missOf(near->wholes[i], kPowersOfTen[near->exponent], values[i]));
        return;
    }
    appendFixed(bytes, 0, 1);
    const auto all = std::as_bytes(std::span(values));
    bytes.insert(bytes.end(), all.begin(), all.end());
}

std::vector<double> readValues(ByteReader &reader, std::size_t count)
{
    const std::uint64_t mode = reader.fixed(1);
    std::vector<double> values;
    if (reader.failed() || mode >= kModesEnd)
        return values;
    if (mode == 0) {
        const auto plain = reader.take(count * sizeof(double));
        values.resize(plain.size() / sizeof(double));
        std::ranges::copy(plain, std::as_writable_bytes(std::span(values)).begin());
        return values;
    }
    const bool offsets = mode >= kOffsets && mode < kNearSteps;
    const auto wholes = offsets ? readOffsets(reader, count) : readSteps(reader, count);
    const double scale = kPowersOfTen[(mode - kSteps) % kPowersOfTen.size()];
    values.reserve(wholes.size());
    for (const std::uint64_t whole : wholes)
        values.push_back(valueOf(static_cast<std::int64_t>(whole), scale));
    for (std::size_t i = 0; mode >= kNearSteps && i < values.size(); ++i)
        values[i] = std::bit_cast<double>(std::bit_cast<std::uint64_t>(values[i]) + unzigzag(reader.varint()));
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

void appendBytes(Bytes &bytes, const std::vector<std::uint8_t> &numbers)
{
    const auto all = std::as_bytes(std::span(numbers));
    bytes.insert(bytes.end(), all.begin(), all.end());
}

std::vector<std::uint8_t> readBytes(ByteReader &reader, std::size_t count)
{
    std::vector<std::uint8_t> numbers;
    numbers.reserve(count);
    for (const std::byte number : reader.take(count))
        numbers.push_back(std::to_integer<std::uint8_t>(number));
    return numbers;
}

void appendCounts(Bytes &bytes, const std::vector<std::uint64_t> &numbers)
{
    for (const std::uint64_t number : numbers)
        appendVarint(bytes, number);
}

std::vector<std::uint64_t> readCounts(ByteReader &reader, std::size_t count)
{
    std::vector<std::uint64_t> numbers;
    numbers.reserve(count);
    for (std::size_t i = 0; i < count && !reader.failed(); ++i)
        numbers.push_back(reader.varint());
    return numbers;
}

} // namespace telltale::store
