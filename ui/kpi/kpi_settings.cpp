// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/kpi_settings.h"

#include "ui/models/time_text.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QSettings>
#include <array>

namespace telltale::ui {

namespace {

Duration seconds(double value)
{
    return fromSeconds(value);
}

constexpr std::array kRows{
    KpiLimitRow{"manageablePer10Min", QT_TRANSLATE_NOOP("KpiLimits", "Alarms in 10 min that can be handled"), 1, 0.0, 1000,
                [](const kpi::KpiLimits &l) { return l.manageablePerBin; }, [](kpi::KpiLimits &l, double v) { l.manageablePerBin = v; }},
    KpiLimitRow{"floodAbove", QT_TRANSLATE_NOOP("KpiLimits", "A flood begins above (in 10 min)"), 0, 1, 10'000,
                [](const kpi::KpiLimits &l) { return double(l.floodAbove); },
                [](kpi::KpiLimits &l, double v) { l.floodAbove = std::uint32_t(v); }},
    KpiLimitRow{"floodBelow", QT_TRANSLATE_NOOP("KpiLimits", "A flood ends below (in 10 min)"), 0, 1, 10'000,
                [](const kpi::KpiLimits &l) { return double(l.floodBelow); },
                [](kpi::KpiLimits &l, double v) { l.floodBelow = std::uint32_t(v); }},
    KpiLimitRow{"percentP1", QT_TRANSLATE_NOOP("KpiLimits", "Share of P1, %"), 0, 0, 100,
                [](const kpi::KpiLimits &l) { return l.spread[0]; }, [](kpi::KpiLimits &l, double v) { l.spread[0] = v; }},
    KpiLimitRow{"percentP2", QT_TRANSLATE_NOOP("KpiLimits", "Share of P2, %"), 0, 0, 100,
                [](const kpi::KpiLimits &l) { return l.spread[1]; }, [](kpi::KpiLimits &l, double v) { l.spread[1] = v; }},
    KpiLimitRow{"percentP3", QT_TRANSLATE_NOOP("KpiLimits", "Share of P3, %"), 0, 0, 100,
                [](const kpi::KpiLimits &l) { return l.spread[2]; }, [](kpi::KpiLimits &l, double v) { l.spread[2] = v; }},
    KpiLimitRow{"chatterRaises", QT_TRANSLATE_NOOP("KpiLimits", "Chatter: raises of one alarm"), 0, 2, 100,
                [](const kpi::KpiLimits &l) { return double(l.chatterRaises); },
                [](kpi::KpiLimits &l, double v) { l.chatterRaises = std::uint32_t(v); }},
    KpiLimitRow{"chatterWithinSec", QT_TRANSLATE_NOOP("KpiLimits", "Chatter: in less than, s"), 0, 1, 86'400,
                [](const kpi::KpiLimits &l) { return toSeconds(l.chatterWithin); },
                [](kpi::KpiLimits &l, double v) { l.chatterWithin = seconds(v); }},
    KpiLimitRow{"fleetingOnDelays", QT_TRANSLATE_NOOP("KpiLimits", "Fleeting: below so many on-delays"), 1, 0, 100,
                [](const kpi::KpiLimits &l) { return l.fleetingOnDelays; }, [](kpi::KpiLimits &l, double v) { l.fleetingOnDelays = v; }},
    KpiLimitRow{"fleetingLeastSec", QT_TRANSLATE_NOOP("KpiLimits", "Fleeting: or below, s"), 0, 0, 86'400,
                [](const kpi::KpiLimits &l) { return toSeconds(l.fleetingLeast); },
                [](kpi::KpiLimits &l, double v) { l.fleetingLeast = seconds(v); }},
    KpiLimitRow{"standingAfterHours", QT_TRANSLATE_NOOP("KpiLimits", "Standing after, h"), 1, 0.1, 10'000,
                [](const kpi::KpiLimits &l) { return toSeconds(l.standingAfter) / 3600; },
                [](kpi::KpiLimits &l, double v) { l.standingAfter = seconds(3600 * v); }},
    KpiLimitRow{"badActors", QT_TRANSLATE_NOOP("KpiLimits", "Bad actors listed"), 0, 1, 100,
                [](const kpi::KpiLimits &l) { return double(l.badActors); },
                [](kpi::KpiLimits &l, double v) { l.badActors = std::size_t(v); }},
};

} // namespace

std::span<const KpiLimitRow> kpiLimitRows()
{
    return kRows;
}

KpiSettings readKpiSettings(const QString &file)
{
    KpiSettings settings;
    if (file.isEmpty()) {
        return settings;
    }
    QSettings stored(file, QSettings::IniFormat);
    stored.beginGroup(QStringLiteral("kpi"));
    if (auto plan = kpi::readShiftPlan(fromQt(stored.value(QStringLiteral("shifts")).toString()))) {
        settings.shifts = std::move(*plan);
    }
    for (const KpiLimitRow &row : kRows) {
        bool fits = false;
        const double value = stored.value(QLatin1String(row.key)).toDouble(&fits);
        if (fits && value >= row.least && value <= row.most) {
            row.write(settings.limits, value);
        }
    }
    if (settings.limits.floodBelow > settings.limits.floodAbove) {
        settings.limits.floodBelow = settings.limits.floodAbove;
    }
    return settings;
}

Result<void> writeKpiSettings(const QString &file, const KpiSettings &settings)
{
    if (file.isEmpty()) {
        return {};
    }
    QSettings stored(file, QSettings::IniFormat);
    stored.beginGroup(QStringLiteral("kpi"));
    stored.setValue(QStringLiteral("shifts"), toQt(kpi::toText(settings.shifts)));
    for (const KpiLimitRow &row : kRows) {
        stored.setValue(QLatin1String(row.key), row.read(settings.limits));
    }
    stored.sync();
    if (stored.status() != QSettings::NoError) {
        return Error{ErrorKind::Io, "the settings cannot be written", fromQt(file)};
    }
    return {};
}

Duration localOffset(UtcTime time)
{
    return std::chrono::seconds{toDateTime(time, ZoneChoice::Local).offsetFromUtc()};
}

} // namespace telltale::ui
