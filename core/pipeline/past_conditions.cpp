// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/past_conditions.h"

#include "core/store/store_reader.h"

#include <memory>
#include <utility>

namespace telltale::pipeline {

namespace {

constexpr std::size_t kAll = SIZE_MAX;

} // namespace

PastConditions pastConditions(const std::string &dataFolder)
{
    return [dataFolder, reader = std::shared_ptr<store::StoreReader>()](const SensorKey &source, const std::string &what,
                                                                        UtcTime raised) mutable {
        if (!reader) {
            if (auto opened = store::StoreReader::open(dataFolder))
                reader = std::move(*opened);
            else
                return std::vector<AlarmEvent>();
        }
        auto events = reader->conditionChanges({source, what, raised, raised + Duration{1}, kAll});
        return events ? std::move(*events) : std::vector<AlarmEvent>();
    };
}

} // namespace telltale::pipeline
