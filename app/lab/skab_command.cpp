// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/detector_choice.h"
#include "app/lab/result_lines.h"
#include "app/lab/text_table.h"
#include "core/evaluate/skab_corpus.h"

namespace telltale::app {

namespace {

using namespace evaluate;

constexpr std::size_t kLearned = 400; ///< rows at the start of each run that are not judged

struct RunResult {
    std::string run;
    Confusion confusion;
    std::size_t undecided = 0; ///< rows without a decision count as called normal
};

struct DetectorResult {
    std::string detector;
    std::vector<RunResult> runs;

    [[nodiscard]] RunResult pooled() const
    {
        RunResult sum{"all runs", {}, 0};
        for (const RunResult &each : runs) {
            sum.confusion += each.confusion;
            sum.undecided += each.undecided;
        }
        return sum;
    }
};

Result<RunResult> judgeRun(const SkabRun &run, const DetectorSpec &spec, const std::function<bool(double)> &watch)
{
    Result<RowJudge> judge = RowJudge::open(spec, run.table.sensors);
    if (!judge)
        return judge.error();
    const Result<JudgedTable> judged = judgeTable(*judge, run.table, RowOrder::AsTimed, watch);
    if (!judged)
        return judged.error();
    RunResult result{run.name, {}, 0};
    for (std::size_t row = kLearned; row < run.table.rows(); ++row) {
        result.confusion.add(judged->isAnomalous(row), run.table.anomalous[row] != 0);
        result.undecided += judged->isDecided(row) ? 0 : 1;
    }
    return result;
}

Result<DetectorResult> judgeAllRuns(const DetectorRule &rule, DetectorSpec spec, const std::vector<SkabRun> &runs, Lab &lab)
{
    grantWarmUp(rule, kLearned, spec);
    DetectorResult all{rule.kind, {}};
    Progress progress(lab.progressPlace(), rule.kind);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        Result<RunResult> result = judgeRun(runs[i], spec, [&](double share) {
            progress.show((static_cast<double>(i) + share) / static_cast<double>(runs.size()));
            return !lab.stop.asked();
        });
        if (!result)
            return result.error();
        all.runs.push_back(std::move(*result));
    }
    return all;
}

Result<std::vector<SkabRun>> readRuns(const std::string &folder)
{
    Result<std::vector<SkabRun>> runs = readSkabCorpus(folder);
    if (!runs)
        return runs.error();
    for (const SkabRun &run : *runs) {
        if (run.table.anomalous.empty())
            return Error{ErrorKind::BadFormat, "expected a column anomaly", folder + '/' + run.name + ":1"};
    }
    return runs;
}

std::vector<std::string> lineOf(const std::string &heading, const RunResult &result)
{
    const Confusion &c = result.confusion;
    return {heading,
            fixedText(c.f1(), 3),
            percentText(c.falseAlarmRate()),
            percentText(c.missedAlarmRate()),
            std::to_string(c.truePositives()),
            std::to_string(c.falsePositives()),
            std::to_string(c.falseNegatives()),
            std::to_string(c.trueNegatives()),
            std::to_string(result.undecided)};
}

void addRun(JsonText &json, const RunResult &result)
{
    json.beginObject().field("run", std::string_view(result.run));
    addConfusion(json, result.confusion);
    json.field("noDecision", static_cast<std::uint64_t>(result.undecided)).endObject();
}

std::string asJson(const std::vector<DetectorResult> &all)
{
    JsonText json;
    json.beginObject().field("learnedRows", static_cast<std::uint64_t>(kLearned)).key("detectors").beginArray();
    for (const DetectorResult &each : all) {
        json.beginObject().field("detector", std::string_view(each.detector)).key("pooled");
        addRun(json, each.pooled());
        json.key("runs").beginArray();
        for (const RunResult &run : each.runs)
            addRun(json, run);
        json.endArray().endObject();
    }
    return json.endArray().endObject().take() + '\n';
}

std::string asTable(const std::vector<DetectorResult> &all)
{
    std::vector<std::vector<std::string>> lines{{"detector", "F1", "false alarms", "missed", "TP", "FP", "FN", "TN", "no decision"}};
    for (const DetectorResult &each : all) {
        lines.push_back(lineOf(each.detector, each.pooled()));
        for (const RunResult &run : each.runs)
            lines.push_back(lineOf("  " + run.run, run));
    }
    return textTable(lines);
}

} // namespace

Result<void> skabCommand(const Options &options, Lab &lab)
{
    const Result<std::vector<const DetectorRule *>> rules = detectorsAsked(options);
    if (!rules)
        return rules.error();
    const Result<std::vector<SkabRun>> runs = readRuns(options.positional()[0]);
    if (!runs)
        return runs.error();
    std::vector<DetectorResult> all;
    for (const DetectorRule *rule : *rules) {
        const Result<DetectorSpec> spec = specAsked(*rule, options);
        if (!spec)
            return spec.error();
        Result<DetectorResult> result = judgeAllRuns(*rule, *spec, *runs, lab);
        if (result)
            all.push_back(std::move(*result));
        else if (result.error().kind == ErrorKind::Cancelled || options.has("--detector"))
            return result.error();
        else
            lab.remark(rule->kind + " skipped: " + result.error().what);
    }
    lab.out << (options.has("--json") ? asJson(all) : asTable(all));
    return {};
}

} // namespace telltale::app
