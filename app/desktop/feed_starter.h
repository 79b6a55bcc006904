// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/session.h"

#include <QObject>
#include <optional>

namespace telltale::ui {
class MainWindow;
}

namespace telltale::app {

/// Starts the demonstration plant, or a file of readings, when a window asks for it. Only when the simulator publishes, the window's
/// session is left, by ending the event loop, for `next`; what fails is said in the window, which stays as it is. Thread: UI.
class FeedStarter final : public QObject {
    Q_OBJECT
public:
    FeedStarter(ui::MainWindow &window, const DesktopOptions &options);
    ~FeedStarter() override;

    /// What is to come in the place of this session; nothing = the program ends.
    [[nodiscard]] std::optional<Session> next();

private:
    void startDemo();
    void startFile(const QString &file, double rowsPerSec);
    void start(DesktopOptions options);
    [[nodiscard]] bool runsAlready();
    void giveUp(const QString &why);

    ui::MainWindow &m_window;
    const DesktopOptions m_options;
    std::optional<Session> m_coming; ///< being started
    bool m_ready = false;
};

} // namespace telltale::app
