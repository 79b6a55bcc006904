// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/detector_choice.h"
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

Result<TrainedModel> trainOn(const Plan &plan, const RowTable &rows, TrainingRecord record, Lab &lab)
{
    Progress progress(lab.progressPlace(), "training");
    return detect::train(plan.spec, rows, std::move(record), [&](double share) {
        progress.show(share);
        return !lab.stop.asked();
    });
}

/// Judges the rows that were held back. Shapes: they have labels.
Result<evaluate::Confusion> judgeHeldBack(const LoadedModel &model, const RowTable &rows, RowOrder order, Lab &lab)
{
    const Result<JudgedTable> judged = judgeWith(model, {}, rows, order, lab);
    if (!judged)
        return judged.error();
    remarkOnUnjudged(*judged, lab);
    return confusionOf(*judged, rows);
}

std::string told(const Plan &plan, const TrainedModel &model, const std::string &hash)
{
    const TrainingRecord &record = model.training;
    std::string text = "trained " + model.detector + " on " + std::to_string(record.rows) + " rows of " + record.source + " ("
                       + std::to_string(record.skipped) + " left out because a value is missing";
    text += record.anomalous > 0 ? ", " + std::to_string(record.anomalous) + " labelled anomalous)\n" : ")\n";
    text += "sensors:";
    for (const ModelChannel &channel : model.channels)
        text += ' ' + channel.sensor;
    text += '\n' + std::string(std::isnan(model.limit) ? "" : "anomalous beyond a raw score of " + shortText(model.limit) + '\n');
    return text + "model: " + plan.target + ", SHA-256 " + hash + '\n';
}

std::string toldAsJson(const LoadedModel &model, const evaluate::TableFile &file, const std::string &path,
                       const evaluate::Confusion *heldBack)
{
    const TrainingRecord &record = model.model->training;
    JsonText json;
    json.beginObject();
    addModel(json, model);
    addTable(json, path, file);
    json.field("skipped", record.skipped).field("labelledAnomalous", record.anomalous).field("limit", model.model->limit);
    json.key("sensors").beginArray();
    for (const ModelChannel &channel : model.model->channels)
        json.value(std::string_view(channel.sensor));
    json.endArray();
    if (heldBack != nullptr) {
        json.key("heldBack").beginObject();
        addConfusion(json, *heldBack);
        json.endObject();
    }
    return json.endObject().take() + '\n';
}

std::string toldOfHeldBack(const evaluate::Confusion &confusion)
{
    return "rows held back: " + std::to_string(confusion.count()) + ", accuracy " + fixedText(confusion.accuracy(), 4) + ", precision "
           + fixedText(confusion.precision(), 4) + ", recall " + fixedText(confusion.recall(), 4) + ", F1 " + fixedText(confusion.f1(), 4)
           + '\n';
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
    const bool sequence = learnsAsItRuns(*plan->rule);
    SplitTable rows = splitTable(file->table, plan->split, sequence);
    if (rows.late > 0)
        lab.remark(std::to_string(rows.late) + " rows are not later than those before them: left out");
    if (sequence && plan->split.share < 1.0 && !plan->split.ordered)
        lab.remark(plan->rule->kind + " learns from the order of rows, in which a random choice leaves gaps: --ordered leaves none");
    Result<TrainedModel> trained = trainOn(*plan, rows.learned, recordOf(*plan, path, *file, lab.clock), lab);
    if (!trained)
        return Error{trained.error().kind, trained.error().text(), trained.error().kind == ErrorKind::Cancelled ? std::string() : path};
    LoadedModel model{plan->target, {}, std::make_shared<const TrainedModel>(std::move(*trained))};
    std::optional<evaluate::Confusion> heldBack;
    if (rows.heldBack.rows() > 0 && !rows.heldBack.anomalous.empty()) {
        const Result<evaluate::Confusion> judged =
            judgeHeldBack(model, rows.heldBack, sequence ? RowOrder::AsTimed : RowOrder::AsWritten, lab);
        if (!judged)
            return judged.error();
        heldBack = *judged;
    }
    if (lab.stop.asked())
        return stopped();
    const StopRequest::Hold hold(lab.stop);
    const std::string text = modelfile::formatModel(*model.model);
    model.sha256 = sha256(text);
    if (const Result<void> written = replaceFile(plan->target, text); !written)
        return written.error();
    if (options.has("--json"))
        lab.out << toldAsJson(model, *file, path, heldBack ? &*heldBack : nullptr);
    else
        lab.out << told(*plan, *model.model, model.sha256) << (heldBack ? toldOfHeldBack(*heldBack) : std::string());
    return {};
}

} // namespace telltale::app
