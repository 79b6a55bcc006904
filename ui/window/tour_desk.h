// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QObject>
#include <QString>

namespace telltale::ui {

class SessionMemory;
class TourOutline;
class WindowPanes;
struct WindowSettings;

/// The tour of the window in four steps: by itself once, as soon as there is something to point at, and whenever somebody asks for it. It
/// takes no focus that nobody gave it, and is gone as soon as an alarm of the first priority waits to be acknowledged. Thread: UI.
class TourDesk final : public QObject {
    Q_OBJECT
public:
    static constexpr int kSteps = 4;

    TourDesk(WindowPanes &panes, QWidget &window, const WindowSettings &settings, QObject *parent = nullptr);

    /// Somebody asks for it, or for its next step. Says why not, where it is not possible; empty = it is on.
    [[nodiscard]] QString open();
    [[nodiscard]] bool isOpen() const { return m_step >= 0; }
    /// Ends it for good. False when there was none.
    bool dismiss();
    /// Nobody is there to be shown around.
    void forbid();
    void apply(const SnapshotPtr &snapshot);
    void remember(SessionMemory &memory);

signals:
    void seen(); ///< to be remembered

private:
    void go(int step);
    void showText();
    void close();
    void markSeen();

    WindowPanes &m_panes;
    QWidget &m_window;
    TourOutline *m_outline;
    bool m_allowed;
    bool m_offered;        ///< by itself
    bool m_urgent = false; ///< an alarm of the first priority waits
    bool m_seen = false;
    int m_step = -1; ///< -1 = none
};

} // namespace telltale::ui
