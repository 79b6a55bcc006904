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
    [[nodiscard]] std::uint64_t varint();
    [[nodiscard]] std::span<const std::byte> take(std::size_t count);
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    std::span<const std::byte> m_rest;
    bool m_failed = false;
};

void appendFixed(Bytes &bytes, std::uint64_t number, std::size_t width);
void appendVarint(Bytes &bytes, std::uint64_t number);

/// Times: varint unit (greatest common divisor of the steps, 1 where there is none), zig-zag varint of the first time, then zig-zag varint
/// of the change of each step in units: regular series cost one zero byte a sample. Wrapping arithmetic: every int64 comes back exactly.
void appendTimes(Bytes &bytes, const std::vector<std::int64_t> &times);
[[nodiscard]] std::vector<std::int64_t> readTimes(ByteReader &reader, std::size_t count);

/// Values: u8 mode. 0: n doubles, plain. 1 + e: every value is exactly k / 10^e with whole k; zig-zag varints of the steps of k. Sensors
/// report a few decimals, and there this is three times smaller than any compression of the doubles.
void appendValues(Bytes &bytes, const std::vector<double> &values);
[[nodiscard]] std::vector<double> readValues(ByteReader &reader, std::size_t count);

/// Floats: four planes, all first bytes, then all second bytes and so on: the slow ones compress well.
void appendFloats(Bytes &bytes, const std::vector<float> &values);
[[nodiscard]] std::vector<float> readFloats(ByteReader &reader, std::size_t count);

} // namespace telltale::store
