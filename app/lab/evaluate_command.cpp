// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/result_lines.h"
#include "app/lab/text_table.h"
#include "core/evaluate/ranking.h"

#include <algorithm>
#include <cmath>

namespace telltale::app {

namespace {

using namespace evaluate;

constexpr std::size_t kSweepSteps = 20;
constexpr double kRareShare = 0.01; // of anomalous rows: below it accuracy says nothing

struct Evaluation {
    std::size_t rows = 0;
    Confusion confusion;
    double rocArea = kMissing;
    double precisionRecallArea = kMissing;
    std::vector<ThresholdRow> sweep;

    [[nodiscard]] std::size_t anomalous() const { return confusion.truePositives() + confusion.falseNegatives(); }
    [[nodiscard]] double anomalousShare() const { return static_cast<double>(anomalous()) / static_cast<double>(confusion.count()); }
};

/// The limit of all rows, or NaN when it changes from row to row.
double commonLimit(const JudgedTable &judged)
{
    double limit = kMissing;
    for (std::size_t row = 0; row < judged.scores.size(); ++row) {
        if (!judged.isDecided(row))
            continue;
        if (!std::isnan(limit) && judged.scores[row].limit != limit)
            return kMissing;
        limit = judged.scores[row].limit;
    }
    return limit;
}

Evaluation evaluated(const JudgedTable &judged, const RowTable &table)
{
    Evaluation result;
    result.rows = table.rows();
    result.confusion = confusionOf(judged, table);
    std::vector<Ranked> ranked;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (judged.isDecided(row) && !std::isnan(judged.strength[row]))
            ranked.push_back({judged.strength[row], table.anomalous[row] != 0});
    }
    result.rocArea = rocArea(ranked);
    result.precisionRecallArea = precisionRecallArea(ranked);
    result.sweep = thresholdSweep(ranked, kSweepSteps, commonLimit(judged));
    return result;
}

void remarkOn(const Evaluation &evaluation, Lab &lab)
{
    const std::size_t anomalous = evaluation.anomalous();
    if (evaluation.confusion.count() == 0)
        lab.remark("no row was judged");
    else if (anomalous == 0 || anomalous == evaluation.confusion.count())
        lab.remark(std::string("all judged rows are labelled ") + (anomalous == 0 ? "normal" : "anomalous")
                   + ": what needs both kinds is missing (-)");
    else if (evaluation.anomalousShare() < kRareShare)
        lab.remark("only " + percentText(evaluation.anomalousShare(), 3)
                   + " of the rows are anomalous: calling every row normal has an accuracy of "
                   + fixedText(1.0 - evaluation.anomalousShare(), 4) + "; go by precision, recall and the area under them");
}

std::string asJson(const LoadedModel &model, const std::string &path, const TableFile &file, const JudgedTable &judged,
                   const Evaluation &evaluation)
{
    JsonText json;
    json.beginObject();
    addModel(json, model);
    addTable(json, path, file);
    addCounts(json, judged);
    addConfusion(json, evaluation.confusion);
    json.field("rocArea", evaluation.rocArea).field("precisionRecallArea", evaluation.precisionRecallArea);
    json.field("rare", evaluation.anomalousShare() < kRareShare).key("sweep").beginArray();
    for (const ThresholdRow &row : evaluation.sweep) {
        json.beginObject().field("threshold", row.threshold).field("own", row.own);
        addConfusion(json, row.confusion);
        json.endObject();
    }
    return json.endArray().endObject().take() + '\n';
}

std::vector<std::string> lineOf(const ThresholdRow &row)
{
    const Confusion &c = row.confusion;
    return {shortText(row.threshold) + (row.own ? " (its own)" : ""),
            std::to_string(c.truePositives() + c.falsePositives()),
            fixedText(c.precision(), 4),
            fixedText(c.recall(), 4),
            fixedText(c.f1(), 4),
            percentText(c.falseAlarmRate())};
}

std::string asText(const LoadedModel &model, const std::string &path, const Evaluation &evaluation)
{
    const Confusion &c = evaluation.confusion;
    const auto n = [](std::size_t count) { return std::to_string(count); };
    std::string text = model.model->detector + " of " + model.path + " on " + path + ": " + n(c.count()) + " of " + n(evaluation.rows)
                       + " rows judged\n\n"
                       + textTable({{"", "called anomalous", "called normal"},
                                    {"anomalous", n(c.truePositives()), n(c.falseNegatives())},
                                    {"normal", n(c.falsePositives()), n(c.trueNegatives())}})
                       + "\naccuracy " + fixedText(c.accuracy(), 4) + ", precision " + fixedText(c.precision(), 4) + ", recall "
                       + fixedText(c.recall(), 4) + ", F1 " + fixedText(c.f1(), 4) + "\nfalse alarms " + percentText(c.falseAlarmRate())
                       + ", missed " + percentText(c.missedAlarmRate()) + "\narea under ROC " + fixedText(evaluation.rocArea, 4)
                       + ", under precision-recall " + fixedText(evaluation.precisionRecallArea, 4) + "\n\n";
    std::vector<std::vector<std::string>> lines{{"threshold", "called", "precision", "recall", "F1", "false alarms"}};
    std::transform(evaluation.sweep.begin(), evaluation.sweep.end(), std::back_inserter(lines), &lineOf);
    return text + textTable(lines);
}

} // namespace

Result<void> evaluateCommand(const Options &options, Lab &lab)
{
    if (!options.has("--truth"))
        return Error{ErrorKind::InvalidArgument, "is needed: which column holds the labels?", "--truth"};
    const Result<LoadedModel> model = study::readShelved(options.positional()[0]);
    if (!model)
        return model.error();
    const std::string &path = options.positional()[1];
    const Result<TableFile> file = readDataTable(options, lab, path, {&*model, 1});
    if (!file)
        return file.error();
    const Result<JudgedTable> judged = judgeWith(*model, options, file->table, orderAsked(options), lab);
    if (!judged)
        return judged.error();
    remarkOnUnjudged(*judged, lab);
    const Evaluation evaluation = evaluated(*judged, file->table);
    remarkOn(evaluation, lab);
    lab.out << (options.has("--json") ? asJson(*model, path, *file, *judged, evaluation) : asText(*model, path, evaluation));
    return {};
}

} // namespace telltale::app
