// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// Writes JSON text, compact, in the order of the calls; numbers are locale-free and round-trip exactly.
/// Missing: NaN and infinities become null. Text: invalid UTF-8 bytes become U+FFFD; control characters are escaped.
/// Errors: none at run time; unbalanced calls are a programming error.
/// Example: JsonText().beginObject().key("t").value(1.5).endObject().text() == R"({"t":1.5})"
class JsonText {
public:
    JsonText &beginObject() { return open('{'); }
    JsonText &endObject() { return close('}'); }
    JsonText &beginArray() { return open('['); }
    JsonText &endArray() { return close(']'); }
    JsonText &key(std::string_view name);
    JsonText &value(std::string_view text);
    JsonText &value(const char *text) { return value(std::string_view(text)); }
    JsonText &value(double number);
    JsonText &value(std::int64_t number);
    JsonText &value(std::uint64_t number);
    JsonText &value(int number) { return value(static_cast<std::int64_t>(number)); }
    JsonText &value(unsigned number) { return value(static_cast<std::uint64_t>(number)); }
    JsonText &value(bool flag);
    JsonText &null();

    /// key and value in one call.
    template <typename T>
    JsonText &field(std::string_view name, T content)
    {
        return key(name).value(content);
    }

    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    JsonText &open(char bracket);
    JsonText &close(char bracket);
    void separate();

    std::string m_text;
    bool m_needComma = false;
};

/// `text` as valid UTF-8: every byte that is not part of a well-formed sequence becomes U+FFFD.
[[nodiscard]] std::string cleanUtf8(std::string_view text);
[[nodiscard]] bool isUtf8(std::string_view text);

/// Shortest text that reads back as the same double; "nan", "inf", "-inf" for the rest. Locale-free.
[[nodiscard]] std::string numberText(double number);

} // namespace telltale
