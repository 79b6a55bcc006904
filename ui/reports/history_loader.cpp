// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/history_loader.h"

#include "core/store/store_reader.h"

namespace telltale::ui {

std::function<std::vector<ChunkPtr>(const SensorKey &, UtcTime, UtcTime)> historyLoader(std::string dataFolder)
{
    return [folder = std::move(dataFolder)](const SensorKey &sensor, UtcTime from, UtcTime to) -> std::vector<ChunkPtr> {
        const auto reader = store::StoreReader::open(folder);
        if (!reader) {
            return {};
        }
        auto samples = reader.value()->samples(sensor, from, to);
        return samples ? std::move(samples).value() : std::vector<ChunkPtr>{};
    };
}

} // namespace telltale::ui
