// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/view_menu.h"

#include "ui/alarms/saved_views.h"
#include "ui/keys/key_words.h"
#include "ui/models/alarm_columns.h"
#include "ui/models/alarm_filter.h"
#include "ui/models/alarm_model.h"
#include "ui/widgets/plain.h"

#include <QActionGroup>
#include <numeric>

namespace telltale::ui {

ViewMenu::ViewMenu(AlarmFilter &filter, SavedViews &views, QWidget *parent) : QMenu(parent), m_filter(filter), m_views(views)
{
    setObjectName(QStringLiteral("viewMenu"));
    connect(this, &QMenu::aboutToShow, this, &ViewMenu::fill);
}

void ViewMenu::fill()
{
    clear();
    qDeleteAll(findChildren<QMenu *>(Qt::FindDirectChildrenOnly)); // a cleared menu keeps those below it
    addSection(tr("Views"));
    addViews();
    addSeparator();
    addAction(tr("&Save this view…"), this, &ViewMenu::saveWanted)->setObjectName(QStringLiteral("saveView"));
    addDeletions();
    addSeparator();
    QAction *group = addAction(tr("&Group by asset"), &m_filter, &AlarmFilter::setGrouped);
    group->setCheckable(true);
    group->setChecked(m_filter.view().grouped);
    addOrders();
}

void ViewMenu::addViews()
{
    int number = 0;
    for (const SavedViews::Named &named : m_views.all()) {
        const auto &alarms = m_filter.alarms().alarms();
        const std::array<int, 4> hidden = alarms ? hiddenUnacked(named.view, *alarms) : std::array<int, 4>{};
        const int all = std::accumulate(hidden.begin(), hidden.end(), 0);
        const QString name = buttonText(named.name);
        ++number;
        const QString mnemonic = number < 10 ? QStringLiteral("&%1  ").arg(number) : QString();
        QAction *action = addAction(mnemonic + (all == 0 ? name : tr("%1 – hides %2 unacknowledged").arg(name, QString::number(all))), this,
                                    [this, view = named.view] { m_filter.setView(view); });
        action->setCheckable(true);
        action->setChecked(named.view == m_filter.view());
    }
}

void ViewMenu::addOrders()
{
    QMenu *orders = addMenu(tr("&Order by"));
    orders->setObjectName(QStringLiteral("orderMenu"));
    auto *one = new QActionGroup(orders);
    const auto add = [&](const QString &text, int column) {
        QAction *action = orders->addAction(text, this, [this, column] {
            const AlarmView &view = m_filter.view();
            m_filter.sortBy(column, column >= 0 && view.sortColumn == column && !view.descending);
        });
        action->setCheckable(true);
        action->setChecked(m_filter.view().sortColumn == column);
        one->addAction(action);
    };
    add(withKeyText(tr("&Default: most pressing first"), Act::DefaultOrder), AlarmView::kDefaultOrder);
    for (int column = StateColumn; column < AlarmColumnCount; ++column) {
        add(m_filter.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), column);
    }
}

void ViewMenu::addDeletions()
{
    QMenu *deletions = addMenu(tr("&Delete a view"));
    deletions->setObjectName(QStringLiteral("deleteViewMenu"));
    for (const SavedViews::Named &named : m_views.all()) {
        if (!named.builtIn) {
            deletions->addAction(buttonText(named.name), this, [this, name = named.name] {
                if (m_views.remove(name)) {
                    emit deleted(name);
                }
            });
        }
    }
    deletions->setEnabled(!deletions->isEmpty());
}

} // namespace telltale::ui
