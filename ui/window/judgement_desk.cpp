// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/judgement_desk.h"

#include "ui/alarms/detail_pane.h"
#include "ui/live/live_bridge.h"
#include "ui/models/alarm_names.h"
#include "ui/text.h"
#include "ui/widgets/choice_form.h"
#include "ui/widgets/inline_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/alarm_desk.h"
#include "ui/window/chosen_alarms.h"
#include "ui/window/window_panes.h"

#include <array>

namespace telltale::ui {

namespace {

struct VerdictRow {
    char key;
    Judgement verdict;
    const char *text;
};
constexpr std::array<VerdictRow, 4> kVerdicts{{
    {'t', Judgement::True, QT_TRANSLATE_NOOP("telltale::ui::JudgementDesk", "true: something was wrong")},
    {'f', Judgement::False, QT_TRANSLATE_NOOP("telltale::ui::JudgementDesk", "false alarm")},
    {'e', Judgement::Expected, QT_TRANSLATE_NOOP("telltale::ui::JudgementDesk", "expected")},
    {'s', Judgement::Test, QT_TRANSLATE_NOOP("telltale::ui::JudgementDesk", "a test")},
}};

QString namesOf(const std::vector<Occurrence> &alarms)
{
    std::vector<AlarmKey> keys;
    for (const Occurrence &alarm : alarms) {
        keys.push_back({alarm.definition.source, alarm.definition.what});
    }
    return alarmNames(keys);
}

} // namespace

JudgementDesk::JudgementDesk(WindowPanes &panes, AlarmDesk &alarms, const ChosenAlarms &chosen, const LiveBridge &bridge, QObject *parent)
    : QObject(parent)
    , m_panes(panes)
    , m_alarms(alarms)
    , m_chosen(chosen)
    , m_bridge(bridge)
{
}

bool JudgementDesk::run(Act act)
{
    switch (act) {
    case Act::Verdict: askVerdict(); return true;
    case Act::AssignToMe: assignToMe(); return true;
    case Act::AssignTo: askOwner(); return true;
    case Act::Reset: reset(); return true;
    default: return false;
    }
}

void JudgementDesk::askVerdict()
{
    const std::vector<Occurrence> alarms = m_chosen.alarms();
    if (alarms.empty()) {
        m_panes.messages->note(tr("Select the alarm to judge; a closed one in the journal."));
        return;
    }
    if (!m_alarms.mayWrite()) {
        return;
    }
    ChoiceForm::Question question;
    question.title = tr("What was it? %1").arg(namesOf(alarms));
    for (const VerdictRow &row : kVerdicts) {
        question.choices.push_back({QLatin1Char(row.key), tr(row.text)});
    }
    question.textTitle = tr("In words, if you like:");
    question.draft = QStringLiteral("verdict/%1").arg(alarms.front().id);
    m_panes.detail->form().ask(
        question, [this, alarms](std::size_t choice, const QString &text) { m_alarms.judge(alarms, kVerdicts[choice].verdict, text); });
}

void JudgementDesk::assignToMe()
{
    const std::vector<Occurrence> alarms = m_chosen.alarms();
    if (alarms.empty()) {
        m_panes.messages->note(tr("Select the alarms that you look after."));
        return;
    }
    m_alarms.assign(alarms, toQt(m_bridge.actor().operatorName));
}

void JudgementDesk::askOwner()
{
    const std::vector<Occurrence> alarms = m_chosen.alarms();
    if (alarms.empty()) {
        m_panes.messages->note(tr("Select the alarms that somebody is to look after."));
        return;
    }
    if (m_alarms.mayWrite()) {
        m_panes.detail->field().ask(
            tr("Who looks after it? %1").arg(namesOf(alarms)), false,
            [this, alarms](const QString &name) { m_alarms.assign(alarms, name); }, toQt(alarms.front().owner));
    }
}

void JudgementDesk::reset()
{
    std::vector<OccurrenceId> latched;
    bool unacknowledged = false;
    for (const Occurrence &alarm : m_chosen.alarms()) {
        unacknowledged = unacknowledged || alarm.state == AlarmState::L1;
        if (alarm.state == AlarmState::L2) {
            latched.push_back(alarm.id);
        }
    }
    if (!latched.empty()) {
        m_alarms.reset(std::move(latched));
    } else {
        m_panes.messages->note(unacknowledged ? tr("It is not acknowledged yet: Space first, then R.")
                                              : tr("Nothing is selected that is latched and back to normal."));
    }
}

} // namespace telltale::ui
