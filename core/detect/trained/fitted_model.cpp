// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/trained/fitted_model.h"

#include "core/detect/raw_detector.h"

#include <algorithm>

namespace telltale::detect {

ParamRule shareParam()
{
    return numberRule("share", 0.01, 0.0, 0.5, "", "Without a threshold: share of the training rows that lies beyond the limit.");
}

std::vector<ParamRule> trainedParams(double fewestWarmUpRows, double mostWarmUpRows, double largestScore)
{
    return {
        flagRule("zScore", true, "Learn from values in standard deviations from their mean; off = from raw values."),
        numberRule("threshold", kMissing, 0.0, largestScore, "", "Anomalous beyond this raw score; left out, it is learned."),
        numberRule("warmUp", std::max(fewestWarmUpRows, 500.0), fewestWarmUpRows, mostWarmUpRows, "rows",
                   "Without a model file: rows from which the detector trains itself, once."),
    };
}

Result<const NumberTable *> tableOf(const TrainedModel &model, std::string_view name, std::size_t columns)
{
    const auto wrong = [&](const std::string &what) { return Error{ErrorKind::Corrupt, what, "tables." + std::string(name)}; };
    const NumberTable *table = model.table(name);
    if (table == nullptr || table->values.empty())
        return wrong("missing or empty");
    if (table->columns == 0 || table->values.size() % table->columns != 0)
        return wrong("its numbers do not fill its rows");
    if (columns != 0 && table->columns != columns)
        return wrong("expected " + std::to_string(columns) + " columns, found " + std::to_string(table->columns));
    if (!std::all_of(table->values.begin(), table->values.end(), [](double each) { return usable(each); }))
        return wrong("holds a number that is missing or too large");
    return table;
}

} // namespace telltale::detect
