// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/hold_desk.h"

#include "core/kpi/shift_clock.h"
#include "ui/alarms/detail_pane.h"
#include "ui/alarms/suppressed_page.h"
#include "ui/keys/key_words.h"
#include "ui/live/live_bridge.h"
#include "ui/models/alarm_names.h"
#include "ui/models/operator_clock.h"
#include "ui/models/shelf_choices.h"
#include "ui/text.h"
#include "ui/widgets/choice_form.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/alarm_desk.h"
#include "ui/window/chosen_alarms.h"
#include "ui/window/session_memory.h"
#include "ui/window/window_panes.h"

#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

using namespace std::chrono_literals;

constexpr int kWarningMs = 60'000; ///< a shelf's end must not be missed by looking away

struct Review {
    char key;
    int days;
};
constexpr std::array<Review, 5> kReviews{{{'1', 1}, {'2', 3}, {'3', 7}, {'4', 14}, {'5', 30}}};

UtcTime shiftEnd(UtcTime now)
{
    const auto offset = [](UtcTime time) { return Duration{std::chrono::seconds{toDateTime(time, ZoneChoice::Local).offsetFromUtc()}}; };
    return kpi::periodAt(kpi::PeriodKind::Shift, now, kpi::ShiftPlan{}, offset).to;
}

std::vector<AlarmKey> keysOf(const std::vector<ShelfSubject> &subjects)
{
    std::vector<AlarmKey> keys;
    for (const ShelfSubject &subject : subjects) {
        keys.push_back(subject.key);
    }
    return keys;
}

void rememberReasons(SessionMemory &memory, const QString &key, RecentTexts &texts)
{
    memory.add({SessionMemory::Kind::Setting, key, [&texts] { return texts.used(); },
                [&texts](const QVariant &value) { texts.restore(value.toStringList()); }});
}

/// Of a reason for the first of them.
QString draftName(const char *act, const std::vector<ShelfSubject> &subjects)
{
    const AlarmKey &first = subjects.front().key;
    return QStringLiteral("%1/%2/%3").arg(QLatin1String(act), toQt(first.source.text()), toQt(first.what));
}

} // namespace

HoldDesk::HoldDesk(WindowPanes &panes, AlarmDesk &alarms, const ChosenAlarms &chosen, const LiveBridge &bridge, QObject *parent)
    : QObject(parent)
    , m_panes(panes)
    , m_alarms(alarms)
    , m_chosen(chosen)
    , m_bridge(bridge)
    , m_shelfReasons({tr("maintenance"), tr("known fault, being worked on"), tr("chattering"), tr("sensor fault")})
    , m_serviceReasons({tr("being overhauled"), tr("sensor removed"), tr("not in use")})
{
}

bool HoldDesk::run(Act act)
{
    switch (act) {
    case Act::Shelve: askShelf(); return true;
    case Act::OutOfService: askService(); return true;
    case Act::BringBack: bringBack(); return true;
    case Act::ShowShelved: showPage(); return true;
    default: return false;
    }
}

void HoldDesk::apply(const SnapshotPtr &snapshot)
{
    m_panes.suppressed->apply(snapshot);
    if (!snapshot->suppressed) {
        return;
    }
    if (const QString warning = m_watch.warning(*snapshot->suppressed, operatorNow(*snapshot)); !warning.isEmpty()) {
        m_panes.messages->note(warning, kWarningMs);
    }
}

void HoldDesk::remember(SessionMemory &memory)
{
    rememberReasons(memory, QStringLiteral("reasons/shelve"), m_shelfReasons);
    rememberReasons(memory, QStringLiteral("reasons/service"), m_serviceReasons);
    connect(this, &HoldDesk::reasonsChanged, &memory, &SessionMemory::touch);
}

std::vector<ShelfSubject> HoldDesk::subjects() const
{
    std::vector<ShelfSubject> subjects = m_chosen.subjects();
    if (subjects.empty()) {
        m_panes.messages->note(
            m_chosen.held().empty()
                ? tr("Select alarms, a sensor or an asset first.")
                : withPressTexts(tr("It is shelved, suppressed or out of service already. %1 brings it back."), {Act::BringBack}));
    }
    return subjects;
}

