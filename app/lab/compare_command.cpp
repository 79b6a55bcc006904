// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/output_file.h"
#include "app/lab/result_lines.h"
#include "app/lab/text_table.h"
#include "core/base/csv.h"
#include "core/base/whole_file.h"
#include "core/evaluate/agreement.h"

#include <array>

namespace telltale::app {

namespace {

using evaluate::Agreement;

using ModelPair = std::array<LoadedModel, 2>;
using JudgedPair = std::array<JudgedTable, 2>;

/// Rows on which both decided.
bool bothDecided(const JudgedPair &judged, std::size_t row)
{
    return judged[0].isDecided(row) && judged[1].isDecided(row);
}

Agreement agreementOf(const JudgedPair &judged)
{
    Agreement agreement;
    for (std::size_t row = 0; row < judged[0].scores.size(); ++row) {
        if (bothDecided(judged, row))
            agreement.add(judged[0].isAnomalous(row), judged[1].isAnomalous(row));
    }
    return agreement;
}

std::string matchLines(const evaluate::TableFile &file, const JudgedPair &judged)
{
    const bool timed = !file.timeColumn.empty();
    std::string text = (timed ? csvTextCell(file.timeColumn) : std::string("row")) + ",first,second,match\n";
    for (std::size_t row = 0; row < judged[0].scores.size(); ++row) {
        text += timed ? csvTextCell(file.timeTexts[row]) : std::to_string(row + 1);
        for (const JudgedTable &each : judged)
            text += ',' + std::string(toText(each.scores[row].verdict));
        const bool same = judged[0].isAnomalous(row) == judged[1].isAnomalous(row);
        text += !bothDecided(judged, row) ? ",\n" : same ? ",true\n" : ",false\n";
    }
    return text;
}

std::string asJson(const ModelPair &models, const std::string &path, const evaluate::TableFile &file, const JudgedPair &judged,
                   const Agreement &agreement)
{
    const auto count = [](std::size_t n) { return static_cast<std::uint64_t>(n); };
    JsonText json;
    json.beginObject();
    addTable(json, path, file);
    json.key("models").beginArray();
    for (std::size_t i = 0; i < models.size(); ++i) {
        json.beginObject();
        addModel(json, models[i]);
        addCounts(json, judged[i]);
        json.endObject();
    }
    json.endArray()
        .field("compared", count(agreement.count()))
        .field("both", count(agreement.both))
        .field("onlyFirst", count(agreement.onlyFirst))
        .field("onlySecond", count(agreement.onlySecond))
        .field("neither", count(agreement.neither))
        .field("matching", count(agreement.matching()))
        .field("matchingShare", agreement.matchingShare())
        .field("firstShare", agreement.firstShare())
        .field("secondShare", agreement.secondShare())
        .field("jaccard", agreement.jaccard());
    return json.endObject().take() + '\n';
}

std::string asText(const ModelPair &models, const std::string &path, const Agreement &agreement)
{
    const auto n = [](std::size_t count) { return std::to_string(count); };
    const auto named = [&](std::size_t i) { return models[i].path + " (" + models[i].model->detector + ')'; };
    return path + ": " + n(agreement.count()) + " rows that both judged\n\n"
           + textTable({{"", "anomalous", "share", "only here"},
                        {"first: " + named(0), n(agreement.first()), percentText(agreement.firstShare(), 3), n(agreement.onlyFirst)},
                        {"second: " + named(1), n(agreement.second()), percentText(agreement.secondShare(), 3), n(agreement.onlySecond)}})
           + '\n'
           + textTable({{"", "second anomalous", "second normal"},
                        {"first anomalous", n(agreement.both), n(agreement.onlyFirst)},
                        {"first normal", n(agreement.onlySecond), n(agreement.neither)}})
           + "\nagree on " + n(agreement.matching()) + " rows (" + percentText(agreement.matchingShare(), 3) + "), Jaccard "
           + fixedText(agreement.jaccard(), 5) + '\n';
}

} // namespace

Result<void> compareCommand(const Options &options, Lab &lab)
{
    if (const Result<void> checked = checkOutput(options, "--matches"); !checked)
        return checked;
    ModelPair models;
    for (std::size_t i = 0; i < models.size(); ++i) {
        Result<LoadedModel> model = study::readShelved(options.positional()[i]);
        if (!model)
            return model.error();
        models[i] = std::move(*model);
    }
    const std::string &path = options.positional()[2];
    const Result<evaluate::TableFile> file = readDataTable(options, lab, path, models, options.has("--matches"));
    if (!file)
        return file.error();
    JudgedPair judged;
    for (std::size_t i = 0; i < models.size(); ++i) {
        Result<JudgedTable> said = judgeWith(models[i], options, file->table, orderAsked(options), lab);
        if (!said)
            return said.error();
        judged[i] = std::move(*said);
        remarkOnUnjudged(judged[i], lab);
    }
    if (options.has("--matches")) {
        const StopRequest::Hold hold(lab.stop);
        if (const Result<void> written = replaceFile(options.text("--matches"), matchLines(*file, judged)); !written)
            return written.error();
    }
    const Agreement agreement = agreementOf(judged);
    lab.out << (options.has("--json") ? asJson(models, path, *file, judged, agreement) : asText(models, path, agreement));
    return {};
}

} // namespace telltale::app
