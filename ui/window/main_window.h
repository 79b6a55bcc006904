// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot_source.h"
#include "ui/window/window_settings.h"

#include <QMainWindow>
#include <memory>

class QScreen;

namespace telltale::ui {

struct WindowRoom;

/// The control-room window: header, assets, alarms, tiles, journal, feeds, trend and detail. It looks at the newest snapshot at most 25
/// times a second and posts commands; nothing that comes in ever opens a dialog or takes the focus. Thread: UI.
/// Missing: without a snapshot, a feed or a data folder it says what it is waiting for.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(pipeline::SnapshotSource &source, WindowSettings settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] bool isDark() const;
    void say(const QString &text);       ///< in the line of messages
    void refuseFeed(const QString &why); ///< what was wanted last could not be started
    void sayFileEnded(); ///< the file that is watched has been played to its end
    /// Another start, or the desktop, handed this plant file over: asks whether it is to be watched instead.
    void askForPlant(const QString &file);
    /// To the middle of that screen, or all over it while it fills one.
    void moveTo(QScreen &screen);
    /// Full screen without a frame, with targets that a finger hits, and twice to be asked before it closes. Until the end of the program.
    void enterKiosk();

protected:
    void closeEvent(QCloseEvent *event) override;

signals:
    /// In the place of this window's session.
    void demoWanted();
    void fileWanted(const QString &file, double rowsPerSec); ///< 0 = as the file's own times say
    void againWanted();                                      ///< the file of this session from its beginning
    void plantWanted(const QString &file);
    void homeWanted();                                       ///< one's own plant instead of a demonstration or a file
    /// Somebody wants to see this stretch of the past again; only sent where there is a data folder.
    /// `source`: "asset/sensor" whose trend is wanted; empty = whichever.
    void replayWanted(telltale::UtcTime from, telltale::UtcTime to, const QString &source = {});

private:
    void createActions();

    std::unique_ptr<WindowRoom> m_room;
};

} // namespace telltale::ui