void HoldDesk::askShelf()
{
    const std::vector<ShelfSubject> wanted = subjects();
    if (wanted.empty() || !m_alarms.mayWrite()) {
        return;
    }
    const UtcTime now = operatorNow(*m_bridge.snapshot());
    const ShelfChoices choices = shelfChoices(wanted, now, shiftEnd(now), m_zone);
    if (choices.offered.empty()) {
        m_panes.messages->problem(choices.note);
        return;
    }
    ChoiceForm::Question question;
    question.title = tr("Shelve %1 for").arg(alarmNames(keysOf(wanted)));
    question.note = choices.note;
    for (const ShelfChoice &choice : choices.offered) {
        question.choices.push_back({choice.key, choice.text});
    }
    question.proposed = choices.proposed;
    question.textTitle = tr("Reason:");
    question.textNeeded = true;
    question.draft = draftName("shelve", wanted);
    question.offered = m_shelfReasons.offered();
    const bool chatters = std::all_of(wanted.begin(), wanted.end(), [](const ShelfSubject &subject) { return subject.chattering; });
    question.proposedText = chatters ? tr("chattering") : QString();
    m_panes.detail->form().ask(question, [this, wanted, choices](std::size_t choice, const QString &reason) {
        const ShelfChoice &chosen = choices.offered[choice];
        m_shelfReasons.use(reason);
        emit reasonsChanged();
        m_alarms.shelve({keysOf(wanted), chosen.length, chosen.oneShot, fromQt(reason)});
    });
}

void HoldDesk::askService()
{
    const std::vector<ShelfSubject> wanted = subjects();
    if (wanted.empty() || !m_alarms.mayWrite()) {
        return;
    }
    ChoiceForm::Question question;
    question.title = tr("Take %1 out of service, to be looked at again in").arg(alarmNames(keysOf(wanted)));
    for (const Review &review : kReviews) {
        question.choices.push_back({QLatin1Char(review.key), tr("%n day(s)", nullptr, review.days)});
    }
    question.proposed = 2;
    question.textTitle = tr("Reason:");
    question.textNeeded = true;
    question.draft = draftName("service", wanted);
    question.offered = m_serviceReasons.offered();
    m_panes.detail->form().ask(question, [this, wanted](std::size_t choice, const QString &reason) {
        m_serviceReasons.use(reason);
        emit reasonsChanged();
        const UtcTime reviewAt = operatorNow(*m_bridge.snapshot()) + 24h * kReviews[choice].days;
        m_alarms.takeOutOfService({keysOf(wanted), fromQt(reason), reviewAt});
    });
}

/// Out of service hides a shelf and a rule, and a rule ends only by itself.
void HoldDesk::bringBack()
{
    std::vector<AlarmKey> shelved;
    std::vector<AlarmKey> outOfService;
    std::vector<AlarmKey> byRule;
    for (const SuppressedAlarm &alarm : m_chosen.held()) {
        auto &where = alarm.outOfService.holds() ? outOfService : alarm.rule.holds() ? byRule : shelved;
        where.push_back({alarm.source, alarm.what});
    }
    if (!shelved.empty()) {
        m_alarms.unshelve(std::move(shelved));
    }
    if (!outOfService.empty()) {
        m_alarms.returnToService(std::move(outOfService));
    }
    if (!byRule.empty()) {
        m_panes.messages->note(tr("%1: suppressed by a rule of the plant, which ends by itself.").arg(alarmNames(byRule)));
    } else if (m_chosen.held().empty()) {
        m_panes.messages->note(
            withPressTexts(tr("Nothing that is shelved or out of service is selected. %1 lists it."), {Act::ShowShelved}));
    }
}

void HoldDesk::showPage()
{
    m_panes.showPage(m_panes.suppressed);
    m_panes.suppressed->takeFocus();
}

} // namespace telltale::ui
