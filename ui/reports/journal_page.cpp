// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/journal_page.h"

#include "ui/models/journal_model.h"
#include "ui/reports/archive.h"
#include "ui/text.h"
#include "ui/widgets/fitting_label.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr std::size_t kPage = 200;

store::JournalQuery newestPage()
{
    return {.since = {}, .until = {}, .occurrence = {}, .afterSeq = 0, .limit = kPage, .newestFirst = true};
}

/// The page right before an event: numbers run without holes.
store::JournalQuery pageBefore(EventSeq seq)
{
    const EventSeq after = seq > kPage + 1 ? seq - kPage - 1 : 0;
    return {.since = {}, .until = {}, .occurrence = {}, .afterSeq = after, .limit = kPage, .newestFirst = false};
}

void setUp(QTableView &table, QAbstractItemModel &model)
{
    table.setObjectName(QStringLiteral("journalTable"));
    table.setAccessibleName(QObject::tr("Journal, newest transition first"));
    table.setModel(&model);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setTabKeyNavigation(false);
    table.setWordWrap(false);
    table.setShowGrid(false);
    table.setAlternatingRowColors(true);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 6);
    table.horizontalHeader()->setHighlightSections(false);
    for (std::size_t i = 0; i < kJournalColumnCount; ++i) {
        const QString title = model.headerData(int(i), Qt::Horizontal).toString();
        table.setColumnWidth(int(i), table.fontMetrics().horizontalAdvance(title) + 2 * table.fontMetrics().averageCharWidth());
    }
}

/// Wide enough for what is in sight, never narrower than before: what somebody reads does not move.
void widenColumns(QTableView &table)
{
    const QAbstractItemView &view = table; // where the hint is public
    for (std::size_t i = 0; i < kJournalColumnCount; ++i) {
        const QString widest = QString::fromUtf8(journalColumns()[i].widest);
        const int most = table.fontMetrics().horizontalAdvance(widest) + 2 * table.fontMetrics().averageCharWidth();
        const int column = int(i);
        table.setColumnWidth(column, std::max(table.columnWidth(column), std::min(most, view.sizeHintForColumn(column))));
    }
}

} // namespace

JournalPage::JournalPage(Archive &archive, QWidget *parent)
    : QWidget(parent)
    , m_archive(archive)
    , m_model(new JournalModel(this))
    , m_table(new QTableView(this))
    , m_note(new FittingLabel(QStringLiteral("journalNote"), this))
{
    setObjectName(QStringLiteral("journalPage"));
    setUp(*m_table, *m_model);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 1);
    column->addWidget(m_note);
    connect(m_model, &QAbstractItemModel::rowsInserted, m_table, [this] { widenColumns(*m_table); });
    connect(m_model, &QAbstractItemModel::modelReset, m_table, [this] { widenColumns(*m_table); });
    connect(m_model, &JournalModel::olderWanted, this, &JournalPage::loadOlder);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { emit eventChosen(m_model->eventAt(index.row())); });
    tell(m_archive.available() ? tr("Enter goes to the alarm.") : tr("No data folder: only the transitions of this run are listed."));
    if (m_archive.available()) {
        reload();
    }
}

void JournalPage::tell(const QString &text)
{
    m_note->setText(text);
}

/// Only what is committed is journal; the rest is in the alarm list, marked as saving.
void JournalPage::apply(const SnapshotPtr &snapshot)
{
    std::vector<AlarmEvent> events = snapshot->events;
    if (m_archive.available()) {
        std::erase_if(events, [&](const AlarmEvent &event) { return event.seq > snapshot->storedThrough; });
    }
    if (events.empty() || events.back().seq <= m_seen || m_loading) {
        return;
    }
    m_seen = events.back().seq;
    if (m_model->prependNewer(events)) {
        return;
    }
    if (m_archive.available()) {
        reload();
    } else {
        m_model->reset(std::move(events), false);
    }
}

void JournalPage::setZone(ZoneChoice zone)
{
    m_model->setZone(zone);
}

void JournalPage::reload()
{
    m_loading = true;
    m_archive.read([](const store::StoreReader &reader) { return reader.events(newestPage()); },
                   [this](Result<std::vector<AlarmEvent>> page) {
                       m_loading = false;
                       if (!page) {
                           tell(tr("The journal cannot be read: %1").arg(toQt(page.error().text())));
                           return;
                       }
                       tell(tr("Enter goes to the alarm."));
                       const bool more = page->size() == kPage;
                       m_model->reset(std::move(page).value(), more);
                   });
}

void JournalPage::loadOlder(EventSeq beforeSeq)
{
    m_archive.read([beforeSeq](const store::StoreReader &reader) { return reader.events(pageBefore(beforeSeq)); },
                   [this, beforeSeq](Result<std::vector<AlarmEvent>> page) {
                       if (!page) {
                           tell(tr("Older entries cannot be read: %1").arg(toQt(page.error().text())));
                           return;
                       }
                       m_model->appendOlder(std::move(page).value(), pageBefore(beforeSeq).afterSeq > 0);
                   });
}

} // namespace telltale::ui
