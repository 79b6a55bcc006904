// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/machine_page.h"

#include "ui/alarms/alarm_delegate.h"
#include "ui/charts/spark_line.h"
#include "ui/charts/value_text.h"
#include "ui/models/alarm_columns.h"
#include "ui/models/alarm_filter.h"
#include "ui/models/alarm_model.h"
#include "ui/models/number_text.h"
#include "ui/overview/machine_sensors.h"
#include "ui/overview/track_view.h"
#include "ui/style/priority_symbol.h"
#include "ui/text.h"
#include "ui/widgets/copy_table.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/plain.h"

#include <QHeaderView>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr Duration kSparkSpan = std::chrono::minutes{10};
constexpr std::size_t kMostTableRows = 500;

/// The spark line of a sensor, and the symbol of its alarm.
class SensorDelegate final : public QStyledItemDelegate {
public:
    SensorDelegate(const QWidget &view, QObject *parent) : QStyledItemDelegate(parent), m_view(view) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        const Theme &theme = themeOf(m_view);
        const bool symbol = index.column() == MachineSensors::AlarmColumn && index.data(MachineSensors::AlarmRole).toBool();
        const double side = option.fontMetrics.height();
        if (symbol) {
            item.rect.setLeft(item.rect.left() + int(side) + 4);
        }
        QStyledItemDelegate::paint(painter, item, index);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (symbol) {
            const QRectF box(option.rect.left() + 2, option.rect.center().y() - side / 2, side, side);
            paintPrioritySymbol(*painter, box, Priority(index.data(MachineSensors::PriorityRole).toInt()), theme,
                                !index.data(MachineSensors::UnackedRole).toBool());
        }
        const SensorTrace *trace = index.column() == MachineSensors::SparkColumn
                                       ? static_cast<const MachineSensors *>(index.model())->traceAt(index.row())
                                       : nullptr;
        if (trace) {
            const QRectF area = QRectF(option.rect).adjusted(3, 3, -3, -3);
            const SparkLine line = sparkLineOf(*trace, kSparkSpan, std::size_t(std::max(1.0, area.width())));
            if (!line.empty()) {
                paintSparkLine(*painter, area, line, theme.traces.front());
            }
        }
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize words = QStyledItemDelegate::sizeHint(option, index);
        return index.data(MachineSensors::AlarmRole).toBool() ? words + QSize(option.fontMetrics.height() + 4, 0) : words;
    }

private:
    const QWidget &m_view;
};

void setUp(QTableView &table, const QString &name, const QString &spoken)
{
    table.setObjectName(name);
    table.setAccessibleName(spoken);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setTabKeyNavigation(false);
    table.setWordWrap(false);
    table.setShowGrid(false);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 8);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.horizontalHeader()->setResizeContentsPrecision(0); // what is in sight
}

/// As wide as what is in sight. While nothing is, Qt would look at every row, also at ten thousand of them.
void fitColumns(QTableView &table, bool inSight)
{
    QHeaderView &header = *table.horizontalHeader();
    for (int column = 0; column < header.count(); ++column) {
        if (header.sectionResizeMode(column) != QHeaderView::Stretch) {
            header.setSectionResizeMode(column, inSight ? QHeaderView::ResizeToContents : QHeaderView::Fixed);
        }
    }
}

