// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/key_table.h"

#include <QObject>

namespace telltale::ui {

class FeedPage;
class MessageBar;
struct WindowSettings;

/// The ways out of what is watched instead of one's own plant: a file is played again, a demonstration or a file gives way to the plant.
/// Thread: UI.
class LeaveDesk final : public QObject {
    Q_OBJECT
public:
    LeaveDesk(FeedPage &page, MessageBar &messages, const WindowSettings &settings, QWidget *window);

    /// False when it is none of its keys.
    bool run(Act act);
    /// The file has been played to its end.
    void setEnded();
    /// Whether that plant is to be watched instead of what is; the question does not stop anything.
    void askForPlant(const QString &file);

signals:
    void plantWanted(const QString &file);
    void homeWanted();  ///< one's own plant in the place of the demonstration or the file
    void againWanted(); ///< the same file from its beginning

private:
    void playAgain();
    void goHome();

    FeedPage &m_page;
    MessageBar &m_messages;
    const bool m_simulated; ///< a demonstration or a file is watched
    const bool m_file;      ///< a file is
    bool m_ended = false;
    const QString m_title; ///< of what is watched
    QWidget *m_window;
};

} // namespace telltale::ui
