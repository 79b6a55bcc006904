// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/tile_texts.h"

#include "ui/charts/value_text.h"
#include "ui/text.h"

#include <QCoreApplication>

namespace telltale::ui {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("SensorTile", text);
}

QString spokenAlarm(const SensorState &state)
{
    if (!showsAlarm(state))
        return tileAlarmLabel(state).toLower();
    const QString alarm = words(QT_TRANSLATE_NOOP("SensorTile", "%1 alarm")).arg(toQt(toText(state.worstPriority)));
    return alarm + QStringLiteral(", ")
           + (isUnacknowledged(state.worstAlarm) ? words(QT_TRANSLATE_NOOP("SensorTile", "not acknowledged"))
                                                 : words(QT_TRANSLATE_NOOP("SensorTile", "acknowledged")));
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString spokenTail(const SensorState &state)
{
    const QString tail = joined({spokenAlarm(state), tileNote(state)});
    return tail.isEmpty() ? words(QT_TRANSLATE_NOOP("SensorTile", "normal")) : tail;
}

} // namespace

bool showsAlarm(const SensorState &state)
{
    switch (state.worstAlarm) {
    case AlarmState::B:
    case AlarmState::C:
    case AlarmState::D:
    case AlarmState::L1:
    case AlarmState::L2: return true;
    default: return false;
    }
}

bool isDoubtful(const SensorState &state)
{
    return state.samples > 0 && (state.stale || state.quality != Quality::Good);
}

QString tileNote(const SensorState &state)
{
    if (state.samples == 0)
        return words(QT_TRANSLATE_NOOP("SensorTile", "no sample yet"));
    if (state.stale)
        return words(QT_TRANSLATE_NOOP("SensorTile", "stale"));
    if (state.quality != Quality::Good)
        return words(QT_TRANSLATE_NOOP("SensorTile", "%1 quality")).arg(toQt(toText(state.quality)));
    if (state.warmUp < 1.0)
        return words(QT_TRANSLATE_NOOP("SensorTile", "warming up %1")).arg(percentText(state.warmUp));
    return state.verdict == Verdict::NoDecision ? words(QT_TRANSLATE_NOOP("SensorTile", "no decision")) : QString();
}

QString tileAlarmLabel(const SensorState &state)
{
    return toQt(label(state.worstAlarm));
}

QString tileSpokenName(const SensorSpec &sensor, const SensorState &state)
{
    const QString name = toQt(sensor.key.asset) + ' ' + toQt(sensor.key.sensor) + ' ' + valueWithUnit(state.value, sensor.unit);
    return name + QStringLiteral(", ") + spokenTail(state);
}

QString tileSpokenState(const SensorSpec &sensor, const SensorState &state)
{
    return toQt(sensor.key.asset) + ' ' + toQt(sensor.key.sensor) + QStringLiteral(", ") + spokenTail(state);
}

} // namespace telltale::ui
