// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/detector_choice.h"
#include "app/lab/output_file.h"
#include "app/lab/result_lines.h"
#include "app/lab/text_table.h"
#include "app/lab/train_split.h"
#include "core/base/sha256.h"
#include "core/base/whole_file.h"
#include "core/detect/trained/train.h"
#include "core/modelfile/model_file.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>

namespace telltale::app {

namespace {

constexpr double kUsualSeed = 777;

struct Plan {
    const DetectorRule *rule = nullptr;
    DetectorSpec spec;
    TrainSplit split;
    std::string target;
};

Result<Plan> planOf(const Options &options)
{
    const Result<const DetectorRule *> rule = detectorNamed(options.positional()[0]);
    if (!rule)
        return rule.error();
    Result<DetectorSpec> spec = specAsked(**rule, options);
    const Result<double> share = options.number("--split", 1.0, 1e-6, 1.0);
    const Result<double> seed = options.number("--seed", kUsualSeed, 0.0, 9007199254740992.0);
    if (!spec)
        return spec.error();
    if (!share || !seed)
        return share ? seed.error() : share.error();
    if (!options.has("-o"))
        return Error{ErrorKind::InvalidArgument, "is needed: which model file shall be written?", "-o"};
    if (const Result<void> checked = checkOutput(options, "-o", 1); !checked)
        return checked.error();
    Plan plan{*rule, std::move(*spec), {*share, options.has("--ordered"), static_cast<std::uint64_t>(*seed)}, options.text("-o")};
    const auto ownSeed =
        std::any_of((*rule)->params.begin(), (*rule)->params.end(), [](const ParamRule &each) { return each.name == "seed"; });
    if (ownSeed && options.has("--seed"))
        plan.spec.params.emplace("seed", *seed);
    return plan;
}

TrainingRecord recordOf(const Plan &plan, const std::string &path, const evaluate::TableFile &file, const Clock &clock)
{
    TrainingRecord record;
    record.source = std::filesystem::path(path).filename().string();
    record.sourceSha256 = file.sha256;
    record.trainedAt = clock.utcNow();
    record.split = plan.split.share;
    record.ordered = plan.split.ordered || plan.split.share == 1.0;
    record.seed = plan.split.seed;
    return record;
}

/// What a training works on, and what it has come to.
struct Training {
    const Plan &plan;
    const std::string &path;
    const evaluate::TableFile &file;
    SplitTable rows;
    LoadedModel model;
    std::optional<evaluate::Confusion> heldBack; ///< what the model said of rows held back, where these have labels
};

void remarkOnSplit(const Training &training, Lab &lab)
{
    const Plan &plan = training.plan;
    if (training.rows.late > 0)
        lab.remark(std::to_string(training.rows.late) + " rows are not later than those before them: left out");
    if (learnsAsItRuns(*plan.rule) && plan.split.share < 1.0 && !plan.split.ordered)
        lab.remark(plan.rule->kind + " learns from the order of rows, in which a random choice leaves gaps: --ordered leaves none");
}

Result<void> learn(Training &training, Lab &lab)
{
    Progress progress(lab.progressPlace(), "training");
    TrainingRecord record = recordOf(training.plan, training.path, training.file, lab.clock);
    Result<TrainedModel> model = detect::train(training.plan.spec, training.rows.learned, std::move(record), [&](double share) {
        progress.show(share);
        return !lab.stop.asked();
    });
    if (!model)
        return Error{model.error().kind, model.error().text(), model.error().kind == ErrorKind::Cancelled ? std::string() : training.path};
    training.model = {training.plan.target, {}, std::make_shared<const TrainedModel>(std::move(*model))};
    return {};
}

/// Where rows were held back and have labels.
Result<void> judgeHeldBack(Training &training, Lab &lab)
{
    const RowTable &rows = training.rows.heldBack;
    if (rows.rows() == 0 || rows.anomalous.empty())
        return {};
    const RowOrder order = learnsAsItRuns(*training.plan.rule) ? RowOrder::AsTimed : RowOrder::AsWritten;
    const Result<JudgedTable> judged = judgeWith(training.model, {}, rows, order, lab);
    if (!judged)
        return judged.error();
    remarkOnUnjudged(*judged, lab);
    training.heldBack = confusionOf(*judged, rows);
    return {};
}

Result<void> store(Training &training, Lab &lab)
{
    const StopRequest::Hold hold(lab.stop);
    if (lab.stop.asked())
        return stopped();
    const std::string text = modelfile::formatModel(*training.model.model);
    training.model.sha256 = sha256(text);
    return replaceFile(training.plan.target, text);
}

std::string toldOfHeldBack(const evaluate::Confusion &confusion)
{
    return "rows held back: " + std::to_string(confusion.count()) + ", accuracy " + fixedText(confusion.accuracy(), 4) + ", precision "
           + fixedText(confusion.precision(), 4) + ", recall " + fixedText(confusion.recall(), 4) + ", F1 " + fixedText(confusion.f1(), 4)
           + '\n';
}

std::string told(const Training &training)
{
    const TrainedModel &model = *training.model.model;
    const TrainingRecord &record = model.training;
    std::string text = "trained " + model.detector + " on " + std::to_string(record.rows) + " rows of " + record.source + " ("
                       + std::to_string(record.skipped) + " left out because a value is missing";
    text += record.anomalous > 0 ? ", " + std::to_string(record.anomalous) + " labelled anomalous)\n" : ")\n";
    text += "sensors:";
    for (const ModelChannel &channel : model.channels)
        text += ' ' + channel.sensor;
    text += '\n' + std::string(std::isnan(model.limit) ? "" : "anomalous beyond a raw score of " + shortText(model.limit) + '\n');
    text += training.heldBack ? toldOfHeldBack(*training.heldBack) : std::string();
    return text + "model: " + training.model.path + ", SHA-256 " + training.model.sha256 + '\n';
}

std::string toldAsJson(const Training &training)
{
    const TrainedModel &model = *training.model.model;
    JsonText json;
    json.beginObject();
    addModel(json, training.model);
    addTable(json, training.path, training.file);
    json.field("skipped", model.training.skipped).field("labelledAnomalous", model.training.anomalous).field("limit", model.limit);
    json.key("sensors").beginArray();
    for (const ModelChannel &channel : model.channels)
        json.value(std::string_view(channel.sensor));
    json.endArray();
    if (training.heldBack) {
        json.key("heldBack").beginObject();
        addConfusion(json, *training.heldBack);
        json.endObject();
    }
    return json.endObject().take() + '\n';
}

} // namespace

Result<void> trainCommand(const Options &options, Lab &lab)
{
    const Result<Plan> plan = planOf(options);
    if (!plan)
        return plan.error();
    const std::string &path = options.positional()[1];
    const Result<evaluate::TableFile> file = readDataTable(options, lab, path, {});
    if (!file)
        return file.error();
    Training training{*plan, path, *file, splitTable(file->table, plan->split, learnsAsItRuns(*plan->rule)), {}, {}};
    remarkOnSplit(training, lab);
    for (const auto step : {&learn, &judgeHeldBack, &store}) {
        if (const Result<void> done = step(training, lab); !done)
            return done;
    }
    lab.out << (options.has("--json") ? toldAsJson(training) : told(training));
    return {};
}

} // namespace telltale::app
