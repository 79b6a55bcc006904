// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logbook/incident_page.h"

#include "ui/detectors/plain_table.h"
#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/logbook/incident_texts.h"
#include "ui/reports/archive.h"
#include "ui/text.h"
#include "ui/widgets/column_share.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/inline_field.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace telltale::ui {

namespace {

/// Open ones first, then the newest.
bool comesBefore(const Incident &a, const Incident &b)
{
    return a.open() != b.open() ? a.open() : a.number > b.number;
}

/// What is open comes with every snapshot and is newer than what was read.
std::vector<Incident> merged(const std::vector<Incident> &stored, const std::vector<Incident> *open)
{
    std::map<std::uint64_t, Incident> byNumber;
    for (const Incident &incident : stored) {
        byNumber[incident.number] = incident;
    }
    for (const Incident &incident : open ? *open : std::vector<Incident>()) {
        Incident &known = byNumber[incident.number];
        if (incident.lastSeq >= known.lastSeq) {
            known = incident;
        }
    }
    std::vector<Incident> rows;
    for (auto &[number, incident] : byNumber) {
        rows.push_back(std::move(incident));
    }
    std::sort(rows.begin(), rows.end(), comesBefore);
    return rows;
}

template <typename Items, typename Row>
std::vector<QStringList> rowsOf(const Items &items, Row row)
{
    std::vector<QStringList> rows;
    rows.reserve(items.size());
    for (const auto &item : items) {
        rows.push_back(row(item));
    }
    return rows;
}

} // namespace

IncidentPage::IncidentPage(Archive &archive, QWidget *parent)
    : QWidget(parent)
    , m_archive(archive)
    , m_list(plainTable(QStringLiteral("incidentList"), tr("Incidents, open ones first"), this))
{
    setObjectName(QStringLiteral("incidentPage"));
    handFocusTo(*this, *m_list);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    // One above the other: beside each other there is no room for a time and its zone.
    auto *down = new QSplitter(Qt::Vertical, this);
    down->setChildrenCollapsible(false);
    down->addWidget(m_list);
    down->addWidget(createDetail());
    down->setStretchFactor(0, 1);
    down->setStretchFactor(1, 3);
    const int line = fontMetrics().lineSpacing();
    down->setSizes({10 * line, 30 * line});
    new ColumnShare(*m_list, {{2, 3}});
    new ColumnShare(*m_alarms, {{4, 5}});
    new ColumnShare(*m_timeline, {{3, 4, 5}});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(down);
    connect(m_list, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (!m_filling && row >= 0 && std::size_t(row) < m_rows.size()) {
            choose(m_rows[std::size_t(row)].number);
        }
    });
    connect(m_list, &QTableWidget::activated, this, [this] { m_timeline->setFocus(); });
    connect(m_alarms, &QTableWidget::activated, this, [this](const QModelIndex &index) {
        if (std::size_t(index.row()) < m_story.alarms.size()) {
            emit alarmWanted(m_story.alarms[std::size_t(index.row())].id);
        }
    });
    connect(m_field, &InlineField::finished, m_list, qOverload<>(&QWidget::setFocus));
    showList();
    showStory();
    readList();
}

QWidget *IncidentPage::createDetail()
{
    auto *detail = new QWidget(this);
    m_title = new FittingLabel(QStringLiteral("incidentTitle"), detail);
    m_title->setBold(true);
    m_state = new FittingLabel(QStringLiteral("incidentState"), detail);
    m_state->setLines(3); // the cause of a closed one
    m_alarms = plainTable(QStringLiteral("incidentAlarms"), tr("Alarms of the incident"), detail);
    m_timeline = plainTable(QStringLiteral("incidentTimeline"), tr("All that happened, by number"), detail);
    m_field = new InlineField(QStringLiteral("incidentField"), detail);
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    column->addWidget(m_title);
    column->addWidget(m_state);
    column->addWidget(m_alarms, 1);
    column->addWidget(m_timeline, 2);
    column->addWidget(m_field);
    column->addWidget(createButtons());
    return detail;
}

