// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/plant.h"
#include "core/store/store_job.h"
#include "core/store/store_reader.h"

#include <cstdint>
#include <vector>

namespace telltale::pipeline {

/// What a start makes of the configuration: plant file and overrides share one number, which no two configurations ever have.
struct ConfigurationStart {
    std::uint32_t version = 1;                  ///< the newest stored one, or the next where one of the texts has changed since
    std::vector<store::SaveDefinition> changed; ///< texts that the journal does not have yet
};

/// `former`: the newest definition of each name. `plant.version` may raise the number but never lowers it.
[[nodiscard]] ConfigurationStart configurationAtStart(const config::Plant &plant, const std::vector<store::StoredDefinition> &former,
                                                      const Actor &by, UtcTime at);

} // namespace telltale::pipeline
