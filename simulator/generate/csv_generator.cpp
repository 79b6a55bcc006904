// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/generate/csv_generator.h"

#include "core/base/csv.h"
#include "core/base/json_text.h"

#include <cmath>

namespace telltale::simulator {

namespace {

constexpr double kLabelSds = 3.0;

struct FileRow {
    UtcTime time;
    Row row;
};

/// Calls `use` with each row that goes into the file, in order.
void forEachRow(const ScenarioMaker &maker, const FileSettings &settings, const std::function<void(const FileRow &)> &use)
{
    const auto scenario = maker();
    std::uint64_t written = 0;
    for (std::uint64_t number = 0; written < settings.rows; ++number) {
        const Duration elapsed = scenario->eventOffset(number, settings.interval);
        FileRow line{settings.start + elapsed, scenario->next(settings.asset, toSeconds(elapsed))};
        if (line.row.delivery == Delivery::Withheld)
            continue;
        line.time += line.row.shift;
        use(line);
        ++written;
    }
}

/// Mean and standard deviation of every sensor over the file (Welford).
std::vector<NormalBand> measured(const ScenarioMaker &maker, const FileSettings &settings, std::size_t sensors)
{
    std::vector<NormalBand> bands(sensors);
    std::vector<double> counts(sensors);
    forEachRow(maker, settings, [&](const FileRow &line) {
        for (std::size_t i = 0; i < sensors; ++i) {
            const double value = line.row.values[i];
            if (std::isnan(value))
                continue;
            const double before = value - bands[i].mean;
            bands[i].mean += before / ++counts[i];
            bands[i].sd += before * (value - bands[i].mean);
        }
    });
    for (std::size_t i = 0; i < sensors; ++i)
        bands[i].sd = counts[i] > 1 ? std::sqrt(bands[i].sd / (counts[i] - 1)) : 0.0;
    return bands;
}

std::vector<NormalBand> labelBands(const ScenarioMaker &maker, const FileSettings &settings, const AssetPlan &plan)
{
    std::vector<NormalBand> bands;
    bool known = true;
    for (const SensorPlan &sensor : plan.sensors) {
        bands.push_back(sensor.normal.value_or(NormalBand{}));
        known = known && sensor.normal.has_value();
    }
    if (known)
        return bands;
    const auto fromFile = measured(maker, settings, plan.sensors.size());
    for (std::size_t i = 0; i < bands.size(); ++i)
        if (!plan.sensors[i].normal)
            bands[i] = fromFile[i];
    return bands;
}

bool outside(const std::vector<double> &values, const std::vector<NormalBand> &bands)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::fabs(values[i] - bands[i].mean) > kLabelSds * bands[i].sd)
            return true;
    return false;
}

/// Decimals of a second that the times need.
int timeDigits(Duration interval)
{
    if (interval % std::chrono::seconds{1} == Duration::zero())
        return 0;
    return interval % std::chrono::milliseconds{1} == Duration::zero() ? 3 : 9;
}

} // namespace

Result<void> writeCsv(const ScenarioMaker &maker, const FileSettings &settings, std::ostream &out)
{
    const auto scenario = maker();
    const AssetPlan &plan = scenario->assets()[settings.asset];
    const auto bands = settings.labelThreeSd ? labelBands(maker, settings, plan) : std::vector<NormalBand>();
    const Duration firstOffset = scenario->eventOffset(0, settings.interval);
    const bool hasTruth = scenario->next(settings.asset, toSeconds(firstOffset)).truth.has_value();
    const bool labelled = settings.labelThreeSd || hasTruth;
    const int digits = timeDigits(settings.interval);
    out << "timestamp";
    for (const SensorPlan &sensor : plan.sensors)
        out << ',' << csvTextCell(sensor.name);
    out << (labelled ? ",anomaly\n" : "\n");
    forEachRow(maker, settings, [&](const FileRow &line) {
        out << toIso(line.time, digits);
        for (const double value : line.row.values)
            out << ',' << (std::isnan(value) ? std::string() : numberText(value));
        const bool anomaly = settings.labelThreeSd ? outside(line.row.values, bands) : hasTruth && line.row.truth->anomaly;
        out << (labelled ? (anomaly ? ",1\n" : ",0\n") : "\n");
    });
    out.flush();
    if (!out)
        return Error{ErrorKind::Io, "could not be written to the end", {}};
    return {};
}

} // namespace telltale::simulator
