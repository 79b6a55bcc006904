// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alarm_counts.h"
#include "ui/style/theme.h"

#include <QIcon>
#include <QObject>
#include <QString>
#include <optional>

class QMenu;
class QSystemTrayIcon;

namespace telltale::ui {

/// The program's icon; over it the symbol of the worst unacknowledged priority and how many are unacknowledged ("99+" is the most).
/// `logo`: shown as it is when nothing is unacknowledged. Sizes from 16 to 64 pixels.
[[nodiscard]] QIcon badgeIcon(const QIcon &logo, const AlarmCounts &counts, const Theme &theme);
[[nodiscard]] QString badgeText(const AlarmCounts &counts);

/// An icon in the desktop's tray, where there is a tray; without one it does nothing. Never the only channel, and it never acknowledges.
/// Thread: UI. Cost: paints when the worst priority, the count or the theme changes.
class TrayBadge final : public QObject {
    Q_OBJECT
public:
    TrayBadge(QIcon logo, QObject *parent);
    ~TrayBadge() override;

    void apply(const AlarmCounts &counts, const Theme &theme);

signals:
    void showWanted();
    void silenceWanted();

private:
    struct Picture {
        int worst = 0;
        int count = 0;
        bool dark = false;
        friend bool operator==(const Picture &, const Picture &) = default;
    };
    QIcon m_logo;
    std::optional<Picture> m_shown;
    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon *m_icon;
};

} // namespace telltale::ui
