// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/key_map.h"

#include "ui/keys/key_rules.h"

#include <algorithm>

namespace telltale::ui {

QList<QKeySequence> KeyMap::keysOf(Act act) const
{
    const auto chosen = m_chosen.find(act);
    return chosen == m_chosen.end() ? defaultKeys(rowOf(act)) : chosen->second;
}

std::optional<Act> KeyMap::holder(const QKeySequence &key) const
{
    const auto rows = keyTable();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const KeyRow &each) { return keysOf(each.act).contains(key); });
    return row == rows.end() ? std::nullopt : std::optional(row->act);
}

void KeyMap::choose(Act act, const QList<QKeySequence> &keys)
{
    m_chosen[act] = keys;
    if (keys == defaultKeys(rowOf(act))) {
        reset(act);
    }
}

} // namespace telltale::ui
