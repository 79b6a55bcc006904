// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/command.h"

#include <QObject>
#include <cstdint>

namespace telltale::ui {

class DetectorPage;
class LiveBridge;
class MessageBar;

/// Posts the changes of detectors that the page asks for, and tells page and message bar what became of them. Thread: UI.
class DetectorDesk final : public QObject {
    Q_OBJECT
public:
    DetectorDesk(LiveBridge &bridge, DetectorPage &page, MessageBar &messages, QObject *parent = nullptr);

private:
    void post(const command::ConfigureDetector &change);
    void hear(const CommandEcho &echo);

    LiveBridge &m_bridge;
    DetectorPage &m_page;
    MessageBar &m_messages;
    std::uint64_t m_waiting = 0; ///< the change that is not answered yet; 0 = none
    SensorKey m_source;
};

} // namespace telltale::ui
