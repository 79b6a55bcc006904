// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_text.h"
#include "core/model/detector_spec.h"
#include "core/model/model_fields.h"

#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace telltale::json {

/// The shortest double that is the same float: a float column then reads "0.1", not "0.10000000149011612".
[[nodiscard]] inline double tidy(float number)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    double wide = 0.0;
    std::from_chars(digits.data(), end, wide);
    return static_cast<float>(wide) == number ? wide : static_cast<double>(number);
}

/// Writes any type that has `describe` as JSON, fields in the order of `describe`.
/// Units: times and durations as integers, nanoseconds. Missing: NaN and kNoTime are null. Infinities, and whole numbers that no
/// 64-bit integer can hold, are text ("inf"), because readers would refuse or bend them. Minus zero is written as zero.
class Writer {
public:
    template <typename T>
    void operator()(std::string_view name, const T &content)
    {
        m_text.key(name);
        put(content);
    }

    void put(const std::string &text) { m_text.value(std::string_view(text)); }
    void put(bool flag) { m_text.value(flag); }
    void put(float number) { put(tidy(number)); }
    void put(double number)
    {
        const bool wholeButHuge = std::fabs(number) >= 9e18 && numberText(number).find_first_of(".e") == std::string::npos;
        if (std::isinf(number) || wholeButHuge)
            m_text.value(std::string_view(numberText(number)));
        else
            m_text.value(number + 0.0);
    }
    void put(Duration length) { m_text.value(length.count()); }
    void put(UtcTime time)
    {
        if (time == kNoTime)
            m_text.null();
        else
            m_text.value(toNanos(time));
    }
    template <typename T>
    requires std::is_integral_v<T>
    void put(T number)
    {
        using Wide = std::conditional_t<std::is_signed_v<T>, std::int64_t, std::uint64_t>;
        m_text.value(static_cast<Wide>(number));
    }
    template <typename T>
    requires std::is_enum_v<T>
    void put(T word) { m_text.value(wordOf(word)); }
    template <typename T>
    void put(const std::vector<T> &items)
    {
        m_text.beginArray();
        for (const T &item : items)
            put(item);
        m_text.endArray();
    }
    void put(const ParamValue &setting)
    {
        std::visit([this](const auto &content) { put(content); }, setting);
    }
    template <typename T>
    void put(const std::map<std::string, T> &named)
    {
        m_text.beginObject();
        for (const auto &[name, content] : named) {
            m_text.key(name);
            put(content);
        }
        m_text.endObject();
    }
    template <typename T>
    requires std::is_class_v<T>
    void put(const T &fields)
    {
        m_text.beginObject();
        describe(*this, fields);
        m_text.endObject();
    }

    [[nodiscard]] std::string take() { return m_text.take(); }

private:
    JsonText m_text;
};

/// One value as JSON text.
template <typename T>
[[nodiscard]] std::string toText(const T &content)
{
    Writer writer;
    writer.put(content);
    return writer.take();
}

} // namespace telltale::json
