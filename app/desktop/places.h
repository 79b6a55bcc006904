// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"

#include <QString>
#include <QStringList>
#include <string>

namespace telltale::app {

/// Where one profile keeps what, after the XDG base directories. A profile shares none of it with another; nor do plant and demo share
/// their data, so that practice alarms never get into a real journal.
struct Places {
    QString settingsFile;   ///< what the user chose: $XDG_CONFIG_HOME/telltale/telltale.conf
    QStringList siteFiles;  ///< what the site chose, most important first: $XDG_CONFIG_DIRS/telltale/telltale.conf
    QString accountsFile;   ///< who may sign in: beside the settings
    QString keysFile;       ///< keys that were chosen: beside the settings
    std::string dataFolder; ///< journal and history: $XDG_DATA_HOME/telltale/plant, or --data
    QString stateFolder;    ///< log and layout: $XDG_STATE_HOME/telltale
    QString socket;         ///< where a running program is reached: in $XDG_RUNTIME_DIR; one for each profile and data folder
    QString busName;        ///< on the session bus; empty with --data, because one name can mean one folder only
};

/// Reads the environment, creates nothing. Missing or relative variables count as not set; without a usable $XDG_RUNTIME_DIR the socket
/// is in the state folder.
[[nodiscard]] Places placesOf(const DesktopOptions &options);

} // namespace telltale::app
