// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/trained/remembered_rows.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace telltale::detect {

namespace {

constexpr std::size_t kMostRows = 100'000;
constexpr const char *kTable = "rows";

Error corrupt(const std::string &what)
{
    return {ErrorKind::Corrupt, what, std::string("tables.") + kTable};
}

double microseconds(UtcTime time)
{
    return static_cast<double>(std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count());
}

/// 2000 to 2100, as everywhere: further out a time in nanoseconds would overflow.
bool isTime(double micros)
{
    return micros >= 946'684'800e6 && micros <= 4'102'444'800e6;
}

/// For each channel of the detector its column in the table.
std::vector<std::size_t> columnsOf(const TrainedModel &model, const std::vector<ChannelSpec> &channels)
{
    std::vector<std::size_t> columns;
    for (const ChannelSpec &channel : channels) {
        const auto found = std::find_if(model.channels.begin(), model.channels.end(),
                                        [&](const ModelChannel &each) { return each.sensor == channel.sensor; });
        columns.push_back(static_cast<std::size_t>(found - model.channels.begin()));
    }
    return columns;
}

} // namespace

NumberTable rememberedRows(const RowTable &table)
{
    NumberTable rows{kTable, static_cast<std::uint32_t>(table.columns() + 1), {}};
    for (std::size_t i = table.rows() - std::min(table.rows(), kMostRows); i < table.rows(); ++i) {
        rows.values.push_back(microseconds(table.times[i]));
        const auto values = table.row(i);
        rows.values.insert(rows.values.end(), values.begin(), values.end());
    }
    return rows;
}

Result<void> showRememberedRows(Detector &detector, const TrainedModel &model, const std::vector<ChannelSpec> &channels)
{
    const NumberTable *table = model.table(kTable);
    if (table == nullptr || table->columns != model.channels.size() + 1 || table->values.size() % table->columns != 0)
        return corrupt("missing, or not one column per channel and one for the time");
    const std::vector<std::size_t> columns = columnsOf(model, channels);
    std::vector<double> values(channels.size());
    const std::vector<Quality> quality(channels.size(), Quality::Good);
    double last = 0.0;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const double *cells = &table->values[row * table->columns];
        if (!isTime(cells[0]) || cells[0] <= last)
            return corrupt("row " + std::to_string(row + 1) + ": its time does not follow the one before");
        last = cells[0];
        for (std::size_t i = 0; i < columns.size(); ++i)
            values[i] = columns[i] < model.channels.size() ? cells[columns[i] + 1] : kMissing;
        const UtcTime time = UtcTime{std::chrono::microseconds(static_cast<std::int64_t>(cells[0]))};
        static_cast<void>(detector.update({time, values, quality}));
    }
    return {};
}

} // namespace telltale::detect