QLabel *wrapped(const QString &name, QWidget *parent)
{
    QLabel *label = plainLabel(name, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

MachinePage::MachinePage(AlarmModel &alarms, QWidget *parent)
    : QWidget(parent)
    , m_allAlarms(alarms)
    , m_alarms(new AlarmFilter(alarms, this))
    , m_sensors(new MachineSensors(this))
    , m_title(new FittingLabel(QStringLiteral("machineTitle"), this))
    , m_whole(wrapped(QStringLiteral("machineWhole"), this))
    , m_guidance(wrapped(QStringLiteral("machineGuidance"), this))
    , m_place(new QStackedWidget(this))
    , m_track(new TrackView(m_place))
    , m_table(new CopyTable(QStringLiteral("trackTable"), m_place))
{
    setObjectName(QStringLiteral("machinePage"));
    m_title->setBold(true);
    m_title->setText(tr("No machine chosen: Enter on an asset or on a tile shows it here."));
    m_table->setAccessibleName(tr("Positions, the newest first; Ctrl+C copies the selected rows"));
    m_place->addWidget(m_track);
    m_place->addWidget(m_table);
    m_place->hide();
    auto *tables = new QSplitter(Qt::Vertical, this);
    tables->setObjectName(QStringLiteral("machineTables"));
    tables->setChildrenCollapsible(false);
    m_lists = {createAlarms(), createSensors()};
    for (QTableView *list : m_lists) {
        tables->addWidget(list);
    }
    tables->setStretchFactor(0, 1);
    tables->setStretchFactor(1, 3);
    auto *across = new QSplitter(Qt::Horizontal, this);
    across->setObjectName(QStringLiteral("machineAcross"));
    across->setChildrenCollapsible(false);
    across->addWidget(tables);
    across->addWidget(m_place);
    across->setStretchFactor(0, 3);
    across->setStretchFactor(1, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_whole);
    column->addWidget(m_guidance);
    column->addWidget(across, 1);
    handFocusTo(*this, *m_lists.back());
}

QTableView *MachinePage::createAlarms()
{
    auto *table = new QTableView(this);
    table->setModel(m_alarms);
    setUp(*table, QStringLiteral("machineAlarms"), tr("Open alarms of this machine"));
    table->setItemDelegate(new AlarmDelegate(*table, this));
    table->horizontalHeader()->setSectionResizeMode(WhatColumn, QHeaderView::Stretch);
    for (const int column : {int(PriorityColumn), int(AssetColumn), int(CountColumn)}) {
        table->setColumnHidden(column, true);
    }
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (now.isValid() && isVisible()) {
            emit alarmChosen(m_alarms->alarmAt(now.row())->id);
        }
    });
    return table;
}

QTableView *MachinePage::createSensors()
{
    auto *table = new QTableView(this);
    table->setModel(m_sensors);
    setUp(*table, QStringLiteral("machineSensors"), tr("Sensors of this machine"));
    table->setItemDelegate(new SensorDelegate(*table, this));
    table->horizontalHeader()->setSectionResizeMode(MachineSensors::SparkColumn, QHeaderView::Stretch);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (now.isValid() && isVisible()) {
            emit sensorChosen(m_sensors->sensorAt(now.row()));
        }
    });
    return table;
}

bool MachinePage::choose(const SensorKey &source)
{
    if (!m_snapshot || !m_snapshot->structure || source.asset.empty()) {
        return false;
    }
    const std::vector<AssetSpec> &assets = m_snapshot->structure->assets;
    auto found = std::find_if(assets.begin(), assets.end(), [&](const AssetSpec &asset) { return asset.path == source.asset; });
    if (found == assets.end()) {
        found =
            std::find_if(assets.begin(), assets.end(), [&](const AssetSpec &asset) { return asset.path.starts_with(source.asset + '/'); });
    }
    if (found == assets.end()) {
        return false;
    }
    show(found->id);
    return true;
}

void MachinePage::show(AssetId asset)
{
    m_asset = asset;
    m_channels = positionChannels(*m_snapshot->structure, asset);
    m_place->setVisible(m_channels.has_value());
    m_alarms->setSource({m_snapshot->structure->asset(asset).path, {}});
    refresh();
    emit sightChanged();
}

void MachinePage::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (isVisible() && m_asset && snapshot->structure) {
        refresh();
    }
}

void MachinePage::refresh()
{
    const std::vector<SensorId> before = sensorsInSight();
    std::vector<SensorId> sensors = m_snapshot->structure->asset(*m_asset).sensors;
    std::erase_if(sensors, [this](SensorId id) { return indexOf(id) >= m_snapshot->sensors.size(); });
    m_sensors->show(m_snapshot, std::move(sensors));
    showState();
    if (m_channels) {
        showTrack();
    }
    if (before != sensorsInSight()) {
        emit sightChanged();
    }
}

const Occurrence *MachinePage::worstAlarm() const
{
    return m_alarms->rowCount() == 0 ? nullptr : m_alarms->alarmAt(0);
}

QString MachinePage::stateText() const
{
    const Occurrence *worst = worstAlarm();
    int unacked = 0;
    for (int row = 0; row < m_alarms->rowCount(); ++row) {
        unacked += isUnacknowledged(m_alarms->alarmAt(row)->state) ? 1 : 0;
    }
    if (!worst) {
        return tr("no open alarm");
    }
    return tr("%1 %2, %3 open, %4 not acknowledged")
        .arg(toQt(toText(worst->priority)), ui::stateText(*worst), QString::number(m_alarms->rowCount()), QString::number(unacked));
}

