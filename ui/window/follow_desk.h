// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/key_table.h"
#include "ui/models/time_text.h"

#include <QString>
#include <functional>

namespace telltale::replay {
class FollowSource;
}

namespace telltale::ui {

class HeaderBar;

/// Makes a window that follows what another program watches say so, and how old that is: nobody may take a plant that is no longer watched
/// for a quiet one. Thread: UI.
class FollowDesk {
public:
    using Say = std::function<void(const QString &)>;
    /// `source` null = this window watches for itself.
    FollowDesk(HeaderBar &header, replay::FollowSource *source, Say say);

    /// False where the act is none of its own.
    bool run(Act act);
    /// With every picture: how long ago the last sign of life was.
    void apply();
    void setZone(ZoneChoice zone);

private:
    HeaderBar &m_header;
    replay::FollowSource *m_source;
    Say m_say;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
