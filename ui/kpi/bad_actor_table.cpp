// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/bad_actor_table.h"

#include "ui/detectors/plain_table.h"
#include "ui/kpi/kpi_texts.h"
#include "ui/widgets/focus_hand.h"

#include <QKeyEvent>
#include <QTableWidget>
#include <QVBoxLayout>

namespace telltale::ui {

namespace {

bool isTuneKey(const QKeyEvent &key)
{
    return key.modifiers() == Qt::NoModifier && (key.key() == Qt::Key_D || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter);
}

bool isListKey(const QKeyEvent &key)
{
    return key.modifiers() == Qt::NoModifier && key.key() == Qt::Key_L;
}

} // namespace

BadActorTable::BadActorTable(QWidget *parent)
    : QWidget(parent)
    , m_table(plainTable(QStringLiteral("badActors"),
                         tr("Bad actors: the definitions with most alarms. Enter shows the detector, L the alarms."), this))
{
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->installEventFilter(this);
    handFocusTo(*this, *m_table);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_table);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, [this] {
        if (const auto actor = chosen()) {
            emit alarmsWanted(*actor);
        }
    });
}

void BadActorTable::show(const kpi::Kpis &kpis)
{
    // The choice stays with its alarm: rows change their places while one looks.
    const auto before = chosen();
    m_actors = kpis.badActors;
    const KpiTable table = badActorTable(kpis);
    fillTable(*m_table, table.titles, table.rows);
    for (std::size_t i = 0; before && i < m_actors.size(); ++i) {
        if (m_actors[i].source == before->source && m_actors[i].what == before->what) {
            m_table->setCurrentCell(int(i), 0);
        }
    }
}

std::optional<kpi::BadActor> BadActorTable::chosen() const
{
    const int row = m_table->currentRow();
    return row < 0 || row >= int(m_actors.size()) ? std::nullopt : std::optional(m_actors[std::size_t(row)]);
}

bool BadActorTable::eventFilter(QObject *watched, QEvent *event)
{
    const bool claims = event->type() == QEvent::ShortcutOverride;
    const auto actor = chosen();
    if (!actor || (!claims && event->type() != QEvent::KeyPress)) {
        return QWidget::eventFilter(watched, event);
    }
    const auto &key = static_cast<QKeyEvent &>(*event);
    if (!isTuneKey(key) && !isListKey(key)) {
        return QWidget::eventFilter(watched, event);
    }
    event->accept();
    if (!claims && isTuneKey(key)) {
        emit tuneWanted(*actor);
    } else if (!claims) {
        emit alarmsWanted(*actor);
    }
    return true;
}

} // namespace telltale::ui
