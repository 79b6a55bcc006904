// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/filter_bar.h"

#include "ui/alarms/view_menu.h"
#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/models/alarm_counts.h"
#include "ui/models/alarm_filter.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

namespace telltale::ui {

namespace {

QToolButton *toggle(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

FilterBar::FilterBar(AlarmFilter &filter, SavedViews &views, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_tabs(new QButtonGroup(this))
    , m_view(new QToolButton(this))
    , m_menu(new ViewMenu(filter, views, m_view))
    , m_text(new QLineEdit(this))
{
    setObjectName(QStringLiteral("filterBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(fontMetrics().averageCharWidth() / 2);
    createTabs();
    m_text->setObjectName(QStringLiteral("filterText"));
    m_text->setAccessibleName(tr("Show only alarms whose asset, sensor or owner holds this text"));
    m_text->setClearButtonEnabled(true);
    m_view->setObjectName(QStringLiteral("viewButton"));
    m_view->setText(tr("View"));
    m_view->setFocusPolicy(Qt::TabFocus);
    m_view->setMenu(m_menu);
    m_view->setPopupMode(QToolButton::InstantPopup);
    row->addWidget(m_view);
    row->addWidget(m_text, 1);
    createDoubtful();
    createPriorities();
    sayKeys(this, [this] { showKeys(); });
    connect(m_text, &QLineEdit::textChanged, &m_filter, &AlarmFilter::setText);
    connect(&m_filter, &AlarmFilter::filterChanged, this, &FilterBar::show);
    show();
}

void FilterBar::showKeys()
{
    static constexpr std::array<Act, 3> kToggles{Act::ToggleP1, Act::ToggleP2, Act::ToggleP3};
    m_text->setPlaceholderText(withKeyText(tr("Filter"), Act::Filter));
    m_view->setToolTip(withKeyText(tr("Named views, groups and order"), Act::Views));
    m_view->setAccessibleName(m_view->toolTip());
    for (std::size_t i = 0; i < m_priorities.size(); ++i) {
        m_priorities[i]->setToolTip(withKeyText(tr("Show or hide P%1").arg(i + 1), kToggles[i]));
    }
}

void FilterBar::createTabs()
{
    for (const AlarmFilter::Tab tab :
         {AlarmFilter::Tab::All, AlarmFilter::Tab::Unacked, AlarmFilter::Tab::Acked, AlarmFilter::Tab::Latched}) {
        QToolButton *button = toggle(QStringLiteral("tab%1").arg(int(tab)), this);
        m_tabs->addButton(button, int(tab));
        layout()->addWidget(button);
    }
    setCounts({});
    connect(m_tabs, &QButtonGroup::idClicked, this, [this](int id) { m_filter.setTab(AlarmFilter::Tab(id)); });
}

void FilterBar::createPriorities()
{
    for (std::size_t i = 0; i < m_priorities.size(); ++i) {
        const auto priority = Priority(i + 1);
        QToolButton *button = toggle(QStringLiteral("filterP%1").arg(i + 1), this);
        button->setText(QStringLiteral("P%1").arg(i + 1));
        connect(button, &QToolButton::clicked, this, [this, priority](bool on) { m_filter.setPriorityShown(priority, on); });
        layout()->addWidget(button);
        m_priorities[i] = button;
    }
}

void FilterBar::createDoubtful()
{
    m_doubtful = toggle(QStringLiteral("filterDoubtful"), this);
    m_doubtful->setText(QStringLiteral("?"));
    m_doubtful->setToolTip(tr("Only alarms whose data cannot be believed"));
    m_doubtful->setAccessibleName(m_doubtful->toolTip());
    connect(m_doubtful, &QToolButton::clicked, &m_filter, &AlarmFilter::setDoubtful);
    layout()->addWidget(m_doubtful);
}

void FilterBar::setCounts(const AlarmCounts &counts)
{
    const int all = counts.allOpen();
    const int unacked = counts.allUnacked();
    m_tabs->button(int(AlarmFilter::Tab::All))->setText(tr("All %1").arg(all));
    m_tabs->button(int(AlarmFilter::Tab::Unacked))->setText(tr("Unacked %1").arg(unacked));
    m_tabs->button(int(AlarmFilter::Tab::Acked))->setText(tr("Acked %1").arg(all - unacked));
    m_tabs->button(int(AlarmFilter::Tab::Latched))->setText(tr("Latched %1").arg(counts.latched));
    if (m_doubtful) {
        m_doubtful->setText(QStringLiteral("? %1").arg(counts.doubtful));
    }
}

void FilterBar::show()
{
    m_tabs->button(int(m_filter.tab()))->setChecked(true);
    if (m_text->text().trimmed() != m_filter.text()) {
        const QSignalBlocker quiet(m_text);
        m_text->setText(m_filter.text());
    }
    m_doubtful->setChecked(m_filter.view().doubtful);
    for (std::size_t i = 0; i < m_priorities.size(); ++i) {
        m_priorities[i]->setChecked(m_filter.isPriorityShown(Priority(i + 1)));
    }
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::openViews()
{
    // Not the button's own way, which waits until the menu is closed again: monitoring goes on below it.
    m_menu->popup(m_view->mapToGlobal(QPoint(0, m_view->height())));
    if (!m_menu->actions().isEmpty()) {
        m_menu->setActiveAction(m_menu->actions().at(1)); // below the heading
    }
}

void FilterBar::togglePriority(Priority priority)
{
    m_filter.setPriorityShown(priority, !m_filter.isPriorityShown(priority));
}

} // namespace telltale::ui
