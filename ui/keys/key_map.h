// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/key_table.h"

#include <QKeySequence>
#include <QList>
#include <QStringList>
#include <map>
#include <optional>
#include <string>

namespace telltale::ui {

/// Which keys do what at a station: those of the table, but for the acts that were given others. A value; by default nothing was chosen.
class KeyMap {
public:
    [[nodiscard]] QList<QKeySequence> keysOf(Act act) const;
    [[nodiscard]] bool isChosen(Act act) const { return m_chosen.contains(act); }
    /// The first act of the table that has it; empty = nobody has.
    [[nodiscard]] std::optional<Act> holder(const QKeySequence &key) const;

    /// No keys take the act's away; those of the table take the choice back.
    void choose(Act act, const QList<QKeySequence> &keys);
    void reset(Act act) { m_chosen.erase(act); }
    void resetAll() { m_chosen.clear(); }
    [[nodiscard]] const std::map<Act, QList<QKeySequence>> &chosen() const { return m_chosen; }

    /// Acts of a newer version, by name, with what its file says: they are written back.
    std::map<std::string, QStringList> strangers;

    [[nodiscard]] bool operator==(const KeyMap &other) const = default;

private:
    std::map<Act, QList<QKeySequence>> m_chosen;
};

} // namespace telltale::ui
