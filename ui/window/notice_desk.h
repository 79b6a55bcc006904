// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/notices/horn_player.h"
#include "ui/notices/notice_settings.h"

#include <QObject>

namespace telltale::ui {

class HeaderBar;

/// Makes the station noticed: sounds the horn as the newest snapshot wants it and says in the header whether that is heard. Thread: UI.
class NoticeDesk final : public QObject {
    Q_OBJECT
public:
    NoticeDesk(HeaderBar &header, const NoticeSettings &settings, QObject *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);
    /// F8, before anybody has answered.
    void muteHorn();

private:
    void showMute();

    HeaderBar &m_header;
    HornPlan m_plan;
    HornPlayer m_horn;
};

} // namespace telltale::ui
