// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logbook/range_note_box.h"

#include "ui/detectors/plain_table.h"
#include "ui/text.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/inline_field.h"

#include <QTableWidget>
#include <QVBoxLayout>

namespace telltale::ui {

RangeNoteBox::RangeNoteBox(QWidget *parent)
    : QWidget(parent)
    , m_title(new FittingLabel(QStringLiteral("rangeNoteTitle"), this))
    , m_table(plainTable(QStringLiteral("rangeNotes"), tr("Notes in this range"), this))
    , m_field(new InlineField(QStringLiteral("rangeNoteField"), this))
{
    setObjectName(QStringLiteral("rangeNoteBox"));
    m_table->setMaximumHeight(6 * fontMetrics().lineSpacing());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    column->addWidget(m_title);
    column->addWidget(m_table);
    column->addWidget(m_field);
    connect(m_field, &InlineField::finished, this, &RangeNoteBox::close);
    hide();
}

void RangeNoteBox::open(const QString &range, const std::vector<LogbookEntry> &notes, ZoneChoice zone, Answer answer, const QString &why)
{
    std::vector<QStringList> rows;
    for (const LogbookEntry &note : notes) {
        rows.push_back({fullTime(note.from, zone), fullTime(note.to, zone), toQt(note.actor.operatorName), toQt(note.text)});
    }
    fillTable(*m_table, {tr("From"), tr("To"), tr("Who"), tr("Note")}, rows);
    m_table->setVisible(!rows.empty());
    m_title->setText(answer ? tr("%n note(s) in this range", nullptr, int(rows.size())) : why);
    show();
    if (answer) {
        m_field->ask(tr("Note on %1:").arg(range), true, std::move(answer), {}, QStringLiteral("range"));
    } else {
        m_table->setFocus(Qt::ShortcutFocusReason);
    }
}

void RangeNoteBox::close()
{
    if (isHidden()) {
        return;
    }
    hide();
    if (m_field->isVisibleTo(this)) {
        m_field->cancel();
    }
    emit closed();
}

} // namespace telltale::ui
