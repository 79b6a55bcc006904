// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/history_loader.h"

#include "core/store/rollup_cells.h"
#include "core/store/store_reader.h"

namespace telltale::ui {

namespace {

HistoryAnswer cellsOf(const store::StoreReader &reader, const HistoryQuestion &question)
{
    const auto cells = reader.cells(question.sensor, *question.level, question.from, question.to);
    if (!cells) {
        return {.problem = cells.error().text()};
    }
    return {.chunks = store::drawableChunks(*cells)};
}

HistoryAnswer samplesOf(const store::StoreReader &reader, const HistoryQuestion &question)
{
    auto samples = reader.readableSamples(question.sensor, question.from, question.to);
    return {std::move(samples.chunks), reader.damagedChunks(), samples.problem ? samples.problem->text() : std::string()};
}

} // namespace

HistoryLoader historyLoader(std::string dataFolder)
{
    return [folder = std::move(dataFolder)](const HistoryQuestion &question) -> HistoryAnswer {
        const auto opened = store::StoreReader::open(folder);
        if (!opened && opened.error().kind == ErrorKind::NotFound) {
            return {};
        }
        if (!opened) {
            return {.problem = opened.error().text()};
        }
        return question.level ? cellsOf(**opened, question) : samplesOf(**opened, question);
    };
}

} // namespace telltale::ui
