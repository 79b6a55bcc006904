// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/remove_feed_dialog.h"

#include "ui/widgets/plain.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr int kLinesOfOutcome = 5;
constexpr int kMostLinesOfList = 6;
constexpr int kRowGap = 3; ///< px around the text of a row: can be hit with a mouse

} // namespace

RemoveFeedDialog::RemoveFeedDialog(QWidget *window)
    : QDialog(window)
    , m_list(new QListWidget(this))
    , m_outcome(plainLabel(QStringLiteral("removeFeedOutcome"), this))
{
    setObjectName(QStringLiteral("removeFeedDialog"));
    setWindowTitle(tr("Remove a feed"));
    m_list->setObjectName(QStringLiteral("removeFeedList"));
    m_list->setAccessibleName(tr("Feeds that are listened to"));
    m_list->setSpacing(kRowGap);
    m_outcome->setWordWrap(true);
    m_outcome->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_outcome->setMinimumHeight(kLinesOfOutcome * fontMetrics().lineSpacing());
    auto *buttons = new QDialogButtonBox(this);
    m_remove = buttons->addButton(tr("&Remove feed"), QDialogButtonBox::ActionRole);
    m_remove->setObjectName(QStringLiteral("removeFeedYes"));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setDefault(true);
    auto *column = new QVBoxLayout(this);
    auto *question = plainLabel(QStringLiteral("removeFeedQuestion"), this);
    question->setText(tr("No longer listen to:"));
    question->setBuddy(m_list);
    column->addWidget(question);
    column->addWidget(m_list);
    column->addWidget(m_outcome, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &RemoveFeedDialog::showOutcome);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const FeedChoice *feed = chosen()) {
            const QString address = feed->address;
            accept();
            emit removeWanted(address);
        }
    });
}

void RemoveFeedDialog::ask(const std::vector<FeedChoice> &feeds, const QString &address)
{
    m_feeds = feeds;
    const auto removable = std::find_if(m_feeds.begin(), m_feeds.end(), [](const FeedChoice &feed) { return feed.removable; });
    fill(address.isEmpty() && removable != m_feeds.end() ? removable->address : address);
    const int lines = std::clamp(int(m_feeds.size()), 1, kMostLinesOfList);
    m_list->setFixedHeight(lines * (m_list->sizeHintForRow(0) + 2 * kRowGap) + 2 * m_list->frameWidth());
    resize(fontMetrics().averageCharWidth() * 80, sizeHint().height());
    show();
    raise();
    activateWindow();
    m_list->setFocus();
}

void RemoveFeedDialog::refresh(const std::vector<FeedChoice> &feeds)
{
    if (!isVisible() || feeds == m_feeds) {
        return;
    }
    const FeedChoice *was = chosen();
    const QString address = was != nullptr ? was->address : QString();
    m_feeds = feeds;
    if (m_feeds.empty()) {
        reject();
        return;
    }
    fill(address);
}

void RemoveFeedDialog::fill(const QString &address)
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        int row = 0;
        for (const FeedChoice &feed : m_feeds) {
            m_list->addItem(feed.line);
            row = feed.address == address ? m_list->count() - 1 : row;
        }
        m_list->setCurrentRow(row);
    }
    showOutcome();
}

void RemoveFeedDialog::showOutcome()
{
    const FeedChoice *feed = chosen();
    m_outcome->setText(feed != nullptr ? feed->outcome : QString());
    m_outcome->setAccessibleName(m_outcome->text());
    m_remove->setEnabled(feed != nullptr && feed->removable);
}

const FeedChoice *RemoveFeedDialog::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < int(m_feeds.size()) ? &m_feeds[std::size_t(row)] : nullptr;
}

void RemoveFeedDialog::done(int result)
{
    QDialog::done(result);
    parentWidget()->activateWindow(); // not every desktop gives the keys back by itself
}

} // namespace telltale::ui
