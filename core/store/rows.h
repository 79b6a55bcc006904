// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json_reader.h"
#include "core/model/json_writer.h"
#include "core/store/statement.h"

#include <deque>
#include <string>
#include <string_view>

namespace telltale::store {

/// An archive that binds one column per field, in the order of `describe`; source and actor take a column each for their parts, every
/// other structure becomes one JSON column. Keep it alive until the statement was stepped: it owns the texts that it made.
class RowBinder {
public:
    explicit RowBinder(Statement &statement) : m_statement(statement) {}

    template <typename T>
    void operator()(std::string_view, const T &field)
    {
        put(field);
    }

    void put(const SensorKey &key) { describe(*this, key); }
    void put(const Actor &actor) { describe(*this, actor); }
    void put(const std::string &text) { m_statement.add(std::string_view(text)); }
    void put(double number) { m_statement.add(number); }
    void put(UtcTime time) { m_statement.add(time); }
    template <typename T>
    requires std::is_integral_v<T>
    void put(T number) { m_statement.add(static_cast<std::int64_t>(number)); }
    template <typename T>
    requires std::is_enum_v<T>
    void put(T word) { m_statement.add(wordOf(word)); }
    template <typename T>
    requires std::is_class_v<T>
    void put(const T &structure) { m_statement.add(std::string_view(m_texts.emplace_back(json::toText(structure)))); }

private:
    Statement &m_statement;
    std::deque<std::string> m_texts;
};

/// The archive that reads what `RowBinder` bound. Errors: Corrupt for a word or JSON text that cannot be.
class RowReader {
public:
    explicit RowReader(Statement &statement) : m_statement(statement) {}

    template <typename T>
    void operator()(std::string_view name, T &field)
    {
        if (m_wrong.empty() && !take(field))
            m_wrong = name;
    }

    [[nodiscard]] Result<void> outcome() const
    {
        if (m_wrong.empty())
            return {};
        return Error{ErrorKind::Corrupt, "the stored " + m_wrong + " cannot be read", {}};
    }

private:
    bool take(SensorKey &key)
    {
        describe(*this, key);
        return true;
    }
    bool take(Actor &actor)
    {
        describe(*this, actor);
        return true;
    }
    bool take(std::string &text)
    {
        text = m_statement.text();
        return true;
    }
    bool take(double &number)
    {
        number = m_statement.real();
        return true;
    }
    bool take(UtcTime &time)
    {
        time = m_statement.time();
        return true;
    }
    template <typename T>
    requires std::is_integral_v<T>
    bool take(T &number)
    {
        number = static_cast<T>(m_statement.integer());
        return true;
    }
    template <typename T>
    requires std::is_enum_v<T>
    bool take(T &word) { return readWord(m_statement.text(), word); }
    template <typename T>
    requires std::is_class_v<T>
    bool take(T &structure)
    {
        auto read = json::fromText<T>(m_statement.text());
        if (read)
            structure = std::move(*read);
        return read.ok();
    }

    Statement &m_statement;
    std::string m_wrong;
};

/// Reads the row the statement stands on.
template <typename T>
[[nodiscard]] Result<T> readRow(Statement &statement)
{
    T row{};
    RowReader reader(statement);
    describe(reader, row);
    if (const auto outcome = reader.outcome(); !outcome)
        return outcome.error();
    return row;
}

} // namespace telltale::store
