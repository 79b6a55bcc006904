// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chunk_codec.h"

#include "core/store/column_codec.h"

#include <sodium.h>
#include <zstd.h>

#include <algorithm>
#include <array>

namespace telltale::store {

namespace {

constexpr std::array<std::byte, 3> kMagic{std::byte{'T'}, std::byte{'L'}, std::byte{'C'}};
constexpr std::size_t kPrefixBytes = 8;
constexpr std::size_t kHashBytes = 16;
constexpr std::size_t kHeaderBytes = kPrefixBytes + kHashBytes;
constexpr int kCompression = 3;
/// Unit and first time take ten bytes more than a sample; the longest sample is a ten-byte varint twice, three floats and the flags.
constexpr std::size_t kMostColumnBytes = 64 + Chunk::kCapacity * (10 + 10 + 3 * 4 + 1);

using Hash = std::array<std::byte, kHashBytes>;

const unsigned char *raw(std::span<const std::byte> bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

Hash hashOf(std::span<const std::byte> prefix, std::span<const std::byte> body)
{
    Hash hash{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, hash.size());
    crypto_generichash_update(&state, raw(prefix), prefix.size());
    crypto_generichash_update(&state, raw(body), body.size());
    crypto_generichash_final(&state, reinterpret_cast<unsigned char *>(hash.data()), hash.size());
    return hash;
}

bool wellShaped(const Chunk &chunk)
{
    const std::size_t n = chunk.size();
    return n <= Chunk::kCapacity && chunk.value.size() == n && chunk.score.size() == n && chunk.lower.size() == n && chunk.upper.size() == n
           && chunk.flags.size() == n;
}

Bytes columnsOf(const Chunk &chunk)
{
    Bytes columns;
    columns.reserve(64 + chunk.size() * 23);
    appendFixed(columns, chunk.size(), 2);
    appendTimes(columns, chunk.t);
    appendValues(columns, chunk.value);
    for (const auto *floats : {&chunk.score, &chunk.lower, &chunk.upper})
        appendFloats(columns, *floats);
    for (const std::uint8_t flags : chunk.flags)
        columns.push_back(std::byte{flags});
    return columns;
}

Error corrupt(const char *what)
{
    return {ErrorKind::Corrupt, std::string("stored samples are damaged: ") + what, {}};
}

Result<Chunk> fromColumns(std::span<const std::byte> columns)
{
    ByteReader reader(columns);
    const auto n = static_cast<std::size_t>(reader.fixed(2));
    if (reader.failed() || n > Chunk::kCapacity)
        return corrupt("impossible number of samples");
    Chunk chunk;
    chunk.t = readTimes(reader, n);
    chunk.value = readValues(reader, n);
    for (auto *floats : {&chunk.score, &chunk.lower, &chunk.upper})
        *floats = readFloats(reader, n);
    for (const std::byte flags : reader.take(n))
        chunk.flags.push_back(std::to_integer<std::uint8_t>(flags));
    if (reader.failed() || !reader.atEnd() || chunk.size() != n || !wellShaped(chunk))
        return corrupt("columns do not fit together");
    return chunk;
}

} // namespace

Result<std::vector<std::byte>> encodeChunk(const Chunk &chunk)
{
    if (!wellShaped(chunk))
        return Error{ErrorKind::InvalidArgument, "a chunk's columns must have one length, at most 1024", {}};
    const Bytes columns = columnsOf(chunk);
    Bytes bytes(kMagic.begin(), kMagic.end());
    appendFixed(bytes, kChunkCodec, 1);
    appendFixed(bytes, columns.size(), 4);
    bytes.resize(kHeaderBytes + ZSTD_compressBound(columns.size()));
    const std::size_t packed =
        ZSTD_compress(bytes.data() + kHeaderBytes, bytes.size() - kHeaderBytes, columns.data(), columns.size(), kCompression);
    if (ZSTD_isError(packed) != 0)
        return Error{ErrorKind::Full, std::string("cannot compress samples: ") + ZSTD_getErrorName(packed), {}};
    bytes.resize(kHeaderBytes + packed);
    const std::span<const std::byte> all(bytes);
    std::ranges::copy(hashOf(all.first(kPrefixBytes), all.subspan(kHeaderBytes)), bytes.begin() + kPrefixBytes);
    return bytes;
}

Result<Chunk> decodeChunk(std::span<const std::byte> bytes)
{
    if (bytes.size() < kHeaderBytes || !std::ranges::equal(bytes.first(kMagic.size()), kMagic))
        return corrupt("not a chunk");
    ByteReader header(bytes.subspan(kMagic.size()));
    if (const auto version = header.fixed(1); version != kChunkCodec)
        return Error{ErrorKind::Unsupported, "samples are stored with codec " + std::to_string(version) + ", this build knows 1", {}};
    const auto length = static_cast<std::size_t>(header.fixed(4));
    const auto body = bytes.subspan(kHeaderBytes);
    if (!std::ranges::equal(hashOf(bytes.first(kPrefixBytes), body), bytes.subspan(kPrefixBytes, kHashBytes)))
        return corrupt("checksum differs");
    if (length > kMostColumnBytes)
        return corrupt("impossible length");
    Bytes columns(length);
    if (ZSTD_decompress(columns.data(), columns.size(), body.data(), body.size()) != length)
        return corrupt("cannot be unpacked");
    return fromColumns(columns);
}

} // namespace telltale::store
