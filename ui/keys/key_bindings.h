// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/key_map.h"

#include <QObject>
#include <functional>

namespace telltale::ui {

/// The keys that are in force, for everything in the program that names one. Thread: UI.
class KeyBindings final : public QObject {
    Q_OBJECT
public:
    static KeyBindings &instance();

    [[nodiscard]] const KeyMap &map() const { return m_map; }
    void setMap(const KeyMap &map);

signals:
    void changed();

private:
    KeyBindings() = default;

    KeyMap m_map;
};

/// Says something that names keys: now, and again whenever they change while `part` lives.
void sayKeys(const QObject *part, const std::function<void()> &say);

} // namespace telltale::ui
