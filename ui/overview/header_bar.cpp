// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/header_bar.h"

#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/models/operator_clock.h"
#include "ui/overview/header_texts.h"
#include "ui/overview/status_row.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/plain.h"
#include "ui/widgets/priority_badge.h"
#include "ui/widgets/room_share.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace telltale::ui {

namespace {

QToolButton *flatButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    QFont bold = button->font();
    bold.setBold(true);
    button->setFont(bold);
    return button;
}

} // namespace

HeaderBar::HeaderBar(QWidget *parent)
    : QWidget(parent)
    , m_title(new FittingLabel(QStringLiteral("plantTitle"), this))
    , m_unacked(flatButton(QStringLiteral("unacked"), this))
    , m_held(new FittingLabel(QStringLiteral("heldCounts"), this))
    , m_horn(flatButton(QStringLiteral("horn"), this))
    , m_sound(new FittingLabel(QStringLiteral("noSound"), this))
    , m_place(new FittingLabel(QStringLiteral("place"), this))
    , m_menu(flatButton(QStringLiteral("menuButton"), this))
    , m_status(new StatusRow(this))
    , m_journal(new Banner(QStringLiteral("journalBanner"), Banner::Tone::Diagnostic, this))
    , m_stalled(new Banner(QStringLiteral("stalledBanner"), Banner::Tone::Inverse, this))
    , m_old(new Banner(QStringLiteral("oldBanner"), Banner::Tone::Inverse, this))
    , m_insecure(new Banner(QStringLiteral("insecureBanner"), Banner::Tone::Danger, this))
{
    setObjectName(QStringLiteral("header"));
    auto *column = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 4;
    column->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    column->setSpacing(gap);
    column->addWidget(createTopRow());
    column->addWidget(m_status);
    column->addWidget(m_journal);
    column->addWidget(m_stalled);
    column->addWidget(m_old);
    column->addWidget(m_insecure);
    connect(m_horn, &QToolButton::clicked, this, &HeaderBar::silenceWanted);
    connect(m_unacked, &QToolButton::clicked, this, &HeaderBar::worstWanted);
    sayKeys(this, [this] { showCounts(); });
}

QWidget *HeaderBar::createTopRow()
{
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * fontMetrics().averageCharWidth());
    m_title->setBold(true);
    m_title->setLeast(24);
    row->addWidget(m_title);
    for (std::size_t i = 0; i < m_badges.size(); ++i) {
        m_badges[i] = new PriorityBadge(Priority(i + 1), this);
        row->addWidget(m_badges[i]);
    }
    row->addWidget(m_unacked);
    m_held->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    row->addWidget(m_held);
    row->addStretch(1);
    row->addWidget(m_horn);
    m_sound->setBold(true);
    m_sound->setBoxed();
    m_sound->hide();
    m_sound->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    row->addWidget(m_sound);
    m_place->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    row->addWidget(m_place);
    m_menu->setText(QStringLiteral("☰"));
    m_menu->setAccessibleName(tr("Menu: everything that can be done, with its key"));
    m_menu->setToolTip(m_menu->accessibleName());
    m_menu->setPopupMode(QToolButton::InstantPopup);
    row->addWidget(m_menu);
    new RoomShare(*row, {m_held, m_sound, m_place, m_title});
    return top;
}

void HeaderBar::setPlace(const QString &title, const QString &operatorName, const QString &station, bool readOnly)
{
    m_title->setText(title);
    m_station = station;
    m_readOnly = readOnly;
    setWho({operatorName});
}

void HeaderBar::setWho(const QStringList &forms)
{
    m_who = forms;
    showPlace();
}

void HeaderBar::showPlace()
{
    QStringList forms;
    for (const QString &who : m_who) {
        QStringList parts{who, m_station, m_readOnly ? tr("READ ONLY") : QString()};
        parts.removeAll(QString());
        forms << parts.join(QStringLiteral(" / "));
    }
    m_place->setForms(forms + m_who.mid(m_who.size() - 1));
}

void HeaderBar::setMenu(QMenu *menu)
{
    m_menu->setMenu(menu);
}

void HeaderBar::openMenu()
{
    QMenu *menu = m_menu->menu();
    menu->popup(m_menu->mapToGlobal(QPoint(m_menu->width() - menu->sizeHint().width(), m_menu->height())));
    menu->setActiveAction(menu->actions().constFirst());
}

void HeaderBar::apply(const SnapshotPtr &snapshot)
{
    if (snapshot->alarms && snapshot->alarms != m_alarms) {
        m_alarms = snapshot->alarms;
        m_counts = countAlarms(*m_alarms);
    }
    if (snapshot->suppressed) {
        m_suppressed = countSuppressed(*snapshot->suppressed, operatorNow(*snapshot));
    }
    showCounts();
    m_journal->setText(m_followed.isEmpty() ? journalWarning(snapshot->health) : m_followed);
    m_insecure->setForms(m_encrypted ? unencryptedForms(*snapshot, *m_encrypted) : QStringList());
    m_status->apply(snapshot);
}

void HeaderBar::showCounts()
{
    for (std::size_t i = 0; i < m_badges.size(); ++i) {
        m_badges[i]->setCounts(m_counts.unacked[i], m_counts.open[i]);
    }
    const int worst = m_counts.worstUnacked();
    m_unacked->setText(worst == 0 ? tr("unacked 0") : tr("unacked %1 · worst P%2").arg(m_counts.allUnacked()).arg(worst));
    m_unacked->setEnabled(worst != 0);
    m_unacked->setToolTip(withKeyText(tr("Go to the top unacknowledged alarm"), Act::JumpTopUnacked));
    m_held->setForms(suppressedForms(m_suppressed, m_zone));
    m_held->setBold(m_suppressed.endsSoon || m_suppressed.overdue > 0);
    const bool on = m_counts.sounding > 0 && m_mutedHere == kNoTime;
    m_horn->setText(hornText(m_counts, m_mutedHere, m_zone));
    m_horn->setEnabled(on);
    m_horn->setToolTip(tr("Silence (%1): ends by itself, acknowledges nothing").arg(pressText(Act::Silence)));
}

void HeaderBar::setNoSound(const QStringList &forms)
{
    m_sound->setForms(forms);
    m_sound->setVisible(!forms.isEmpty());
}

void HeaderBar::setMutedHere(UtcTime until)
{
    m_mutedHere = until;
    showCounts();
}

void HeaderBar::setZone(ZoneChoice zone)
{
    m_zone = zone;
    m_status->setZone(zone);
    showCounts();
}

void HeaderBar::setStalled(const QString &text)
{
    m_stalled->setText(text);
}

void HeaderBar::warnOfUnencrypted(const QStringList &encrypted)
{
    m_encrypted = encrypted;
}

void HeaderBar::setFollowing(const QString &stateOf, const QString &complaint)
{
    m_followed = stateOf;
    m_journal->setText(stateOf);
    m_old->setText(complaint);
}

} // namespace telltale::ui
