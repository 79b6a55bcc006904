// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/json_leaf.h"

#include "core/base/log.h"
#include "core/model/score.h"
#include "core/wire/accepted_time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace telltale::wire {

using simdjson::ondemand::json_type;

namespace {

constexpr std::string_view kOutside = "t is outside 2000-01-01 to 2100-01-01";

bool hasControls(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

std::string_view typeName(json_type type)
{
    switch (type) {
    case json_type::array: return "an array";
    case json_type::object: return "an object";
    case json_type::number: return "a number";
    case json_type::string: return "text";
    case json_type::boolean: return "true or false";
    case json_type::null: return "null";
    }
    return "something else";
}

std::string_view token(JsonValue &value)
{
    std::string_view text = value.raw_json_token();
    const auto end = text.find_last_not_of(" \t\r\n");
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The parser knows a value's type from its first character alone; -Infinity and nul are no values at all.
bool isWellFormed(std::string_view text, json_type type)
{
    switch (type) {
    case json_type::null: return text == "null";
    case json_type::boolean: return text == "true" || text == "false";
    case json_type::number: return isDigit(text.back());
    default: return true;
    }
}

/// True for a number such as 1e999, whose only fault is that no double can hold it.
bool isHuge(std::string_view text, double &number)
{
    double ignored = 0.0;
    const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
    if (digits.size() > 1 && digits[0] == '0' && isDigit(digits[1]))
        return false;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), ignored);
    const bool huge = error == std::errc::result_out_of_range && end == text.data() + text.size();
    if (huge)
        number = text.starts_with('-') ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    return huge;
}

/// "1795000000.123456789" without the detour over a double, which would keep only some 200 ns of it.
std::optional<UtcTime> plainSeconds(std::string_view text)
{
    constexpr std::int64_t kMaxSeconds = 9'000'000'000; // in the year 2255, well before nanoseconds overflow
    const std::string_view whole = text.substr(0, text.find('.'));
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), seconds);
    if (error != std::errc{} || end != whole.data() + whole.size() || seconds < 0 || seconds > kMaxSeconds)
        return std::nullopt;
    std::int64_t nanos = 0;
    std::int64_t scale = 100'000'000;
    for (const char c : text.substr(std::min(text.size(), whole.size() + 1))) {
        if (!isDigit(c))
            return std::nullopt;
        nanos += scale * (c - '0');
        scale /= 10;
    }
    return UtcTime{std::chrono::seconds{seconds} + Duration{nanos}};
}

std::string timeAdvice(double seconds)
{
    constexpr std::array<std::pair<double, std::string_view>, 3> kUnits{
        {{1e3, "milliseconds"}, {1e6, "microseconds"}, {1e9, "nanoseconds"}}};
    for (const auto &[perSecond, unit] : kUnits) {
        if (isAcceptedTime(UtcTime{fromSeconds(seconds / perSecond)}))
            return std::string(kOutside) + ": it looks like " + std::string(unit) + ", seconds are expected";
    }
    return std::string(kOutside);
}

bool readTimeText(JsonValue &value, UtcTime &time, Fault &fault)
{
    std::string_view text;
    if (const auto error = value.get_string().get(text))
        return failJson(fault, error);
    const auto parsed = parseTime(text);
    if (!parsed)
        return fail(fault, Reject::BadTime, "t: expected a time such as 2026-11-22T12:31:07Z, found \"" + escapeLine(text, 40) + '"');
    time = *parsed;
    return checkTime(time, fault);
}

} // namespace

bool fail(Fault &fault, Reject reason, std::string detail)
{
    fault = Rejection{reason, std::move(detail)};
    return false;
}

bool failJson(Fault &fault, simdjson::error_code error)
{
    return fail(fault, Reject::BadJson, simdjson::error_message(error));
}

