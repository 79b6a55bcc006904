// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/remembered_parts.h"

#include "ui/alarms/alarm_list_page.h"
#include "ui/alarms/alarm_table.h"
#include "ui/charts/trend_view.h"
#include "ui/models/alarm_filter.h"
#include "ui/text.h"
#include "ui/widgets/column_share.h"
#include "ui/window/session_memory.h"
#include "ui/window/torn_panes.h"
#include "ui/window/trend_pane.h"
#include "ui/window/trend_stack.h"
#include "ui/window/window_panes.h"
#include "ui/window/window_place.h"

#include <QEvent>
#include <QHeaderView>
#include <QMainWindow>
#include <QRegularExpression>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace telltale::ui {

namespace {

using Kind = SessionMemory::Kind;

constexpr std::array<std::pair<AlarmFilter::Tab, const char *>, 4> kTabs{{{AlarmFilter::Tab::All, "all"},
                                                                          {AlarmFilter::Tab::Unacked, "unacked"},
                                                                          {AlarmFilter::Tab::Acked, "acked"},
                                                                          {AlarmFilter::Tab::Latched, "latched"}}};
constexpr std::array<std::pair<Priority, const char *>, 3> kPriorities{{{Priority::P1, "1"}, {Priority::P2, "2"}, {Priority::P3, "3"}}};

/// Tells the memory that the window was moved, resized or filled the screen, and when it has its first layout.
class PlaceWatch final : public QObject {
public:
    PlaceWatch(SessionMemory &memory, QMainWindow &window) : QObject(&memory), m_memory(memory) { window.installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        static const std::set<QEvent::Type> kMoves{QEvent::Move, QEvent::Resize, QEvent::WindowStateChange};
        if (m_shown && kMoves.contains(event->type()))
            m_memory.touch();
        if (event->type() == QEvent::Show && !std::exchange(m_shown, true))
            QTimer::singleShot(0, &m_memory, &SessionMemory::settle);
        return QObject::eventFilter(watched, event);
    }

private:
    SessionMemory &m_memory;
    bool m_shown = false;
};

void rememberPlace(SessionMemory &memory, QMainWindow &window)
{
    memory.add({Kind::Layout, QStringLiteral("window/place"), [&window] { return toText(placeOf(window)); },
                [&window](const QVariant &value) {
                    if (const auto place = placeFromText(value.toString()))
                        putBack(window, *place);
                }});
    new PlaceWatch(memory, window);
}

void rememberSplitter(SessionMemory &memory, QSplitter &splitter)
{
    memory.add({Kind::Layout, QStringLiteral("splitter/") + splitter.objectName(),
                [&splitter, kept = std::make_shared<QVariant>()] {
                    if (!splitter.property(kHeldShares).toBool())
                        *kept = splitter.saveState();
                    return *kept;
                },
                [&splitter](const QVariant &value) {
                    splitter.restoreState(value.toByteArray());
                    splitter.setChildrenCollapsible(false); // whatever the file says
                }});
    QObject::connect(&splitter, &QSplitter::splitterMoved, &memory, &SessionMemory::touch);
}

void rememberTorn(SessionMemory &memory, TornPanes &torn)
{
    for (const QString &name : torn.names())
        memory.add({Kind::Layout, QStringLiteral("torn/") + name, [&torn, name] { return torn.placeOf(name); },
                    [&torn, name](const QVariant &value) { torn.restore(name, value.toString()); }});
    QObject::connect(&torn, &TornPanes::changed, &memory, &SessionMemory::touch);
}

/// By name: pages may come and change places.
void rememberPage(SessionMemory &memory, QTabWidget &tabs)
{
    memory.add({Kind::Layout, QStringLiteral("page/") + tabs.objectName(), [&tabs] { return tabs.currentWidget()->objectName(); },
                [&tabs](const QVariant &value) {
                    for (int i = 0; i < tabs.count(); ++i) {
                        if (tabs.widget(i)->objectName() == value.toString())
                            tabs.setCurrentIndex(i);
                    }
                }});
    QObject::connect(&tabs, &QTabWidget::currentChanged, &memory, &SessionMemory::touch);
}

/// Widths hold for the number of columns and the size of letters that they were chosen for.
void rememberColumns(SessionMemory &memory, QTableView &table)
{
    const auto fits = [&table](const QVariantList &kept) {
        return kept.size() == 3 && kept[0].toInt() == table.horizontalHeader()->count() && kept[1].toInt() == table.fontMetrics().height();
    };
    memory.add({Kind::Layout, QStringLiteral("columns/") + table.objectName(),
                [&table] {
                    const QHeaderView &header = *table.horizontalHeader();
                    return QVariant(QVariantList{header.count(), table.fontMetrics().height(), header.saveState()});
                },
                [&table, fits](const QVariant &value) {
                    if (const QVariantList kept = value.toList(); fits(kept))
                        table.horizontalHeader()->restoreState(kept[2].toByteArray());
                }});
    QObject::connect(table.horizontalHeader(), &QHeaderView::sectionResized, &memory, &SessionMemory::touch);
    QObject::connect(table.horizontalHeader(), &QHeaderView::sectionMoved, &memory, &SessionMemory::touch);
    QObject::connect(table.horizontalHeader(), &QHeaderView::sortIndicatorChanged, &memory, &SessionMemory::touch);
}

QString tabName(AlarmFilter::Tab tab)
{
    const auto found = std::find_if(kTabs.begin(), kTabs.end(), [&](const auto &each) { return each.first == tab; });
    return QString::fromLatin1(found->second);
}

void applyTab(AlarmFilter &filter, const QString &name)
{
    for (const auto &[tab, each] : kTabs) {
        if (name == QLatin1String(each))
            filter.setTab(tab);
    }
}

QString shownPriorities(const AlarmFilter &filter)
{
    QString shown;
    for (const auto &[priority, name] : kPriorities)
        shown += filter.isPriorityShown(priority) ? QLatin1String(name) : QLatin1String();
    return shown;
}

void rememberFilter(SessionMemory &memory, AlarmFilter &filter)
{
    memory.add({Kind::Layout, QStringLiteral("filter/text"), [&filter] { return filter.text(); },
                [&filter](const QVariant &value) { filter.setText(value.toString()); }});
    memory.add({Kind::Layout, QStringLiteral("filter/tab"), [&filter] { return tabName(filter.tab()); },
                [&filter](const QVariant &value) { applyTab(filter, value.toString()); }});
    memory.add({Kind::Layout, QStringLiteral("filter/priorities"), [&filter] { return shownPriorities(filter); },
                [&filter](const QVariant &value) {
                    for (const auto &[priority, name] : kPriorities)
                        filter.setPriorityShown(priority, value.toString().contains(QLatin1String(name)));
                }});
    memory.add({Kind::Layout, QStringLiteral("list/order"), [&filter] { return toLine(filter.view().orderOnly()); },
                [&filter](const QVariant &value) {
                    const AlarmView order = viewFromLine(value.toString());
                    filter.sortBy(order.sortColumn, order.descending);
                    filter.setGrouped(order.grouped);
                }});
    QObject::connect(&filter, &AlarmFilter::filterChanged, &memory, &SessionMemory::touch);
}

void rememberViews(SessionMemory &memory, AlarmListPage &list)
{
    memory.add({Kind::Setting, QStringLiteral("alarmViews"), [&list] { return list.views().lines(); },
                [&list](const QVariant &value) { list.views().setLines(value.toStringList()); }});
    QObject::connect(&list, &AlarmListPage::viewsChanged, &memory, &SessionMemory::touch);
}

/// What somebody chose, not what follows from the sensor; and not the stretch that a pause looks at.
void rememberSpan(SessionMemory &memory, TrendView &trend)
{
    const auto chosen = std::make_shared<QVariant>();
    memory.add({Kind::Layout, QStringLiteral("trend/spanSec"),
                [&trend, chosen] {
                    if (trend.isLive() && trend.isSpanChosen())
                        *chosen = std::chrono::duration<double>(trend.span()).count();
                    return *chosen;
                },
                [&trend, chosen](const QVariant &value) {
                    const double seconds = value.toDouble();
                    if (!(seconds > 0.0 && seconds < 1e8))
                        return;
                    *chosen = seconds;
                    trend.setSpan(std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds)));
                }});
    QObject::connect(&trend, &TrendView::rangeChanged, &memory, &SessionMemory::touch);
}

