// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_section.h"

#include "ui/charts/silence.h"

#include <algorithm>
#include <cmath>

namespace telltale::ui {

namespace {

constexpr std::size_t kBandProbes = 8;

/// Where each pixel column begins; `columns` of them over the interval.
class ColumnClock {
public:
    ColumnClock(TimeInterval interval, std::size_t columns)
        : m_from(interval.from)
        , m_width(double(interval.to - interval.from) / double(columns))
        , m_columns(columns)
    {
    }

    [[nodiscard]] std::int64_t begin(std::size_t column) const { return m_from + std::int64_t(m_width * double(column)); }
    [[nodiscard]] std::size_t of(std::int64_t time) const
    {
        return std::min(m_columns - 1, std::size_t(std::max(0.0, double(time - m_from) / m_width)));
    }

private:
    std::int64_t m_from;
    double m_width;
    std::size_t m_columns;
};

std::size_t indexAt(const Chunk &chunk, std::int64_t time)
{
    return std::size_t(std::lower_bound(chunk.t.begin(), chunk.t.end(), time) - chunk.t.begin());
}

bool breaksLine(const Chunk &chunk, std::size_t i)
{
    return (chunk.flags[i] & Chunk::kGapBefore) != 0;
}

/// Calls `visit(chunkNumber, from, to)` for the samples of the interval, chunk by chunk; only for chunks that are `wanted`.
template <typename Wanted, typename Visit>
void eachPartOf(const TrendSamples &samples, TimeInterval interval, Wanted wanted, Visit visit)
{
    const auto [first, end] = samples.chunksIn(interval);
    for (std::size_t n = first; n < end; ++n) {
        const ChunkDigest &digest = samples.digests()[n];
        if (!wanted(digest))
            continue;
        const bool inner = n > first && n + 1 < end;
        const auto [from, to] = inner ? TrendSamples::IndexRange{0, digest.samples} : samples.indexesIn(n, interval);
        if (from < to)
            visit(n, from, to);
    }
}

/// Calls `visit(chunk, from, to)` for all of them.
template <typename Visit>
void eachPart(const TrendSamples &samples, TimeInterval interval, Visit visit)
{
    const auto any = [](const ChunkDigest &) { return true; };
    eachPartOf(samples, interval, any, [&](std::size_t n, std::size_t from, std::size_t to) { visit(*samples.chunks()[n], from, to); });
}

/// Widens the interval to the samples just outside, so that lines reach the edges of the picture.
TimeInterval withNeighbours(const TrendSamples &samples, TimeInterval interval)
{
    const auto chunks = samples.chunks();
    const std::size_t first = samples.chunkAt(interval.from);
    if (first < chunks.size() && indexAt(*chunks[first], interval.from) > 0)
        interval.from = chunks[first]->t[indexAt(*chunks[first], interval.from) - 1];
    else if (first > 0)
        interval.from = chunks[first - 1]->t.back();
    const std::size_t last = samples.chunkAt(interval.to);
    if (last < chunks.size())
        interval.to = chunks[last]->t[indexAt(*chunks[last], interval.to)] + 1;
    return interval;
}

std::vector<TrendPoint> pointsOf(const TrendSamples &samples, TimeInterval interval, SilenceWatch silence)
{
    std::vector<TrendPoint> points;
    bool broken = false;
    eachPart(samples, withNeighbours(samples, interval), [&](const Chunk &chunk, std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            broken = silence.before(chunk.t[i]) || broken || breaksLine(chunk, i) || !std::isfinite(chunk.value[i]);
            if (!std::isfinite(chunk.value[i]))
                continue;
            points.push_back({chunk.t[i], chunk.value[i], broken});
            broken = false;
        }
    });
    return points;
}

/// Collects band values in order of time; those of one `time` become one point.
class BandCollector {
public:
    void add(std::int64_t time, const Chunk &chunk, std::size_t i)
    {
        const bool known = bandKnown(chunk, i);
        add(time, {chunk.lower[i], chunk.upper[i], known, !known || breaksLine(chunk, i), !known});
    }
    void add(std::int64_t time, const ChunkMarks::Band &band)
    {
        m_broken = m_broken || band.brokenBefore;
        if (!band.known)
            return;
        if (m_band.empty() || m_band.back().time != time)
            m_band.push_back({time, band.lower, band.upper, m_broken});
        m_band.back().lower = std::min(m_band.back().lower, band.lower);
        m_band.back().upper = std::max(m_band.back().upper, band.upper);
        m_broken = band.brokenAfter;
    }
    void breakHere() { m_broken = true; }
    [[nodiscard]] std::vector<BandPoint> take() { return std::move(m_band); }

private:
    std::vector<BandPoint> m_band;
    bool m_broken = true;
};

std::vector<BandPoint> exactBand(const TrendSamples &samples, TimeInterval interval, SilenceWatch silence)
{
    BandCollector band;
    eachPart(samples, withNeighbours(samples, interval), [&](const Chunk &chunk, std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            if (silence.before(chunk.t[i]))
                band.breakHere();
            band.add(chunk.t[i], chunk, i);
        }
    });
    return band.take();
}

