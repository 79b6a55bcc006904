// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"
#include "core/detect/trained/train.h"
#include "tests/core/detect/rows.h"

#include <QtTest>

#include <memory>
#include <string>
#include <vector>

namespace telltale::test {

/// A table of sensors "a", "b", … with one row every five minutes.
inline RowTable tableOf(std::size_t columns, std::vector<double> values, std::vector<char> anomalous = {})
{
    RowTable table;
    for (std::size_t column = 0; column < columns; ++column)
        table.sensors.push_back(std::string(1, static_cast<char>('a' + column)));
    for (std::size_t row = 0; row * columns < values.size(); ++row)
        table.times.push_back(timeOfRow(row));
    table.values = std::move(values);
    table.anomalous = std::move(anomalous);
    return table;
}

inline std::vector<detect::ChannelSpec> channelsNamed(const std::vector<std::string> &sensors)
{
    std::vector<detect::ChannelSpec> channels;
    for (const std::string &sensor : sensors)
        channels.push_back({sensor, "", kMissing, kMissing, Duration::zero()});
    return channels;
}

inline std::vector<detect::ChannelSpec> channelsOf(const RowTable &table)
{
    return channelsNamed(table.sensors);
}

/// Shows one row of an asset to a detector.
inline Score showRow(detect::Detector &detector, std::size_t row, std::span<const double> values)
{
    const std::vector<Quality> quality(values.size(), Quality::Good);
    return detector.update({timeOfRow(row), values, quality});
}

inline std::unique_ptr<detect::Detector> trainedOn(const DetectorSpec &spec, const RowTable &table)
{
    Result<TrainedModel> model = detect::train(spec, table, {});
    if (!model)
        qFatal("%s", model.error().text().c_str());
    auto detector = detect::makeDetector({spec.kind, {}, {}, false}, channelsOf(table), "asset",
                                         std::make_shared<const TrainedModel>(std::move(*model)));
    if (!detector)
        qFatal("%s", detector.error().text().c_str());
    return std::move(*detector);
}

} // namespace telltale::test
