// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/codec.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

namespace telltale::feed {

/// Remembers what the sensor numbers of packed frames mean, per asset, and turns such frames into batches.
/// Shapes: rows are the different times of a frame, in the order in which they first come; rows in a row that have the same sensors
/// make one batch, so that a sensor which was not sent is not mistaken for one that is missing.
/// Errors: unknown-sensor when the publisher has not described a number in this epoch; the whole frame is refused.
/// Thread: one. Memory: one entry per asset and sensor; the caller bounds both.
class DescribeTable {
public:
    using Resolved = std::variant<std::vector<SampleBatch>, wire::Rejection>;

    void learn(const wire::Describe &describe);
    [[nodiscard]] Resolved resolve(const wire::PackedSamples &packed, UtcTime received) const;

private:
    struct Asset {
        std::uint64_t epoch = 0;
        std::unordered_map<std::uint32_t, std::string> names;
    };

    std::unordered_map<std::string, Asset> m_assets;
};

} // namespace telltale::feed
