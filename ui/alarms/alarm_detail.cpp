// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/alarm_detail.h"

#include "ui/alarms/contribution_bars.h"
#include "ui/alarms/detail_texts.h"
#include "ui/alarms/stretch_view.h"
#include "ui/text.h"
#include "ui/widgets/plain.h"

#include <QLabel>
#include <QVBoxLayout>

namespace telltale::ui {

AlarmDetail::AlarmDetail(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("alarmDetail"));
    auto *column = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 3;
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    m_title = addLine(QStringLiteral("detailTitle"));
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    m_title->setFont(bold);
    m_saving = addLine(QStringLiteral("detailSaving"));
    m_state = addLine(QStringLiteral("detailState"));
    m_held = addLine(QStringLiteral("detailHeld"));
    QFont strong = m_held->font();
    strong.setBold(true);
    m_held->setFont(strong);
    m_people = addLine(QStringLiteral("detailPeople"));
    m_quality = addLine(QStringLiteral("detailQuality"));
    m_clocks = addLine(QStringLiteral("detailClocks"));
    addHeading(tr("WHY"));
    m_why = addLine(QStringLiteral("detailWhy"));
    m_contributions = new ContributionBars(this);
    column->addWidget(m_contributions);
    m_stretch = new StretchView(this);
    column->addWidget(m_stretch);
    addHeading(tr("WHAT TO DO"));
    m_guidance = addLine(QStringLiteral("detailGuidance"));
    addHeading(tr("TIMELINE"));
    m_timeline = addLine(QStringLiteral("detailTimeline"));
    column->addStretch(1);
    connect(m_contributions, &ContributionBars::sensorWanted, this, &AlarmDetail::sensorWanted);
}

QLabel *AlarmDetail::addLine(const QString &name)
{
    QLabel *label = plainLabel(name, this);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // A word longer than the pane (a path) must not widen it.
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout()->addWidget(label);
    return label;
}

void AlarmDetail::addHeading(const QString &text)
{
    auto *heading = plainLabel(QString(), this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setText(text);
    heading->setForegroundRole(QPalette::PlaceholderText);
    layout()->addWidget(heading);
}

void AlarmDetail::show(const Occurrence &alarm, UtcTime now, ZoneChoice zone, bool saving)
{
    m_state->setText(alarmState(alarm, now, zone));
    m_saving->setText(tr("saving… not yet on disk"));
    m_saving->setVisible(saving);
    m_why->setText(alarmWhy(alarm));
    m_people->setText(alarmPeople(alarm));
    if (alarm.id == m_shown && alarm.lastSeq == m_shownSeq) {
        return;
    }
    m_shown = alarm.id;
    m_shownSeq = alarm.lastSeq;
    m_title->setText(QStringLiteral("%1 %2").arg(toQt(toText(alarm.priority)), alarmTitle(alarm)));
    m_quality->setText(alarmQuality(alarm));
    m_contributions->show(alarm.why.channels);
    m_stretch->show({alarm.why.actualStretch, alarm.why.nearestStretch, leadingUnit(alarm.why)});
    const QString guidance = alarmGuidance(alarm.definition.guidance);
    m_guidance->setText(guidance.isEmpty() ? tr("Nothing is written down for this alarm.") : guidance);
}

void AlarmDetail::showHold(const QString &text)
{
    m_held->setText(text);
    m_held->setVisible(!text.isEmpty());
}

void AlarmDetail::showClocks(const QStringList &lines)
{
    m_clocks->setText(lines.join(QLatin1Char('\n')));
    m_clocks->setVisible(!lines.isEmpty());
}

void AlarmDetail::showTimeline(const std::vector<AlarmEvent> &events, ZoneChoice zone)
{
    m_timeline->setText(events.empty() ? tr("Nothing is known yet.") : timelineText(events, zone));
}

} // namespace telltale::ui
