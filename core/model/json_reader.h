// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/detector_spec.h"
#include "core/model/model_fields.h"

#include <simdjson.h>

// What a parser looks like depends on this definition, which comes with the package: files that differ would read past each other.
#ifndef SIMDJSON_THREADS_ENABLED
#error "link this room with simdjson::simdjson"
#endif

#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace telltale::json {

/// Reads what `Writer` wrote into a value that already has its defaults: fields that are absent keep them, unknown fields are skipped,
/// a field of the wrong kind ends the reading. Errors: BadFormat, `where` = "alarms[3].occurrence.state".
class Reader {
public:
    using Element = simdjson::dom::element;

    explicit Reader(Element root) : m_at(root) {}

    template <typename T>
    void operator()(std::string_view name, T &content)
    {
        Element child;
        if (m_failed || m_at.at_key(name).get(child) != simdjson::SUCCESS)
            return;
        descend(child, content);
        if (m_failed)
            m_where = std::string(name) + (m_where.empty() || m_where.front() == '[' ? "" : ".") + m_where;
    }

    template <typename T>
    Result<void> read(T &content)
    {
        descend(m_at, content);
        if (m_failed)
            return Error{ErrorKind::BadFormat, "not of the kind that is expected here", m_where};
        return {};
    }

private:
    template <typename T>
    void descend(Element child, T &content)
    {
        const Element outer = std::exchange(m_at, child);
        m_failed = !take(content);
        m_at = outer;
    }

    bool take(std::string &text)
    {
        std::string_view found;
        const bool ok = m_at.get(found) == simdjson::SUCCESS;
        text = found;
        return ok;
    }
    bool take(bool &flag) { return m_at.get(flag) == simdjson::SUCCESS; }
    bool take(double &number)
    {
        if (m_at.is_null()) {
            number = kMissing;
            return true;
        }
        std::string_view text;
        if (m_at.get(text) != simdjson::SUCCESS)
            return m_at.get_double().get(number) == simdjson::SUCCESS;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        return read.ec == std::errc{} && read.ptr == text.data() + text.size();
    }
    bool take(float &number)
    {
        double wide = 0.0;
        const bool ok = take(wide);
        // Beyond the range of a float the conversion would be undefined.
        number = !ok || std::fabs(wide) <= std::numeric_limits<float>::max() || !std::isfinite(wide)
                     ? static_cast<float>(wide)
                     : std::copysign(std::numeric_limits<float>::infinity(), static_cast<float>(wide > 0 ? 1 : -1));
        return ok;
    }
    template <typename T>
    requires std::is_integral_v<T>
    bool take(T &number)
    {
        using Wide = std::conditional_t<std::is_signed_v<T>, std::int64_t, std::uint64_t>;
        Wide wide = 0;
        if (m_at.get(wide) != simdjson::SUCCESS || !std::in_range<T>(wide))
            return false;
        number = static_cast<T>(wide);
        return true;
    }
    bool take(Duration &length)
    {
        std::int64_t nanos = 0;
        const bool ok = take(nanos);
        length = Duration{nanos};
        return ok;
    }
    bool take(UtcTime &time)
    {
        time = kNoTime;
        std::int64_t nanos = 0;
        if (m_at.is_null())
            return true;
        const bool ok = take(nanos);
        time = fromNanos(nanos);
        return ok;
    }
    template <typename T>
    requires std::is_enum_v<T>
    bool take(T &word)
    {
        std::string_view text;
        return m_at.get(text) == simdjson::SUCCESS && readWord(text, word);
    }
    template <typename T>
    bool take(std::vector<T> &items)
    {
        simdjson::dom::array array;
        if (m_at.get(array) != simdjson::SUCCESS)
            return false;
        items.clear();
        items.reserve(array.size());
        for (const Element item : array) {
            descend(item, items.emplace_back());
            if (m_failed) {
                m_where =
                    '[' + std::to_string(items.size() - 1) + ']' + (m_where.empty() || m_where.front() == '[' ? m_where : '.' + m_where);
                return false;
            }
        }
        return true;
    }
    bool take(ParamValue &setting)
    {
        if (m_at.is_bool())
            return take(setting.emplace<bool>());
        if (m_at.is_string())
            return take(setting.emplace<std::string>());
        return take(setting.emplace<double>());
    }
    template <typename T>
    bool take(std::map<std::string, T> &named)
    {
        simdjson::dom::object object;
        if (m_at.get(object) != simdjson::SUCCESS)
            return false;
        for (const auto [name, content] : object) {
            descend(content, named[std::string(name)]);
            if (m_failed) {
                m_where = std::string(name) + (m_where.empty() || m_where.front() == '[' ? "" : ".") + m_where;
                return false;
            }
        }
        return true;
    }
    template <typename T>
    requires std::is_class_v<T>
    bool take(T &fields)
    {
        if (!m_at.is_object())
            return false;
        describe(*this, fields);
        return !m_failed;
    }

    Element m_at;
    bool m_failed = false;
    std::string m_where;
};

/// Reads one value; absent fields keep the defaults of T. Errors: BadFormat.
template <typename T>
[[nodiscard]] Result<T> fromText(std::string_view text)
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (const auto failure = parser.parse(text.data(), text.size()).get(root); failure != simdjson::SUCCESS)
        return Error{ErrorKind::BadFormat, std::string("not JSON: ") + simdjson::error_message(failure), {}};
    T content{};
    Reader reader(root);
    if (auto read = reader.read(content); !read)
        return read.error();
    return content;
}

} // namespace telltale::json
