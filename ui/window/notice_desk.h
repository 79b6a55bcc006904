// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/notices/horn_player.h"
#include "ui/notices/notice_settings.h"

#include <QObject>
#include <memory>

namespace telltale::ui {

class DesktopNotifier;
class FeedPage;
class HeaderBar;
class TrayBadge;

/// Makes the station noticed: sounds the horn as the newest snapshot wants it, says in the header whether that is heard, and puts alarms on
/// the desktop while nobody looks at the window. Thread: UI.
class NoticeDesk final : public QObject {
    Q_OBJECT
public:
    NoticeDesk(QWidget &window, HeaderBar &header, FeedPage &feeds, const NoticeSettings &settings, QObject *parent = nullptr);
    ~NoticeDesk() override;

    void apply(const SnapshotPtr &snapshot);
    /// F8, before anybody has answered.
    void muteHorn();

signals:
    void alarmWanted(telltale::OccurrenceId alarm); ///< somebody asked to see it; the window has been brought to the front
    void silenceWanted();

private:
    void createNotifier();
    void createTray();
    void showMute();
    void showStates();
    void raiseWindow(const QString &activationToken = {});
    [[nodiscard]] bool wantsNotes() const;

    QWidget &m_window;
    HeaderBar &m_header;
    FeedPage &m_feeds;
    NoticeSettings m_settings;
    HornPlan m_plan;
    HornPlayer m_horn;
    std::unique_ptr<DesktopNotifier> m_notifier; ///< none where notes are switched off
    std::unique_ptr<TrayBadge> m_tray;           ///< none where no tray is wanted
};

} // namespace telltale::ui