bool failType(Fault &fault, JsonValue value, std::string_view place, std::string_view expected)
{
    json_type type{};
    if (const auto error = value.type().get(type))
        return failJson(fault, error);
    if (!isWellFormed(token(value), type))
        return fail(fault, Reject::BadJson, escapeLine(place, 80) + ": \"" + escapeLine(token(value), 40) + "\" is not a JSON value");
    return fail(fault, Reject::BadType,
                escapeLine(place, 80) + ": expected " + std::string(expected) + ", found " + std::string(typeName(type)));
}

bool isNull(JsonValue &value)
{
    bool null = false;
    return !value.is_null().get(null) && null;
}

bool readNumber(JsonValue &value, std::string_view place, double &number, Fault &fault)
{
    const auto error = value.get_double().get(number);
    if (!error)
        return true;
    if (error == simdjson::INCORRECT_TYPE)
        return failType(fault, value, place, "a number");
    // A number that could not be read stays where it is: a second look at its text tells overflow from nonsense.
    return isHuge(token(value), number) || failJson(fault, error);
}

bool readCount(JsonValue &value, std::string_view place, std::uint64_t &count, Fault &fault)
{
    if (!value.get_uint64().get(count))
        return true;
    std::string_view text;
    if (value.get_string().get(text))
        return failType(fault, value, place, "a whole number of at most 64 bits");
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error == std::errc{} && end == text.data() + text.size())
        return true;
    return fail(fault, Reject::BadType,
                std::string(place) + ": expected a whole number of at most 64 bits, found \"" + escapeLine(text, 40) + '"');
}

bool readFlag(JsonValue &value, std::string_view place, bool &flag, Fault &fault)
{
    return !value.get_bool().get(flag) || failType(fault, value, place, "true or false");
}

bool readText(JsonValue &value, std::string_view place, std::size_t limit, std::string &text, Fault &fault)
{
    std::string_view found;
    if (const auto error = value.get_string().get(found))
        return error == simdjson::INCORRECT_TYPE ? failType(fault, value, place, "text") : failJson(fault, error);
    if (found.size() > limit || hasControls(found))
        return fail(fault, Reject::BadName,
                    escapeLine(place, 80) + ": at most " + std::to_string(limit) + " bytes without control characters are accepted");
    text = found;
    return true;
}

bool readTime(JsonValue &value, std::string_view place, UtcTime &time, Fault &fault)
{
    json_type type{};
    if (const auto error = value.type().get(type))
        return failJson(fault, error);
    if (type == json_type::string)
        return readTimeText(value, time, fault);
    if (type != json_type::number)
        return failType(fault, value, place, "seconds since 1970 or RFC 3339 text");
    const auto exact = plainSeconds(token(value));
    double seconds = 0.0;
    if (!readNumber(value, place, seconds, fault))
        return false;
    time = exact ? *exact : UtcTime{fromSeconds(seconds)};
    if (checkTime(time, fault))
        return true;
    fault->detail = timeAdvice(seconds);
    return false;
}

bool readQuality(JsonValue &value, std::string_view place, Quality &quality, Fault &fault)
{
    std::string_view text;
    if (const auto error = value.get_string().get(text))
        return error == simdjson::INCORRECT_TYPE ? failType(fault, value, place, "good, uncertain or bad") : failJson(fault, error);
    for (const Quality candidate : {Quality::Good, Quality::Uncertain, Quality::Bad}) {
        quality = candidate;
        if (toText(candidate) == text)
            return true;
    }
    return fail(fault, Reject::BadType, escapeLine(place, 80) + ": expected good, uncertain or bad, found \"" + escapeLine(text, 40) + '"');
}

bool checkSensorName(std::string_view name, Fault &fault)
{
    if (!name.empty() && name.size() <= kMaxSensorBytes && !hasControls(name))
        return true;
    return fail(fault, Reject::BadName, "sensor \"" + escapeLine(name, 40) + "\": a name has 1 to 128 bytes and no control characters");
}

bool checkTime(UtcTime time, Fault &fault)
{
    return isAcceptedTime(time) || fail(fault, Reject::TimeOutOfRange, std::string(kOutside));
}

} // namespace telltale::wire
