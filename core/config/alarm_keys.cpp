// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/alarm_keys.h"

#include "core/base/time.h"

#include <array>
#include <cmath>

namespace telltale::config {

namespace {

constexpr double kDaySec = 86'400.0;
constexpr double kMostReadings = 10'000.0;

/// The persistence rules: a definition has exactly one.
constexpr std::array<std::string_view, 5> kPersistence{"readings", "minutes", "onDelay", "kOfN", "countInWindow"};

void setPersistence(AlarmDefinition &alarm, PersistenceRule::Kind kind, double count, double window, double seconds)
{
    alarm.raise.kind = kind;
    alarm.raise.count = static_cast<int>(count);
    alarm.raise.window = static_cast<int>(window);
    alarm.raise.duration = fromSeconds(seconds);
}

/// True when the list has two numbers that follow their rules; else it has been reported.
bool isPair(const Found &found, const std::string &expected, const ValueRule &first, const ValueRule &second)
{
    if (found.node.items.size() != 2) {
        found.expected(expected);
        return false;
    }
    const bool firstHolds = holds(found.at(0), first);
    return holds(found.at(1), second) && firstHolds;
}

void takeKOfN(AlarmDefinition &alarm, const Found &found)
{
    constexpr auto kRule = whole(1, kMostReadings);
    if (!isPair(found, "a list of two whole numbers [k, n]", kRule, kRule))
        return;
    const double k = found.node.items[0].number;
    const double n = found.node.items[1].number;
    if (k > n)
        found.wrong("expected k no larger than n, found " + std::to_string(static_cast<int>(k)) + " of "
                        + std::to_string(static_cast<int>(n)),
                    ErrorKind::OutOfRange);
    setPersistence(alarm, PersistenceRule::Kind::KOfN, k, n, 0.0);
}

void takeCountInWindow(AlarmDefinition &alarm, const Found &found)
{
    if (isPair(found, "a list of two numbers [count, seconds]", whole(1, kMostReadings), numberAbove(0, 30 * kDaySec)))
        setPersistence(alarm, PersistenceRule::Kind::CountInWindow, found.node.items[0].number, 1, found.node.items[1].number);
}

constexpr auto kGuidanceKeys = std::to_array<KeyRule<Guidance>>({
    {"cause", text(2000), [](Guidance &g, const Found &f) { g.cause = f.node.text; }},
    {"consequence", text(2000), [](Guidance &g, const Found &f) { g.consequence = f.node.text; }},
    {"action", text(2000), [](Guidance &g, const Found &f) { g.action = f.node.text; }},
    {"respondWithin", number(0, 7 * kDaySec), [](Guidance &g, const Found &f) { g.respondWithin = fromSeconds(f.node.number); }},
});

using Def = AlarmDefinition;

constexpr auto kEscalationKeys = std::to_array<KeyRule<Escalation>>({
    {"priority", whole(1, 3), [](Escalation &e, const Found &f) { e.priority = static_cast<Priority>(static_cast<int>(f.node.number)); }},
    {"score", numberAbove(1, 1e6), [](Escalation &e, const Found &f) { e.score = f.node.number; }},
    {"unacknowledged", numberAbove(0, 7 * kDaySec), [](Escalation &e, const Found &f) { e.unacknowledged = fromSeconds(f.node.number); }},
});

void takeEscalation(Def &alarm, const Found &found)
{
    Escalation escalate;
    readTable<Escalation>(found, kEscalationKeys, escalate);
    if (escalate.score == 0.0 && escalate.unacknowledged == Duration::zero())
        found.wrong("expected score or unacknowledged, or both: when does it become more urgent?");
    alarm.escalate = escalate;
}

constexpr auto kAlarmKeys = std::to_array<KeyRule<Def>>({
    {"priority", whole(1, 3), [](Def &d, const Found &f) { d.priority = static_cast<Priority>(static_cast<int>(f.node.number)); }},
    {"readings", whole(1, kMostReadings),
     [](Def &d, const Found &f) { setPersistence(d, PersistenceRule::Kind::Consecutive, f.node.number, 1, 0.0); }},
    {"minutes", numberAbove(0, 1440),
     [](Def &d, const Found &f) { setPersistence(d, PersistenceRule::Kind::OnDelay, 1, 1, 60.0 * f.node.number); }},
    {"onDelay", number(0, kDaySec), [](Def &d, const Found &f) { setPersistence(d, PersistenceRule::Kind::OnDelay, 1, 1, f.node.number); }},
    {"kOfN", list(), &takeKOfN},
    {"countInWindow", list(), &takeCountInWindow},
    {"gapPeriods", number(1, 1000), [](Def &d, const Found &f) { d.raise.gapPeriods = f.node.number; }},
    {"offDelay", number(0, kDaySec), [](Def &d, const Found &f) { d.offDelay = fromSeconds(f.node.number); }},
    {"clearRatio", numberAbove(0, 1), [](Def &d, const Found &f) { d.clearRatio = f.node.number; }},
    {"latching", flag(), [](Def &d, const Found &f) { d.latching = f.node.flag; }},
    {"ackRequired", flag(), [](Def &d, const Found &f) { d.ackRequired = f.node.flag; }},
    {"annunciate", flag(), [](Def &d, const Found &f) { d.annunciate = f.node.flag; }},
    {"reAlarm", number(0, 7 * kDaySec), [](Def &d, const Found &f) { d.reAlarm = fromSeconds(f.node.number); }},
    {"firstOutGroup", text(128), [](Def &d, const Found &f) { d.firstOutGroup = f.node.text; }},
    {"shelve", flag(), [](Def &d, const Found &f) { d.shelveAllowed = f.node.flag; }},
    {"shelveMax", number(60, 7 * kDaySec), [](Def &d, const Found &f) { d.shelveMax = fromSeconds(f.node.number); }},
    {"escalate", table(), &takeEscalation},
    {"guidance", table(), [](Def &d, const Found &f) { readTable<Guidance>(f, kGuidanceKeys, d.guidance); }},
});

/// More than one persistence rule in one table: which one is meant is for the author to say.
void checkPersistence(const Found &found)
{
    std::string given;
    std::size_t count = 0;
    for (const Entry &entry : found.node.entries) {
        if (std::find(kPersistence.begin(), kPersistence.end(), entry.key) == kPersistence.end())
            continue;
        given += (count == 0 ? "" : " and ") + entry.key;
        ++count;
    }
    if (count > 1)
        found.wrong("expected only one of readings, minutes, onDelay, kOfN, countInWindow, found " + given);
}

} // namespace

AlarmDefinition readAlarm(const Found &found, const AlarmDefinition &inherited)
{
    AlarmDefinition alarm = inherited;
    readTable<Def>(found, kAlarmKeys, alarm);
    checkPersistence(found);
    return alarm;
}

} // namespace telltale::config
