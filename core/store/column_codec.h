// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace telltale::store {

using Bytes = std::vector<std::byte>;

/// Reads little-endian numbers from the front of some bytes; once there are too few, everything reads as failed.
class ByteReader {
public:
    explicit ByteReader(std::span<const std::byte> bytes) : m_rest(bytes) {}

    [[nodiscard]] std::uint64_t fixed(std::size_t width);
    /// LEB128, at most ten bytes.
    [[nodiscard]] std::uint64_t varint()
    {
        // One byte is by far the most frequent length: regular times and slow values.
        if (m_rest.empty() || std::to_integer<std::uint8_t>(m_rest.front()) >= 0x80)
            return longVarint();
        const auto number = std::to_integer<std::uint64_t>(m_rest.front());
        m_rest = m_rest.subspan(1);
        return number;
    }
    [[nodiscard]] std::span<const std::byte> take(std::size_t count);
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    [[nodiscard]] std::uint64_t longVarint();

    std::span<const std::byte> m_rest;
    bool m_failed = false;
};

void appendFixed(Bytes &bytes, std::uint64_t number, std::size_t width);
void appendVarint(Bytes &bytes, std::uint64_t number);

/// Times: varint unit (greatest common divisor of the steps, 1 where there is none), zig-zag varint of the first time, then zig-zag varint
/// of the change of each step in units: regular series cost one zero byte a sample. Wrapping arithmetic: every int64 comes back exactly.
void appendTimes(Bytes &bytes, const std::vector<std::int64_t> &times);
[[nodiscard]] std::vector<std::int64_t> readTimes(ByteReader &reader, std::size_t count);

/// Values: u8 mode. 0: n doubles, plain. Else every value is exactly k / 10^e with whole k, as sensors report a few decimals, and there
/// this is three times smaller than any compression of the doubles. 1 + e: zig-zag varints of the steps of k. 11 + e: zig-zag varint of the
/// lowest k, u8 width w, then w planes of n bytes, lowest byte first, of k less the lowest: smaller where noise is larger than the steps.
/// 21 + e: no value is more than a few neighbouring doubles from k / 10^e, as arithmetic leaves them (75.93588199999998): zig-zag varints
/// of the steps of k, then those of the distances in doubles.
void appendValues(Bytes &bytes, const std::vector<double> &values);
[[nodiscard]] std::vector<double> readValues(ByteReader &reader, std::size_t count);

/// Floats: four planes, all first bytes, then all second bytes and so on: the slow ones compress well.
void appendFloats(Bytes &bytes, const std::vector<float> &values);
[[nodiscard]] std::vector<float> readFloats(ByteReader &reader, std::size_t count);

/// One byte each.
void appendBytes(Bytes &bytes, const std::vector<std::uint8_t> &numbers);
[[nodiscard]] std::vector<std::uint8_t> readBytes(ByteReader &reader, std::size_t count);

/// Varints of small whole numbers.
void appendCounts(Bytes &bytes, const std::vector<std::uint64_t> &numbers);
[[nodiscard]] std::vector<std::uint64_t> readCounts(ByteReader &reader, std::size_t count);

} // namespace telltale::store
