// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/band_detector.h"
#include "core/detect/detector_kind.h"
#include "core/detect/rcf_detector.h"
#include "core/detect/shingle_ensemble_detector.h"
#include "core/detect/shingle_knn_detector.h"
#include "core/detect/staged_detector.h"
#include "core/detect/t2_residual_detector.h"
#include "core/detect/trained/centroid_model.h"
#include "core/detect/trained/knn_model.h"
#include "core/detect/trained/logistic_model.h"
#include "core/detect/trained/one_class_svm_model.h"

#include <algorithm>

namespace telltale::detect {

const std::vector<DetectorKind> &kinds()
{
    static const std::vector<DetectorKind> kTable{shingleEnsembleKind(), shingleKnnKind(), rcfKind(),   bandKind(),     t2ResidualKind(),
                                                  knnDistanceKind(),     kmeansKind(),     ocsvmKind(), logisticKind(), knnVoteKind()};
    return kTable;
}

const ParamRule &DetectorKind::param(std::string_view name) const
{
    return *std::find_if(rule.params.begin(), rule.params.end(), [&](const ParamRule &row) { return row.name == name; });
}

const DetectorCatalog &catalog()
{
    static const DetectorCatalog kCatalog = [] {
        DetectorCatalog all;
        for (const DetectorKind &kind : kinds()) {
            DetectorRule rule = kind.rule;
            for (const ParamRule &param : stageParams())
                rule.params.push_back(param);
            all.detectors.push_back(std::move(rule));
        }
        return all;
    }();
    return kCatalog;
}

} // namespace telltale::detect
