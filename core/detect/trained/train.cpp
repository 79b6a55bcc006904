// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/trained/train.h"

#include "core/detect/make_raw_detector.h"
#include "core/detect/quantile.h"
#include "core/detect/trained/remembered_rows.h"
#include "core/detect/trained/row_scale.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace telltale::detect {

namespace {

bool isComplete(std::span<const double> row)
{
    return std::all_of(row.begin(), row.end(), [](double value) { return usable(value); });
}

bool hasUsableValue(const RowTable &table, std::size_t column)
{
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (usable(table.row(row)[column]))
            return true;
    }
    return false;
}

Result<void> checkColumns(const RowTable &table)
{
    if (table.columns() == 0)
        return Error{ErrorKind::OutOfRange, "no numeric column to learn from", {}};
    for (std::size_t column = 0; column < table.columns(); ++column) {
        if (!hasUsableValue(table, column))
            return Error{ErrorKind::OutOfRange, "the column has no usable value in any row", table.sensors[column]};
    }
    return {};
}

RowTable completeRows(const RowTable &table)
{
    RowTable complete{table.sensors, {}, {}, {}};
    for (std::size_t i = 0; i < table.rows(); ++i) {
        const auto row = table.row(i);
        if (!isComplete(row))
            continue;
        complete.times.push_back(table.times[i]);
        complete.values.insert(complete.values.end(), row.begin(), row.end());
        if (!table.anomalous.empty())
            complete.anomalous.push_back(table.anomalous[i]);
    }
    return complete;
}

RowTable newestRows(RowTable table, std::size_t most)
{
    const std::size_t older = table.rows() - std::min(table.rows(), most);
    const auto drop = [](auto &items, std::size_t count) {
        items.erase(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(count));
    };
    drop(table.times, older);
    drop(table.values, older * table.columns());
    if (!table.anomalous.empty())
        drop(table.anomalous, older);
    return table;
}

/// Whether a row with a missing value teaches nothing. Sensors that are judged one by one have rows of their own.
bool learnsWholeRows(const DetectorKind &kind, const RowTable &table)
{
    const bool together = kind.rule.scope != DetectorRule::Scope::Sensor || table.columns() == 1;
    return kind.trained || (kind.fitsOnce && together);
}

/// A detector that learns as it runs is shown its rows when its model is loaded; one that fits once holds them all while it does.
std::size_t mostRows(const DetectorKind &kind)
{
    if (kind.trained)
        return std::numeric_limits<std::size_t>::max();
    return kind.fitsOnce ? std::min(kMostRememberedRows, static_cast<std::size_t>(kind.param("warmUp").max)) : kMostRememberedRows;
}

bool isConstant(const RowTable &table)
{
    for (std::size_t row = 1; row < table.rows(); ++row) {
        if (!std::equal(table.row(row).begin(), table.row(row).end(), table.row(0).begin()))
            return false;
    }
    return true;
}

/// A fit that is done once needs as many rows as its shortest warm-up.
std::size_t fewestRows(const DetectorKind &kind)
{
    return kind.fitsOnce ? static_cast<std::size_t>(kind.param("warmUp").min) : 2;
}

Result<void> checkRows(const RowTable &table, const DetectorKind &kind)
{
    if (table.rows() < fewestRows(kind))
        return Error{ErrorKind::OutOfRange,
                     "expected at least " + std::to_string(fewestRows(kind)) + " complete rows, found " + std::to_string(table.rows()),
                     {}};
    if (isConstant(table))
        return Error{ErrorKind::OutOfRange, "all rows are the same: there is nothing to learn", {}};
    if (!kind.trained || !kind.trained->needsLabels)
        return {};
    if (table.anomalous.empty())
        return Error{ErrorKind::InvalidArgument, "this detector learns from labelled rows; name the column of labels", "truth"};
    const auto anomalous = static_cast<std::size_t>(std::count(table.anomalous.begin(), table.anomalous.end(), 1));
    if (anomalous == 0 || anomalous == table.rows())
        return Error{ErrorKind::InvalidArgument,
                     std::string("all rows are labelled ") + (anomalous == 0 ? "normal" : "anomalous") + "; both kinds are needed",
                     "truth"};
    return {};
}

/// 0, 1, … 100 %.
std::vector<double> hundredths(std::vector<double> scores)
{
    std::sort(scores.begin(), scores.end());
    std::vector<double> quantiles;
    for (int percent = 0; !scores.empty() && percent <= 100; ++percent)
        quantiles.push_back(quantileOf(std::span<const double>(scores), percent / 100.0));
    return quantiles;
}

