// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ui_builders.h"
#include "ui/detectors/history_access.h"

#include <functional>
#include <map>
#include <vector>

namespace telltale::test {

/// Readings once a second from `first`, as a store would give them. Functions may be called from any thread once it is set up.
struct FakeHistory {
    UtcTime first = SnapshotBuilder::kStart;
    std::map<std::string, std::vector<double>> values; ///< by name of sensor
    ui::PastAlarms past;
    std::string folder;

    [[nodiscard]] ui::HistoryAccess access() const
    {
        return {[this](const SensorKey &sensor, UtcTime, UtcTime) { return chunks(sensor); },
                [this](const SensorKey &, UtcTime, UtcTime) { return past; }, folder};
    }

private:
    [[nodiscard]] std::vector<ChunkPtr> chunks(const SensorKey &sensor) const
    {
        const auto found = values.find(sensor.sensor);
        if (found == values.end())
            return {};
        Chunk chunk;
        for (std::size_t i = 0; i < found->second.size(); ++i) {
            chunk.t.push_back(toNanos(first + std::chrono::seconds{i}));
            chunk.value.push_back(found->second[i]);
            chunk.flags.push_back(0);
        }
        return {std::make_shared<const Chunk>(std::move(chunk))};
    }
};

} // namespace telltale::test
