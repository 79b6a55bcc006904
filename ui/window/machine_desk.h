// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QObject>
#include <functional>

namespace telltale::ui {

class SelectionDesk;
class WatchSet;
class WindowPanes;

/// How tree, tiles and the page Machine follow each other, and whose samples they need. Thread: UI.
class MachineDesk final : public QObject {
    Q_OBJECT
public:
    using Newest = std::function<SnapshotPtr()>;

    MachineDesk(WindowPanes &panes, SelectionDesk &selection, WatchSet &watch, Newest newest, QObject *parent = nullptr);

    /// False = there is no such machine.
    bool open(const SensorKey &source);

private:
    void watchWhatIsInSight();

    WindowPanes &m_panes;
    WatchSet &m_watch;
};

} // namespace telltale::ui
