// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/trained/fitted_model.h"

namespace telltale::detect {

/// What the solver found. Shapes: `vectors` row-major, one per entry of `alpha`; the alphas sum to nu · rows.
struct SupportVectors {
    std::vector<double> vectors;
    std::vector<double> alpha;
    double rho = 0.0;
};

struct OneClassSvmSetup {
    double nu = 0.04;
    double gamma = 1.0;
    double cacheMegabytes = 200.0;
};

/// How far the solver's decision values may be off, in units of f = Σ α·exp(…): rows on the boundary lie within it.
inline constexpr double kSolverTolerance = 1e-3;

/// Solves with libsvm.
/// Errors: Cancelled. libsvm knows no stop: it is left by an exception and keeps its memory (up to the cache) until the program ends.
/// Thread: any; trainings do not wait for each other.
[[nodiscard]] Result<SupportVectors> trainOneClassSvm(const ScaledRows &rows, const OneClassSvmSetup &setup, const TrainingWatch &watch);

} // namespace telltale::detect
