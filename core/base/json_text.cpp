// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_text.h"

#include "core/base/utf8.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace telltale {

namespace {

template <typename T>
void appendNumber(std::string &text, T number)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

void appendEscaped(std::string &text, char c)
{
    switch (c) {
    case '"': text += "\\\""; return;
    case '\\': text += "\\\\"; return;
    case '\n': text += "\\n"; return;
    case '\r': text += "\\r"; return;
    case '\t': text += "\\t"; return;
    default: break;
    }
    if (static_cast<unsigned char>(c) >= 0x20) {
        text += c;
        return;
    }
    std::array<char, 8> escaped{};
    std::snprintf(escaped.data(), escaped.size(), "\\u%04x", static_cast<unsigned char>(c));
    text += escaped.data();
}

} // namespace

std::string cleanUtf8(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        clean += length > 0 ? text.substr(0, length) : std::string_view("\xEF\xBF\xBD");
        text.remove_prefix(length > 0 ? length : 1);
    }
    return clean;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string numberText(double number)
{
    std::string text;
    appendNumber(text, number);
    return text;
}

JsonText &JsonText::open(char bracket)
{
    separate();
    m_text += bracket;
    m_needComma = false;
    return *this;
}

JsonText &JsonText::close(char bracket)
{
    m_text += bracket;
    m_needComma = true;
    return *this;
}

void JsonText::separate()
{
    if (m_needComma)
        m_text += ',';
    m_needComma = true;
}

JsonText &JsonText::key(std::string_view name)
{
    value(name);
    m_text += ':';
    m_needComma = false;
    return *this;
}

JsonText &JsonText::value(std::string_view text)
{
    separate();
    m_text += '"';
    for (const char c : cleanUtf8(text))
        appendEscaped(m_text, c);
    m_text += '"';
    return *this;
}

JsonText &JsonText::value(double number)
{
    if (!std::isfinite(number))
        return null();
    separate();
    appendNumber(m_text, number);
    return *this;
}

JsonText &JsonText::value(std::int64_t number)
{
    separate();
    appendNumber(m_text, number);
    return *this;
}

JsonText &JsonText::value(std::uint64_t number)
{
    separate();
    appendNumber(m_text, number);
    return *this;
}

JsonText &JsonText::value(bool flag)
{
    separate();
    m_text += flag ? "true" : "false";
    return *this;
}

JsonText &JsonText::null()
{
    separate();
    m_text += "null";
    return *this;
}

} // namespace telltale
