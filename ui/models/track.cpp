// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/track.h"

#include "ui/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string_view>

namespace telltale::ui {

namespace {

constexpr double kKmPerDegree = 111.195; // of a great circle on a sphere of the earth's mean radius, 6371 km

struct ChannelNames {
    std::array<std::string_view, 3> horizontal;
    std::array<std::string_view, 3> vertical;
    bool degrees;
};
constexpr std::array<ChannelNames, 2> kNames{
    {{{"long", "lon", "longitude"}, {"lat", "latitude", ""}, true}, {{"x", "", ""}, {"y", "", ""}, false}}};

template <typename Names>
std::optional<SensorId> find(const Structure &structure, AssetId asset, const Names &names)
{
    for (const SensorId id : structure.asset(asset).sensors) {
        const QString name = toQt(structure.sensor(id).key.sensor).toLower();
        if (std::any_of(names.begin(), names.end(), [&](std::string_view known) { return name == toQt(known); })) {
            return id;
        }
    }
    return std::nullopt;
}

/// 0 where the unit is none of a place.
double kmPer(const std::string &unit, bool degrees)
{
    if (degrees) {
        return unit == "°" || unit == "deg" || unit.empty() ? kKmPerDegree : 0.0;
    }
    return unit == "km" ? 1.0 : unit == "m" ? 0.001 : 0.0;
}

std::vector<ChunkPtr> chunksOf(const Snapshot &snapshot, SensorId sensor)
{
    const auto found = snapshot.traces.find(std::uint32_t(indexOf(sensor)));
    if (found == snapshot.traces.end()) {
        return {};
    }
    std::vector<ChunkPtr> chunks = found->second.sealed;
    if (found->second.tail) {
        chunks.push_back(found->second.tail);
    }
    return chunks;
}

struct Reading {
    std::int64_t t;
    double value;
    bool gapBefore;
};

std::vector<Reading> readingsOf(const Snapshot &snapshot, SensorId sensor)
{
    std::vector<Reading> readings;
    bool gap = false;
    for (const ChunkPtr &chunk : chunksOf(snapshot, sensor)) {
        for (std::size_t i = 0; i < chunk->size(); ++i) {
            gap = gap || (chunk->flags[i] & Chunk::kGapBefore) != 0;
            if (!std::isfinite(chunk->value[i]) || chunk->quality(i) == Quality::Bad) {
                gap = true;
                continue;
            }
            readings.push_back({chunk->t[i], chunk->value[i], gap});
            gap = false;
        }
    }
    return readings;
}

std::vector<Track::Point> pairUp(const std::vector<Reading> &across, const std::vector<Reading> &up)
{
    std::vector<Track::Point> points;
    bool gap = false;
    for (std::size_t i = 0, j = 0; i < across.size() && j < up.size();) {
        if (across[i].t != up[j].t) {
            gap = true;
            across[i].t < up[j].t ? ++i : ++j;
            continue;
        }
        points.push_back({fromNanos(across[i].t), 0.0, 0.0, across[i].value, up[j].value, gap || across[i].gapBefore || up[j].gapBefore});
        gap = false;
        ++i;
        ++j;
    }
    return points;
}

/// Every n-th point, always with the newest; a gap that falls out is taken over by the next point.
std::vector<Track::Point> thinned(const std::vector<Track::Point> &points, std::size_t most)
{
    const std::size_t step = points.size() / std::max<std::size_t>(most, 2) + 1;
    std::vector<Track::Point> kept;
    bool gap = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        gap = gap || points[i].gapBefore;
        if (i % step == 0 || i + 1 == points.size()) {
            kept.push_back(points[i]);
            kept.back().gapBefore = gap;
            gap = false;
        }
    }
    return kept;
}

void toKilometres(Track &track, double kmPerUnit)
{
    if (track.points.empty()) {
        return;
    }
    const Track::Point origin = track.degrees ? track.points.back() : Track::Point{};
    const double narrowing = track.degrees ? std::cos(origin.second * std::numbers::pi / 180.0) : 1.0;
    for (Track::Point &point : track.points) {
        // Across the date line the short way round.
        const double across = track.degrees ? std::remainder(point.first - origin.first, 360.0) : point.first;
        point.x = across * kmPerUnit * narrowing;
        point.y = (point.second - origin.second) * kmPerUnit;
    }
}

} // namespace

std::optional<PositionChannels> positionChannels(const Structure &structure, AssetId asset)
{
    for (const ChannelNames &names : kNames) {
        const auto across = find(structure, asset, names.horizontal);
        const auto up = find(structure, asset, names.vertical);
        if (!across || !up) {
            continue;
        }
        const double km = kmPer(structure.sensor(*across).unit, names.degrees);
        if (km > 0.0 && structure.sensor(*across).unit == structure.sensor(*up).unit) {
            return PositionChannels{*across, *up, names.degrees, km};
        }
    }
    return std::nullopt;
}

Track trackOf(const Snapshot &snapshot, const PositionChannels &channels, std::size_t most)
{
    Track track{channels.horizontal, channels.vertical, channels.degrees, {}};
    track.points = thinned(pairUp(readingsOf(snapshot, channels.horizontal), readingsOf(snapshot, channels.vertical)), most);
    toKilometres(track, channels.kmPerUnit);
    return track;
}

std::optional<Track::Point> placeAt(const Track &track, UtcTime at)
{
    const auto after =
        std::upper_bound(track.points.begin(), track.points.end(), at, [](UtcTime t, const Track::Point &point) { return t < point.at; });
    return after == track.points.begin() ? std::nullopt : std::optional(*std::prev(after));
}

} // namespace telltale::ui
