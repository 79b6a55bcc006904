// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chunk_codec.h"

#include "core/store/packed_cell.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace telltale::store {

namespace {

constexpr std::string_view kSamplesMagic = "TLC";
constexpr std::uint8_t kOneCellCodec = 1; ///< what was written before traces had a cell of their own
/// Unit and first time take some bytes more than a sample; the longest sample is a ten-byte varint twice, three floats and the flags.
constexpr std::size_t kMostColumnBytes = 64 + Chunk::kCapacity * (10 + 10 + 3 * 4 + 1);
constexpr CellKind kSamples{kSamplesMagic, kChunkCodec, kMostColumnBytes};
constexpr CellKind kOneCell{kSamplesMagic, kOneCellCodec, kMostColumnBytes};
constexpr CellKind kTrace{"TLD", 1, kMostColumnBytes};

bool wellShaped(const Chunk &chunk)
{
    const std::size_t n = chunk.size();
    return n <= Chunk::kCapacity && chunk.value.size() == n && chunk.score.size() == n && chunk.lower.size() == n && chunk.upper.size() == n
           && chunk.flags.size() == n;
}

template <typename AChunk>
auto tracesOf(AChunk &chunk)
{
    return std::array{&chunk.score, &chunk.lower, &chunk.upper};
}

bool hasTrace(const Chunk &chunk)
{
    return std::ranges::any_of(tracesOf(chunk), [](const std::vector<float> *floats) {
        return std::ranges::any_of(*floats, [](float number) { return !std::isnan(number); });
    });
}

Bytes samplesOf(const Chunk &chunk)
{
    Bytes columns;
    columns.reserve(64 + chunk.size() * 11);
    appendFixed(columns, chunk.size(), 2);
    appendTimes(columns, chunk.t);
    appendValues(columns, chunk.value);
    appendBytes(columns, chunk.flags);
    return columns;
}

Bytes traceOf(const Chunk &chunk)
{
    Bytes columns;
    columns.reserve(2 + chunk.size() * 12);
    appendFixed(columns, chunk.size(), 2);
    for (const auto *floats : tracesOf(chunk))
        appendFloats(columns, *floats);
    return columns;
}

Error corrupt(const char *what)
{
    return {ErrorKind::Corrupt, std::string("stored samples are damaged: ") + what, {}};
}

void readTrace(ByteReader &reader, std::size_t n, Chunk &chunk)
{
    for (auto *floats : tracesOf(chunk))
        *floats = readFloats(reader, n);
}

Result<Chunk> readColumns(std::span<const std::byte> columns, bool withTrace)
{
    ByteReader reader(columns);
    const auto n = static_cast<std::size_t>(reader.fixed(2));
    if (reader.failed() || n > Chunk::kCapacity)
        return corrupt("impossible number of samples");
    Chunk chunk;
    chunk.t = readTimes(reader, n);
    chunk.value = readValues(reader, n);
    if (withTrace)
        readTrace(reader, n, chunk);
    else
        for (auto *floats : tracesOf(chunk))
            floats->assign(n, std::numeric_limits<float>::quiet_NaN());
    chunk.flags = readBytes(reader, n);
    if (reader.failed() || !reader.atEnd() || chunk.size() != n || !wellShaped(chunk))
        return corrupt("columns do not fit together");
    return chunk;
}

Result<void> addTrace(std::span<const std::byte> cell, Chunk &chunk)
{
    const auto columns = unpackCell(kTrace, cell);
    if (!columns)
        return columns.error();
    ByteReader reader(*columns);
    const auto n = static_cast<std::size_t>(reader.fixed(2));
    if (reader.failed() || n != chunk.size())
        return corrupt("scores do not fit the samples");
    readTrace(reader, n, chunk);
    if (reader.failed() || !reader.atEnd())
        return corrupt("scores do not fit together");
    return {};
}

} // namespace

Result<EncodedChunk> encodeChunk(const Chunk &chunk)
{
    if (!wellShaped(chunk))
        return Error{ErrorKind::InvalidArgument, "a chunk's columns must have one length, at most 1024", {}};
    auto samples = packCell(kSamples, samplesOf(chunk));
    if (!samples)
        return samples.error();
    if (!hasTrace(chunk))
        return EncodedChunk{std::move(*samples), {}};
    auto trace = packCell(kTrace, traceOf(chunk));
    if (!trace)
        return trace.error();
    return EncodedChunk{std::move(*samples), std::move(*trace)};
}

Result<Chunk> decodeChunk(std::span<const std::byte> samples, std::span<const std::byte> trace)
{
    const bool oneCell = cellVersion(kSamplesMagic, samples) == kOneCellCodec;
    const auto columns = unpackCell(oneCell ? kOneCell : kSamples, samples);
    if (!columns)
        return columns.error();
    auto chunk = readColumns(*columns, oneCell);
    if (!chunk || trace.empty())
        return chunk;
    if (auto added = addTrace(trace, *chunk); !added)
        return added.error();
    return chunk;
}

} // namespace telltale::store
