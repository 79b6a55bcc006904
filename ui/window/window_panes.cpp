// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_panes.h"

#include "core/base/clock.h"
#include "ui/alarms/alarm_list_page.h"
#include "ui/alarms/detail_pane.h"
#include "ui/alarms/suppressed_page.h"
#include "ui/detectors/detector_page.h"
#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/kpi/kpi_page.h"
#include "ui/logbook/handover_page.h"
#include "ui/logbook/incident_chooser.h"
#include "ui/logbook/incident_page.h"
#include "ui/models/asset_model.h"
#include "ui/overview/asset_pane.h"
#include "ui/overview/feed_page.h"
#include "ui/overview/header_bar.h"
#include "ui/overview/machine_page.h"
#include "ui/overview/tiles_page.h"
#include "ui/overview/welcome_page.h"
#include "ui/reports/archive.h"
#include "ui/reports/journal_page.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/plain.h"
#include "ui/widgets/sign_in_row.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/tour_strip.h"
#include "ui/window/handover_parts.h"
#include "ui/window/page_bar.h"
#include "ui/window/torn_panes.h"
#include "ui/window/trend_pane.h"

#include <QHBoxLayout>
#include <QMainWindow>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <utility>

namespace telltale::ui {

namespace {

constexpr int kFirstLines = 11; ///< tabs, filters and a few rows of the list

} // namespace

WindowPanes::WindowPanes(QMainWindow &window, Archive &archive, const WindowSettings &settings)
{
    auto *centre = new QWidget(&window);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    header = new HeaderBar(centre);
    header->setPlace(settings.title.isEmpty() ? QStringLiteral("Telltale") : settings.title,
                     QString::fromStdString(settings.actor.operatorName), settings.station, settings.readOnly);
    if (settings.insecure) {
        header->warnOfUnencrypted(settings.encryptedFeeds);
    }
    column->addWidget(header);
    signIn = new SignInRow(centre);
    column->addWidget(signIn);
    tour = new TourStrip(centre);
    column->addWidget(tour);
    QSplitter *middle = createMiddle(centre, archive, settings);
    column->addWidget(createPageRow(centre));
    column->addWidget(middle, 1);
    chooser = new IncidentChooser(centre);
    column->addWidget(chooser);
    column->addWidget(createFoot(centre));
    window.setCentralWidget(centre);
    createTorn(window, *middle);
    orderTabsByReading(*centre);
}

QSplitter *WindowPanes::createMiddle(QWidget *parent, Archive &archive, const WindowSettings &settings)
{
    auto *across = new QSplitter(Qt::Horizontal, parent);
    across->setObjectName(QStringLiteral("across"));
    across->setChildrenCollapsible(false);
    assets = new AssetModel(across);
    assetPane = new AssetPane(*assets, across);
    auto *down = new QSplitter(Qt::Vertical, across);
    down->setObjectName(QStringLiteral("down"));
    down->setChildrenCollapsible(false);
    createTabs(down, archive, settings);
    lower = new QStackedWidget(down);
    lower->setObjectName(QStringLiteral("lowerPane"));
    welcome = new WelcomePage(lower);
    trend = new TrendPane(lower);
    lower->addWidget(welcome);
    lower->addWidget(trend);
    detail = new DetailPane(settings.readOnly, across);
    across->addWidget(assetPane);
    across->addWidget(down);
    across->addWidget(detail);
    down->addWidget(tabs);
    down->addWidget(lower);
    m_down = down;
    QObject::connect(tabs, &QTabWidget::currentChanged, lower, [this] {
        showLower();
        shareRoom();
    });
    across->setStretchFactor(0, 1);
    across->setStretchFactor(1, 6);
    across->setStretchFactor(2, 2);
    const int character = parent->fontMetrics().averageCharWidth();
    across->setSizes({28 * character, 118 * character, 45 * character});
    down->setStretchFactor(0, 1);
    down->setStretchFactor(1, 1);
    return across;
}

void WindowPanes::createTabs(QWidget *parent, Archive &archive, const WindowSettings &settings)
{
    tabs = new QTabWidget(parent);
    tabs->setObjectName(QStringLiteral("pages"));
    tabs->setDocumentMode(true);
    list = new AlarmListPage(tabs);
    tiles = new TilesPage(tabs);
    machine = new MachinePage(list->alarms(), tabs);
    journal = new JournalPage(archive, tabs);
    feeds = new FeedPage(tabs);
    detectors = new DetectorPage(storedHistory(archive.folder()), settings.readOnly, tabs);
    kpis = new KpiPage({archive.folder(), settings.memory.settingsFile, [] { return SystemClock().utcNow(); }}, tabs);
    incidents = new IncidentPage(archive, tabs);
    handover = new HandoverPage(archive, handoverSource(settings), tabs);
    suppressed = new SuppressedPage(tabs);
    struct Tab {
        QWidget *page;
        QString title;
        Act act; ///< that brings it into sight
    };
    const std::array<Tab, 10> shown{{{list, QObject::tr("Alarms"), Act::ShowAlarms},
                                     {tiles, QObject::tr("Tiles"), Act::ShowTiles},
                                     {journal, QObject::tr("Journal"), Act::ShowJournal},
                                     {feeds, QObject::tr("Feeds"), Act::ShowFeeds},
                                     {detectors, QObject::tr("Detectors"), Act::ShowDetectors},
                                     {kpis, QObject::tr("KPI"), Act::ShowKpis},
                                     {incidents, QObject::tr("Incidents"), Act::ShowIncidents},
                                     {machine, QObject::tr("Machine"), Act::ShowMachine},
                                     {suppressed, QObject::tr("Shelved"), Act::ShowShelved},
                                     {handover, QObject::tr("Handover"), Act::ShowHandover}}};
    for (const Tab &tab : shown) {
        const int place = tabs->addTab(tab.page, tab.title);
        sayKeys(tabs, [tabs = tabs, place, act = tab.act] { tabs->setTabToolTip(place, keysText(act)); });
    }
}

QWidget *WindowPanes::createPageRow(QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    chip = new QToolButton(line);
    chip->setObjectName(QStringLiteral("assetChip"));
    chip->setToolTip(QObject::tr("List and tiles show only this. Click to show all."));
    chip->hide();
    row->addWidget(new PageBar(*tabs, line), 1);
    row->addWidget(chip);
    return line;
}

QWidget *WindowPanes::createFoot(QWidget *parent)
{
    auto *foot = new QWidget(parent);
    auto *row = new QHBoxLayout(foot);
    const int gap = parent->fontMetrics().averageCharWidth();
    row->setContentsMargins(gap, 0, gap, 0);
    row->setSpacing(2 * gap);
    messages = new MessageBar(foot);
    undo = new FittingLabel(QStringLiteral("undoLine"), foot);
    undo->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    undo->setBold(true);
    undo->setBoxed();
    undo->hide();
    rate = new FittingLabel(QStringLiteral("raiseRate"), foot);
    rate->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *keys = new FittingLabel(QStringLiteral("keyHint"), foot);
    sayKeys(keys, [keys] {
        QStringList hints;
        for (const auto &[act, hint] : {std::pair(Act::Keys, QObject::tr("%1 keys")), std::pair(Act::Help, QObject::tr("%1 help"))}) {
            if (const QString key = keyText(act); !key.isEmpty()) {
                hints << hint.arg(key);
            }
        }
        keys->setText(hints.join(QStringLiteral("  ·  ")));
    });
    keys->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    row->addWidget(messages, 1);
    row->addWidget(undo);
    row->addWidget(rate);
    row->addWidget(keys);
    return foot;
}

void WindowPanes::createTorn(QMainWindow &window, QSplitter &across)
{
    torn = new TornPanes(window);
    torn->add(QStringLiteral("assets"), QObject::tr("Assets"), across, *assetPane);
    torn->add(QStringLiteral("tiles"), QObject::tr("Tiles"), *tabs, *tiles);
    torn->add(QStringLiteral("trend"), QObject::tr("Trend"), *m_down, *lower);
    torn->add(QStringLiteral("detail"), QObject::tr("Detail"), across, *detail);
    QObject::connect(torn, &TornPanes::home, lower, [this] {
        showLower();
        shareRoom();
    });
}

bool WindowPanes::isLowerHome() const
{
    return lower->parentWidget() == m_down;
}

/// Some pages take its room.
void WindowPanes::showLower()
{
    const std::array<const QWidget *, 4> tall{detectors, kpis, incidents, handover};
    if (isLowerHome())
        lower->setVisible(std::find(tall.begin(), tall.end(), tabs->currentWidget()) == tall.end());
}

void WindowPanes::showTrend(bool known)
{
    QWidget *wanted = known ? static_cast<QWidget *>(trend) : welcome;
    if (lower->currentWidget() != wanted) {
        lower->setCurrentWidget(wanted);
    }
    shareRoom();
}

/// What is offered on the first screen needs more room than a list with next to nothing in it. How the room is shared otherwise is kept.
void WindowPanes::shareRoom()
{
    const bool first = lower->currentWidget() == welcome && tabs->currentWidget() == list;
    if (!isLowerHome() || first != m_shares.isEmpty()) {
        return;
    }
    if (first) {
        m_shares = m_down->saveState();
        tabs->setMaximumHeight(std::max(tabs->minimumSizeHint().height(), kFirstLines * tabs->fontMetrics().height()));
    } else {
        tabs->setMaximumHeight(QWIDGETSIZE_MAX);
        m_down->restoreState(std::exchange(m_shares, {}));
        m_down->setChildrenCollapsible(false);
    }
    m_down->setProperty(kHeldShares, first);
}

void WindowPanes::showChip(const QString &text)
{
    chip->setText(buttonText(
        chip->fontMetrics().elidedText(QObject::tr("only %1  ✕").arg(text), Qt::ElideMiddle, 30 * chip->fontMetrics().averageCharWidth())));
    chip->setAccessibleName(QObject::tr("List and tiles show only %1. Press to show all.").arg(text));
    chip->setVisible(!text.isEmpty());
}

void WindowPanes::showPage(QWidget *page)
{
    tabs->setCurrentWidget(page);
}

void WindowPanes::enterPage(QWidget *page)
{
    if (torn->activate(*page))
        return;
    showPage(page);
    page->setFocus();
}

bool WindowPanes::isShown(const QWidget *page) const
{
    return tabs->currentWidget() == page;
}

} // namespace telltale::ui
