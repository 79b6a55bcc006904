// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/sounding.h"

#include <algorithm>

namespace telltale::ui {

std::vector<Sounding> soundingsOf(const std::vector<Occurrence> &alarms)
{
    std::vector<Sounding> found;
    for (const Occurrence &alarm : alarms) {
        if (alarm.audible == Audible::Sounding && alarm.priority != Priority::Diagnostic) {
            found.push_back(soundingOf(alarm));
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace telltale::ui
