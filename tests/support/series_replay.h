// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/csv.h"
#include "core/pipeline/engine.h"

#include <cstdlib>
#include <string>
#include <vector>

namespace telltale::test {

/// A CSV file as the deliveries of one simulated feed: every column but `timestamp` and `anomaly` is a sensor of `asset`.
inline std::vector<pipeline::IntakeItem> seriesItems(const std::string &path, const std::string &asset)
{
    FeedHealth live;
    live.feed = FeedId{0};
    live.state = FeedState::Live;
    live.clock = ClockKind::Simulated;
    std::vector<pipeline::IntakeItem> items{{FeedId{0}, live}};
    auto reader = CsvReader::open(path);
    if (!reader)
        return {};
    std::vector<std::string> cells;
    while (auto more = reader->next(cells)) {
        if (!*more)
            break;
        SampleBatch batch;
        batch.asset = asset;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string &name = reader->header()[i];
            if (name == "timestamp")
                batch.times = {*parseTime(cells[i])};
            else if (name != "anomaly")
                batch.columns.push_back({name, {std::strtod(cells[i].c_str(), nullptr)}, {}});
        }
        batch.received = batch.times.front();
        items.push_back({FeedId{0}, std::move(batch)});
    }
    return items;
}

} // namespace telltale::test
