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

void appendEscaped(std::string &text, unsigned control)
{
    std::array<char, 8> escaped{};
    std::snprintf(escaped.data(), escaped.size(), "\\u%04x", control);
    text += escaped.data();
}

void append(std::string &text, char c)
{
    switch (c) {
    case '"': text += "\\\""; return;
    case '\\': text += "\\\\"; return;
    case '\n': text += "\\n"; return;
    case '\r': text += "\\r"; return;
    case '\t': text += "\\t"; return;
    default: break;
    }
    constexpr unsigned char kDelete = 0x7F;
    const auto code = static_cast<unsigned char>(c);
    if (code < 0x20 || code == kDelete)
        appendEscaped(text, code);
    else
        text += c;
}

/// Control characters from U+0080 to U+009F, which terminals obey too: C2 and a byte of that value in UTF-8. 0 = it is none.
unsigned highControlAt(std::string_view text)
{
    const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    return text.size() > 1 && byteAt(0) == 0xC2 && byteAt(1) >= 0x80 && byteAt(1) <= 0x9F ? byteAt(1) : 0;
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
    const std::string clean = cleanUtf8(text);
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const unsigned control = highControlAt(std::string_view(clean).substr(i));
        if (control == 0) {
            append(m_text, clean[i]);
            continue;
        }
        appendEscaped(m_text, control);
        ++i;
    }
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
