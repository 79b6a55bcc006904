// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis_ticks.h"

#include "ui/charts/time_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>

namespace telltale::ui {

using namespace std::chrono;

namespace {

constexpr auto kTimeSteps = std::to_array<Duration>({
    microseconds{1},  microseconds{10}, microseconds{100}, milliseconds{1},   milliseconds{2},   milliseconds{5}, milliseconds{10},
    milliseconds{20}, milliseconds{50}, milliseconds{100}, milliseconds{200}, milliseconds{500}, seconds{1},      seconds{2},
    seconds{5},       seconds{10},      seconds{15},       seconds{30},       minutes{1},        minutes{2},      minutes{5},
    minutes{10},      minutes{15},      minutes{30},       hours{1},          hours{2},          hours{3},        hours{6},
    hours{12},        hours{24},        hours{48},         hours{24 * 7},     hours{24 * 14},    hours{24 * 30},  hours{24 * 91},
    hours{24 * 182},  hours{24 * 365},  hours{24 * 730},   hours{24 * 1825},  hours{24 * 3650},
});

constexpr auto kSpans = std::to_array<Duration>({
    milliseconds{10}, milliseconds{20}, milliseconds{50}, milliseconds{100}, milliseconds{200}, milliseconds{500}, seconds{1},
    seconds{2},       seconds{5},       seconds{10},      seconds{30},       minutes{1},        minutes{2},        minutes{5},
    minutes{10},      minutes{30},      hours{1},         hours{2},          hours{4},          hours{8},          hours{24},
    hours{48},        hours{24 * 7},    hours{24 * 14},   hours{24 * 30},    hours{24 * 91},    hours{24 * 182},   hours{24 * 365},
    hours{24 * 730},  hours{24 * 1825}, hours{24 * 3650}, hours{24 * 7300},
});

/// The round number of 1, 2, 2.5, 5 times a power of ten at or above `rough`.
double roundStep(double rough)
{
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= rough * (1.0 - 1e-9))
            return factor * power;
    return 10.0 * power;
}

/// As many decimals as the step has (2.5 has one more than its power of ten says).
int decimalsOf(double step)
{
    int decimals = 0;
    for (double scaled = step; decimals < 9 && std::fabs(scaled - std::round(scaled)) > 1e-6 * scaled; scaled *= 10.0)
        ++decimals;
    return decimals;
}

QString formatFor(double step, double largest)
{
    if (largest >= 1e7 || step < 1e-6)
        return QStringLiteral("%.%1g").arg(2 + int(std::ceil(std::log10(std::max(1.0, largest / step)))));
    return QStringLiteral("%.%1f").arg(decimalsOf(step));
}

Duration timeStep(Duration span, int wanted)
{
    const Duration rough = span / std::max(1, wanted);
    const auto found = std::lower_bound(kTimeSteps.begin(), kTimeSteps.end(), rough);
    return found == kTimeSteps.end() ? kTimeSteps.back() : *found;
}

/// "−8 min": all distances of an axis in the one unit that its step is a multiple of.
QString distanceLabel(Duration distance, Duration step)
{
    struct Unit {
        Duration size;
        const char *name;
    };
    static constexpr auto kUnits = std::to_array<Unit>(
        {{hours{24 * 365}, "y"}, {hours{24}, "d"}, {hours{1}, "h"}, {minutes{1}, "min"}, {seconds{1}, "s"}, {milliseconds{1}, "ms"}});
    for (const Unit &unit : kUnits)
        if (step >= unit.size)
            return QChar(u'\u2212') + QString::number(distance / unit.size) + ' ' + unit.name;
    return QChar(u'\u2212') + QString::number(distance / microseconds{1}) + QStringLiteral(" µs");
}

QString clockLabel(UtcTime at, Duration step, ZoneChoice zone)
{
    const UtcTime shown = at + zoneOffset(at, zone);
    const bool midnight = shown == floor<days>(shown);
    if (step >= hours{24} * 182)
        return dateText(at, zone);
    if (step >= hours{24} || (midnight && step >= minutes{1}))
        return dateText(at, zone).mid(5);
    if (step >= minutes{1})
        return clockText(at, 0, zone).left(5);
    return clockText(at, step >= seconds{1} ? 0 : step >= milliseconds{1} ? 3 : 6, zone);
}

} // namespace

ValueTicks valueTicks(double low, double high, int wanted)
{
    if (!std::isfinite(low) || !std::isfinite(high))
        return {};
    if (low > high)
        std::swap(low, high);
    // Equal bounds, or so close that labels could not tell them apart any more.
    const double least = std::max({std::fabs(low), std::fabs(high), 1e-12}) * 1e-6;
    if (high - low < least) {
        const double room = low == 0.0 && high == 0.0 ? 1.0 : std::max(std::fabs(low), std::fabs(high)) * 0.02;
        low -= room;
        high += room;
    }
    ValueTicks ticks;
    ticks.step = roundStep((high - low) / std::max(1, wanted - 1));
    ticks.low = std::floor(low / ticks.step + 1e-9) * ticks.step;
    ticks.high = std::ceil(high / ticks.step - 1e-9) * ticks.step;
    ticks.count = std::max(2, int(std::lround((ticks.high - ticks.low) / ticks.step)) + 1);
    ticks.format = formatFor(ticks.step, std::max(std::fabs(ticks.low), std::fabs(ticks.high)));
    return ticks;
}

std::vector<TimeTick> relativeTicks(UtcTime end, Duration span, int wanted)
{
    const Duration step = timeStep(span, wanted);
    std::vector<TimeTick> ticks;
    for (std::int64_t i = span / step; i > 0; --i)
        ticks.push_back({end - i * step, distanceLabel(i * step, step)});
    ticks.push_back({end, QCoreApplication::translate("AxisTicks", "now")});
    return ticks;
}

std::vector<TimeTick> clockTicks(UtcTime from, UtcTime to, int wanted, ZoneChoice zone)
{
    std::vector<TimeTick> ticks;
    if (from >= to)
        return ticks;
    const Duration step = timeStep(to - from, wanted);
    const Duration offset = zoneOffset(from, zone); // round on the clock of the zone
    const Duration begin = from.time_since_epoch() + offset;
    Duration first = begin / step * step;
    if (first < begin)
        first += step;
    for (UtcTime at{first - offset}; at <= to; at += step)
        ticks.push_back({at, clockLabel(at, step, zone)});
    return ticks;
}

Duration nextSpan(Duration span, bool larger)
{
    if (larger) {
        const auto found = std::upper_bound(kSpans.begin(), kSpans.end(), span);
        return found == kSpans.end() ? kSpans.back() : *found;
    }
    const auto found = std::lower_bound(kSpans.begin(), kSpans.end(), span);
    return found == kSpans.begin() ? kSpans.front() : *std::prev(found);
}

Duration nearestSpan(Duration span)
{
    const double wanted = std::log(std::max(1.0, double(span.count())));
    return *std::min_element(kSpans.begin(), kSpans.end(), [wanted](Duration a, Duration b) {
        return std::fabs(std::log(double(a.count())) - wanted) < std::fabs(std::log(double(b.count())) - wanted);
    });
}

} // namespace telltale::ui
