// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/suppressed_page.h"

#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/models/operator_clock.h"
#include "ui/models/suppressed_counts.h"
#include "ui/models/suppressed_filter.h"
#include "ui/models/suppressed_model.h"
#include "ui/widgets/column_share.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/focus_hand.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

using Kind = SuppressedFilter::Kind;

/// Bold: a shelf ends soon, a review is overdue. The mark in the first column says it too.
class AttentionDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font.setBold(index.data(SuppressedModel::AttentionRole).toBool());
    }
};

} // namespace

SuppressedPage::SuppressedPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new SuppressedModel(this))
    , m_filter(new SuppressedFilter(*m_model, this))
    , m_kinds(new QButtonGroup(this))
    , m_table(new QTableView(this))
    , m_note(new FittingLabel(QStringLiteral("suppressedNote"), this))
{
    setObjectName(QStringLiteral("suppressedPage"));
    handFocusTo(*this, *m_table);
    setUpTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    column->addWidget(createKinds());
    column->addWidget(m_table, 1);
    column->addWidget(m_note);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (now.isValid()) {
            emit chosen(m_model->alarmAt(m_filter->mapToSource(now).row()));
        }
    });
    connect(m_kinds, &QButtonGroup::idClicked, this, [this](int id) { m_filter->setKind(Kind(id)); });
    showCounts();
}

QWidget *SuppressedPage::createKinds()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(fontMetrics().averageCharWidth() / 2);
    for (const Kind kind : {Kind::All, Kind::Shelved, Kind::ByDesign, Kind::OutOfService}) {
        auto *button = new QToolButton(bar);
        button->setObjectName(QStringLiteral("heldKind%1").arg(int(kind)));
        button->setCheckable(true);
        button->setChecked(kind == Kind::All);
        button->setFocusPolicy(Qt::TabFocus);
        m_kinds->addButton(button, int(kind));
        row->addWidget(button);
    }
    row->addStretch(1);
    return bar;
}

void SuppressedPage::setUpTable()
{
    m_table->setObjectName(QStringLiteral("suppressedTable"));
    m_table->setAccessibleName(tr("Alarms that are shelved, suppressed by design or out of service"));
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new AttentionDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setHighlightSections(false);
    new ColumnShare(*m_table, {{HeldAssetColumn, HeldWhatColumn, HeldReasonColumn, HeldByColumn}, {HeldSinceColumn, HeldRaisesColumn}});
}

void SuppressedPage::apply(const SnapshotPtr &snapshot)
{
    m_now = operatorNow(*snapshot);
    m_model->apply(snapshot);
    showCounts();
}

void SuppressedPage::showCounts()
{
    const SuppressedCounts counts = countSuppressed(m_model->alarms(), m_now);
    m_kinds->button(int(Kind::All))->setText(tr("All %1").arg(counts.all()));
    m_kinds->button(int(Kind::Shelved))->setText(tr("Shelved %1").arg(counts.shelved));
    m_kinds->button(int(Kind::ByDesign))->setText(tr("Suppressed by design %1").arg(counts.byDesign));
    m_kinds->button(int(Kind::OutOfService))->setText(tr("Out of service %1").arg(counts.outOfService));
    m_note->setForms(
        counts.all() == 0
            ? QStringList{withPressTexts(tr("Nothing is shelved, suppressed by design or out of service. %1 shelves the selection."),
                                         {Act::Shelve})}
            : QStringList{withPressTexts(tr("%1 brings the selection back: unshelves it, or returns it to service. A rule ends by itself."),
                                         {Act::BringBack}),
                          withPressTexts(tr("%1 brings the selection back."), {Act::BringBack})});
}

void SuppressedPage::setZone(ZoneChoice zone)
{
    m_model->setZone(zone);
}

void SuppressedPage::takeFocus()
{
    m_table->setFocus(Qt::ShortcutFocusReason);
    if (!m_table->selectionModel()->hasSelection() && m_filter->rowCount() > 0) {
        m_table->selectionModel()->setCurrentIndex(m_filter->index(0, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
}

std::vector<SuppressedAlarm> SuppressedPage::selected() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    std::vector<SuppressedAlarm> alarms;
    for (const QModelIndex &row : rows) {
        alarms.push_back(m_model->alarmAt(m_filter->mapToSource(row).row()));
    }
    return alarms;
}

} // namespace telltale::ui
