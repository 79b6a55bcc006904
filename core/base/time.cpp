// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"

#include "core/base/log.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace telltale {

using namespace std::chrono;

namespace {

constexpr std::int64_t kNanosPerSecond = 1'000'000'000;

} // namespace

Duration fromSeconds(double seconds)
{
    if (std::isnan(seconds))
        return Duration::zero();
    constexpr double kLimit = 9.2e18;
    // Whole seconds and the rest apart: a double cannot hold today's time in nanoseconds exactly.
    const double whole = std::floor(seconds);
    if (std::fabs(whole) * 1e9 >= kLimit)
        return whole > 0 ? Duration::max() : Duration::min() + Duration{1};
    return Duration{static_cast<std::int64_t>(whole) * kNanosPerSecond + std::llround((seconds - whole) * 1e9)};
}

std::string toIso(UtcTime time, int digits)
{
    // By way of seconds: the midnight before the earliest time of all, kNoTime, is no number of nanoseconds any more.
    const std::int64_t rest = toNanos(time) % kNanosPerSecond;
    const std::int64_t subsecond = rest < 0 ? rest + kNanosPerSecond : rest;
    const auto second = floor<seconds>(time);
    const auto day = floor<days>(second);
    const year_month_day date{day};
    const hh_mm_ss clock{second - day};
    std::array<char, 48> text{};
    int length =
        std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d", int(date.year()), unsigned(date.month()),
                      unsigned(date.day()), int(clock.hours().count()), int(clock.minutes().count()), int(clock.seconds().count()));
    std::string result(text.data(), static_cast<std::size_t>(length));
    digits = std::clamp(digits, 0, 9);
    if (digits > 0) {
        length = std::snprintf(text.data(), text.size(), "%09lld", static_cast<long long>(subsecond));
        result += '.';
        result.append(text.data(), static_cast<std::size_t>(digits));
    }
    return result + 'Z';
}

namespace {

/// Reads fixed-width fields from the front of a text.
class Cursor {
public:
    explicit Cursor(std::string_view text) : m_rest(text) {}

    bool number(std::size_t width, int &value)
    {
        if (m_rest.size() < width || !std::all_of(m_rest.begin(), m_rest.begin() + width, isDigit))
            return false;
        std::from_chars(m_rest.data(), m_rest.data() + width, value);
        m_rest.remove_prefix(width);
        return true;
    }

    bool oneOf(std::string_view set, char &found)
    {
        if (m_rest.empty() || set.find(m_rest.front()) == std::string_view::npos)
            return false;
        found = m_rest.front();
        m_rest.remove_prefix(1);
        return true;
    }

    bool character(char wanted)
    {
        char found = 0;
        return oneOf(std::string_view(&wanted, 1), found);
    }

    /// Decimals of a second as nanoseconds; more than nine digits are cut.
    bool fraction(std::int64_t &nanos)
    {
        std::int64_t scale = 100'000'000;
        std::size_t count = 0;
        for (nanos = 0; count < m_rest.size() && isDigit(m_rest[count]); ++count, scale /= 10)
            nanos += scale * (m_rest[count] - '0');
        m_rest.remove_prefix(count);
        return count > 0;
    }

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }

    std::string_view m_rest;
};

bool readOffset(Cursor &cursor, minutes &offset)
{
    char sign = 0;
    if (cursor.atEnd())
        return true;
    if (!cursor.oneOf("Zz+-", sign))
        return false;
    if (sign == 'Z' || sign == 'z')
        return cursor.atEnd();
    int hour = 0;
    int minute = 0;
    if (!cursor.number(2, hour) || !cursor.character(':') || !cursor.number(2, minute) || hour > 23 || minute > 59)
        return false;
    offset = (sign == '-' ? -1 : 1) * (hours{hour} + minutes{minute});
    return cursor.atEnd();
}

} // namespace

Result<UtcTime> parseTime(std::string_view text)
{
    const Error failure{ErrorKind::BadFormat, "expected a time such as 2026-11-22T12:31:07Z, found \"" + escapeLine(text, 64) + '"', {}};
    Cursor cursor(text);
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::int64_t nanos = 0;
    char separator = 0;
    minutes offset{0};
    const bool wellFormed = cursor.number(4, year) && cursor.character('-') && cursor.number(2, month) && cursor.character('-')
                            && cursor.number(2, day) && cursor.oneOf("Tt ", separator) && cursor.number(2, hour) && cursor.character(':')
                            && cursor.number(2, minute) && (!cursor.character(':') || cursor.number(2, second))
                            && (!cursor.character('.') || cursor.fraction(nanos)) && readOffset(cursor, offset);
    const year_month_day date{std::chrono::year{year}, std::chrono::month{unsigned(month)}, std::chrono::day{unsigned(day)}};
    // 60 is a leap second: it is read as the first instant of the next minute, as POSIX time does.
    if (!wellFormed || !date.ok() || year < 1678 || year > 2261 || hour > 23 || minute > 59 || second > 60)
        return failure;
    return UtcTime{sys_days{date}} + hours{hour} + minutes{minute} + seconds{second} + nanoseconds{nanos} - offset;
}

} // namespace telltale
