// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/history_checker.h"

#include "core/model/alarm_state.h"
#include "core/store/store_reader.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace telltale::soak {

namespace {

using States = std::vector<std::string>;

/// By alarm; a state that was shown once more in the next life counts once.
std::map<std::uint64_t, States> statesShown(const std::vector<ShownLine> &lines)
{
    std::map<std::uint64_t, States> shown;
    for (const ShownLine &line : lines)
        if (States *states = line.word == "shown" ? &shown[line.number] : nullptr;
            states && (states->empty() || states->back() != line.text))
            states->push_back(line.text);
    return shown;
}

std::map<OccurrenceId, States> statesStored(const std::vector<AlarmEvent> &events)
{
    std::map<OccurrenceId, States> stored;
    for (const AlarmEvent &event : events)
        stored[event.occurrence].emplace_back(label(event.to));
    return stored;
}

/// The first state that is not there in its turn; empty where all are.
std::string firstMissing(const States &shown, const States &stored)
{
    auto from = stored.begin();
    for (const std::string &state : shown) {
        from = std::find(from, stored.end(), state);
        if (from == stored.end())
            return state;
    }
    return {};
}

std::string nameOf(const Occurrence &alarm)
{
    return "alarm " + std::to_string(alarm.id) + " of " + alarm.definition.source.text();
}

void findTwice(const std::vector<Occurrence> &alarms, HistoryVerdict &verdict)
{
    std::set<std::tuple<SensorKey, std::string, UtcTime>> begun;
    std::map<std::pair<SensorKey, std::string>, const Occurrence *> newest;
    for (const Occurrence &alarm : alarms) {
        const auto &[source, what] = std::pair(alarm.definition.source, alarm.definition.what);
        if (alarm.firstViolation != kNoTime && !begun.insert({source, what, alarm.firstViolation}).second)
            verdict.twice.push_back(nameOf(alarm) + " begins when another one did: " + toIso(alarm.firstViolation));
        const Occurrence *&before = newest[{source, what}];
        if (before != nullptr && before->open())
            verdict.twice.push_back(nameOf(alarm) + " began while " + std::to_string(before->id) + " was open");
        before = &alarm;
    }
}

} // namespace

Result<HistoryVerdict> checkHistory(const std::vector<ShownLine> &shown, const std::string &dataFolder)
{
    const auto reader = store::StoreReader::open(dataFolder);
    if (!reader)
        return reader.error();
    const auto events = (*reader)->events({.since = {}, .until = {}, .occurrence = {}, .limit = 100'000'000});
    const auto alarms = (*reader)->occurrences(fromNanos(0), fromNanos(INT64_MAX));
    if (!events || !alarms)
        return events ? alarms.error() : events.error();
    HistoryVerdict verdict;
    verdict.alarms = alarms->size();
    verdict.storedAcks = std::size_t(std::ranges::count(*events, AlarmEventKind::Ack, &AlarmEvent::kind));
    const auto stored = statesStored(*events);
    for (const auto &[id, states] : statesShown(shown)) {
        verdict.shown += states.size();
        verdict.acknowledged += std::size_t(std::count(states.begin(), states.end(), "ACK"));
        const auto known = stored.find(id);
        if (const std::string state = firstMissing(states, known == stored.end() ? States() : known->second); !state.empty())
            verdict.lost.push_back("alarm " + std::to_string(id) + " was shown as " + state);
    }
    findTwice(*alarms, verdict);
    return verdict;
}

} // namespace telltale::soak
