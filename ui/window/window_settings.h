// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "ui/notices/notice_settings.h"
#include "ui/widgets/palette.h"
#include "ui/window/account_settings.h"
#include "ui/window/session_memory.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <string>
#include <vector>

namespace telltale::replay {
class FollowSource;
class ReplaySource;
} // namespace telltale::replay

namespace telltale::ui {

/// What whoever composes the program decides about its window.
struct WindowSettings {
    std::string dataFolder;                     ///< of the journal, for history and reports; empty = neither is offered
    Actor actor;                                ///< who acts at this station
    QString station;                            ///< shown in the header and printed in reports; empty = the actor's
    QString title;                              ///< of the plant; empty = "Telltale"
    std::vector<Priority> commentToAcknowledge; ///< alarms of these are acknowledged with a comment only
    QString plantFile;                          ///< where it is written; empty = nowhere
    QString plantZone;                          ///< where the plant stands, by its IANA name; empty = not said
    QString productVersion;                     ///< printed in reports: "Telltale 0.1.0"
    bool offerTour = false;                     ///< of the window, until somebody has seen it
    enum class Simulated { No, Demo, File };
    Simulated simulated = Simulated::No;    ///< what is watched is not the plant: there is a way back to it
    bool readOnly = false;                  ///< look, but neither acknowledge nor comment
    std::optional<ThemeChoice> theme;       ///< asked for at this start; empty = as it was left, and at first as the desktop is
    QString keysFile;                       ///< keys that were chosen for this station; empty = those of the table, and none are kept
    MemoryPlaces memory;                    ///< empty = the window opens as if for the first time, and keeps nothing
    AccountSettings accounts;               ///< who may sign in; by default everybody may do everything
    NoticeSettings notices;                 ///< the horn and its like; by default none
    replay::ReplaySource *replay = nullptr; ///< the window's source, where it is a replay: then the window has a frame and a bar for it
    replay::FollowSource *follow = nullptr; ///< the window's source, where another program watches the plant
    bool insecure = false;                  ///< takes readings of other computers without encryption, and says so
    QStringList encryptedFeeds;             ///< addresses that are encrypted all the same
    std::string shownSource;                ///< "asset/sensor" whose trend is shown first; empty = whichever comes first
    std::string exportFolder;               ///< where E puts reports; empty = "telltale-reports" in the user's documents
};

} // namespace telltale::ui
