// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/key_table.h"
#include "ui/models/response_clock.h"

#include <QObject>

namespace telltale::ui {

class SessionMemory;
class WindowPanes;

/// The times within which this station's people respond, and what that saves: kept, shown with every alarm, changed inside the window.
/// Thread: UI.
class ResponseDesk final : public QObject {
    Q_OBJECT
public:
    explicit ResponseDesk(WindowPanes &panes, QObject *parent = nullptr);

    /// False when it is not its key.
    bool run(Act act);
    void remember(SessionMemory &memory);

signals:
    void changed();

private:
    void ask(const QString &proposed);
    void take(const QString &text);

    WindowPanes &m_panes;
    ResponseTimes m_times;
};

} // namespace telltale::ui
