// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <ostream>
#include <string>

namespace telltale::app {

/// Where progress is shown: a bar that redraws itself on a terminal, a line every ten seconds elsewhere.
struct ProgressPlace {
    std::ostream &text;
    const Clock &clock;
    bool terminal = false;
};

/// How far a long piece of work is. Units: 0 … 1. A bar is wiped at the end, so that what follows stands alone.
class Progress {
public:
    Progress(ProgressPlace place, std::string title);
    ~Progress();
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    void show(double share);

private:
    ProgressPlace m_place;
    std::string m_title;
    SteadyTime m_shown;
    bool m_drawn = false;
};

} // namespace telltale::app
