// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/live/live_bridge.h"
#include "ui/models/time_text.h"
#include "ui/reports/archive.h"
#include "ui/widgets/key_guard.h"
#include "ui/window/close_guard.h"
#include "ui/window/handover_parts.h"
#include "ui/window/incident_parts.h"
#include "ui/window/window_settings.h"

#include <QElapsedTimer>
#include <QTimer>
#include <memory>
#include <vector>

namespace telltale::ui {

class AlarmDesk;
class CommandPalette;
class DetectorDesk;
class DraftBook;
class FeedDesk;
class FollowDesk;
class HelpSheet;
class IncidentDesk;
class KeyDesk;
class KpiDesk;
class LeaveDesk;
class LogbookDesk;
class MachineDesk;
class MainWindow;
class NoticeDesk;
class OperatorDesk;
class RangeNoteDesk;
class RemoveFeedDesk;
class ReplayDesk;
class SelectionDesk;
class SessionMemory;
class SignInDesk;
class TourDesk;
class WatchSet;
class WindowActions;
class WindowPanes;

/// Everything behind the window, in the order in which it depends on each other, and what concerns more than one of them: what is chosen,
/// where a jump goes, what is remembered. Built by window_wiring, asked by window_acts. Thread: UI.
struct WindowRoom {
    WindowRoom(MainWindow &window, pipeline::SnapshotSource &source, WindowSettings given);
    ~WindowRoom();
    WindowRoom(const WindowRoom &) = delete;
    WindowRoom &operator=(const WindowRoom &) = delete;

    void apply(const SnapshotPtr &snapshot);
    void checkStall();
    void showTitle(int unacked);
    void note(const QString &text);

    [[nodiscard]] std::vector<OccurrenceId> chosenAlarms() const;
    [[nodiscard]] SensorKey chosenSource() const;
    void narrow(const SensorKey &source);
    void chooseSource(const SensorKey &source);
    void jumpToEvent(const AlarmEvent &event);
    bool showAlarm(OccurrenceId id);
    [[nodiscard]] IncidentNeighbours aroundIncidents();
    [[nodiscard]] HandoverNeighbours aroundHandover();

    void showFirst(const SnapshotPtr &snapshot);
    void toggleTheme();
    void setZone(ZoneChoice choice);
    void setBlinking(bool on);
    void rememberSettings();

    MainWindow &self;
    WindowSettings settings;
    Archive archive;
    LiveBridge bridge;
    KeyGuard guard;
    std::unique_ptr<KeyDesk> keys;
    WindowActions *actions = nullptr;
    std::unique_ptr<DraftBook> drafts;
    std::unique_ptr<WindowPanes> panes;
    std::unique_ptr<WatchSet> watch;
    std::unique_ptr<SelectionDesk> selection;
    std::unique_ptr<AlarmDesk> alarms;
    std::unique_ptr<OperatorDesk> operators;
    std::unique_ptr<IncidentDesk> incidents;
    std::unique_ptr<DetectorDesk> detectors;
    std::unique_ptr<KpiDesk> kpis;
    std::unique_ptr<ReplayDesk> replay;
    std::unique_ptr<FollowDesk> follow;
    std::unique_ptr<MachineDesk> machine;
    std::unique_ptr<SignInDesk> signIn;
    std::unique_ptr<LogbookDesk> logbook;
    std::unique_ptr<RangeNoteDesk> rangeNotes;
    std::unique_ptr<FeedDesk> feeds;
    LeaveDesk *leaving = nullptr;      ///< the window's child
    RemoveFeedDesk *removal = nullptr; ///< as well
    std::unique_ptr<TourDesk> tour;
    std::unique_ptr<SessionMemory> memory;
    std::unique_ptr<NoticeDesk> notices;
    HelpSheet *help = nullptr;
    CommandPalette *palette = nullptr;
    SensorKey lastChosen; ///< in the tree or among the tiles
    QTimer stallTimer;
    QElapsedTimer sincePicture;
    CloseGuard closing;
    ZoneChoice zone = ZoneChoice::Local;
    bool kiosk = false;
    bool blinking = true;
    int shownUnacked = -1;
};

} // namespace telltale::ui
