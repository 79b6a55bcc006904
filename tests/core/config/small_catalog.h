// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/detector_spec.h"

namespace telltale::config::test {

/// Three detectors with one setting of each type, so that these tests do not change with the real ones.
inline const DetectorCatalog &smallCatalog()
{
    static const DetectorCatalog kCatalog{{
        {"band",
         DetectorRule::Scope::Sensor,
         {},
         {{"k", ParamRule::Type::Number, 0.1, 100.0, 3.72, "", "half width"},
          {"robust", ParamRule::Type::Flag, 0.0, 0.0, false, "", "median instead of mean"},
          {"fit", ParamRule::Type::Text, 0.0, 0.0, std::string("once"), "", "when it is fitted"}},
         "a band"},
        {"shingle_knn",
         DetectorRule::Scope::Sensor,
         {"tail", "control"},
         {{"warmUp", ParamRule::Type::Number, 2.0, 1e6, 750.0, "rows", "rows"}},
         "shingles"},
        {"kmeans", DetectorRule::Scope::Asset, {}, {}, "clusters"},
    }};
    return kCatalog;
}

} // namespace telltale::config::test