QWidget *IncidentPage::createButtons()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const char *name, const QString &text, auto slot) {
        auto *button = new QPushButton(text, bar);
        button->setObjectName(QLatin1String(name));
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    m_note = add("incidentNote", tr("&Note"), &IncidentPage::writeNote);
    m_owner = add("incidentOwner", tr("O&wner"), &IncidentPage::assignOwner);
    m_close = add("incidentClose", tr("C&lose"), &IncidentPage::closeOrReopen);
    m_remove = add("incidentRemove", tr("&Remove alarm"), &IncidentPage::removeAlarm);
    m_export = add("incidentExport", tr("&Export"), &IncidentPage::exportWanted);
    sayKeys(this, [this] { m_export->setToolTip(withKeyText(tr("Write a report of all its alarms"), Act::Export)); });
    return bar;
}

void IncidentPage::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (snapshot->incidents != m_open) {
        m_open = snapshot->incidents;
        showList();
        showStory();
    }
    EventSeq newest = m_readThrough;
    const auto concerns = [&](OccurrenceId id) {
        return std::find(m_story.incident.alarms.begin(), m_story.incident.alarms.end(), id) != m_story.incident.alarms.end();
    };
    for (const LogbookEntry &entry : snapshot->logbook) {
        newest = isOfIncident(entry.kind) ? std::max(newest, entry.seq) : newest;
    }
    for (const AlarmEvent &event : snapshot->events) {
        newest = event.occurrence != 0 && concerns(event.occurrence) ? std::max(newest, event.seq) : newest;
    }
    if (newest > m_readThrough && snapshot->storedThrough >= newest) {
        m_readThrough = newest;
        readList();
        readStory();
    }
}

void IncidentPage::readList()
{
    if (!m_archive.available()) {
        return;
    }
    m_archive.read(readIncidents, [this](const Result<std::vector<Incident>> &incidents) {
        if (incidents) {
            m_stored = *incidents;
            showList();
        }
    });
}

void IncidentPage::readStory()
{
    const std::uint64_t number = m_story.incident.number;
    if (!m_archive.available() || number == 0) {
        return;
    }
    m_archive.read([number](const store::StoreReader &reader) { return readIncidentStory(reader, number); },
                   [this, number](const Result<IncidentStory> &story) {
                       if (story && m_story.incident.number == number) {
                           m_story = *story;
                           showStory();
                       }
                   });
}

void IncidentPage::showList()
{
    m_rows = merged(m_stored, m_open.get());
    m_filling = true;
    fillTable(*m_list, incidentTitles(), rowsOf(m_rows, [this](const Incident &each) { return incidentRow(each, m_zone); }));
    const auto chosen =
        std::find_if(m_rows.begin(), m_rows.end(), [this](const Incident &each) { return each.number == m_story.incident.number; });
    if (chosen != m_rows.end()) {
        m_list->setCurrentCell(int(chosen - m_rows.begin()), 0);
    }
    m_filling = false;
    if (chosen == m_rows.end() && !m_rows.empty()) {
        choose(m_rows.front().number);
    } else if (chosen != m_rows.end() && chosen->lastSeq > m_story.incident.lastSeq) {
        m_story.incident = *chosen;
        showStory();
    }
}

void IncidentPage::choose(std::uint64_t number)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [number](const Incident &each) { return each.number == number; });
    if (number == m_story.incident.number) {
        return;
    }
    if (m_field->isVisible()) {
        m_field->leave();
    }
    m_story = {};
    if (found != m_rows.end()) {
        m_story.incident = *found;
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentCell(int(found - m_rows.begin()), 0);
    } else {
        m_story.incident.number = number; // not listed yet: it was made a moment ago
    }
    showStory();
    readStory();
}

