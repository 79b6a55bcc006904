// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ui_builders.h"
#include "ui/detectors/history_access.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace telltale::test {

/// Readings every `step` from `first`, as a store would give them: 1024 to a chunk, chunks of [from, to) whole. Functions may be called
/// from any thread once it is set up.
struct FakeHistory {
    UtcTime first = SnapshotBuilder::kStart;
    Duration step = std::chrono::seconds{1};
    std::map<std::string, std::vector<double>> values; ///< by name of sensor
    std::map<std::string, std::size_t> bad;            ///< by name of sensor: which reading is of bad quality
    ui::PastAlarms past;                               ///< of `alarmed`, or of every source where that is empty
    SensorKey alarmed;
    std::string broken; ///< what reading it says; empty = it can be read
    std::shared_ptr<std::atomic<int>> reads = std::make_shared<std::atomic<int>>(0);
    std::string folder;

    [[nodiscard]] ui::HistoryAccess access() const
    {
        return {[this](const SensorKey &sensor, UtcTime from, UtcTime to) -> Result<std::vector<ChunkPtr>> {
                    ++*reads;
                    return broken.empty() ? Result(chunks(sensor, from, to)) : Error{ErrorKind::Corrupt, broken, {}};
                },
                [this](const SensorKey &sensor, UtcTime time) -> Result<UtcTime> { return newestBefore(sensor, time); },
                [this](const SensorKey &source, UtcTime from, UtcTime to) -> Result<ui::PastAlarms> {
                    if (!broken.empty())
                        return Error{ErrorKind::Corrupt, broken, {}};
                    ui::PastAlarms found = alarmed == SensorKey{} || alarmed == source ? past : ui::PastAlarms{};
                    std::erase_if(found.raises, [&](const study::RealAlarm &raise) { return raise.from < from || raise.from >= to; });
                    return found;
                },
                folder};
    }

private:
    [[nodiscard]] UtcTime at(std::size_t reading) const { return first + step * std::int64_t(reading); }
    [[nodiscard]] const std::vector<double> &of(const SensorKey &sensor) const
    {
        static const std::vector<double> none;
        const auto found = values.find(sensor.sensor);
        return found == values.end() ? none : found->second;
    }

    [[nodiscard]] std::vector<ChunkPtr> chunks(const SensorKey &sensor, UtcTime from, UtcTime to) const
    {
        const std::vector<double> &all = of(sensor);
        std::vector<ChunkPtr> found;
        for (std::size_t begin = 0; begin < all.size(); begin += Chunk::kCapacity) {
            const std::size_t end = std::min(all.size(), begin + Chunk::kCapacity);
            if (at(begin) >= to || at(end - 1) < from)
                continue;
            Chunk chunk;
            for (std::size_t i = begin; i < end; ++i) {
                const auto marked = bad.find(sensor.sensor);
                chunk.t.push_back(toNanos(at(i)));
                chunk.value.push_back(all[i]);
                chunk.flags.push_back(std::uint8_t(marked != bad.end() && marked->second == i ? Quality::Bad : Quality::Good));
            }
            found.push_back(std::make_shared<const Chunk>(std::move(chunk)));
        }
        return found;
    }

    [[nodiscard]] UtcTime newestBefore(const SensorKey &sensor, UtcTime time) const
    {
        const std::vector<double> &all = of(sensor);
        for (std::size_t begin = all.size() / Chunk::kCapacity * Chunk::kCapacity;; begin -= Chunk::kCapacity) {
            if (begin < all.size() && at(begin) < time)
                return at(std::min(all.size(), begin + Chunk::kCapacity) - 1);
            if (begin == 0)
                return kNoTime;
        }
    }
};

} // namespace telltale::test
