// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kpi/shift_clock.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace telltale::kpi {

namespace {

using namespace std::chrono;
using LocalTime = time_point<local_t, Duration>;

constexpr std::size_t kMostShifts = 12;

/// In the hour that is skipped or repeated, one of the two possible answers; always the same one.
UtcTime toUtc(LocalTime local, const ZoneOffset &offset)
{
    const UtcTime guess{local.time_since_epoch()};
    return UtcTime{local.time_since_epoch() - offset(guess - offset(guess))};
}

local_days dayOf(UtcTime time, const ZoneOffset &offset)
{
    return floor<days>(LocalTime{time.time_since_epoch() + offset(time)});
}

Period between(LocalTime from, LocalTime to, const ZoneOffset &offset)
{
    return {toUtc(from, offset), toUtc(to, offset)};
}

Period shiftAt(UtcTime time, const ShiftPlan &plan, const ZoneOffset &offset)
{
    const local_days today = dayOf(time, offset);
    Period shift;
    for (int day = -1; day <= 2; ++day) {
        for (const minutes start : plan.starts) {
            const UtcTime begin = toUtc(today + days{day} + start, offset);
            if (begin > time)
                return {shift.from, begin};
            shift.from = begin;
        }
    }
    return shift;
}

Result<minutes> readTimeOfDay(std::string_view text)
{
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : -100; };
    const bool shaped = text.size() == 5 && text[2] == ':';
    const int hour = shaped ? 10 * digit(0) + digit(1) : -1;
    const int minute = shaped ? 10 * digit(3) + digit(4) : -1;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return Error{ErrorKind::BadFormat, "expected a time of day like 06:00, found \"" + std::string(text) + '"', {}};
    return hours{hour} + minutes{minute};
}

} // namespace

Result<ShiftPlan> readShiftPlan(std::string_view text)
{
    ShiftPlan plan;
    plan.starts.clear();
    for (std::size_t begin = text.find_first_not_of(' '); begin != std::string_view::npos; begin = text.find_first_not_of(' ', begin)) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const auto start = readTimeOfDay(text.substr(begin, end - begin));
        if (!start)
            return start.error();
        if (!plan.starts.empty() && *start <= plan.starts.back())
            return Error{ErrorKind::BadFormat, "shifts must begin one after the other: \"" + std::string(text) + '"', {}};
        plan.starts.push_back(*start);
        begin = end;
    }
    if (plan.starts.empty() || plan.starts.size() > kMostShifts)
        return Error{ErrorKind::BadFormat, "expected 1 to 12 times of day, found \"" + std::string(text) + '"', {}};
    return plan;
}

std::string toText(const ShiftPlan &plan)
{
    std::string text;
    for (const minutes start : plan.starts) {
        std::array<char, 16> buffer{};
        std::snprintf(buffer.data(), buffer.size(), "%02d:%02d", int(start / hours{1}), int(start % hours{1} / minutes{1}));
        text += (text.empty() ? "" : " ") + std::string(buffer.data());
    }
    return text;
}

Period periodAt(PeriodKind kind, UtcTime time, const ShiftPlan &plan, const ZoneOffset &offset)
{
    if (kind == PeriodKind::Shift)
        return shiftAt(time, plan, offset);
    const local_days today = dayOf(time, offset);
    if (kind == PeriodKind::Day)
        return between(today, today + days{1}, offset);
    if (kind == PeriodKind::Week) {
        const local_days monday = today - (weekday{today} - Monday);
        return between(monday, monday + days{7}, offset);
    }
    const year_month_day date{today};
    const year_month month{date.year(), date.month()};
    return between(local_days{month / 1}, local_days{(month + months{1}) / 1}, offset);
}

} // namespace telltale::kpi