/// Asset and sensor by turns.
QStringList toNames(const std::vector<SensorKey> &sensors)
{
    QStringList names;
    for (const SensorKey &sensor : sensors)
        names << toQt(sensor.asset) << toQt(sensor.sensor);
    return names;
}

std::vector<SensorKey> sensorsOf(const QStringList &names)
{
    std::vector<SensorKey> sensors;
    for (qsizetype i = 0; i + 1 < names.size(); i += 2)
        sensors.push_back({fromQt(names[i]), fromQt(names[i + 1])});
    return sensors;
}

void rememberKeptSensors(SessionMemory &memory, TrendStack &trend, bool readOnly)
{
    const auto restored = std::make_shared<QStringList>();
    memory.add({Kind::Layout, QStringLiteral("trend/sensors"),
                [&trend, restored, readOnly] {
                    const QStringList names = readOnly ? *restored : toNames(trend.keptKeys());
                    return names.isEmpty() ? QVariant() : QVariant(names);
                },
                [&trend, restored](const QVariant &value) {
                    trend.keep(sensorsOf(value.toStringList()));
                    *restored = toNames(trend.keptKeys());
                }});
    QObject::connect(&trend, &TrendStack::sensorsChanged, &memory, &SessionMemory::touch);
}

/// Of every named table whose columns are the user's: the alarm list fits its own.
void rememberTables(SessionMemory &memory, QMainWindow &window, const QWidget &alarmList)
{
    std::map<QString, std::vector<QTableView *>> byName;
    for (QTableView *table : window.findChildren<QTableView *>()) {
        if (table != &alarmList && !table->property(kFitsItself).toBool() && !table->objectName().isEmpty())
            byName[table->objectName()].push_back(table);
    }
    for (const auto &[name, tables] : byName) {
        if (tables.size() == 1)
            rememberColumns(memory, *tables.front());
    }
}

} // namespace

void rememberParts(SessionMemory &memory, QMainWindow &window, WindowPanes &panes, bool readOnly)
{
    rememberPlace(memory, window);
    for (QSplitter *splitter : window.findChildren<QSplitter *>(QRegularExpression(QStringLiteral("."))))
        rememberSplitter(memory, *splitter);
    rememberPage(memory, *panes.tabs);
    rememberTables(memory, window, panes.list->table());
    rememberFilter(memory, panes.list->filter());
    rememberViews(memory, *panes.list);
    rememberSpan(memory, panes.trend->view());
    rememberKeptSensors(memory, panes.trend->stack(), readOnly);
    rememberTorn(memory, *panes.torn);
}

} // namespace telltale::ui
