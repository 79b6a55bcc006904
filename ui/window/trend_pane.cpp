// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/trend_pane.h"

#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/text.h"
#include "ui/widgets/copy_table.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/plain.h"
#include "ui/window/trend_sensors_menu.h"
#include "ui/window/trend_stack.h"
#include "ui/window/trend_table.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

using namespace std::chrono_literals;

struct SpanChoice {
    const char *text;
    Duration span;
};
constexpr std::array<SpanChoice, 4> kSpans{{{"1m", 1min}, {"10m", 10min}, {"1h", 1h}, {"8h", 8h}}};

/// Around an alarm: so much before and after at least, or half of what its sensor usually shows.
constexpr Duration kAround = 10min;
constexpr int kTableMs = 1000; ///< a table is read, and Ctrl+C wants rows that stand still

} // namespace

TrendPane::TrendPane(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_stack(new TrendStack(m_pages))
    , m_table(new TrendTable(m_pages))
    , m_view(&m_stack->lead())
    , m_menu(new TrendSensorsMenu(this))
    , m_tableSoon(new QTimer(this))
    , m_box(new QComboBox(this))
{
    setObjectName(QStringLiteral("trendPane"));
    m_box->setObjectName(QStringLiteral("trendSensor"));
    m_box->setAccessibleName(tr("Sensor of the trend"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(16);
    auto *row = new QHBoxLayout;
    row->setSpacing(fontMetrics().averageCharWidth() / 2);
    row->addWidget(m_box, 1);
    m_live = addButton(*row, tr("LIVE"), tr("Follow the newest reading"), Act::Live, QStringLiteral("liveButton"));
    m_pause = addButton(*row, tr("PAUSE"), tr("Hold the picture; the plant and the list go on"), Act::Pause, QStringLiteral("pauseButton"));
    addSpans(*row);
    addSensorsAndTable(*row);
    addPages();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    column->addLayout(row);
    column->addWidget(m_pages, 1);
    m_live->setCheckable(true);
    m_pause->setCheckable(true);
    connect(m_live, &QToolButton::clicked, this, &TrendPane::goLive);
    connect(m_pause, &QToolButton::clicked, this, &TrendPane::pause);
    connect(m_view, &TrendView::liveChanged, this, &TrendPane::showLive);
    connect(m_box, &QComboBox::activated, this, [this](int place) { emit sensorPicked(m_choices[std::size_t(place)]); });
    showLive(m_view->isLive());
    m_stack->setTheme(themeOf(*this));
}

void TrendPane::addPages()
{
    m_pages->addWidget(m_stack);
    m_pages->addWidget(m_table);
    m_tableSoon->setInterval(kTableMs);
    connect(m_tableSoon, &QTimer::timeout, this, &TrendPane::fillTable);
    connect(m_view, &TrendView::rangeChanged, this, &TrendPane::refillTable);
    connect(m_stack, &TrendStack::sensorsChanged, this, &TrendPane::refillTable);
}

void TrendPane::addSensorsAndTable(QHBoxLayout &row)
{
    row.addSpacing(fontMetrics().averageCharWidth());
    m_sensors =
        addButton(row, tr("Sensors"), tr("Other sensors below, over the same time"), Act::TrendSensors, QStringLiteral("trendSensors"));
    m_tableButton = addButton(row, tr("Table"), tr("The trend as a table"), Act::Table, QStringLiteral("trendTableButton"));
    m_tableButton->setCheckable(true);
    connect(m_sensors, &QToolButton::clicked, this, &TrendPane::openSensors);
    connect(m_tableButton, &QToolButton::clicked, this, &TrendPane::toggleTable);
}

QToolButton *TrendPane::addButton(QHBoxLayout &row, const QString &text, const QString &tip, std::optional<Act> act, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    sayKeys(button, [button, tip, act] {
        button->setToolTip(act ? withKeyText(tip, *act) : tip);
        button->setAccessibleName(button->toolTip());
    });
    button->setFocusPolicy(Qt::TabFocus);
    row.addWidget(button);
    return button;
}

void TrendPane::addSpans(QHBoxLayout &row)
{
    row.addSpacing(fontMetrics().averageCharWidth());
    for (const SpanChoice &choice : kSpans) {
        const QString text = QString::fromLatin1(choice.text);
        QToolButton *button = addButton(row, text, tr("Show %1").arg(text), std::nullopt, QStringLiteral("span") + text);
        connect(button, &QToolButton::clicked, m_view, [this, span = choice.span] { m_view->setSpan(span); });
    }
    row.addSpacing(fontMetrics().averageCharWidth());
    const auto add = [&](const char *text, const QString &tip, Act act, const char *name, auto slot) {
        connect(addButton(row, QString::fromUtf8(text), tip, act, QString::fromLatin1(name)), &QToolButton::clicked, m_view, slot);
    };
    add("−", tr("Zoom out"), Act::ZoomOut, "zoomOut", &TrendView::zoomOut);
    add("+", tr("Zoom in"), Act::ZoomIn, "zoomIn", &TrendView::zoomIn);
    add("◂", tr("Previous mark"), Act::PreviousMark, "previousMark", &TrendView::showPreviousMark);
    add("▸", tr("Next mark"), Act::NextMark, "nextMark", &TrendView::showNextMark);
}

void TrendPane::show(const Structure &structure, SensorId sensor, std::vector<SensorId> others)
{
    if (std::find(others.begin(), others.end(), sensor) == others.end()) {
        others.insert(others.begin(), sensor);
    }
    const QSignalBlocker quiet(m_box);
    m_choices = std::move(others);
    m_box->clear();
    for (const SensorId choice : m_choices) {
        const SensorSpec &spec = structure.sensor(choice);
        const QString unit = spec.unit.empty() ? QString() : QStringLiteral(" (%1)").arg(toQt(spec.unit));
        m_box->addItem(toQt(spec.key.text()) + unit);
    }
    m_box->setCurrentIndex(int(std::find(m_choices.begin(), m_choices.end(), sensor) - m_choices.begin()));
    m_box->setToolTip(escapedToolTip(m_box->currentText()));
    if (m_sensor != sensor) {
        m_sensor = sensor;
        m_stack->choose(structure.sensor(sensor));
    }
}

void TrendPane::lookAt(UtcTime at, UtcTime now, bool byOperator)
{
    if (!byOperator && !m_view->isLive() && !m_pausedForAlarm) {
        return;
    }
    const bool inSight = at != kNoTime && now != kNoTime && now - at < m_view->span() * 9 / 10;
    if (at == kNoTime || inSight) {
        if (m_pausedForAlarm) {
            goLive();
        }
        return;
    }
    m_view->showAround(at, std::max(kAround, m_view->usualSpan() / 2));
    m_pausedForAlarm = true;
}

void TrendPane::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    m_stack->apply(snapshot);
}

void TrendPane::setZone(ZoneChoice zone)
{
    m_zone = zone;
    m_stack->drawAnew();
    refillTable();
}

QString TrendPane::toggleKept()
{
    if (!m_sensor) {
        return tr("No sensor is chosen.");
    }
    const SensorSpec sensor = m_view->sensor();
    const QString name = toQt(sensor.key.text());
    switch (m_stack->toggleKept(sensor)) {
    case TrendStack::Change::Kept: return tr("%1 stays in the trend: choose another sensor to see both.").arg(name);
    case TrendStack::Change::LetGo: return tr("%1 stays in the trend only while it is chosen.").arg(name);
    case TrendStack::Change::Refused: break;
    }
    return tr("No more than %1 sensors in one trend. %2 takes some away.")
        .arg(QString::number(TrendStack::kMost), pressText(Act::TrendSensors));
}

void TrendPane::openSensors()
{
    if (!m_sensor || !m_snapshot || !m_snapshot->structure) {
        return;
    }
    std::vector<SensorSpec> choices;
    for (const SensorId choice : m_choices) {
        choices.push_back(m_snapshot->structure->sensor(choice));
    }
    m_menu->open(*m_stack, choices, m_sensors->mapToGlobal(QPoint(0, m_sensors->height())));
}

void TrendPane::toggleTable()
{
    const bool table = m_pages->currentWidget() != m_table;
    m_pages->setCurrentWidget(table ? static_cast<QWidget *>(m_table) : m_stack);
    m_tableButton->setChecked(table);
    m_stack->setReadWhileHidden(table);
    if (table) {
        m_tableSoon->start();
        refillTable();
    } else {
        m_tableSoon->stop();
    }
    takeKeys();
}

void TrendPane::takeKeys()
{
    const bool table = m_pages->currentWidget() == m_table;
    (table ? static_cast<QWidget *>(&m_table->table()) : m_view)->setFocus(Qt::ShortcutFocusReason);
}

bool TrendPane::hasKeys() const
{
    return m_pages->isAncestorOf(QApplication::focusWidget());
}

bool TrendPane::dismiss()
{
    return m_table->clearSelection() || m_view->dropMarking();
}

/// Another range or other sensors: what was selected is gone anyway.
void TrendPane::refillTable()
{
    m_table->clearSelection();
    fillTable();
}

void TrendPane::fillTable()
{
    if (m_pages->currentWidget() != m_table || !m_sensor) {
        return;
    }
    const UtcTime end = m_view->rangeEnd();
    TrendTable::Content content;
    content.sight = {toNanos(end - m_view->span()), toNanos(end) + 1};
    content.longest = m_view->longestStep();
    content.zone = m_zone;
    for (const TrendView *view : m_stack->views()) {
        content.sources.push_back({&view->sensor(), &view->samples(), &view->marks()});
    }
    m_table->fill(content);
}

void TrendPane::pause()
{
    m_pausedForAlarm = false;
    m_view->pause();
    showLive(m_view->isLive());
}

void TrendPane::goLive()
{
    m_pausedForAlarm = false;
    m_view->goLive();
    showLive(m_view->isLive());
}

void TrendPane::showLive(bool live)
{
    m_live->setChecked(live);
    m_pause->setChecked(!live);
}

void TrendPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_stack->setTheme(themeOf(*this));
    }
}

} // namespace telltale::ui
