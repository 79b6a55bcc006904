// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/former_run.h"

#include "core/alarm/occurrence_fold.h"

#include <algorithm>

namespace telltale::pipeline {

namespace {

/// As much of it as transitions tell; the next raise takes the plant's own.
AlarmDefinition definitionOf(const std::vector<AlarmEvent> &events)
{
    AlarmDefinition definition;
    for (const AlarmEvent &event : events) {
        definition.source = event.source;
        definition.priority = event.priority;
        if (!event.what.empty())
            definition.what = event.what;
    }
    return definition;
}

void rebuild(const std::vector<AlarmEvent> &events, FormerRun &former)
{
    Occurrence alarm = alarm::replay(definitionOf(events), events);
    if (!alarm.open())
        return;
    former.problems.push_back("alarm " + std::to_string(alarm.id) + " of " + alarm.definition.source.text()
                              + " was rebuilt from its transitions");
    former.state.open.push_back(std::move(alarm));
}

} // namespace

Result<FormerRun> readFormerRun(const std::string &dataFolder)
{
    FormerRun former;
    // With the log also on a full disk: numbers that are in it must not be given away once more.
    const auto reader = store::StoreReader::open(dataFolder, true);
    if (!reader)
        return former;
    auto state = (*reader)->restartState();
    if (!state)
        return state.error();
    former.state = std::move(*state);
    former.problems = former.state.unreadable;
    for (const std::vector<AlarmEvent> &events : former.state.rowless)
        rebuild(events, former);
    std::ranges::sort(former.state.open, {}, &Occurrence::id);
    return former;
}

} // namespace telltale::pipeline
