// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/detector_choice.h"
#include "app/lab/lab.h"
#include "app/lab/row_judge.h"
#include "app/lab/text_table.h"
#include "core/base/json_text.h"
#include "core/detect/seeded_random.h"
#include "core/detect/trained/train.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace telltale::app {

namespace {

constexpr std::size_t kSensors = 8;    ///< of an asset
constexpr std::size_t kLearned = 2000; ///< rows that kinds which are trained once learn from
constexpr std::size_t kShown = 8000;   ///< rows before the clock starts: libraries and histories are full then
constexpr std::size_t kTimed = 4000;   ///< rows per round
constexpr int kRounds = 3;             ///< the fastest counts
constexpr std::string_view kUnit = "band";

struct Timing {
    std::string detector;
    std::size_t sensors = 0;
    double microsPerRow = kMissing;
    double learnSec = 0.0;
    std::size_t bytes = 0;
};

/// A daily wave under noise for each sensor, a row every five minutes; one row in fifty is labelled anomalous and stands out.
RowTable madeUpRows(std::size_t sensors, std::size_t rows, std::size_t firstRow)
{
    detect::SeededRandom random(firstRow + 1);
    RowTable table;
    for (std::size_t i = 0; i < sensors; ++i)
        table.sensors.push_back("sensor" + std::to_string(i + 1));
    for (std::size_t row = 0; row < rows; ++row) {
        const auto step = static_cast<std::int64_t>(firstRow + row);
        const bool anomalous = random.below(50) == 0;
        table.times.push_back(fromNanos(1'700'000'000'000'000'000) + step * std::chrono::minutes(5));
        table.anomalous.push_back(anomalous ? 1 : 0);
        for (std::size_t i = 0; i < sensors; ++i) {
            const double noise = random.uniform() + random.uniform() + random.uniform() - 1.5;
            const double wave = std::sin(static_cast<double>(step) / 288.0 * 6.2831853 + static_cast<double>(i));
            table.values.push_back(20.0 + 5.0 * wave + noise + (anomalous ? 4.0 * random.uniform() : 0.0));
        }
    }
    return table;
}

double secondsOf(const Clock &clock, const std::function<void()> &work)
{
    const SteadyTime begin = clock.steadyNow();
    work();
    return toSeconds(clock.steadyNow() - begin);
}

Result<Timing> timed(const DetectorRule &rule, Lab &lab, const std::function<bool(double)> &watch)
{
    Timing timing{rule.kind, judgesOneSensor(rule) ? 1 : kSensors, kMissing, 0.0, 0};
    DetectorSpec spec;
    spec.kind = rule.kind;
    TrainedModelPtr model;
    if (!learnsAsItRuns(rule)) {
        std::optional<Result<TrainedModel>> trained;
        timing.learnSec =
            secondsOf(lab.clock, [&] { trained.emplace(detect::train(spec, madeUpRows(timing.sensors, kLearned, 0), {}, watch)); });
        if (!*trained)
            return trained->error();
        model = std::make_shared<const TrainedModel>(std::move(**trained));
    }
    std::size_t next = kLearned;
    const RowTable shown = madeUpRows(timing.sensors, kShown, next);
    Result<RowJudge> judge = RowJudge::open(spec, shown.sensors, model);
    if (!judge)
        return judge.error();
    if (const auto done = judgeTable(*judge, shown, RowOrder::AsTimed, watch); !done)
        return done.error();
    next += kShown;
    for (int round = 0; round < kRounds; ++round, next += kTimed) {
        const RowTable rows = madeUpRows(timing.sensors, kTimed, next);
        bool whole = true;
        const double took = secondsOf(lab.clock, [&] { whole = judgeTable(*judge, rows, RowOrder::AsTimed, watch).ok(); });
        if (!whole)
            return stopped();
        timing.microsPerRow = std::fmin(timing.microsPerRow, 1e6 * took / static_cast<double>(kTimed));
    }
    timing.bytes = judge->bytes();
    return timing;
}

double unitOf(const std::vector<Timing> &all)
{
    const auto found = std::find_if(all.begin(), all.end(), [](const Timing &each) { return each.detector == kUnit; });
    return found == all.end() ? kMissing : found->microsPerRow;
}

std::string asJson(const std::vector<Timing> &all)
{
    JsonText json;
    json.beginObject().field("unit", kUnit).key("detectors").beginArray();
    for (const Timing &each : all)
        json.beginObject()
            .field("detector", std::string_view(each.detector))
            .field("sensors", static_cast<std::uint64_t>(each.sensors))
            .field("microsPerRow", each.microsPerRow)
            .field("ratioToUnit", each.microsPerRow / unitOf(all))
            .field("learnSec", each.learnSec)
            .field("bytes", static_cast<std::uint64_t>(each.bytes))
            .endObject();
    return json.endArray().endObject().take() + '\n';
}

std::string asTable(const std::vector<Timing> &all)
{
    std::vector<std::vector<std::string>> lines{{"detector", "sensors", "µs a row", "of a band", "learning s", "bytes"}};
    for (const Timing &each : all)
        lines.push_back({each.detector, std::to_string(each.sensors), fixedText(each.microsPerRow, 2),
                         fixedText(each.microsPerRow / unitOf(all), 1), fixedText(each.learnSec, 3), std::to_string(each.bytes)});
    return textTable(lines);
}

} // namespace

Result<void> benchCommand(const Options &options, Lab &lab)
{
    const Result<std::vector<const DetectorRule *>> asked = detectorsAsked(options);
    if (!asked)
        return asked.error();
    std::vector<const DetectorRule *> rules = *asked;
    const bool hasUnit = std::any_of(rules.begin(), rules.end(), [](const DetectorRule *rule) { return rule->kind == kUnit; });
    if (!hasUnit)
        rules.push_back(*detectorNamed(std::string(kUnit)));
    std::vector<Timing> all;
    for (const DetectorRule *rule : rules) {
        Progress progress(lab.progressPlace(), rule->kind);
        Result<Timing> timing = timed(*rule, lab, [&](double share) {
            progress.show(share);
            return !lab.stop.asked();
        });
        if (!timing)
            return timing.error();
        all.push_back(std::move(*timing));
    }
    lab.out << (options.has("--json") ? asJson(all) : asTable(all));
    return {};
}

} // namespace telltale::app
