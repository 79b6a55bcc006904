// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/feed_page.h"

#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/models/feed_model.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace telltale::ui {

namespace {

constexpr qint64 kRefreshMs = 1000;

} // namespace

FeedPage::FeedPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new FeedModel(this))
    , m_table(new QTableView(this))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(QStringLiteral("feedPage"));
    m_table->setObjectName(QStringLiteral("feedTable"));
    m_table->setAccessibleName(tr("Counters of feeds and program"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    QPushButton *reconnect = addButton(QStringLiteral("reconnectButton"), {}, &FeedPage::reconnectWanted);
    m_remove = addButton(QStringLiteral("removeFeedButton"), tr("Remove a feed…"), &FeedPage::removeWanted);
    m_again = addButton(QStringLiteral("playAgainButton"), tr("Play the file again"), &FeedPage::againWanted);
    m_home = addButton(QStringLiteral("endSimulationButton"), {}, &FeedPage::homeWanted);
    sayKeys(this, [this, reconnect] {
        reconnect->setText(withKeyText(tr("Reconnect all feeds"), Act::Reconnect));
        m_remove->setToolTip(withKeyText(tr("One that was added here is no longer listened to. Asks first."), Act::RemoveFeed));
        m_again->setToolTip(keysText(Act::PlayAgain));
        m_home->setToolTip(keysText(Act::EndSimulation));
    });
    m_remove->hide();
    m_again->hide();
    m_home->hide();
    m_buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_table->setTabKeyNavigation(false);
    column->addWidget(m_table, 1);
    column->addLayout(m_buttons);
}

QPushButton *FeedPage::addButton(const QString &name, const QString &text, void (FeedPage::*wanted)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, wanted);
    return button;
}

void FeedPage::setRemovable(bool on)
{
    m_remove->setVisible(on);
}

QString FeedPage::chosenFeed() const
{
    const int feed = m_table->currentIndex().column() - 1;
    return m_snapshot && feed >= 0 && feed < int(m_snapshot->feeds.size()) ? toQt(m_snapshot->feeds[std::size_t(feed)].address) : QString();
}

void FeedPage::setPlayable(bool on)
{
    m_again->setVisible(on);
}

void FeedPage::setHome(const QString &words)
{
    m_home->setText(words);
    m_home->setVisible(!words.isEmpty());
}

void FeedPage::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (isVisible() && (!m_lastRefresh.isValid() || m_lastRefresh.elapsed() >= kRefreshMs)) {
        refresh();
    }
}

void FeedPage::setZone(ZoneChoice zone)
{
    m_model->setZone(zone);
    refresh();
}

void FeedPage::setNotices(const QString &sound, const QString &notifications)
{
    m_model->setNotices(sound, notifications);
    refresh();
}

void FeedPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void FeedPage::refresh()
{
    if (m_snapshot) {
        m_lastRefresh.start();
        m_model->apply(m_snapshot);
    }
}

} // namespace telltale::ui
