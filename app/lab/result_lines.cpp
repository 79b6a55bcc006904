// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/result_lines.h"

#include "app/lab/detector_choice.h"

namespace telltale::app {

Result<JudgedTable> judgeWith(const LoadedModel &model, const Options &options, const RowTable &table, RowOrder order, Lab &lab)
{
    const Result<const DetectorRule *> rule = detectorNamed(model.model->detector);
    if (!rule)
        return Error{ErrorKind::Unsupported, rule.error().what, model.path};
    const Result<DetectorSpec> spec = specAsked(**rule, options);
    if (!spec)
        return spec.error();
    Result<RowJudge> judge = RowJudge::open(*spec, table.sensors, model.model);
    if (!judge)
        return Error{judge.error().kind, judge.error().text(), model.path};
    Progress progress(lab.progressPlace(), "judging");
    return judgeTable(*judge, table, order, [&](double share) {
        progress.show(share);
        return !lab.stop.asked();
    });
}

RowOrder orderAsked(const Options &options)
{
    return options.has("--any-order") ? RowOrder::AsWritten : RowOrder::AsTimed;
}

evaluate::Confusion confusionOf(const JudgedTable &judged, const RowTable &table)
{
    evaluate::Confusion confusion;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (judged.isDecided(row))
            confusion.add(judged.isAnomalous(row), table.anomalous[row] != 0);
    }
    return confusion;
}

void remarkOnUnjudged(const JudgedTable &judged, Lab &lab)
{
    if (judged.late > 0)
        lab.remark(std::to_string(judged.late)
                   + " rows are not later than those before them, or than what the model has learned from: not judged (--any-order judges "
                     "them in the file's order)");
    if (judged.undecided > 0)
        lab.remark(std::to_string(judged.undecided) + " rows got no decision: a value is missing, or the detector is warming up");
}

void addModel(JsonText &json, const LoadedModel &model)
{
    const TrainingRecord &training = model.model->training;
    json.field("model", std::string_view(model.path))
        .field("modelSha256", std::string_view(model.sha256))
        .field("detector", std::string_view(model.model->detector))
        .field("trainedOn", std::string_view(training.source))
        .field("trainedRows", training.rows);
}

void addTable(JsonText &json, const std::string &path, const evaluate::TableFile &file)
{
    json.field("data", std::string_view(path))
        .field("dataSha256", std::string_view(file.sha256))
        .field("rows", static_cast<std::uint64_t>(file.table.rows()))
        .field("badCells", file.badCells)
        .field("backwards", file.backwards);
}

void addCounts(JsonText &json, const JudgedTable &judged)
{
    const auto count = [](std::size_t n) { return static_cast<std::uint64_t>(n); };
    json.field("judged", count(judged.decided()))
        .field("anomalous", count(judged.anomalous))
        .field("anomalousShare", static_cast<double>(judged.anomalous) / static_cast<double>(judged.decided()))
        .field("noDecision", count(judged.undecided))
        .field("outOfOrder", count(judged.late));
}

void addConfusion(JsonText &json, const evaluate::Confusion &confusion)
{
    const auto count = [](std::size_t n) { return static_cast<std::uint64_t>(n); };
    json.field("truePositives", count(confusion.truePositives()))
        .field("falsePositives", count(confusion.falsePositives()))
        .field("falseNegatives", count(confusion.falseNegatives()))
        .field("trueNegatives", count(confusion.trueNegatives()))
        .field("accuracy", confusion.accuracy())
        .field("precision", confusion.precision())
        .field("recall", confusion.recall())
        .field("f1", confusion.f1())
        .field("falseAlarmRate", confusion.falseAlarmRate())
        .field("missedAlarmRate", confusion.missedAlarmRate());
}

} // namespace telltale::app
