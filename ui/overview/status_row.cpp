// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/status_row.h"

#include "ui/overview/header_texts.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/plain.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace telltale::ui {

StatusRow::StatusRow(QWidget *parent)
    : QWidget(parent)
    , m_feedRow(new QHBoxLayout)
    , m_drops(new FittingLabel(QStringLiteral("drops"), this))
    , m_journal(new FittingLabel(QStringLiteral("journalState"), this))
    , m_simulated(new FittingLabel(QStringLiteral("simulated"), this))
    , m_clock(new QToolButton(this))
{
    setObjectName(QStringLiteral("statusRow"));
    m_clock->setObjectName(QStringLiteral("clock"));
    m_clock->setAutoRaise(true);
    m_clock->setFocusPolicy(Qt::TabFocus);
    m_simulated->setBoxed();
    m_simulated->setBold(true);
    m_simulated->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * fontMetrics().averageCharWidth());
    m_feedRow->setSpacing(row->spacing());
    row->addLayout(m_feedRow, 1);
    for (FittingLabel *label : {m_drops, m_journal, m_simulated}) {
        label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        row->addWidget(label);
    }
    row->addWidget(m_clock);
    matchFeeds(1);
    showNoFeed();
    connect(m_clock, &QToolButton::clicked, this, &StatusRow::zoneToggled);
}

void StatusRow::matchFeeds(std::size_t count)
{
    while (m_feeds.size() < count) {
        auto *label = new FittingLabel(QStringLiteral("feed%1").arg(m_feeds.size()), this);
        m_feedRow->addWidget(label, 1);
        m_feeds.push_back(label);
    }
    for (std::size_t i = 0; i < m_feeds.size(); ++i) {
        m_feeds[i]->setVisible(i < std::max<std::size_t>(1, count));
    }
}

void StatusRow::showNoFeed()
{
    m_feeds.front()->setText(tr("○ no feed is configured"));
    m_feeds.front()->setBold(false);
}

void StatusRow::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    matchFeeds(snapshot->feeds.size());
    if (snapshot->feeds.empty()) {
        showNoFeed();
    }
    for (std::size_t i = 0; i < snapshot->feeds.size(); ++i) {
        m_feeds[i]->setForms(feedForms(*snapshot, snapshot->feeds[i]));
        m_feeds[i]->setBold(isDown(snapshot->feeds[i].state));
    }
    m_drops->setText(dropText(*snapshot));
    m_drops->setBold(snapshot->health.droppedBatches > 0 || lostMessages(*snapshot) > 0);
    m_journal->setForms(journalForms(snapshot->health));
    m_journal->setBold(snapshot->health.journal != JournalState::Writing);
    const QString simulated = simulatedText(*snapshot);
    m_simulated->setText(simulated);
    m_simulated->setVisible(!simulated.isEmpty());
    setZone(m_zone);
}

void StatusRow::setZone(ZoneChoice zone)
{
    m_zone = zone;
    if (!m_snapshot) {
        return;
    }
    const QString text = clockForms(*m_snapshot, zone).first();
    if (m_clock->text() == text) {
        return;
    }
    m_clock->setText(text);
    m_clock->setToolTip(tr("That is %1. Click (or U) to switch.").arg(fullTime(m_snapshot->now, nextZone(zone))));
    m_clock->setAccessibleName(tr("Clock %1").arg(text));
}

} // namespace telltale::ui
