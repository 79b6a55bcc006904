// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/output_file.h"
#include "app/lab/result_lines.h"
#include "app/lab/text_table.h"
#include "core/base/csv.h"
#include "core/base/whole_file.h"

#include <cmath>

namespace telltale::app {

namespace {

/// Missing: an empty cell.
std::string cell(double number)
{
    return std::isnan(number) ? std::string() : numberText(number);
}

std::string cause(const Score &score, const RowTable &table)
{
    if (score.contributions.empty())
        return ",,,";
    const Contribution &most = score.contributions.front();
    return csvTextCell(table.sensors[most.channel]) + ',' + cell(most.share) + ',' + cell(most.expected) + ',' + cell(most.actual);
}

std::string scoreLines(const evaluate::TableFile &file, const JudgedTable &judged)
{
    const bool timed = !file.timeColumn.empty();
    std::string text =
        (timed ? csvTextCell(file.timeColumn) : std::string("row")) + ",raw,value,limit,likelihood,verdict,sensor,share,expected,actual\n";
    for (std::size_t row = 0; row < judged.scores.size(); ++row) {
        const Score &score = judged.scores[row];
        const bool decided = judged.isDecided(row);
        text += timed ? csvTextCell(file.timeTexts[row]) : std::to_string(row + 1);
        text += ',' + cell(score.raw) + ',' + cell(score.value) + ',' + cell(score.limit) + ','
                + cell(decided ? score.likelihood : kMissing) + ',' + std::string(toText(score.verdict)) + ',' + cause(score, file.table)
                + '\n';
    }
    return text;
}

std::string summary(const LoadedModel &model, const std::string &path, const evaluate::TableFile &file, const JudgedTable &judged,
                    bool json)
{
    if (json) {
        JsonText text;
        text.beginObject();
        addModel(text, model);
        addTable(text, path, file);
        addCounts(text, judged);
        return text.endObject().take() + '\n';
    }
    return path + ": " + std::to_string(judged.anomalous) + " of " + std::to_string(judged.decided()) + " judged rows are anomalous ("
           + percentText(static_cast<double>(judged.anomalous) / static_cast<double>(judged.decided())) + ")\n" + "by the "
           + model.model->detector + " of " + model.path + " (SHA-256 " + model.sha256.substr(0, 16) + "…, trained on "
           + model.model->training.source + ")\n";
}

} // namespace

Result<void> scoreCommand(const Options &options, Lab &lab)
{
    const std::string &path = options.positional()[1];
    const std::string target = options.text("-o");
    if (target.empty())
        return Error{ErrorKind::InvalidArgument, "is needed: which file shall be written?", "-o"};
    if (const Result<void> checked = checkOutput(options, "-o"); !checked)
        return checked;
    const Result<LoadedModel> model = study::readShelved(options.positional()[0]);
    if (!model)
        return model.error();
    const Result<evaluate::TableFile> file = readDataTable(options, lab, path, {&*model, 1}, true);
    if (!file)
        return file.error();
    const Result<JudgedTable> judged = judgeWith(*model, options, file->table, orderAsked(options), lab);
    if (!judged)
        return judged.error();
    remarkOnUnjudged(*judged, lab);
    const std::string text = scoreLines(*file, *judged);
    if (target == "-") {
        lab.out << text;
        lab.err << summary(*model, path, *file, *judged, options.has("--json"));
        return {};
    }
    const StopRequest::Hold hold(lab.stop);
    if (const Result<void> written = replaceFile(target, text); !written)
        return written.error();
    lab.out << summary(*model, path, *file, *judged, options.has("--json"));
    return {};
}

} // namespace telltale::app
