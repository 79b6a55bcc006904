// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/window_settings.h"

#include <QByteArray>
#include <QString>

class QLabel;
class QMainWindow;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace telltale::ui {

class AlarmListPage;
class Archive;
class AssetModel;
class AssetPane;
class DetailPane;
class DetectorPage;
class FeedPage;
class FittingLabel;
class HandoverPage;
class HeaderBar;
class IncidentChooser;
class IncidentPage;
class JournalPage;
class KpiPage;
class MachinePage;
class MessageBar;
class SignInRow;
class SuppressedPage;
class TilesPage;
class TornPanes;
class TourStrip;
class TrendPane;
class WelcomePage;

/// Property of a splitter whose shares are not its user's at the moment.
inline constexpr const char *kHeldShares = "heldShares";

/// The parts of the window and where they are. The window owns them; this only builds and names them. Thread: UI.
class WindowPanes {
public:
    WindowPanes(QMainWindow &window, Archive &archive, const WindowSettings &settings);

    void showTrend(bool known); ///< the trend, or the welcome page while no sensor is known
    void showChip(const QString &text);
    void showPage(QWidget *page);
    void enterPage(QWidget *page); ///< shows it, and the keys go there
    [[nodiscard]] bool isShown(const QWidget *page) const;

    HeaderBar *header = nullptr;
    SignInRow *signIn = nullptr;
    TourStrip *tour = nullptr;
    AssetModel *assets = nullptr;
    AssetPane *assetPane = nullptr;
    QTabWidget *tabs = nullptr;
    AlarmListPage *list = nullptr;
    TilesPage *tiles = nullptr;
    MachinePage *machine = nullptr;
    JournalPage *journal = nullptr;
    SuppressedPage *suppressed = nullptr;
    FeedPage *feeds = nullptr;
    DetectorPage *detectors = nullptr; ///< takes the room of the trend too while it is in sight
    KpiPage *kpis = nullptr;           ///< as detectors
    IncidentPage *incidents = nullptr;
    HandoverPage *handover = nullptr;
    IncidentChooser *chooser = nullptr;
    QStackedWidget *lower = nullptr;
    WelcomePage *welcome = nullptr;
    TrendPane *trend = nullptr;
    DetailPane *detail = nullptr;
    MessageBar *messages = nullptr;
    FittingLabel *undo = nullptr; ///< what can be taken back, and for how long
    FittingLabel *rate = nullptr;
    TornPanes *torn = nullptr;   ///< those that stand in windows of their own
    QToolButton *chip = nullptr; ///< says what list and tiles are narrowed to; a click takes that back

private:
    void showLower();
    void shareRoom();
    [[nodiscard]] bool isLowerHome() const;
    void createTorn(QMainWindow &window, QSplitter &across);
    QSplitter *createMiddle(QWidget *parent, Archive &archive, const WindowSettings &settings);
    void createTabs(QWidget *parent, Archive &archive, const WindowSettings &settings);
    QWidget *createPageRow(QWidget *parent);
    QWidget *createFoot(QWidget *parent);

    QSplitter *m_down = nullptr;
    QByteArray m_shares; ///< of the splitter, while the first screen has most of the room; else empty
};

} // namespace telltale::ui