std::vector<BandPoint> probedBand(const TrendSamples &samples, TimeInterval interval, std::size_t columns, std::size_t perColumn,
                                  SilenceWatch silence)
{
    BandCollector band;
    const ColumnClock clock(interval, columns);
    const auto middle = [&](std::size_t column) { return clock.begin(column) + (clock.begin(column + 1) - clock.begin(column)) / 2; };
    const auto any = [](const ChunkDigest &) { return true; };
    eachPartOf(samples, interval, any, [&](std::size_t n, std::size_t from, std::size_t to) {
        const envelope::Summary &summary = samples.summaries()[n];
        const ChunkDigest &digest = samples.digests()[n];
        const auto addWhole = [&](std::int64_t time) {
            if (silence.before(summary.begin))
                band.breakHere();
            silence.skipTo(summary.end);
            band.add(time, digest.band);
        };
        if (!digest.band.known)
            return addWhole(summary.begin);
        const std::size_t column = clock.of(summary.begin);
        if (to - from == digest.samples && clock.of(summary.end) == column)
            return addWhole(middle(column));
        const Chunk &chunk = *samples.chunks()[n];
        while (from < to) {
            if (silence.before(chunk.t[from]))
                band.breakHere();
            const std::size_t at = clock.of(chunk.t[from]);
            const std::size_t stop = at + 1 == columns ? to : std::clamp(indexAt(chunk, clock.begin(at + 1)), from + 1, to);
            const std::size_t step = (std::max(stop - from, perColumn) + kBandProbes - 1) / kBandProbes;
            for (std::size_t i = from; i < stop; i += step)
                band.add(middle(at), chunk, i);
            silence.skipTo(chunk.t[stop - 1]);
            from = stop;
        }
    });
    return band.take();
}

TrendPoint pointAt(const Chunk &chunk, std::size_t i)
{
    return {chunk.t[i], chunk.value[i], false};
}

/// At most two marks in a column; the rest of it is jumped over.
std::vector<TrendPoint> anomaliesOf(const TrendSamples &samples, TimeInterval interval, std::size_t columns)
{
    constexpr std::size_t kLooked = 16;
    std::vector<TrendPoint> found;
    const ColumnClock clock(interval, columns);
    std::size_t column = columns;
    std::size_t inColumn = 0;
    const auto take = [&](const TrendPoint &point) {
        inColumn = clock.of(point.time) == column ? inColumn + 1 : 1;
        column = clock.of(point.time);
        if (inColumn <= 2)
            found.push_back(point);
        else if (std::fabs(point.value - found[found.size() - 2].value) > std::fabs(found.back().value - found[found.size() - 2].value))
            found.back() = point;
    };
    const auto wanted = [](const ChunkDigest &digest) { return digest.anomalous; };
    eachPartOf(samples, interval, wanted, [&](std::size_t n, std::size_t from, std::size_t to) {
        const Chunk &chunk = *samples.chunks()[n];
        const std::vector<std::uint32_t> &all = samples.marks(n).anomalous;
        auto at = std::lower_bound(all.begin(), all.end(), from);
        while (at != all.end() && *at < to) {
            take(pointAt(chunk, *at));
            const bool enough = inColumn >= kLooked && column + 1 < columns;
            at = enough ? std::lower_bound(at + 1, all.end(), indexAt(chunk, clock.begin(column + 1))) : at + 1;
        }
    });
    return found;
}

