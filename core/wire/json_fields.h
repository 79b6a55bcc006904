// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/json_leaf.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace telltale::wire {

enum class MessageKind : std::uint8_t { Data, Describe, Heartbeat };

/// A cell that may have been sent as one value or as an array of them.
enum class Form : std::uint8_t { Null, One, Many };

/// Shapes: `column.values` as sent, `column.quality` empty unless a number was not finite; a null column has no values yet.
struct JsonColumn {
    SensorColumn column;
    Form form = Form::One;
};

struct JsonQuality {
    std::string sensor;
    std::vector<Quality> values;
    Form form = Form::One;
};

/// What a payload says, key by key, before its parts are compared with each other.
struct JsonFields {
    MessageKind kind = MessageKind::Data;
    std::uint64_t epoch = 0;
    std::optional<std::uint64_t> seq;
    std::vector<UtcTime> times;
    Form timeForm = Form::Null;
    std::vector<JsonColumn> columns;
    bool hasValues = false;
    std::vector<JsonQuality> qualities;
    std::optional<Truth> truth;
    ClockKind clock = ClockKind::Unknown;
    double speed = 1.0;
    std::vector<DescribedSensor> sensors;
    std::uint32_t seenKeys = 0; ///< one bit per known key, to refuse a key that comes twice
};

/// Reads a whole payload in one pass, keys in any order. Unknown keys are skipped; null counts as absent.
bool readFields(simdjson::ondemand::document &document, JsonFields &fields, Fault &fault);

/// Times must fit values, qualities must name columns: gives the message, or says what does not fit.
Decoded assemble(std::string_view asset, JsonFields &&fields, UtcTime received);

} // namespace telltale::wire
