// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machine_tile.h"

#include "ui/models/core_words.h"
#include "ui/models/number_text.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace telltale::ui {

namespace {

QString tr(const char *text, const char *meaning = nullptr, int n = -1)
{
    return QCoreApplication::translate("MachineTile", text, meaning, n);
}

bool isListed(AlarmState state)
{
    return isUnacknowledged(state) || state == AlarmState::C || state == AlarmState::L2;
}

int alarmRank(AlarmState state, Priority priority)
{
    return isListed(state) ? listRank(state) * 10 + int(priority) : kFirstQuietRank;
}

QString valueOf(const SensorSpec &sensor, const SensorState &state)
{
    const QString number = std::isfinite(state.value) ? numberText(state.value, 'g', 4) : QStringLiteral("–");
    return QStringLiteral("%1 %2 %3").arg(toQt(sensor.key.sensor), number, toQt(sensor.unit)).trimmed();
}

const AssetState *wholeOf(const Snapshot &snapshot, AssetId asset)
{
    return indexOf(asset) < snapshot.assets.size() ? &snapshot.assets[indexOf(asset)] : nullptr;
}

void take(MachineTile &tile, int rank, AlarmState alarm, Priority priority)
{
    if (rank < tile.rank) {
        tile.rank = rank;
        tile.alarm = alarm;
        tile.priority = priority;
    }
}

} // namespace

int tileRank(const SensorState &state)
{
    if (isListed(state.worstAlarm)) {
        return alarmRank(state.worstAlarm, state.worstPriority);
    }
    if (state.stale || state.quality != Quality::Good) {
        return kFirstQuietRank;
    }
    return state.verdict == Verdict::Anomalous ? kFirstQuietRank + 1 : 300;
}

int machineRank(const Snapshot &snapshot, AssetId asset)
{
    const AssetState *whole = wholeOf(snapshot, asset);
    int rank = whole && isListed(whole->worstAlarm) ? alarmRank(whole->worstAlarm, whole->worstPriority) : 300;
    for (const SensorId sensor : snapshot.structure->asset(asset).sensors) {
        if (indexOf(sensor) < snapshot.sensors.size()) {
            rank = std::min(rank, tileRank(snapshot.sensors[indexOf(sensor)]));
        }
    }
    return rank;
}

MachineTile machineTile(const Snapshot &snapshot, AssetId asset)
{
    const AssetSpec &spec = snapshot.structure->asset(asset);
    MachineTile tile;
    tile.asset = asset;
    tile.path = toQt(spec.path);
    tile.rank = 300;
    for (const SensorId id : spec.sensors) {
        if (indexOf(id) >= snapshot.sensors.size()) {
            continue;
        }
        const SensorState &state = snapshot.sensors[indexOf(id)];
        const bool doubtful = state.samples > 0 && (state.stale || state.quality != Quality::Good);
        tile.marks.push_back({isListed(state.worstAlarm) ? state.worstAlarm : AlarmState::A, state.worstPriority, doubtful,
                              state.verdict == Verdict::Anomalous});
        if (const int rank = tileRank(state); rank < tile.rank) {
            take(tile, rank, state.worstAlarm, state.worstPriority);
            tile.line = valueOf(snapshot.structure->sensor(id), state);
        }
    }
    if (const AssetState *whole = wholeOf(snapshot, asset); whole && isListed(whole->worstAlarm)) {
        take(tile, alarmRank(whole->worstAlarm, whole->worstPriority), whole->worstAlarm, whole->worstPriority);
    }
    if (tile.rank >= 300) {
        tile.line = tr("%n sensor(s), nothing wrong", nullptr, int(tile.marks.size()));
    }
    return tile;
}

QString spokenText(const MachineTile &tile)
{
    const QString alarm = tile.rank < kFirstQuietRank ? tr("%1 alarm, %2").arg(toQt(toText(tile.priority)), spoken(label(tile.alarm)))
                          : tile.rank < 300           ? tr("no alarm")
                                                      : tr("normal");
    return tr("%1, %2, %n sensor(s), %3", nullptr, int(tile.marks.size())).arg(tile.path, alarm, tile.line);
}

} // namespace telltale::ui
