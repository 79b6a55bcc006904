// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/alarm_list_page.h"

#include "ui/alarms/alarm_table.h"
#include "ui/alarms/filter_bar.h"
#include "ui/alarms/view_menu.h"
#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/models/alarm_counts.h"
#include "ui/models/alarm_filter.h"
#include "ui/models/alarm_model.h"
#include "ui/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/inline_field.h"

#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

AlarmListPage::AlarmListPage(QWidget *parent)
    : QWidget(parent)
    , m_alarms(new AlarmModel(this))
    , m_filter(new AlarmFilter(*m_alarms, this))
    , m_name(new InlineField(QStringLiteral("viewName"), this))
    , m_bar(new FilterBar(*m_filter, m_views, this))
    , m_flood(new Banner(QStringLiteral("floodBanner"), Banner::Tone::Inverse, this))
    , m_hidden(new Banner(QStringLiteral("hiddenBanner"), Banner::Tone::Inverse, this))
    , m_above(new Banner(QStringLiteral("aboveBanner"), Banner::Tone::Neutral, this))
    , m_table(new AlarmTable(*m_filter, this))
{
    setObjectName(QStringLiteral("alarmListPage"));
    sayKeys(this, [this] { showKeys(); });
    m_above->setButton(tr("Home"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    // Bars come and go below the table: above it they would move its rows.
    for (QWidget *part : std::initializer_list<QWidget *>{m_bar, m_table, m_name, m_above, m_hidden, m_flood}) {
        column->addWidget(part, part == m_table ? 1 : 0);
    }
    connectParts();
}

void AlarmListPage::connectParts()
{
    connect(m_filter, &AlarmFilter::filterChanged, this, &AlarmListPage::showHidden);
    connect(m_flood, &Banner::buttonClicked, this, &AlarmListPage::toggleGroups);
    connect(&m_bar->menu(), &ViewMenu::saveWanted, this, &AlarmListPage::askViewName);
    connect(&m_bar->menu(), &ViewMenu::deleted, this, [this](const QString &name) {
        emit viewsChanged();
        emit said(tr("View “%1” deleted.").arg(name));
    });
    connect(m_name, &InlineField::finished, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_hidden, &Banner::buttonClicked, m_filter, &AlarmFilter::clear);
    connect(m_above, &Banner::buttonClicked, m_table, &AlarmTable::goHome);
    connect(m_table, &AlarmTable::newAboveChanged, this, &AlarmListPage::showNewAbove);
    connect(m_table, &AlarmTable::alarmChosen, this, &AlarmListPage::alarmChosen);
}

void AlarmListPage::apply(const SnapshotPtr &snapshot)
{
    m_table->holdStill();
    m_alarms->apply(snapshot);
    m_table->settle();
    if (snapshot->alarms) {
        m_bar->setCounts(countAlarms(*snapshot->alarms));
    }
    showFlood(*snapshot);
    showHidden();
}

void AlarmListPage::setSaving(const std::set<OccurrenceId> &saving)
{
    m_alarms->setSaving(saving);
}

void AlarmListPage::setZone(ZoneChoice zone)
{
    m_alarms->setZone(zone);
}

void AlarmListPage::showFlood(const Snapshot &snapshot)
{
    m_flood->setText(snapshot.flood ? tr("FLOOD: %1 alarms in 10 min").arg(snapshot.raisesLast10Min) : QString());
}

void AlarmListPage::showKeys()
{
    m_hidden->setButton(withKeyText(tr("Show all"), Act::ClearFilter));
    m_flood->setButton(withKeyText(m_filter->view().grouped ? tr("Show single alarms") : tr("Group by asset"), Act::Group));
}

void AlarmListPage::toggleGroups()
{
    const OccurrenceId current = m_table->currentAlarm();
    m_filter->setGrouped(!m_filter->view().grouped);
    showKeys();
    if (const int row = m_filter->rowOf(current); row >= 0) {
        m_table->select(row);
    }
}

void AlarmListPage::toggleFolds()
{
    if (!m_filter->view().grouped) {
        toggleGroups();
    }
    bool allFolded = true;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        allFolded = allFolded && (!m_filter->groupAt(row) || m_filter->isFolded(row));
    }
    m_filter->foldAll(!allFolded);
}

void AlarmListPage::restoreOrder()
{
    m_filter->sortBy(AlarmView::kDefaultOrder, false);
    m_table->goHome();
}

void AlarmListPage::askViewName()
{
    m_name->ask(tr("Name of this view:"), true, [this](const QString &name) {
        const bool saved = m_views.save(name, m_filter->view());
        emit viewsChanged();
        emit said(saved ? tr("View “%1” saved: %2 shows it.").arg(name, pressText(Act::Views))
                        : tr("There is always a view “%1”: take another name.").arg(name));
    });
}

bool AlarmListPage::dismiss()
{
    const bool asking = m_name->isVisible();
    if (asking) {
        m_name->cancel();
    }
    return asking;
}

void AlarmListPage::showHidden()
{
    const std::array<int, 4> hidden = m_filter->hiddenUnacked();
    QStringList parts;
    QStringList brief;
    std::optional<Priority> worst;
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        if (hidden[i] > 0) {
            const auto priority = Priority(i + 1);
            worst = worst.value_or(priority);
            parts << QStringLiteral("%1 %2").arg(hidden[i]).arg(tr("unacknowledged %1").arg(toQt(toText(priority))));
            brief << QStringLiteral("%1 %2").arg(QString::number(hidden[i]), toQt(toText(priority)));
        }
    }
    m_hidden->setPriority(worst);
    const QString joint = QStringLiteral(", ");
    m_hidden->setForms(parts.isEmpty() ? QStringList()
                                       : QStringList{tr("%1 hidden by the filter").arg(parts.join(joint)),
                                                     tr("Hidden, not acknowledged: %1").arg(brief.join(joint))});
}

void AlarmListPage::showNewAbove()
{
    const std::vector<OccurrenceId> &above = m_table->newAbove();
    const int row = above.empty() ? -1 : m_alarms->rowOf(above.front());
    if (row < 0) {
        m_above->setText({});
        return;
    }
    const Occurrence &top = m_alarms->occurrenceAt(row);
    m_above->setPriority(top.priority);
    m_above->setText(tr("%1 new above (Home): %2 %3").arg(QString::number(above.size()), toQt(top.definition.source.asset), whatText(top)));
}

bool AlarmListPage::jumpToTopUnacked()
{
    for (int row = 0; row < m_alarms->rowCount(); ++row) {
        const Occurrence &alarm = m_alarms->occurrenceAt(row);
        if (!isUnacknowledged(alarm.state)) {
            continue;
        }
        // The worst of all, not the worst of what a filter leaves.
        return jumpTo(alarm.id);
    }
    return false;
}

bool AlarmListPage::jumpTo(OccurrenceId id)
{
    const int row = m_alarms->rowOf(id);
    if (row < 0) {
        return false;
    }
    if (!m_filter->view().accepts(m_alarms->occurrenceAt(row))) {
        m_filter->clear();
        emit filterTakenBack();
    }
    if (m_filter->rowOf(id) < 0) {
        m_filter->foldAll(false); // it lies in a folded group
    }
    m_table->setFocus(Qt::ShortcutFocusReason);
    const bool chosenBefore = m_table->currentAlarm() == id;
    m_table->select(m_filter->rowOf(id));
    if (chosenBefore) {
        emit alarmChosen(id); // meanwhile something else may have been looked at
    }
    return true;
}

} // namespace telltale::ui
