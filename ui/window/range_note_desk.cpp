// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/range_note_desk.h"

#include "ui/logbook/range_note_box.h"
#include "ui/reports/archive.h"
#include "ui/text.h"
#include "ui/window/logbook_desk.h"
#include "ui/window/selection_desk.h"
#include "ui/window/trend_marks.h"
#include "ui/window/trend_pane.h"

#include <QLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr std::size_t kMostNotes = 10'000; ///< the newest; all of them stay in the journal

bool bySeq(const LogbookEntry &a, const LogbookEntry &b)
{
    return a.seq < b.seq;
}

} // namespace

RangeNoteDesk::RangeNoteDesk(Archive &archive, LogbookDesk &logbook, SelectionDesk &selection, TrendPane &trend, QObject *parent)
    : QObject(parent)
    , m_archive(archive)
    , m_logbook(logbook)
    , m_selection(selection)
    , m_trend(trend)
    , m_box(new RangeNoteBox(&trend))
{
    trend.layout()->addWidget(m_box);
    connect(m_box, &RangeNoteBox::closed, &trend.view(), qOverload<>(&QWidget::setFocus));
    read();
}

void RangeNoteDesk::read()
{
    if (!m_archive.available()) {
        return;
    }
    store::LogbookQuery query;
    query.kind = LogbookKind::RangeNote;
    query.limit = kMostNotes;
    query.newestFirst = true;
    m_archive.read([query](const store::StoreReader &reader) { return reader.logbook(query); },
                   [this](const Result<std::vector<LogbookEntry>> &entries) {
                       if (entries) {
                           take(*entries);
                       }
                   });
}

void RangeNoteDesk::take(const std::vector<LogbookEntry> &entries)
{
    const std::size_t before = m_notes.size();
    for (const LogbookEntry &entry : entries) {
        const auto place = std::lower_bound(m_notes.begin(), m_notes.end(), entry, bySeq);
        const bool known = place != m_notes.end() && place->seq == entry.seq;
        if (entry.kind == LogbookKind::RangeNote && !known) {
            m_notes.insert(place, entry);
        }
    }
    if (m_notes.size() != before) {
        m_selection.marks().setNotes(m_notes);
    }
}

void RangeNoteDesk::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    take(snapshot->logbook);
}

void RangeNoteDesk::open(const QString &refusal)
{
    if (!m_snapshot || !m_snapshot->structure || !m_trend.sensor()) {
        return;
    }
    const SensorKey source = m_snapshot->structure->sensor(*m_trend.sensor()).key;
    const TrendView &view = m_trend.view();
    const TrendMarking::Range shown{view.rangeEnd() - view.span(), view.rangeEnd()};
    const auto marked = view.marking().range();
    const auto [from, to] = marked.value_or(shown);
    std::vector<LogbookEntry> inRange;
    for (const LogbookEntry &note : m_notes) {
        if (note.from <= to && note.to >= from && concerns(note.source, source)) {
            inRange.push_back(note);
        }
    }
    const QString range = (marked ? tr("%1, marked: %2 to %3 (%4)") : tr("%1, %2 to %3 (%4)"))
                              .arg(toQt(source.text()), fullTime(from, m_zone), timeOfDay(to, m_zone), durationText(to - from));
    RangeNoteBox::Answer answer;
    if (refusal.isEmpty()) {
        answer = [this, source, from = from, to = to](const QString &text) {
            LogbookEntry entry;
            entry.kind = LogbookKind::RangeNote;
            entry.source = source;
            entry.from = from;
            entry.to = to;
            entry.text = fromQt(text);
            m_logbook.write(std::move(entry), tr("Note stored: %1").arg(toQt(source.text())));
        };
    }
    m_box->open(range, inRange, m_zone, std::move(answer), refusal);
}

InlineField &RangeNoteDesk::field()
{
    return m_box->field();
}

bool RangeNoteDesk::dismiss()
{
    const bool open = m_box->isVisible();
    m_box->close();
    return open;
}

} // namespace telltale::ui
