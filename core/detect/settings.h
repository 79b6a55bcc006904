// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/detector_spec.h"

#include <map>
#include <string>
#include <string_view>

namespace telltale::detect {

/// The settings of one detector: what was asked for, checked against the detector's table, and the table's fallbacks for the rest.
class Settings {
public:
    /// Errors: InvalidArgument for a setting that the table does not have, of another type, or out of range.
    static Result<Settings> check(const DetectorRule &rule, const DetectorSpec &spec);

    /// The name must be in the table, with that type.
    [[nodiscard]] double number(std::string_view name) const { return std::get<double>(at(name)); }
    [[nodiscard]] bool flag(std::string_view name) const { return std::get<bool>(at(name)); }
    [[nodiscard]] const std::string &text(std::string_view name) const { return std::get<std::string>(at(name)); }
    [[nodiscard]] std::size_t count(std::string_view name) const { return static_cast<std::size_t>(number(name)); }
    /// Unchecked.
    void setNumber(std::string_view name, double value) { m_values.find(name)->second = value; }

private:
    [[nodiscard]] const ParamValue &at(std::string_view name) const { return m_values.find(name)->second; }

    std::map<std::string, ParamValue, std::less<>> m_values;
};

/// As people write it in a plant file.
[[nodiscard]] std::string numberText(double value);

/// Rows of a table of settings.
[[nodiscard]] ParamRule numberRule(std::string name, double fallback, double min, double max, std::string unit, std::string text);
[[nodiscard]] ParamRule flagRule(std::string name, bool fallback, std::string text);
[[nodiscard]] ParamRule textRule(std::string name, std::string fallback, std::string text);

} // namespace telltale::detect
