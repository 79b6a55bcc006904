// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/shelf_choices.h"

#include <vector>

namespace telltale::ui {

class LiveBridge;
class WindowPanes;

/// What a key acts on: the alarms or the part of the plant that the operator has chosen. Thread: UI.
class ChosenAlarms {
public:
    ChosenAlarms(const WindowPanes &panes, const LiveBridge &bridge) : m_panes(panes), m_bridge(bridge) {}

    /// What was chosen last in the tree or among the tiles.
    void chooseSource(const SensorKey &source) { m_source = source; }

    /// The selection of the list while it is in sight and the detail pane does not show something else; else the alarm of the detail pane,
    /// open or not.
    [[nodiscard]] std::vector<Occurrence> alarms() const;
    /// What could be shelved or taken out of service: those alarms as far as they are open, or, where the detail pane shows a sensor, all
    /// that can be raised at or below what was chosen. What is kept from people already is left out.
    [[nodiscard]] std::vector<ShelfSubject> subjects() const;
    /// What is kept from people: the selection of its page while that is in sight, else what the detail pane shows.
    [[nodiscard]] std::vector<SuppressedAlarm> held() const;

private:
    [[nodiscard]] std::vector<ShelfSubject> below(const SensorKey &source) const;

    const WindowPanes &m_panes;
    const LiveBridge &m_bridge;
    SensorKey m_source;
};

} // namespace telltale::ui
