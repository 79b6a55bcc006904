// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notices/sound_output.h"

namespace telltale::ui {

/// How a station makes itself noticed beside its window. Nothing of it is remembered: a station that was quiet yesterday is not so today
/// unless it was started so. The default is a window that makes no sound and says so.
struct NoticeSettings {
    SoundOutputMaker sound; ///< empty = switched off
};

} // namespace telltale::ui
