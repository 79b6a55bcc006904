// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/detail_pane.h"

#include "ui/alarms/alarm_detail.h"
#include "ui/alarms/sensor_detail.h"
#include "ui/text.h"
#include "ui/widgets/inline_field.h"
#include "ui/widgets/plain.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

enum Page { HintPage, AlarmPage, SensorPage };

QScrollArea *scrolled(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    return area;
}

} // namespace

DetailPane::DetailPane(bool readOnly, QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_alarmDetail(new AlarmDetail)
    , m_sensorDetail(new SensorDetail)
    , m_field(new InlineField(QStringLiteral("commentField"), this))
    , m_readOnly(readOnly)
{
    setObjectName(QStringLiteral("detailPane"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    createPages();
    column->addWidget(m_pages, 1);
    column->addWidget(m_field);
    column->addWidget(createButtons(readOnly));
    connect(m_alarmDetail, &AlarmDetail::sensorWanted, this, [this](const QString &sensor) {
        emit sensorWanted({m_alarm.definition.source.asset, fromQt(sensor)});
    });
    refresh();
}

void DetailPane::createPages()
{
    QLabel *hints = plainLabel(QStringLiteral("detailHints"), this);
    hints->setWordWrap(true);
    hints->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    hints->setMargin(fontMetrics().height() / 2);
    hints->setText(tr("Nothing is selected.\n\nF2 goes to the top unacknowledged alarm, Space acknowledges it.\nJ and K move through the "
                      "list. A tile or a sensor in the tree shows its trend and its figures here.\n\n? lists all keys."));
    m_pages->addWidget(scrolled(hints));
    m_pages->addWidget(scrolled(m_alarmDetail));
    m_pages->addWidget(scrolled(m_sensorDetail));
    m_pages->widget(AlarmPage)->setObjectName(QStringLiteral("alarmDetailScroll"));
    setFocusProxy(m_pages->widget(AlarmPage)); // arrow keys then scroll the text
}

QWidget *DetailPane::createButtons(bool readOnly)
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const char *name, const QString &text, const QString &tip, auto signal) {
        auto *button = new QPushButton(text, bar);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(tip);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, signal);
        return button;
    };
    const QString locked = tr("This window is read-only.");
    m_acknowledge = add("ackButton", tr("Acknowledge"), readOnly ? locked : tr("Acknowledge (Space)"), &DetailPane::acknowledgeWanted);
    m_comment = add("commentButton", tr("Comment"), readOnly ? locked : tr("Comment (C)"), &DetailPane::commentWanted);
    m_export = add("exportButton", tr("Export"), tr("Write a report of it (E)"), &DetailPane::exportWanted);
    m_detector =
        add("detectorButton", tr("Detector…"), tr("What judges it, and what another one would have done (D)"), &DetailPane::detectorWanted);
    return bar;
}

void DetailPane::showAlarm(const Occurrence &alarm)
{
    if (alarm.id != m_alarm.id) {
        m_events.clear();
    }
    m_alarm = alarm;
    m_gone = !alarm.open();
    m_pages->setCurrentIndex(AlarmPage);
    m_alarmDetail->showTimeline(m_events, m_zone);
    refresh();
}

void DetailPane::showSensor(SensorId sensor)
{
    m_alarm = {};
    m_sensor = indexOf(sensor);
    m_pages->setCurrentIndex(SensorPage);
    refresh();
}

void DetailPane::showTimeline(const std::vector<AlarmEvent> &events)
{
    m_events = events;
    m_alarmDetail->showTimeline(m_events, m_zone);
}

void DetailPane::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (m_alarm.id != 0 && !m_gone && snapshot->alarms) {
        const auto found = std::find_if(snapshot->alarms->begin(), snapshot->alarms->end(),
                                        [&](const Occurrence &alarm) { return alarm.id == m_alarm.id; });
        if (found != snapshot->alarms->end()) {
            m_alarm = *found;
        } else {
            m_gone = true;
            emit alarmClosed(m_alarm.id);
        }
    }
    refresh();
}

void DetailPane::setSaving(const std::set<OccurrenceId> &saving)
{
    m_saving = saving;
    refresh();
}

void DetailPane::setZone(ZoneChoice zone)
{
    m_zone = zone;
    m_alarmDetail->showTimeline(m_events, zone);
    refresh();
}

void DetailPane::refresh()
{
    const bool alarm = m_pages->currentIndex() == AlarmPage && m_alarm.id != 0;
    m_acknowledge->setEnabled(alarm && !m_readOnly && !m_gone && isUnacknowledged(m_alarm.state));
    m_comment->setEnabled(alarm && !m_readOnly);
    m_export->setEnabled(alarm);
    m_detector->setEnabled(m_pages->currentIndex() != HintPage);
    if (!m_snapshot) {
        return;
    }
    if (alarm) {
        m_alarmDetail->show(m_alarm, m_snapshot->now, m_zone, m_saving.contains(m_alarm.id));
    }
    if (m_pages->currentIndex() == SensorPage && m_snapshot->structure && m_sensor < m_snapshot->sensors.size()) {
        m_sensorDetail->show(*m_snapshot, SensorId{std::uint32_t(m_sensor)}, m_zone);
    }
}

} // namespace telltale::ui
