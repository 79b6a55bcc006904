// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/key_bindings.h"

namespace telltale::ui {

KeyBindings &KeyBindings::instance()
{
    static KeyBindings bindings;
    return bindings;
}

void KeyBindings::setMap(const KeyMap &map)
{
    if (map != m_map) {
        m_map = map;
        emit changed();
    }
}

void sayKeys(const QObject *part, const std::function<void()> &say)
{
    QObject::connect(&KeyBindings::instance(), &KeyBindings::changed, part, say);
    say();
}

} // namespace telltale::ui