std::vector<TrendRun> runsOf(const TrendSamples &samples, TimeInterval interval, std::optional<Duration> longest)
{
    std::vector<TrendRun> runs;
    const auto wanted = [](const ChunkDigest &digest) { return digest.runs; };
    eachPartOf(samples, interval, wanted, [&](std::size_t n, std::size_t from, std::size_t to) {
        const Chunk &chunk = *samples.chunks()[n];
        for (const ChunkMarks::Run &run : samples.marks(n).runs) {
            const std::size_t first = std::max<std::size_t>(run.from, from);
            const std::size_t last = std::min<std::size_t>(run.to, to);
            if (first >= last)
                continue;
            // A run lasts until the next sample says otherwise, but not while nothing is recorded.
            const std::size_t following = n + 1 < samples.chunks().size() ? n + 1 : n;
            const std::int64_t end = last < chunk.size() ? chunk.t[last] : samples.summaries()[following].begin;
            const std::int64_t newest = chunk.t[last - 1];
            const bool silent = longest && end - newest > longest->count();
            const TimeInterval stretch{chunk.t[first], std::min(silent ? newest + 1 : std::max(end, newest + 1), interval.to)};
            if (!runs.empty() && runs.back().kind == run.kind && runs.back().interval.to >= stretch.from)
                runs.back().interval.to = stretch.to;
            else
                runs.push_back({stretch, run.kind});
        }
    });
    return runs;
}

/// How far the band may stretch the axis beyond the readings, as a multiple of their own extent.
constexpr double kBandRoom = 5.0;

void include(std::optional<ValueExtent> &extent, double low, double high)
{
    if (!extent)
        extent = ValueExtent{low, high};
    extent->low = std::min(extent->low, low);
    extent->high = std::max(extent->high, high);
}

/// The value below which `share` of them lie.
float quantile(std::vector<float> &values, double share)
{
    const auto at = values.begin() + std::ptrdiff_t(std::lround(share * double(values.size() - 1)));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

} // namespace

TrendSection sectionOf(const TrendSamples &samples, TimeInterval interval, std::size_t columns, std::optional<Duration> longest)
{
    TrendSection section;
    section.interval = interval;
    if (interval.empty() || columns == 0)
        return section;
    section.samples = samples.countIn(interval);
    const SilenceWatch silence(longest);
    const bool few = section.samples <= columns;
    if (few)
        section.points = pointsOf(samples, interval, silence);
    else
        section.columns = envelope::reduce(samples.chunks(), samples.summaries(), interval.from, interval.to, columns,
                                           longest ? std::uint64_t(longest->count()) : envelope::kAnyStep);
    section.band = few ? exactBand(samples, interval, silence) : probedBand(samples, interval, columns, section.samples / columns, silence);
    section.anomalies = anomaliesOf(samples, interval, columns);
    section.runs = runsOf(samples, interval, longest);
    return section;
}

std::optional<ValueExtent> extentOf(const TrendSection &section, const ValueExtent &possible)
{
    std::optional<ValueExtent> extent;
    for (const envelope::Column &column : section.columns)
        if (!column.empty())
            include(extent, double(column.min), double(column.max));
    for (const TrendPoint &point : section.points)
        if (point.time >= section.interval.from && point.time <= section.interval.to)
            include(extent, point.value, point.value);
    std::vector<float> lower;
    std::vector<float> upper;
    for (const BandPoint &point : section.band) {
        lower.push_back(point.lower);
        upper.push_back(point.upper);
    }
    if (lower.empty())
        return extent;
    // A band that opens wide, for a moment or for good, must not flatten the readings.
    const double room = extent && extent->high > extent->low ? kBandRoom * (extent->high - extent->low) : kUnlimited;
    const ValueExtent readings = extent.value_or(ValueExtent{quantile(upper, 0.95), quantile(lower, 0.05)});
    include(extent, std::max({double(quantile(lower, 0.05)), readings.low - room, std::min(possible.low, readings.low)}),
            std::min({double(quantile(upper, 0.95)), readings.high + room, std::max(possible.high, readings.high)}));
    return extent;
}

} // namespace telltale::ui
