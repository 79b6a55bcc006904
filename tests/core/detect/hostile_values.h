// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/detect/rows.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace telltale::test {

/// Rows "value" and "quality" of a data-driven test: what must not count as a reading.
inline void addUnusableReadings()
{
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    QTest::addColumn<double>("value");
    QTest::addColumn<Quality>("quality");
    QTest::newRow("missing") << kMissing << Quality::Good;
    QTest::newRow("infinite") << kInfinite << Quality::Good;
    QTest::newRow("minus infinite") << -kInfinite << Quality::Good;
    QTest::newRow("1e308") << 1e308 << Quality::Good;
    QTest::newRow("bad quality") << 20.0 << Quality::Bad;
}

/// Rows "value": readings, however absurd.
inline void addOutrageousReadings()
{
    QTest::addColumn<double>("value");
    for (const double value : {1e100, -1e100, 1e38, 1e9, 5e-324, -5e-324, 0.0})
        QTest::addRow("%g", value) << value;
}

/// Two detectors of one kind, one of which is shown an unusable reading now and then, must judge the usable ones alike, bit for bit.
inline void compareWithUnusableReadings(detect::Detector &clean, detect::Detector &disturbed, const std::vector<double> &values,
                                        double value, Quality quality)
{
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (row % 9 == 4) {
            const Score bad = show(disturbed, row, value, quality);
            QCOMPARE(bad.verdict, Verdict::NoDecision);
            QCOMPARE(bad.likelihood, 0.0);
            QVERIFY(!bad.pulse);
        }
        QVERIFY(sameBits(show(disturbed, row, values[row]), show(clean, row, values[row])));
    }
}

inline bool anyInfinite(const Score &score)
{
    for (const double value : {score.raw, score.value, score.limit, score.likelihood, score.expected, score.lower, score.upper}) {
        if (std::isinf(value))
            return true;
    }
    return false;
}

/// Of a judged row, all figures are numbers; a band that is not known is NaN, never infinite.
inline bool isSound(const Score &score)
{
    if (score.verdict == Verdict::NoDecision)
        return !anyInfinite(score);
    const bool anyNan = std::isnan(score.raw) || std::isnan(score.value) || std::isnan(score.limit) || std::isnan(score.likelihood);
    return !anyNan && !anyInfinite(score);
}

/// One outrageous reading must be noticed, leave numbers behind, and be forgotten.
inline void checkOutrageousReading(detect::Detector &detector, std::vector<double> values, std::size_t at, double value)
{
    values[at] = values[at + 1] = value;
    const std::vector<Score> scores = showAll(detector, values);
    QVERIFY(std::all_of(scores.begin(), scores.end(), &isSound));
    QCOMPARE(scores[at].verdict, Verdict::Anomalous);
    QCOMPARE(scores.back().verdict, Verdict::Normal);
}

} // namespace telltale::test
