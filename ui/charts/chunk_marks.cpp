// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chunk_marks.h"

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

} // namespace

ChunkMarks marksOf(const Chunk &chunk)
{
    ChunkMarks marks;
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