void IncidentPage::showStory()
{
    const Incident &incident = m_story.incident;
    if (incident.lastSeq == 0) {
        m_title->setText(m_rows.empty() ? tr("There is no incident. I on alarms of the list makes one.") : QString());
        m_state->setText({});
    } else {
        m_title->setText(tr("%1: %2").arg(QString::number(incident.number), toQt(incident.title)));
        m_state->setText(incidentState(incident, m_zone));
    }
    fillTable(*m_alarms, incidentAlarmTitles(),
              rowsOf(m_story.alarms, [this](const auto &each) { return incidentAlarmRow(each, m_zone); }));
    fillTable(*m_timeline, timelineTitles(), rowsOf(m_story.timeline, [this](const auto &each) { return timelineRow(each, m_zone); }));
    refreshButtons();
}

void IncidentPage::refreshButtons()
{
    const Incident &incident = m_story.incident;
    const bool known = incident.lastSeq != 0;
    const bool may = known && m_lock.isEmpty();
    m_close->setText(!known || incident.open() ? tr("C&lose") : tr("Open &again"));
    m_close->setEnabled(may);
    for (QPushButton *button : {m_note, m_owner}) {
        button->setEnabled(may && incident.open());
    }
    m_remove->setEnabled(may && incident.open() && !incident.alarms.empty());
    m_export->setEnabled(known && !incident.alarms.empty());
    for (QPushButton *button : {m_note, m_owner, m_close, m_remove}) {
        button->setToolTip(m_lock);
    }
}

void IncidentPage::setZone(ZoneChoice zone)
{
    m_zone = zone;
    showList();
    showStory();
}

void IncidentPage::setLock(const QString &why)
{
    m_lock = why;
    refreshButtons();
}

bool IncidentPage::hasChosen()
{
    const bool may = m_story.incident.lastSeq != 0 && m_lock.isEmpty();
    if (!may) {
        emit told(m_lock.isEmpty() ? tr("Choose an incident.") : m_lock);
    }
    return may;
}

void IncidentPage::put(LogbookKind kind, const QString &text, OccurrenceId alarm)
{
    LogbookEntry entry;
    entry.kind = kind;
    entry.subject = m_story.incident.number;
    entry.occurrence = alarm;
    entry.text = fromQt(text);
    emit entryWanted(entry);
}

void IncidentPage::writeNote()
{
    if (hasChosen()) {
        m_field->ask(
            tr("Note on incident %1:").arg(m_story.incident.number), true,
            [this](const QString &text) { put(LogbookKind::IncidentNote, text); }, {},
            QStringLiteral("incident/%1/note").arg(m_story.incident.number));
    }
}

void IncidentPage::assignOwner()
{
    if (hasChosen()) {
        m_field->ask(
            tr("Who looks after incident %1 (empty = nobody):").arg(m_story.incident.number), false,
            [this](const QString &text) { put(LogbookKind::IncidentOwner, text); }, m_actor);
    }
}

void IncidentPage::closeOrReopen()
{
    if (!hasChosen()) {
        return;
    }
    if (!m_story.incident.open()) {
        put(LogbookKind::IncidentReopened, {});
        return;
    }
    m_field->ask(
        tr("What was the cause of incident %1? That closes it:").arg(m_story.incident.number), true,
        [this](const QString &text) { put(LogbookKind::IncidentClosed, text); }, {},
        QStringLiteral("incident/%1/cause").arg(m_story.incident.number));
}

void IncidentPage::removeAlarm()
{
    const int row = m_alarms->currentRow();
    if (!hasChosen()) {
        return;
    }
    if (row < 0 || std::size_t(row) >= m_story.alarms.size()) {
        emit told(tr("Choose the alarm to be removed in the upper table."));
        m_alarms->setFocus();
        return;
    }
    put(LogbookKind::IncidentAlarmRemoved, {}, m_story.alarms[std::size_t(row)].id);
}

} // namespace telltale::ui
