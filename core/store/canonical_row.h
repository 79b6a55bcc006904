// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/statement.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace telltale::store {

/// Bytes that stand for stored values, so that no two different rows have the same: each value begins with its type (N null, I integer,
/// R real, T text, B bytes); numbers have eight bytes, least significant first, texts and bytes are preceded by their length in eight.
class CanonicalBytes {
public:
    CanonicalBytes &add(std::int64_t number);
    CanonicalBytes &add(std::string_view text);
    CanonicalBytes &addBytes(std::string_view bytes);
    /// The next column of the row that the statement stands on.
    CanonicalBytes &addNext(Statement &row);

    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    void addWord(std::uint64_t word);
    void addText(char type, std::string_view text);

    std::string m_text;
};

/// A row as bytes, and when it says that it happened.
struct CanonicalRow {
    std::string bytes;
    UtcTime at = kNoTime;
};

/// All columns of the row that the statement stands on. `timeColumn`: which of them is its time; -1 = none.
[[nodiscard]] CanonicalRow canonicalRow(Statement &row, int timeColumn);

} // namespace telltale::store
