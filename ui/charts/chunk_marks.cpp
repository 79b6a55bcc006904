// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chunk_marks.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace telltale::ui {

namespace {

std::optional<ChunkMarks::Kind> kindOf(const Chunk &chunk, std::size_t i)
{
    if (chunk.quality(i) != Quality::Good)
        return ChunkMarks::Kind::BadQuality;
    // A late or repeated row was never meant to be judged.
    const bool meantForJudging = (chunk.flags[i] & Chunk::kNotScored) == 0;
    return meantForJudging && chunk.verdict(i) == Verdict::NoDecision ? std::optional(ChunkMarks::Kind::NoDecision) : std::nullopt;
}

/// Needs a chunk that is not empty.
ChunkMarks::Band bandOf(const Chunk &chunk)
{
    ChunkMarks::Band band;
    for (std::size_t i = 0; i < chunk.size(); ++i) {
        if (!bandKnown(chunk, i))
            continue;
        band.lower = band.known ? std::min(band.lower, chunk.lower[i]) : chunk.lower[i];
        band.upper = band.known ? std::max(band.upper, chunk.upper[i]) : chunk.upper[i];
        band.known = true;
    }
    band.brokenBefore = !bandKnown(chunk, 0) || (chunk.flags[0] & Chunk::kGapBefore) != 0;
    band.brokenAfter = !bandKnown(chunk, chunk.size() - 1);
    return band;
}

} // namespace

bool bandKnown(const Chunk &chunk, std::size_t i)
{
    return std::isfinite(chunk.lower[i]) && std::isfinite(chunk.upper[i]) && chunk.lower[i] <= chunk.upper[i];
}

ChunkMarks marksOf(const Chunk &chunk)
{
    ChunkMarks marks;
    if (!chunk.empty())
        marks.band = bandOf(chunk);
    for (std::uint32_t i = 0; i < chunk.size(); ++i) {
        if (chunk.verdict(i) == Verdict::Anomalous && std::isfinite(chunk.value[i]))
            marks.anomalous.push_back(i);
        const auto kind = kindOf(chunk, i);
        if (!kind)
            continue;
        if (!marks.runs.empty() && marks.runs.back().to == i && marks.runs.back().kind == *kind)
            marks.runs.back().to = i + 1;
        else
            marks.runs.push_back({i, i + 1, *kind});
    }
    return marks;
}

} // namespace telltale::ui
