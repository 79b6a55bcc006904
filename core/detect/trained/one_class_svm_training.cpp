// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/trained/one_class_svm_training.h"

#include "core/detect/trained/row_distance.h"

#include <libsvm/svm.h>

#include <memory>

namespace telltale::detect {

namespace {

struct Stopped {};

/// libsvm reports through one plain function, on the thread that trains: each thread listens for itself.
thread_local const TrainingWatch *t_watch = nullptr;
thread_local std::size_t t_reports = 0;

void onReport(const char *)
{
    ++t_reports;
    // It says neither how far it is nor how far it has to go; the bar at least moves.
    const double share = 1.0 - 1.0 / (1.0 + 0.02 * static_cast<double>(t_reports));
    if (t_watch != nullptr && *t_watch && !(*t_watch)(share))
        throw Stopped{};
}

/// While it lives, reports of this thread's training go to a watch.
class Listening {
public:
    explicit Listening(const TrainingWatch &watch)
    {
        static const bool kOnce = [] { // one function for the whole program
            svm_set_print_string_function(&onReport);
            return true;
        }();
        static_cast<void>(kOnce);
        t_watch = &watch;
        t_reports = 0;
    }
    ~Listening() { t_watch = nullptr; }
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;
};

/// Rows in libsvm's form, about their mean: it works out distances as x² + y² − 2xy, of which far from 0 nothing is left.
struct Nodes {
    explicit Nodes(const ScaledRows &rows) : nodes(rows.rows() * (rows.columns + 1)), starts(rows.rows()), labels(rows.rows(), 1.0)
    {
        const std::vector<double> centre = columnMeans(rows.values, rows.columns);
        for (std::size_t i = 0; i < rows.rows(); ++i) {
            starts[i] = &nodes[i * (rows.columns + 1)];
            for (std::size_t j = 0; j < rows.columns; ++j)
                starts[i][j] = {static_cast<int>(j + 1), rows.row(i)[j] - centre[j]};
            starts[i][rows.columns] = {-1, 0.0};
        }
    }

    std::vector<svm_node> nodes;
    std::vector<svm_node *> starts;
    std::vector<double> labels;
};

svm_parameter parametersOf(const OneClassSvmSetup &setup)
{
    svm_parameter parameters{};
    parameters.svm_type = ONE_CLASS;
    parameters.kernel_type = RBF;
    parameters.gamma = setup.gamma;
    parameters.nu = setup.nu;
    parameters.cache_size = setup.cacheMegabytes;
    parameters.eps = kSolverTolerance;
    parameters.shrinking = 1;
    return parameters;
}

struct FreeModel {
    void operator()(svm_model *model) const { svm_free_and_destroy_model(&model); }
};

SupportVectors vectorsOf(const svm_model &model, const ScaledRows &rows)
{
    SupportVectors found;
    found.rho = model.rho[0];
    found.alpha.assign(model.sv_coef[0], model.sv_coef[0] + model.l);
    for (int i = 0; i < model.l; ++i) {
        const auto row = rows.row(static_cast<std::size_t>(model.sv_indices[i] - 1));
        found.vectors.insert(found.vectors.end(), row.begin(), row.end());
    }
    return found;
}

} // namespace

Result<SupportVectors> trainOneClassSvm(const ScaledRows &rows, const OneClassSvmSetup &setup, const TrainingWatch &watch)
{
    Nodes nodes(rows);
    const svm_problem problem{static_cast<int>(rows.rows()), nodes.labels.data(), nodes.starts.data()};
    const svm_parameter parameters = parametersOf(setup);
    if (const char *wrong = svm_check_parameter(&problem, &parameters); wrong != nullptr)
        return Error{ErrorKind::InvalidArgument, wrong, "ocsvm"};
    const Listening listening(watch);
    try {
        const std::unique_ptr<svm_model, FreeModel> model(svm_train(&problem, &parameters));
        return vectorsOf(*model, rows);
    } catch (const Stopped &) {
        return Error{ErrorKind::Cancelled, "stopped", {}};
    }
}

} // namespace telltale::detect