QString MachinePage::wholeText() const
{
    const AssetSpec &spec = m_snapshot->structure->asset(*m_asset);
    if (spec.detector.empty() || indexOf(*m_asset) >= m_snapshot->assets.size()) {
        return tr("Its sensors are judged one by one.");
    }
    const AssetState &state = m_snapshot->assets[indexOf(*m_asset)];
    const QString judged = state.warmUp < 1.0                     ? tr("warming up, %1").arg(percentText(state.warmUp))
                           : state.stale                          ? tr("no decision: a sensor has no fresh data")
                           : state.verdict == Verdict::NoDecision ? tr("no decision")
                           : state.verdict == Verdict::Anomalous  ? tr("anomalous, %1 its limit").arg(ratioText(state.score, 1.0))
                                                                  : tr("normal, %1 its limit").arg(ratioText(state.score, 1.0));
    return tr("Judged as a whole by %1: %2").arg(toQt(spec.detector), judged);
}

QString MachinePage::guidanceText() const
{
    const Occurrence *worst = worstAlarm();
    if (!worst) {
        return {};
    }
    const auto &guidance = worst->definition.guidance;
    QStringList parts;
    const auto add = [&parts](const QString &text, const std::string &value) {
        if (!value.empty()) {
            parts << text.arg(toQt(value));
        }
    };
    add(tr("Do: %1"), guidance.action);
    add(tr("Cause: %1"), guidance.cause);
    add(tr("Consequence: %1"), guidance.consequence);
    return parts.join(QStringLiteral("  ·  "));
}

void MachinePage::showState()
{
    const QString path = toQt(m_snapshot->structure->asset(*m_asset).path);
    m_title->setText(tr("%1 – %2").arg(path, stateText()));
    m_whole->setText(wholeText());
    m_guidance->setText(guidanceText());
    m_guidance->setVisible(!m_guidance->text().isEmpty());
}

void MachinePage::showTrack()
{
    Track track = trackOf(*m_snapshot, *m_channels);
    std::vector<TrackView::AlarmMark> marks;
    for (int row = m_alarms->rowCount() - 1; row >= 0; --row) { // the worst is drawn last, on top
        const Occurrence &alarm = *m_alarms->alarmAt(row);
        if (const auto place = placeAt(track, alarm.raised)) {
            marks.push_back({*place, alarm.priority, isUnacknowledged(alarm.state)});
        }
    }
    if (m_place->currentWidget() == m_table) {
        fillTable(track);
    }
    m_track->show(std::move(track), std::move(marks));
}

void MachinePage::fillTable(const Track &track)
{
    const QString east = track.degrees ? tr("Longitude °") : tr("x km");
    const QString north = track.degrees ? tr("Latitude °") : tr("y km");
    std::vector<QStringList> rows;
    for (auto point = track.points.rbegin(); point != track.points.rend() && rows.size() < kMostTableRows; ++point) {
        const int digits = track.degrees ? 6 : 3;
        rows.push_back({fullTime(point->at, m_zone), numberText(track.degrees ? point->second : point->y, 'f', digits),
                        numberText(track.degrees ? point->first : point->x, 'f', digits)});
    }
    m_table->setRows({tr("Time"), north, east}, std::move(rows));
}

bool MachinePage::toggleTable()
{
    if (!m_channels) {
        return false;
    }
    const bool table = m_place->currentWidget() != m_table;
    m_place->setCurrentWidget(table ? static_cast<QWidget *>(m_table) : m_track);
    m_place->currentWidget()->setFocus();
    if (table) {
        m_table->clearSelection();
        fillTable(m_track->track());
    }
    return true;
}

std::vector<SensorId> MachinePage::sensorsInSight() const
{
    std::vector<SensorId> sensors;
    for (int row = 0; isVisible() && row < m_sensors->rowCount(); ++row) {
        sensors.push_back(m_sensors->sensorAt(row));
    }
    return sensors;
}

void MachinePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    for (QTableView *list : m_lists) {
        fitColumns(*list, true);
    }
    if (m_asset && m_snapshot) {
        refresh();
    }
    emit sightChanged();
}

void MachinePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    for (QTableView *list : m_lists) {
        fitColumns(*list, false);
    }
    emit sightChanged();
}

} // namespace telltale::ui
