// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/history_loader.h"

#include "core/store/rollup_cells.h"
#include "core/store/store_reader.h"

namespace telltale::ui {

HistoryLoader historyLoader(std::string dataFolder)
{
    return [folder = std::move(dataFolder)](const HistoryQuestion &question) -> HistoryAnswer {
        const auto opened = store::StoreReader::open(folder);
        if (!opened) {
            return {};
        }
        const store::StoreReader &reader = **opened;
        if (question.level) {
            const auto cells = reader.cells(question.sensor, *question.level, question.from, question.to);
            return {cells ? store::drawableChunks(*cells) : std::vector<ChunkPtr>{}};
        }
        auto samples = reader.samples(question.sensor, question.from, question.to);
        return {samples ? std::move(samples).value() : std::vector<ChunkPtr>{}, reader.damagedChunks()};
    };
}

} // namespace telltale::ui
