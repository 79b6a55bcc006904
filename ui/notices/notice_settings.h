// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notices/sound_output.h"

#include <QString>

namespace telltale::ui {

/// When alarms are put on the desktop: never, while nobody looks at the window, or always.
enum class NotifyWhen { Never, Away, Always };

/// How a station makes itself noticed beside its window. Nothing of it is remembered: a station that was quiet yesterday is not so today
/// unless it was started so. The default is a window that makes no sound, says so, and leaves the desktop alone.
struct NoticeSettings {
    SoundOutputMaker sound; ///< empty = switched off
    NotifyWhen notify = NotifyWhen::Never;
    QString busAddress; ///< where notes go; empty = the session's bus
    bool tray = false;  ///< an icon in the tray, where there is one
};

} // namespace telltale::ui
