// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/session.h"

#include <QObject>
#include <optional>

namespace telltale::ui {
class MainWindow;
}

namespace telltale::app {

/// Starts the demonstration plant, or a file of readings, when a window asks for it, and goes back to one's own plant. Only when the
/// simulator publishes, the window's session is left, by ending the event loop, for `next`; what fails is said in the window, which stays
/// as it is. Thread: UI.
class FeedStarter final : public QObject {
    Q_OBJECT
public:
    /// `session`: what the window shows; outlives this.
    FeedStarter(ui::MainWindow &window, const Session &session);
    ~FeedStarter() override;

    /// What is to come in the place of this session; nothing = the program ends.
    [[nodiscard]] std::optional<Session> next();

private:
    void startDemo();
    void startFile(const QString &file, double rowsPerSec);
    void playAgain();
    void goHome();
    void openPlant(const QString &file);
    void leaveFor(DesktopOptions options);
    [[nodiscard]] DesktopOptions home() const;
    void start(DesktopOptions options);
    [[nodiscard]] bool runsAlready();
    [[nodiscard]] bool isFolderOfThisSession() const;
    void giveUp(const QString &why);

    ui::MainWindow &m_window;
    const Session &m_session;
    std::optional<Session> m_coming; ///< being started
    bool m_ready = false;
};

} // namespace telltale::app
