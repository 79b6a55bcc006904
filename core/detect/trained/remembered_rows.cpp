// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/trained/remembered_rows.h"

#include "core/detect/raw_detector.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace telltale::detect {

namespace {

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

/// For each channel of the detector its column in the table, behind that of the times.
std::vector<std::size_t> columnsOf(const TrainedModel &model, const std::vector<ChannelSpec> &channels)
{
    std::vector<std::size_t> columns;
    for (const ChannelSpec &channel : channels) {
        const auto found = std::find_if(model.channels.begin(), model.channels.end(),
                                        [&](const ModelChannel &each) { return each.sensor == channel.sensor; });
        columns.push_back(static_cast<std::size_t>(found - model.channels.begin()) + 1);
    }
    return columns;
}

Result<void> checkTable(const NumberTable *table, std::size_t channels)
{
    if (table == nullptr || table->columns != channels + 1 || table->values.size() % table->columns != 0)
        return corrupt("missing, or not one column per channel and one for the time");
    if (table->rows() > kMostRememberedRows)
        return corrupt("expected at most " + std::to_string(kMostRememberedRows) + " rows, found " + std::to_string(table->rows()));
    double last = 0.0;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const double micros = table->values[row * table->columns];
        if (!isTime(micros))
            return corrupt("row " + std::to_string(row + 1) + ": expected a time from 2000 to 2100");
        if (micros <= last)
            return corrupt("row " + std::to_string(row + 1) + ": its time does not follow the one before");
        last = micros;
    }
    return {};
}

} // namespace

NumberTable rememberedRows(const RowTable &table)
{
    NumberTable rows{kTable, static_cast<std::uint32_t>(table.columns() + 1), {}};
    for (std::size_t i = 0; i < table.rows(); ++i) {
        rows.values.push_back(microseconds(table.times[i]));
        const auto values = table.row(i);
        rows.values.insert(rows.values.end(), values.begin(), values.end());
    }
    return rows;
}

Result<RememberedRows> RememberedRows::of(const TrainedModel &model, const std::vector<ChannelSpec> &channels)
{
    const NumberTable *table = model.table(kTable);
    if (const Result<void> fits = checkTable(table, model.channels.size()); !fits)
        return fits.error();
    return RememberedRows(*table, columnsOf(model, channels));
}

void RememberedRows::read(std::size_t row, std::vector<double> &values) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        values[i] = m_columns[i] < m_table->columns ? m_table->values[row * m_table->columns + m_columns[i]] : kMissing;
}

std::size_t RememberedRows::wholeRows() const
{
    std::size_t whole = 0;
    std::vector<double> values(m_columns.size());
    for (std::size_t row = 0; row < m_table->rows(); ++row) {
        read(row, values);
        whole += std::all_of(values.begin(), values.end(), [](double each) { return usable(each); }) ? 1 : 0;
    }
    return whole;
}

void RememberedRows::showTo(Detector &detector) const
{
    std::vector<double> values(m_columns.size());
    const std::vector<Quality> quality(m_columns.size(), Quality::Good);
    for (std::size_t row = 0; row < m_table->rows(); ++row) {
        read(row, values);
        const auto micros = static_cast<std::int64_t>(m_table->values[row * m_table->columns]);
        static_cast<void>(detector.update({UtcTime{std::chrono::microseconds(micros)}, values, quality}));
    }
}

} // namespace telltale::detect
