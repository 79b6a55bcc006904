// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packed_cell.h"

#include <sodium.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <string>

namespace telltale::store {

namespace {

constexpr std::size_t kMagicBytes = 3;
constexpr std::size_t kPrefixBytes = 8;
constexpr std::size_t kHashBytes = 16;
constexpr std::size_t kHeaderBytes = kPrefixBytes + kHashBytes;
constexpr int kCompression = 3;

using Hash = std::array<std::byte, kHashBytes>;

const unsigned char *raw(std::span<const std::byte> bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

Hash hashOf(std::span<const std::byte> cell)
{
    Hash hash{};
    const auto prefix = cell.first(kPrefixBytes);
    const auto body = cell.subspan(kHeaderBytes);
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, hash.size());
    crypto_generichash_update(&state, raw(prefix), prefix.size());
    crypto_generichash_update(&state, raw(body), body.size());
    crypto_generichash_final(&state, reinterpret_cast<unsigned char *>(hash.data()), hash.size());
    return hash;
}

bool hasMagic(std::string_view magic, std::span<const std::byte> cell)
{
    return cell.size() >= kHeaderBytes && std::memcmp(cell.data(), magic.data(), kMagicBytes) == 0;
}

Error corrupt(const char *what)
{
    return {ErrorKind::Corrupt, std::string("stored samples are damaged: ") + what, {}};
}

/// zstd's own state is some hundred kilobytes: making it anew for every cell would take longer than the work.
template <typename State, std::size_t (*End)(State *)>
struct Ender {
    void operator()(State *state) const { End(state); }
};
using Packer = std::unique_ptr<ZSTD_CCtx, Ender<ZSTD_CCtx, ZSTD_freeCCtx>>;
using Unpacker = std::unique_ptr<ZSTD_DCtx, Ender<ZSTD_DCtx, ZSTD_freeDCtx>>;

ZSTD_CCtx *packer()
{
    thread_local const Packer state(ZSTD_createCCtx());
    return state.get();
}

ZSTD_DCtx *unpacker()
{
    thread_local const Unpacker state(ZSTD_createDCtx());
    return state.get();
}

} // namespace

Result<Bytes> packCell(const CellKind &kind, std::span<const std::byte> columns)
{
    Bytes cell;
    cell.reserve(kHeaderBytes + ZSTD_compressBound(columns.size()));
    for (const char letter : kind.magic)
        cell.push_back(static_cast<std::byte>(letter));
    appendFixed(cell, kind.version, 1);
    appendFixed(cell, columns.size(), 4);
    cell.resize(cell.capacity());
    const std::size_t packed = packer() == nullptr ? 0
                                                   : ZSTD_compressCCtx(packer(), cell.data() + kHeaderBytes, cell.size() - kHeaderBytes,
                                                                       columns.data(), columns.size(), kCompression);
    if (packed == 0 || ZSTD_isError(packed) != 0)
        return Error{ErrorKind::Full, "there is no memory to compress samples", {}};
    cell.resize(kHeaderBytes + packed);
    std::ranges::copy(hashOf(cell), cell.begin() + kPrefixBytes);
    cell.shrink_to_fit();
    return cell;
}

std::uint8_t cellVersion(std::string_view magic, std::span<const std::byte> cell)
{
    return hasMagic(magic, cell) ? std::to_integer<std::uint8_t>(cell[kMagicBytes]) : std::uint8_t{0};
}

Result<Bytes> unpackCell(const CellKind &kind, std::span<const std::byte> cell)
{
    if (!hasMagic(kind.magic, cell))
        return corrupt("not what was stored");
    if (const auto version = cellVersion(kind.magic, cell); version != kind.version)
        return Error{
            ErrorKind::Unsupported, "samples are stored with codec " + std::to_string(version) + ", which this build does not know", {}};
    if (!std::ranges::equal(hashOf(cell), cell.subspan(kPrefixBytes, kHashBytes)))
        return corrupt("checksum differs");
    ByteReader header(cell.subspan(kMagicBytes + 1));
    const auto length = static_cast<std::size_t>(header.fixed(4));
    if (length > kind.mostBytes || unpacker() == nullptr)
        return corrupt("impossible length");
    Bytes columns(length);
    const auto body = cell.subspan(kHeaderBytes);
    if (ZSTD_decompressDCtx(unpacker(), columns.data(), columns.size(), body.data(), body.size()) != length)
        return corrupt("cannot be unpacked");
    return columns;
}

} // namespace telltale::store
