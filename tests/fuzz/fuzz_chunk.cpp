// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes -> stored samples, scores and roll-ups. No fuzzer guesses a checksum, so the same bytes are also tried with a right one, and packed
// as the columns of each kind of cell: that reaches the readers behind it. Whatever is accepted must be written and read back bit by bit.
#include "core/store/chunk_codec.h"
#include "core/store/packed_cell.h"
#include "core/store/rollup_block.h"
#include "fuzz_target.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <vector>

using namespace telltale;
using fuzz::require;
using store::Bytes;

namespace {

constexpr std::size_t kPrefixBytes = 8;
constexpr std::size_t kHeaderBytes = 24;
constexpr std::int64_t kBlock = 7'000'000;

std::span<const std::byte> bytesOf(std::string_view text)
{
    return std::as_bytes(std::span(text));
}

/// As packed_cell.h draws it: over everything but itself.
void repairHash(Bytes &cell)
{
    auto *bytes = reinterpret_cast<unsigned char *>(cell.data());
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, kHeaderBytes - kPrefixBytes);
    crypto_generichash_update(&state, bytes, kPrefixBytes);
    crypto_generichash_update(&state, bytes + kHeaderBytes, cell.size() - kHeaderBytes);
    crypto_generichash_final(&state, bytes + kPrefixBytes, kHeaderBytes - kPrefixBytes);
}

Bytes packedAs(std::string_view magic, std::uint8_t version, std::string_view columns)
{
    auto cell = store::packCell({magic, version, columns.size()}, bytesOf(columns));
    require(cell.ok());
    return std::move(*cell);
}

template <typename Number>
bool sameBits(const std::vector<Number> &a, const std::vector<Number> &b)
{
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(Number)) == 0);
}

/// Scores that are all missing are not stored, and come back as the one NaN that there is.
bool sameScores(const std::vector<float> &a, const std::vector<float> &b)
{
    const auto missing = [](float number) { return std::isnan(number); };
    return sameBits(a, b) || (a.size() == b.size() && std::ranges::all_of(a, missing) && std::ranges::all_of(b, missing));
}

void check(const Chunk &chunk)
{
    require(chunk.size() <= Chunk::kCapacity && chunk.value.size() == chunk.size());
    const auto again = store::encodeChunk(chunk);
    require(again.ok());
    const auto back = store::decodeChunk(again->samples, again->trace);
    require(back.ok() && back->t == chunk.t && back->flags == chunk.flags && sameBits(back->value, chunk.value)
            && sameScores(back->score, chunk.score) && sameScores(back->lower, chunk.lower) && sameScores(back->upper, chunk.upper));
}

void check(const store::RollupCells &cells)
{
    const auto again = store::encodeBlock(kBlock, cells);
    require(again.ok());
    const auto back = store::decodeBlock(kBlock, *again);
    require(back.ok() && back->size() == cells.size());
    require(std::equal(cells.begin(), cells.end(), back->begin(), [](const RollupCell &a, const RollupCell &b) {
        return a.index == b.index && a.count == b.count && a.firstAt == b.firstAt && std::memcmp(&a.sum, &b.sum, sizeof a.sum) == 0;
    }));
}

template <typename T>
std::string_view outcomeOf(const Result<T> &read)
{
    if (!read)
        return fuzz::refusal(read.error());
    check(*read);
    return fuzz::kAccepted;
}

/// A trace needs samples to belong to.
Bytes someSamples()
{
    Chunk chunk;
    chunk.t = {1, 2, 3};
    chunk.value = {1.0, 2.0, 3.0};
    chunk.score = chunk.lower = chunk.upper = {0.0F, 0.0F, 0.0F};
    chunk.flags = {0, 0, 0};
    return store::encodeChunk(chunk)->samples;
}

} // namespace

std::string_view fuzz::judge(std::string_view bytes)
{
    static const Bytes kSamples = someSamples();
    Bytes cell(bytesOf(bytes).begin(), bytesOf(bytes).end());
    std::vector<std::string_view> outcomes{outcomeOf(store::decodeChunk(cell))};
    if (cell.size() >= kHeaderBytes) {
        repairHash(cell);
        outcomes.push_back(outcomeOf(store::decodeChunk(cell)));
        outcomes.push_back(outcomeOf(store::decodeBlock(kBlock, cell)));
    }
    for (const std::uint8_t version : std::to_array<std::uint8_t>({1, 2}))
        outcomes.push_back(outcomeOf(store::decodeChunk(packedAs("TLC", version, bytes))));
    outcomes.push_back(outcomeOf(store::decodeChunk(kSamples, packedAs("TLD", 1, bytes))));
    outcomes.push_back(outcomeOf(store::decodeBlock(kBlock, packedAs("TLR", 1, bytes))));
    return std::ranges::find(outcomes, kAccepted) == outcomes.end() ? outcomes.front() : kAccepted;
}
