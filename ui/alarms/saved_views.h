// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alarm_view.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace telltale::ui {

/// Views of the alarm list by name. "All" and "Unacknowledged P1" are built in: they can be neither overwritten nor deleted. Thread: UI.
class SavedViews {
public:
    struct Named {
        QString name;
        AlarmView view;
        bool builtIn = false;
    };
    static constexpr int kMostCharacters = 40;

    SavedViews();

    /// The built-in ones, then the operator's own by name.
    [[nodiscard]] const std::vector<Named> &all() const { return m_views; }
    /// Replaces an own view of that name. False: the name is empty or built in.
    bool save(const QString &name, const AlarmView &view);
    bool remove(const QString &name);

    /// The own ones as name and line in turn, for a settings file. What cannot be read is left out.
    [[nodiscard]] QStringList lines() const;
    void setLines(const QStringList &lines);

private:
    std::vector<Named> m_views;
};

} // namespace telltale::ui