double limitOf(const Settings &settings, const Fit &fit)
{
    if (!std::isnan(settings.number("threshold")))
        return settings.number("threshold");
    if (!std::isnan(fit.naturalLimit))
        return fit.naturalLimit;
    std::vector<double> scores = fit.scores;
    std::sort(scores.begin(), scores.end());
    return quantileOf(std::span<const double>(scores), 1.0 - settings.number("share"));
}

Result<void> fitModel(const TrainedKind &kind, const Settings &settings, const RowTable &rows, const TrainingWatch &watch,
                      TrainedModel &model)
{
    if (const Result<void> fits = kind.check == nullptr ? Result<void>{} : kind.check(settings, rows.rows(), rows.columns()); !fits)
        return fits.error();
    const RowScale scale = settings.flag("zScore") ? RowScale::fitted(rows.sensors, rows.values) : RowScale::none(rows.sensors);
    model.channels = scale.channels();
    Result<Fit> fit = kind.fit(settings, {rows.columns(), scale.scaledRows(rows.values), rows.anomalous}, watch);
    if (!fit)
        return fit.error();
    model.limit = limitOf(settings, *fit);
    model.scoreQuantiles = hundredths(std::move(fit->scores));
    model.tables = std::move(fit->tables);
    return {};
}

/// All settings, so that a later change of a fallback does not change the model.
std::map<std::string, ParamValue> settingsOf(const DetectorRule &rule, const DetectorSpec &spec)
{
    std::map<std::string, ParamValue> all = spec.params;
    for (const ParamRule &param : rule.params) {
        const bool unset = param.type == ParamRule::Type::Number && std::isnan(std::get<double>(param.fallback));
        if (!unset)
            all.emplace(param.name, param.fallback);
    }
    return all;
}

void fillRecord(TrainingRecord &record, const RowTable &learned, std::size_t skipped)
{
    record.rows = learned.rows();
    record.skipped = skipped;
    record.anomalous = static_cast<std::uint64_t>(std::count(learned.anomalous.begin(), learned.anomalous.end(), 1));
    record.first = *std::min_element(learned.times.begin(), learned.times.end());
    record.last = *std::max_element(learned.times.begin(), learned.times.end());
}

/// Whether a detector can be built from the model. One that learns as it runs is not shown its rows for that: they may be many.
Result<void> checkLoads(const DetectorSpec &spec, const DetectorKind &kind, const TrainedModel &model)
{
    std::vector<ChannelSpec> channels;
    for (const ModelChannel &channel : model.channels)
        channels.push_back({channel.sensor, {}, kMissing, kMissing, Duration::zero()});
    if (kind.rule.scope == DetectorRule::Scope::Sensor)
        channels.resize(1); // it judges each sensor by itself
    if (!kind.trained) {
        if (const Result<RememberedRows> rows = RememberedRows::of(model, channels); !rows)
            return rows.error();
    }
    const TrainedModelPtr borrowed(TrainedModelPtr(), &model);
    if (const auto detector = makeDetector(spec, channels, {}, kind.trained ? borrowed : nullptr); !detector)
        return detector.error();
    return {};
}

} // namespace

Result<TrainedModel> train(const DetectorSpec &spec, const RowTable &table, TrainingRecord record, const TrainingWatch &watch)
{
    const DetectorKind *kind = kindNamed(spec.kind);
    const DetectorRule *rule = catalog().find(spec.kind);
    if (kind == nullptr || rule == nullptr)
        return Error{ErrorKind::NotFound, "no detector of the kind \"" + spec.kind + "\"", "kind"};
    const Result<Settings> settings = Settings::check(*rule, spec);
    if (!settings)
        return settings.error();
    if (const Result<void> fits = checkColumns(table); !fits)
        return fits.error();
    const RowTable usableRows = learnsWholeRows(*kind, table) ? completeRows(table) : table;
    const RowTable learned = newestRows(usableRows, mostRows(*kind));
    if (const Result<void> fits = checkRows(learned, *kind); !fits)
        return fits.error();

    TrainedModel model{spec.kind, settingsOf(*rule, spec), {}, kMissing, {}, {}, std::move(record)};
    fillRecord(model.training, learned, table.rows() - usableRows.rows());
    if (kind->trained) {
        if (const Result<void> fitted = fitModel(*kind->trained, *settings, learned, watch, model); !fitted)
            return fitted.error();
    } else {
        model.channels = RowScale::none(table.sensors).channels();
        model.tables = {rememberedRows(learned)};
    }
    if (watch && !watch(1.0))
        return Error{ErrorKind::Cancelled, "stopped", {}};
    if (const Result<void> loads = checkLoads(spec, *kind, model); !loads)
        return loads.error();
    return model;
}

} // namespace telltale::detect
