// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/event_time.h"

#include "core/base/log.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <optional>
#include <string>

namespace telltale {

namespace {

/// Seconds of 2000-01-01 and 2100-01-01.
constexpr double kFirstSecond = 946'684'800.0;
constexpr double kEndSecond = 4'102'444'800.0;
/// Seconds would lie beyond the year 5000 here, so such a number counts milliseconds.
constexpr double kMilliseconds = 1e11;

std::optional<UtcTime> fromNumber(std::string_view text)
{
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return UtcTime{fromSeconds(number >= kMilliseconds ? number / 1000.0 : number)};
}

/// "2021/03/18 11:36:00" and "3/18/2021 11:36": rewritten as RFC 3339 and read as that.
std::optional<UtcTime> fromSlashes(std::string_view text)
{
    std::array<int, 3> date{};
    const char *at = text.data();
    const char *const end = text.data() + text.size();
    for (std::size_t i = 0; i < date.size(); ++i) {
        const auto [rest, error] = std::from_chars(at, end, date[i]);
        const char follower = rest == end ? '\0' : *rest;
        if (error != std::errc{} || date[i] < 0 || (i < 2 ? follower != '/' : follower != ' ' && follower != 'T'))
            return std::nullopt;
        at = rest + 1;
    }
    const bool yearFirst = date[0] > 31;
    const int year = yearFirst ? date[0] : date[2];
    const int month = yearFirst ? date[1] : date[0];
    const int day = yearFirst ? date[2] : date[1];
    if (year > 9999 || month > 12 || day > 31)
        return std::nullopt;
    std::array<char, 40> front{};
    std::snprintf(front.data(), front.size(), "%04d-%02d-%02dT", year, month, day);
    std::string clock(at, end);
    if (clock.size() > 1 && clock[1] == ':')
        clock.insert(0, 1, '0');
    const auto time = parseTime(front.data() + clock);
    return time ? std::optional(*time) : std::nullopt;
}

std::optional<UtcTime> anyForm(std::string_view text)
{
    if (const auto time = parseTime(text))
        return *time;
    if (const auto time = parseTime(std::string(text) + "T00:00"); time && text.size() == 10)
        return *time;
    if (const auto time = fromNumber(text))
        return time;
    return fromSlashes(text);
}

} // namespace

Result<UtcTime> readEventTime(std::string_view text)
{
    const auto time = anyForm(text);
    const std::string found = '\'' + escapeLine(text, 64) + '\'';
    if (!time)
        return Error{ErrorKind::BadFormat, "expected a time such as 2026-11-22T12:31:07Z, found " + found, {}};
    const double seconds = toSeconds(time->time_since_epoch());
    if (seconds < kFirstSecond || seconds >= kEndSecond)
        return Error{ErrorKind::OutOfRange, "expected a time from 2000 to 2099, found " + found, {}};
    return *time;
}

} // namespace telltale
