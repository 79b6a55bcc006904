// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/codec.h"

#include <cstdint>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>

namespace telltale::wire {

using JsonValue = simdjson::ondemand::value;

/// What went wrong first while a payload is read; empty = nothing yet. Every reading function returns false after it has set this.
using Fault = std::optional<Rejection>;

bool fail(Fault &fault, Reject reason, std::string detail);
/// bad-json, with the parser's own words.
bool failJson(Fault &fault, simdjson::error_code error);
/// bad-type "place: expected …, found …", or bad-json where there is no JSON value at all (NaN, None, 'text').
bool failType(Fault &fault, JsonValue value, std::string_view place, std::string_view expected);

/// Consumes a null; false for everything else.
bool isNull(JsonValue &value);

/// A JSON number. Numbers too large for a double are well formed but not finite: `number` is then ±infinity.
bool readNumber(JsonValue &value, std::string_view place, double &number, Fault &fault);
/// A whole number, or the same as decimal text: writers that keep numbers as doubles lose everything beyond 2^53.
bool readCount(JsonValue &value, std::string_view place, std::uint64_t &count, Fault &fault);
bool readFlag(JsonValue &value, std::string_view place, bool &flag, Fault &fault);
/// Text of at most `limit` bytes without control characters.
bool readText(JsonValue &value, std::string_view place, std::size_t limit, std::string &text, Fault &fault);
/// Seconds since 1970 as a number (decimals are read exactly, to the nanosecond) or RFC 3339 text, within the accepted years.
bool readTime(JsonValue &value, std::string_view place, UtcTime &time, Fault &fault);
bool readQuality(JsonValue &value, std::string_view place, Quality &quality, Fault &fault);

/// 1 to kMaxSensorBytes bytes, no control characters.
bool checkSensorName(std::string_view name, Fault &fault);

/// Whether `time` lies in the years that are accepted; sets time-out-of-range if not.
bool checkTime(UtcTime time, Fault &fault);

} // namespace telltale::wire
