// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/journal_page.h"

#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/models/journal_model.h"
#include "ui/reports/archive.h"
#include "ui/text.h"
#include "ui/widgets/fitting_label.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr std::size_t kPage = 200;
constexpr std::size_t kMostFound = 500;
constexpr int kTypingMs = 200;
constexpr int kMeasuredRows = 60; ///< for the width of columns: more than a screen shows, not all that a flood brings

/// The newest page, and the one right before a number: transitions and entries share numbers that run without holes.
Result<std::vector<JournalRow>> readPage(const store::StoreReader &reader, EventSeq after, bool newestFirst)
{
    store::JournalQuery events{.since = {}, .until = {}, .occurrence = {}, .afterSeq = after, .limit = kPage, .newestFirst = newestFirst};
    store::LogbookQuery entries;
    entries.afterSeq = after;
    entries.limit = kPage;
    entries.newestFirst = newestFirst;
    const auto transitions = reader.events(events);
    if (!transitions) {
        return transitions.error();
    }
    const auto logbook = reader.logbook(entries);
    if (!logbook) {
        return logbook.error();
    }
    std::vector<JournalRow> rows = journalRows(*transitions, *logbook);
    const auto surplus = static_cast<std::ptrdiff_t>(rows.size() - std::min(rows.size(), kPage));
    rows.erase(newestFirst ? rows.begin() : rows.end() - surplus, newestFirst ? rows.begin() + surplus : rows.end());
    return rows;
}

EventSeq pageBefore(EventSeq seq)
{
    return seq > kPage + 1 ? seq - kPage - 1 : 0;
}

Result<std::vector<JournalRow>> linesWith(const store::StoreReader &reader, const std::string &text)
{
    const auto numbers = reader.search(text, kMostFound);
    if (!numbers) {
        return numbers.error();
    }
    const auto events = reader.eventsOf(*numbers);
    if (!events) {
        return events.error();
    }
    const auto entries = reader.entriesOf(*numbers);
    if (!entries) {
        return entries.error();
    }
    return journalRows(*events, *entries);
}

void setUp(QTableView &table, QAbstractItemModel &model)
{
    table.setObjectName(QStringLiteral("journalTable"));
    table.setAccessibleName(QObject::tr("Journal, newest first"));
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
    table.horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
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
    , m_text(new QLineEdit(this))
    , m_table(new QTableView(this))
    , m_note(new FittingLabel(QStringLiteral("journalNote"), this))
{
    setObjectName(QStringLiteral("journalPage"));
    setUp(*m_table, *m_model);
    createSearch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    column->addWidget(m_table, 1);
    column->addWidget(m_note);
    connect(m_model, &QAbstractItemModel::rowsInserted, m_table, [this] { widenColumns(*m_table); });
    connect(m_model, &QAbstractItemModel::modelReset, m_table, [this] { widenColumns(*m_table); });
    connect(m_model, &JournalModel::olderWanted, this, &JournalPage::loadOlder);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { choose(index.row()); });
    tell(m_archive.available() ? tr("Enter goes to the alarm or the time.")
                               : tr("No data folder: only what happened in this run is listed."));
    if (m_archive.available()) {
        reload();
    }
}

void JournalPage::createSearch()
{
    m_text->setObjectName(QStringLiteral("journalSearch"));
    sayKeys(this, [this] {
        m_text->setPlaceholderText(withKeyText(tr("Find words in the whole journal: an asset, an operator, what was said"), Act::Filter));
    });
    m_text->setAccessibleName(tr("Find words in the whole journal"));
    m_text->setClearButtonEnabled(true);
    m_text->setEnabled(m_archive.available());
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    // Without a hit the keys stay here: in an empty table they would be the window's, and A or E is quickly typed.
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        if (m_model->rowCount() > 0) {
            m_table->setFocus();
        }
    });
    connect(&m_typing, &QTimer::timeout, this, [this] { m_text->text().trimmed().isEmpty() ? reload() : search(); });
}

void JournalPage::focusSearch()
{
    m_text->setFocus();
    m_text->selectAll();
}

void JournalPage::choose(int row)
{
    const JournalRow &chosen = m_model->rowAt(row);
    if (const AlarmEvent *event = chosen.transition()) {
        emit eventChosen(*event);
    } else {
        emit entryChosen(*chosen.entry());
    }
}

void JournalPage::tell(const QString &text)
{
    m_note->setText(text);
}

/// Only what is committed is journal; the rest is in the alarm list, marked as saving.
void JournalPage::apply(const SnapshotPtr &snapshot)
{
    std::vector<JournalRow> rows = journalRows(snapshot->events, snapshot->logbook);
    if (m_archive.available()) {
        std::erase_if(rows, [&](const JournalRow &row) { return row.seq() > snapshot->storedThrough; });
    }
    const bool searching = !m_text->text().trimmed().isEmpty();
    if (rows.empty() || rows.back().seq() <= m_seen || m_loading || searching) {
        return;
    }
    m_seen = rows.back().seq();
    if (m_model->prependNewer(rows)) {
        return;
    }
    if (m_archive.available()) {
        reload();
    } else {
        m_model->reset(std::move(rows), false);
    }
}

void JournalPage::setZone(ZoneChoice zone)
{
    m_model->setZone(zone);
}

void JournalPage::reload()
{
    m_loading = true;
    m_archive.read([](const store::StoreReader &reader) { return readPage(reader, 0, true); },
                   [this, question = ++m_question](Result<std::vector<JournalRow>> page) {
                       if (question != m_question) {
                           return;
                       }
                       m_loading = false;
                       if (!page) {
                           tell(tr("The journal cannot be read: %1").arg(toQt(page.error().text())));
                           return;
                       }
                       tell(tr("Enter goes to the alarm or the time."));
                       const bool more = page->size() == kPage;
                       m_seen = page->empty() ? 0 : page->back().seq();
                       m_model->reset(std::move(page).value(), more);
                   });
}

void JournalPage::search()
{
    m_loading = false;
    m_archive.read([text = fromQt(m_text->text())](const store::StoreReader &reader) { return linesWith(reader, text); },
                   [this, question = ++m_question](Result<std::vector<JournalRow>> rows) {
                       if (question != m_question) {
                           return;
                       }
                       if (rows) {
                           showFound(std::move(rows).value());
                       } else {
                           tell(tr("The journal cannot be searched: %1").arg(toQt(rows.error().text())));
                       }
                   });
}

void JournalPage::showFound(std::vector<JournalRow> rows)
{
    const int count = int(rows.size());
    const bool cut = rows.size() >= kMostFound;
    m_model->reset(std::move(rows), false);
    tell(cut ? tr("The newest %n lines that have all of these words; there are more.", nullptr, count)
             : tr("%n lines have all of these words.", nullptr, count));
}

void JournalPage::loadOlder(EventSeq beforeSeq)
{
    const EventSeq after = pageBefore(beforeSeq);
    m_archive.read([after](const store::StoreReader &reader) { return readPage(reader, after, false); },
                   [this, after, question = m_question](Result<std::vector<JournalRow>> page) {
                       if (question != m_question) {
                           return;
                       }
                       if (!page) {
                           tell(tr("Older entries cannot be read: %1").arg(toQt(page.error().text())));
                           return;
                       }
                       m_model->appendOlder(std::move(page).value(), after > 0);
                   });
}

} // namespace telltale::ui
