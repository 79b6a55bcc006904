// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes -> stored samples. No fuzzer guesses a checksum, so the same bytes are also tried with a right one, and packed as the columns of a
// chunk: that reaches the readers behind it. Whatever is accepted must be a chunk that is written and read back bit by bit.
#include "core/store/chunk_codec.h"
#include "fuzz_target.h"

#include <sodium.h>
#include <zstd.h>

#include <cstring>
#include <vector>

using namespace telltale;
using fuzz::require;

namespace {

using Bytes = std::vector<std::byte>;

constexpr std::size_t kPrefixBytes = 8;
constexpr std::size_t kHeaderBytes = 24;

Bytes bytesOf(std::string_view text)
{
    const auto *first = reinterpret_cast<const std::byte *>(text.data());
    return {first, first + text.size()};
}

/// As chunk_codec.h draws it: over everything but itself.
void repairHash(Bytes &chunk)
{
    auto *bytes = reinterpret_cast<unsigned char *>(chunk.data());
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, kHeaderBytes - kPrefixBytes);
    crypto_generichash_update(&state, bytes, kPrefixBytes);
    crypto_generichash_update(&state, bytes + kHeaderBytes, chunk.size() - kHeaderBytes);
    crypto_generichash_final(&state, bytes + kPrefixBytes, kHeaderBytes - kPrefixBytes);
}

Bytes packedAs(std::string_view columns)
{
    Bytes chunk(kHeaderBytes + ZSTD_compressBound(columns.size()));
    const auto length = static_cast<std::uint32_t>(columns.size());
    std::memcpy(chunk.data(), "TLC\x01", 4);
    std::memcpy(chunk.data() + 4, &length, sizeof length);
    const std::size_t packed = ZSTD_compress(chunk.data() + kHeaderBytes, chunk.size() - kHeaderBytes, columns.data(), columns.size(), 1);
    require(ZSTD_isError(packed) == 0);
    chunk.resize(kHeaderBytes + packed);
    repairHash(chunk);
    return chunk;
}

template <typename Number>
bool sameBits(const std::vector<Number> &a, const std::vector<Number> &b)
{
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(Number)) == 0);
}

void check(const Chunk &chunk)
{
    require(chunk.size() <= Chunk::kCapacity && chunk.value.size() == chunk.size());
    const auto again = store::encodeChunk(chunk);
    require(again.ok());
    const auto back = store::decodeChunk(*again);
    require(back.ok() && back->t == chunk.t && back->flags == chunk.flags && sameBits(back->value, chunk.value)
            && sameBits(back->score, chunk.score) && sameBits(back->lower, chunk.lower) && sameBits(back->upper, chunk.upper));
}

std::string_view outcomeOf(const Bytes &bytes)
{
    const auto chunk = store::decodeChunk(bytes);
    if (!chunk)
        return fuzz::refusal(chunk.error());
    check(*chunk);
    return fuzz::kAccepted;
}

} // namespace

std::string_view fuzz::judge(std::string_view bytes)
{
    Bytes chunk = bytesOf(bytes);
    std::string_view outcome = outcomeOf(chunk);
    if (chunk.size() >= kHeaderBytes) {
        repairHash(chunk);
        outcome = outcome == kAccepted ? outcome : outcomeOf(chunk);
    }
    const std::string_view behind = outcomeOf(packedAs(bytes));
    return behind == kAccepted ? behind : outcome;
}
