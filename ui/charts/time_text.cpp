// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_text.h"

#include "ui/text.h"

#include <array>

namespace telltale::ui {

using namespace std::chrono;

namespace {

struct SpanUnit {
    Duration size;
    const char *name;
};

constexpr std::array<SpanUnit, 8> kUnits{
    SpanUnit{hours{24 * 365}, "y"}, SpanUnit{hours{24}, "d"},        SpanUnit{hours{1}, "h"},         SpanUnit{minutes{1}, "min"},
    SpanUnit{seconds{1}, "s"},      SpanUnit{milliseconds{1}, "ms"}, SpanUnit{microseconds{1}, "µs"}, SpanUnit{nanoseconds{1}, "ns"},
};

QString amount(Duration span, const SpanUnit &unit)
{
    return QString::number(span / unit.size) + ' ' + QString::fromUtf8(unit.name);
}

QString twoDigits(std::int64_t number)
{
    return QString::number(number).rightJustified(2, '0');
}

ZoneChoice &chosenZone()
{
    static ZoneChoice zone = ZoneChoice::Utc;
    return zone;
}

} // namespace

QString spanText(Duration span)
{
    for (std::size_t i = 0; i < kUnits.size(); ++i) {
        if (span < kUnits[i].size)
            continue;
        const Duration rest = span % kUnits[i].size;
        const bool two = i + 1 < kUnits.size() && rest >= kUnits[i + 1].size;
        return two ? amount(span, kUnits[i]) + ' ' + amount(rest, kUnits[i + 1]) : amount(span, kUnits[i]);
    }
    return QStringLiteral("0 s");
}

QString agoText(Duration ago)
{
    const Duration positive = std::max(ago, Duration::zero());
    const std::int64_t allSeconds = floor<seconds>(positive).count();
    const std::int64_t allMinutes = allSeconds / 60;
    const std::int64_t allHours = allMinutes / 60;
    const QString minus(QChar(u'\u2212'));
    if (allHours >= 24)
        return minus + QString::number(allHours / 24) + " d " + twoDigits(allHours % 24) + ':' + twoDigits(allMinutes % 60);
    const QString tail = twoDigits(allMinutes % 60) + ':' + twoDigits(allSeconds % 60);
    return allHours > 0 ? minus + QString::number(allHours) + ':' + tail : minus + tail;
}

void setChartZone(ZoneChoice zone)
{
    chosenZone() = zone;
}

ZoneChoice chartZone()
{
    return chosenZone();
}

QString clockText(UtcTime time, int digits, ZoneChoice zone)
{
    // Zones differ by whole seconds, so the decimals are those of UTC.
    const QString iso = toQt(toIso(time, digits));
    const qsizetype dot = iso.indexOf('.');
    const QString decimals = dot < 0 ? QString() : iso.mid(dot, iso.size() - dot - 1);
    return toDateTime(time, zone).toString(QStringLiteral("HH:mm:ss")) + decimals;
}

QString dateText(UtcTime time, ZoneChoice zone)
{
    return toDateTime(time, zone).toString(QStringLiteral("yyyy-MM-dd"));
}

QString zoneText(UtcTime time, ZoneChoice zone)
{
    return toDateTime(time, zone).timeZoneAbbreviation();
}

Duration zoneOffset(UtcTime time, ZoneChoice zone)
{
    return std::chrono::seconds{toDateTime(time, zone).offsetFromUtc()};
}

} // namespace telltale::ui
