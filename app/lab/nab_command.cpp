// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/detector_choice.h"
#include "app/lab/lab.h"
#include "app/lab/output_file.h"
#include "app/lab/row_judge.h"
#include "app/lab/text_table.h"
#include "core/base/json_text.h"
#include "core/base/whole_file.h"
#include "core/evaluate/nab_corpus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>

namespace telltale::app {

namespace {

using namespace evaluate;

constexpr std::array kProfiles{kNabStandard, kNabLowFalseAlarms, kNabLowMisses};
constexpr double kStrongestTail = 20.0; // a tail score that stands for 1
constexpr double kAlert = 0.5;          // between no alert (0) and one (1)

using Corpus = std::vector<NabFile>;

/// What one detector said about every file. Shapes: as the corpus.
struct Said {
    std::string detector;
    std::vector<std::vector<double>> scores; ///< 0 … 1
    std::vector<std::vector<double>> alerts; ///< 0 or 1; none when scores were read from files
};

/// Alerts count by their strength where alert control decides, every row by its score where it does not.
double benchmarkScore(const Score &score)
{
    if (score.controlled)
        return score.pulse ? std::min(1.0, score.value / kStrongestTail) : 0.0;
    return score.verdict == Verdict::NoDecision ? 0.0 : score.value / (score.value + score.limit);
}

bool isAlert(const Score &score)
{
    return score.controlled ? score.pulse : score.verdict == Verdict::Anomalous;
}

Result<void> sayAbout(const NabFile &file, const DetectorRule &rule, DetectorSpec spec, const std::function<bool(double)> &watch,
                      Said &said)
{
    grantWarmUp(rule, nabProbation(file.values.size()), spec);
    Result<RowJudge> judge = RowJudge::open(spec, {file.name});
    if (!judge)
        return judge.error();
    const Result<JudgedTable> judged = judgeTable(*judge, {{file.name}, file.times, file.values, {}}, RowOrder::AsTimed, watch);
    if (!judged)
        return judged.error();
    auto &scores = said.scores.emplace_back();
    auto &alerts = said.alerts.emplace_back();
    for (const Score &score : judged->scores) {
        scores.push_back(benchmarkScore(score));
        alerts.push_back(isAlert(score) ? 1.0 : 0.0);
    }
    return {};
}

Result<Said> runDetector(const DetectorRule &rule, const DetectorSpec &spec, const Corpus &corpus, Lab &lab)
{
    Said said{rule.kind, {}, {}};
    Progress progress(lab.progressPlace(), rule.kind);
    for (std::size_t i = 0; i < corpus.size(); ++i) {
        const auto watch = [&](double share) {
            progress.show((static_cast<double>(i) + share) / static_cast<double>(corpus.size()));
            return !lab.stop.asked();
        };
        if (const Result<void> done = sayAbout(corpus[i], rule, spec, watch, said); !done)
            return done.error();
    }
    return said;
}

Result<Said> readScores(const std::string &folder, const Corpus &corpus)
{
    Said said{folder, {}, {}};
    for (const NabFile &file : corpus) {
        const std::string path = folder + '/' + file.name;
        Result<NabColumn> column = readNabColumn(path);
        if (!column)
            return column.error();
        if (column->values.size() != file.values.size())
            return Error{ErrorKind::BadFormat,
                         "expected " + std::to_string(file.values.size()) + " rows as the series has, found "
                             + std::to_string(column->values.size()),
                         path};
        said.scores.push_back(std::move(column->values));
    }
    return said;
}

Result<void> storeScores(const std::string &folder, const Corpus &corpus, const Said &said)
{
    for (std::size_t i = 0; i < corpus.size(); ++i) {
        const std::filesystem::path path = std::filesystem::path(folder) / corpus[i].name;
        std::error_code problem;
        std::filesystem::create_directories(path.parent_path(), problem);
        std::string text = "timestamp,anomaly_score\n";
        for (std::size_t row = 0; row < corpus[i].times.size(); ++row) {
            std::string time = toIso(corpus[i].times[row], 0);
            time[10] = ' ';
            time.pop_back();
            text += time + ',' + numberText(said.scores[i][row]) + '\n';
        }
        if (const Result<void> written = replaceFile(path.string(), text); !written)
            return written.error();
    }
    return {};
}

/// Whether a detector's scores, alone or beside those of others, stay out of the series.
Result<void> checkScoresFolder(const Options &options, const std::string &detector, const Corpus &corpus)
{
    for (const NabFile &file : corpus) {
        const std::array<std::string, 1> input{options.positional()[0] + '/' + file.name};
        for (const std::string &below : {std::string("/"), '/' + detector + '/'}) {
            if (const Result<void> checked = checkOutput("--scores", options.text("--scores") + below + file.name, input); !checked)
                return checked;
        }
    }
    return {};
}

std::vector<NabSeries> seriesOf(const Corpus &corpus, const std::vector<std::vector<double>> &scores)
{
    std::vector<NabSeries> series;
    for (std::size_t i = 0; i < corpus.size(); ++i)
        series.push_back({scores[i], corpus[i].windows});
    return series;
}

/// The folder that a file lies in, "realTraffic".
std::string groupOf(const NabFile &file)
{
    return file.name.substr(0, file.name.find('/'));
}

/// What one detector is worth under one profile.
struct Worth {
    NabResult all;                            ///< at the threshold of the question
    std::map<std::string, NabResult> byGroup; ///< at the same threshold
    std::optional<NabResult> alerts;          ///< of the detector's own alerts, nothing chosen
};

Worth worthOf(const Corpus &corpus, const Said &said, const NabProfile &profile, double threshold)
{
    const std::vector<NabSeries> series = seriesOf(corpus, said.scores);
    Worth worth;
    worth.all = std::isnan(threshold) ? nabBestThreshold(series, profile) : nabAtThreshold(series, threshold, profile);
    std::map<std::string, std::vector<NabSeries>> groups;
    for (std::size_t i = 0; i < corpus.size(); ++i)
        groups[groupOf(corpus[i])].push_back(series[i]);
    for (const auto &[group, files] : groups)
        worth.byGroup[group] = nabAtThreshold(files, worth.all.threshold, profile);
    if (!said.alerts.empty())
        worth.alerts = nabAtThreshold(seriesOf(corpus, said.alerts), kAlert, profile);
    return worth;
}

void addResult(JsonText &json, const NabResult &result)
{
    json.beginObject().field("threshold", result.threshold).field("raw", result.raw).field("normalised", result.normalised).endObject();
}

void addSaid(JsonText &json, const Corpus &corpus, const Said &said, double threshold)
{
    json.beginObject().field("detector", std::string_view(said.detector)).key("profiles").beginObject();
    for (const NabProfile &profile : kProfiles) {
        const Worth worth = worthOf(corpus, said, profile, threshold);
        json.key(profile.name).beginObject().key("all");
        addResult(json, worth.all);
        json.key("folders").beginObject();
        for (const auto &[group, result] : worth.byGroup) {
            json.key(group);
            addResult(json, result);
        }
        json.endObject().key("files").beginObject();
        for (std::size_t i = 0; i < corpus.size(); ++i)
            json.field(corpus[i].name, nabRawScore({said.scores[i], corpus[i].windows}, worth.all.threshold, profile));
        json.endObject();
        if (worth.alerts) {
            json.key("alerts");
            addResult(json, *worth.alerts);
        }
        json.endObject();
    }
    json.endObject().endObject();
}

void addLines(const Corpus &corpus, const Said &said, double threshold, std::vector<std::vector<std::string>> &lines)
{
    std::vector<Worth> worths;
    for (const NabProfile &profile : kProfiles)
        worths.push_back(worthOf(corpus, said, profile, threshold));
    const auto line = [&](const std::string &heading, auto number) {
        auto &cells = lines.emplace_back(std::vector<std::string>{heading});
        for (const Worth &worth : worths)
            cells.push_back(number(worth));
    };
    line(said.detector, [](const Worth &worth) { return fixedText(worth.all.normalised, 2); });
    for (const auto &[group, unused] : worths.front().byGroup)
        line("  " + group, [&name = group](const Worth &worth) { return fixedText(worth.byGroup.at(name).normalised, 2); });
    line("  threshold", [](const Worth &worth) { return shortText(worth.all.threshold); });
    if (worths.front().alerts)
        line("  alerts", [](const Worth &worth) { return fixedText(worth.alerts->normalised, 2); });
}

/// Runs all detectors that were asked for. Detectors that cannot run on bare series are skipped, and said.
Result<std::vector<Said>> runAll(const Options &options, const Corpus &corpus, Lab &lab)
{
    const Result<std::vector<const DetectorRule *>> rules = detectorsAsked(options);
    if (!rules)
        return rules.error();
    for (const DetectorRule *rule : *rules) {
        if (const Result<void> checked = options.has("--scores") ? checkScoresFolder(options, rule->kind, corpus) : Result<void>();
            !checked)
            return checked.error();
    }
    std::vector<Said> all;
    for (const DetectorRule *rule : *rules) {
        const Result<DetectorSpec> spec = specAsked(*rule, options);
        if (!spec)
            return spec.error();
        Result<Said> said = runDetector(*rule, *spec, corpus, lab);
        if (said)
            all.push_back(std::move(*said));
        else if (said.error().kind == ErrorKind::Cancelled || options.has("--detector"))
            return said.error();
        else
            lab.remark(rule->kind + " skipped: " + said.error().what);
    }
    return all;
}

Result<void> storeAll(const Options &options, const Corpus &corpus, const std::vector<Said> &all, Lab &lab)
{
    for (std::size_t i = 0; options.has("--scores") && i < all.size(); ++i) {
        const std::string folder = options.text("--scores");
        const StopRequest::Hold hold(lab.stop);
        const Result<void> stored = storeScores(all.size() == 1 ? folder : folder + '/' + all[i].detector, corpus, all[i]);
        if (!stored || lab.stop.asked())
            return stored ? stopped() : stored;
    }
    return {};
}

Result<std::vector<Said>> saidAsAsked(const Options &options, const Corpus &corpus, Lab &lab)
{
    if (!options.has("--score-files"))
        return runAll(options, corpus, lab);
    if (options.has("--detector") || options.has("--scores"))
        return Error{ErrorKind::InvalidArgument, "takes the place of a detector: leave --detector and --scores out", "--score-files"};
    Result<Said> read = readScores(options.text("--score-files"), corpus);
    if (!read)
        return read.error();
    return std::vector<Said>{std::move(*read)};
}

} // namespace

Result<void> nabCommand(const Options &options, Lab &lab)
{
    const Result<double> threshold = options.number("--threshold", kMissing, 0.0, 1e9); // missing = the best
    if (!threshold)
        return threshold.error();
    const Result<Corpus> corpus = readNabCorpus(options.positional()[0]);
    if (!corpus)
        return corpus.error();
    const Result<std::vector<Said>> all = saidAsAsked(options, *corpus, lab);
    if (!all)
        return all.error();
    if (const Result<void> stored = storeAll(options, *corpus, *all, lab); !stored)
        return stored;
    if (options.has("--json")) {
        JsonText json;
        json.beginObject().field("files", static_cast<std::uint64_t>(corpus->size()));
        json.field("threshold", std::isnan(*threshold) ? "best over all files" : "given").key("detectors").beginArray();
        for (const Said &said : *all)
            addSaid(json, *corpus, said, *threshold);
        lab.out << json.endArray().endObject().take() << '\n';
        return {};
    }
    std::vector<std::vector<std::string>> lines{{"detector"}};
    for (const NabProfile &profile : kProfiles)
        lines.front().emplace_back(profile.name);
    for (const Said &said : *all)
        addLines(*corpus, said, *threshold, lines);
    lab.out << textTable(lines);
    return {};
}

} // namespace telltale::app
