// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/key_change.h"

#include "ui/keys/key_rules.h"

#include <algorithm>

namespace telltale::ui {

namespace {

/// In its place; without a new one the old is gone.
QList<QKeySequence> replaced(QList<QKeySequence> keys, const QKeySequence &old, const QList<QKeySequence> &given)
{
    const qsizetype place = keys.indexOf(old);
    keys.removeAt(place);
    if (!given.isEmpty()) {
        keys.insert(place, given.front());
    }
    return keys;
}

} // namespace

KeyMap withKey(KeyMap map, Act act, const QKeySequence &key)
{
    const KeyRow &row = rowOf(act);
    const bool keepsOwn = row.keeps == Keeps::Defaults;
    if (const auto holder = map.holder(key); holder && *holder != act) {
        const QList<QKeySequence> givenUp = keepsOwn ? QList<QKeySequence>() : map.keysOf(act);
        map.choose(*holder, replaced(map.keysOf(*holder), key, givenUp));
    }
    QList<QKeySequence> keys = keepsOwn ? defaultKeys(row) : QList<QKeySequence>();
    if (!keys.contains(key)) {
        keys << key;
    }
    map.choose(act, keys);
    return map;
}

KeyMap withAnotherKey(KeyMap map, Act act, const QKeySequence &key)
{
    map.choose(act, map.keysOf(act) << key);
    return map;
}

KeyMap withDefault(KeyMap map, Act act)
{
    map.reset(act);
    for (const QKeySequence &key : defaultKeys(rowOf(act))) {
        for (const KeyRow &row : keyTable()) {
            if (row.act != act && map.isChosen(row.act) && map.keysOf(row.act).contains(key)) {
                map = withDefault(std::move(map), row.act);
            }
        }
    }
    return map;
}

const KeyRow *deprivedIn(const KeyMap &map)
{
    const auto rows = keyTable();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const KeyRow &each) { return !keepsEnough(each, map.keysOf(each.act)); });
    return row == rows.end() ? nullptr : &*row;
}

} // namespace telltale::ui
