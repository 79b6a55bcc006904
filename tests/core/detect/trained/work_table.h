// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/make_raw_detector.h"
#include "tests/core/detect/trained/table_rows.h"

#include <QtTest>
#include <cmath>

namespace telltale::test {

/// Two sensors that move together, a little noise, and rows labelled anomalous (some of them wrongly) that lie apart.
inline RowTable workTable(std::size_t rows = 200)
{
    std::vector<double> values;
    std::vector<char> anomalous;
    for (std::size_t i = 0; i < rows; ++i) {
        const double turn = static_cast<double>(i) * 2.399963; // the golden angle: even, and never twice the same
        const bool apart = i % 10 == 9;
        values.push_back(20.0 + std::sin(turn) + (apart ? 8.0 : 0.0));
        values.push_back(500.0 + 30.0 * std::cos(turn));
        anomalous.push_back(apart != (i % 50 == 1) ? 1 : 0);
    }
    return tableOf(2, std::move(values), std::move(anomalous));
}

inline TrainedModelPtr modelOf(const std::string &kind, std::map<std::string, ParamValue> params = {})
{
    return std::make_shared<const TrainedModel>(detect::train({kind, std::move(params), {}, false}, workTable(), {}).value());
}

/// A data row for each kind that is trained.
inline void addTrainedKinds()
{
    QTest::addColumn<std::string>("kind");
    for (const detect::DetectorKind &kind : detect::kinds()) {
        if (kind.trained)
            QTest::newRow(kind.rule.kind.c_str()) << kind.rule.kind;
    }
}

} // namespace telltale::test
