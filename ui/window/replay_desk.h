// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "core/replay/replay_clock.h"
#include "ui/keys/key_table.h"
#include "ui/models/time_text.h"

#include <QString>
#include <functional>

class QMainWindow;

namespace telltale::replay {
class ReplaySource;
}

namespace telltale::ui {

class ReplayBar;

/// Makes a window one of a replay, with its bar, its frame and its keys; or, in a window of the present, asks for a replay. Thread: UI.
class ReplayDesk {
public:
    using Say = std::function<void(const QString &)>;
    /// `source` null = this window shows the present.
    ReplayDesk(QMainWindow &window, replay::ReplaySource *source, Say say);

    /// False where the act is none of its own.
    bool run(Act act);
    void setZone(ZoneChoice zone);
    /// What a replay of this alarm (id 0 = none in particular) shows: ten minutes before it to two after its end, else the last quarter of
    /// an hour; never beyond `now`.
    /// The alarm's sensor; of an asset as a whole the one that had most to do with it.
    [[nodiscard]] static SensorKey sensorOf(const Occurrence &alarm);
    /// "asset/sensor", as --show takes it.
    [[nodiscard]] static QString nameOf(const SensorKey &sensor);
    [[nodiscard]] static replay::Range rangeFor(const Occurrence &alarm, UtcTime now);

private:
    ReplayBar *m_bar = nullptr;
    Say m_say;
};

} // namespace telltale::ui
