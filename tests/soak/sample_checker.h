// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace telltale::soak {

/// Stretches of event time, in nanoseconds since 1970, in which readings are allowed to be missing.
using Silences = std::vector<std::pair<std::int64_t, std::int64_t>>;

/// Whose samples, and what is known of how they are sent. Units: ns.
struct SampleRhythm {
    std::string assetPrefix;
    std::int64_t period = 0;
    std::int64_t dropOut = 0; ///< one of the simulated faults: an asset by itself says nothing for so long
};

/// What came of looking for holes in a sample history.
struct SampleVerdict {
    std::size_t sensors = 0;
    std::uint64_t samples = 0;
    std::size_t marked = 0;   ///< holes that the history itself calls gaps
    std::size_t expected = 0; ///< others, inside of a silence
    std::size_t dropOuts = 0; ///< others, as long as a simulated one, while the other assets have samples
    std::vector<std::string> unexplained;
};

/// A hole is longer than three periods. Errors: those of the store.
[[nodiscard]] Result<SampleVerdict> checkSamples(const std::string &dataFolder, const SampleRhythm &rhythm, const Silences &silences);

} // namespace telltale::soak
