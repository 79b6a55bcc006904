// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/detail_pane.h"

#include "ui/alarms/alarm_detail.h"
#include "ui/alarms/sensor_detail.h"
#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/models/held_alarms.h"
#include "ui/models/operator_clock.h"
#include "ui/models/suppressed_columns.h"
#include "ui/text.h"
#include "ui/widgets/choice_form.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/inline_field.h"
#include "ui/widgets/plain.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

enum Page { HintPage, AlarmPage, SensorPage };

constexpr int kButtonColumns = 2;

/// In the order of their places.
struct ButtonRow {
    DetailPane::Deed deed;
    const char *name;
    Act act;
    const char *text;
    const char *tip;
    bool writes;
};
using Deed = DetailPane::Deed;
constexpr std::array<ButtonRow, DetailPane::kDeeds> kButtons{{
    {Deed::Acknowledge, "ackButton", Act::Acknowledge, QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Acknowledge"),
     QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Acknowledge"), true},
    {Deed::Comment, "commentButton", Act::Comment, QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Comment"),
     QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Comment"), true},
    {Deed::Shelve, "shelveButton", Act::Shelve, QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Shelve"),
     QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Shelve: keep it from the list for a while"), true},
    {Deed::Verdict, "verdictButton", Act::Verdict, QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Verdict"),
     QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Verdict: true, false, expected or a test"), true},
    {Deed::AssignToMe, "assignButton", Act::AssignToMe, QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "I look after it"),
     QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "I look after it; %1: somebody else"), true},
    {Deed::Reset, "resetButton", Act::Reset, QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Reset"),
     QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Reset a latched alarm"), true},
    {Deed::OutOfService, "serviceButton", Act::OutOfService, QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Out of service"),
     QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Out of service until it is looked at again; for supervisors"), true},
    {Deed::BringBack, "bringBackButton", Act::BringBack, QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Bring back"),
     QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Bring back from the shelf, or into service"), true},
    {Deed::Export, "exportButton", Act::Export, QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Export"),
     QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Write a report of it"), false},
    {Deed::Detector, "detectorButton", Act::Detector, QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "Detector…"),
     QT_TRANSLATE_NOOP("telltale::ui::DetailPane", "What judges it, and what another one would have done"), false},
}};

QString tipOf(const ButtonRow &row)
{
    return withPressTexts(DetailPane::tr(row.tip), {Act::AssignTo});
}

QScrollArea *scrolled(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setAccessibleName(DetailPane::tr("About what is chosen"));
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
    , m_form(new ChoiceForm(QStringLiteral("choiceForm"), this))
{
    setObjectName(QStringLiteral("detailPane"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    createPages();
    column->addWidget(m_pages, 1);
    column->addWidget(m_field);
    column->addWidget(m_form);
    column->addWidget(createButtons());
    m_lock = readOnly ? tr("This window is read-only.") : QString();
    sayKeys(this, [this] { showKeys(); });
    connect(m_alarmDetail, &AlarmDetail::sensorWanted, this, [this](const QString &sensor) {
        emit sensorWanted({m_alarm.definition.source.asset, fromQt(sensor)});
    });
}

void DetailPane::createPages()
{
    QLabel *hints = plainLabel(QStringLiteral("detailHints"), this);
    hints->setWordWrap(true);
    hints->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    hints->setMargin(fontMetrics().height() / 2);
    sayKeys(this, [hints] {
        hints->setText(withPressTexts(tr("Nothing is selected.\n\n%1 goes to the top unacknowledged alarm, %2 acknowledges it.\n%3 and %4 "
                                         "move through the list. A tile or a sensor in the tree shows its trend and its figures "
                                         "here.\n\n%5 lists all keys."),
                                      {Act::JumpTopUnacked, Act::Acknowledge, Act::RowDown, Act::RowUp, Act::Keys}));
    });
    m_pages->addWidget(scrolled(hints));
    m_pages->addWidget(scrolled(m_alarmDetail));
    m_pages->addWidget(scrolled(m_sensorDetail));
    m_pages->widget(AlarmPage)->setObjectName(QStringLiteral("alarmDetailScroll"));
    // Arrow keys then scroll the text. A page out of sight would take the focus and never give it on.
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] { handFocusTo(*this, *m_pages->currentWidget()); });
    handFocusTo(*this, *m_pages->currentWidget());
}

QWidget *DetailPane::createButtons()
{
    auto *bar = new QWidget(this);
    auto *grid = new QGridLayout(bar);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(fontMetrics().height() / 6);
    for (const ButtonRow &row : kButtons) {
        const std::size_t place = std::size_t(row.deed);
        auto *button = new QPushButton(bar);
        button->setObjectName(QLatin1String(row.name));
        grid->addWidget(button, int(place) / kButtonColumns, int(place) % kButtonColumns);
        connect(button, &QPushButton::clicked, this, [this, deed = row.deed] { emit wanted(deed); });
        m_buttons[place] = button;
    }
    return bar;
}

bool DetailPane::showsSensor() const
{
    return m_pages->currentIndex() == SensorPage;
}

void DetailPane::setResponseTimes(const ResponseTimes &times)
{
    m_times = times;
    refresh();
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

void DetailPane::setLock(const QString &why)
{
    m_lock = why;
    for (const ButtonRow &row : kButtons) {
        const bool locked = row.writes && !why.isEmpty();
        m_buttons[std::size_t(row.deed)]->setToolTip(locked ? why : withKeyText(tipOf(row), row.act));
    }
    refresh();
}

void DetailPane::showKeys()
{
    for (const ButtonRow &row : kButtons) {
        QPushButton *button = m_buttons[std::size_t(row.deed)];
        button->setText(QStringLiteral("%1  %2").arg(tr(row.text), keyText(row.act)).trimmed());
        button->setAccessibleName(tipOf(row));
    }
    setLock(m_lock);
}

void DetailPane::setZone(ZoneChoice zone)
{
    m_zone = zone;
    m_alarmDetail->showTimeline(m_events, zone);
    refresh();
}

/// Null where nothing keeps what is shown from people.
const SuppressedAlarm *DetailPane::hold() const
{
    if (!m_snapshot) {
        return nullptr;
    }
    if (!showsSensor()) {
        return heldFor(*m_snapshot, {m_alarm.definition.source, m_alarm.definition.what});
    }
    const bool known = m_snapshot->structure && m_sensor < m_snapshot->structure->sensors.size();
    return known ? heldFor(*m_snapshot, {m_snapshot->structure->sensors[m_sensor].key, std::string(kAnomalous)}) : nullptr;
}

bool DetailPane::isPossible(Deed deed, bool held) const
{
    const bool alarm = m_pages->currentIndex() == AlarmPage && m_alarm.id != 0;
    const bool open = alarm && !m_gone;
    switch (deed) {
    case Deed::Acknowledge: return open && isUnacknowledged(m_alarm.state);
    case Deed::Reset: return open && m_alarm.state == AlarmState::L2;
    case Deed::Shelve:
    case Deed::OutOfService: return !held && (open || showsSensor());
    case Deed::BringBack: return held;
    case Deed::Detector: return m_pages->currentIndex() != HintPage;
    default: return alarm;
    }
}

void DetailPane::refreshButtons()
{
    const bool held = hold() != nullptr;
    for (const ButtonRow &row : kButtons) {
        m_buttons[std::size_t(row.deed)]->setEnabled((m_lock.isEmpty() || !row.writes) && isPossible(row.deed, held));
    }
}

void DetailPane::refreshAlarm()
{
    m_alarmDetail->show(m_alarm, m_snapshot->now, m_zone, m_saving.contains(m_alarm.id));
    const SuppressedAlarm *held = hold();
    m_alarmDetail->showHold(held ? holdText(*held, operatorNow(*m_snapshot), m_zone) : QString());
    const bool ofThePlant = !m_alarm.definition.detector.empty() || m_alarm.definition.guidance.respondWithin > Duration{0};
    m_alarmDetail->showClocks(ofThePlant ? responseLines(m_alarm, m_times, m_snapshot->now, m_zone) : QStringList{});
}

void DetailPane::refresh()
{
    refreshButtons();
    if (!m_snapshot) {
        return;
    }
    if (m_pages->currentIndex() == AlarmPage && m_alarm.id != 0) {
        refreshAlarm();
    }
    if (showsSensor() && m_snapshot->structure && m_sensor < m_snapshot->sensors.size()) {
        m_sensorDetail->show(*m_snapshot, SensorId{std::uint32_t(m_sensor)}, m_zone);
        const SuppressedAlarm *held = hold();
        m_sensorDetail->showHold(held ? holdText(*held, operatorNow(*m_snapshot), m_zone) : QString());
    }
}

} // namespace telltale::ui
