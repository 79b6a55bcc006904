// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/retraining.h"

#include "core/base/whole_file.h"
#include "core/model/json_reader.h"
#include "core/model/json_writer.h"

#include <algorithm>
#include <filesystem>

namespace telltale {

template <typename A, Is<DetectorSpec> X>
void describe(A &a, X &x)
{
    a("kind", x.kind);
    a("params", x.params);
    a("stages", x.stages);
    a("stagesGiven", x.stagesGiven);
    a("model", x.model);
    a("sensors", x.sensors);
}

namespace study {

template <typename A, Is<RetrainingEntry> X>
void describe(A &a, X &x)
{
    a("source", x.source);
    a("everyDays", x.everyDays);
    a("last", x.last);
    a("challenger", x.challenger);
    a("previous", x.previous);
    a("previousIsPlant", x.previousIsPlant);
}

template <typename A, Is<RetrainingPlan> X>
void describe(A &a, X &x)
{
    a("schedules", x.entries);
}

namespace {

constexpr std::size_t kMostBytes = 4U << 20U;
constexpr double kSecondsPerDay = 86400.0;

} // namespace

bool RetrainingEntry::due(UtcTime now) const
{
    return everyDays > 0.0 && challenger.kind.empty() && last != kNoTime && toSeconds(now - last) >= everyDays * kSecondsPerDay;
}

RetrainingEntry *RetrainingPlan::find(const SensorKey &source)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const RetrainingEntry &entry) { return entry.source == source; });
    return found == entries.end() ? nullptr : &*found;
}

const RetrainingEntry *RetrainingPlan::find(const SensorKey &source) const
{
    return const_cast<RetrainingPlan *>(this)->find(source);
}

std::string retrainingPath(const std::string &dataFolder)
{
    return dataFolder + "/models/schedule.json";
}

Result<RetrainingPlan> readRetraining(const std::string &dataFolder)
{
    const Result<std::string> text = readWholeFile(retrainingPath(dataFolder), kMostBytes);
    if (!text && text.error().kind == ErrorKind::NotFound)
        return RetrainingPlan{};
    if (!text)
        return text.error();
    Result<RetrainingPlan> plan = json::fromText<RetrainingPlan>(*text);
    if (!plan)
        return Error{plan.error().kind, plan.error().text(), retrainingPath(dataFolder)};
    return plan;
}

Result<void> writeRetraining(const std::string &dataFolder, const RetrainingPlan &plan)
{
    std::error_code failed;
    std::filesystem::create_directories(dataFolder + "/models", failed);
    if (failed)
        return Error{ErrorKind::Io, failed.message(), dataFolder + "/models"};
    return replaceFile(retrainingPath(dataFolder), json::toText(plan) + '\n');
}

} // namespace study

} // namespace telltale
