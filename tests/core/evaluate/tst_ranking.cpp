// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/agreement.h"
#include "core/evaluate/ranking.h"

#include <QtTest>

#include <cmath>

using namespace telltale::evaluate;

namespace {

/// Every pair of an anomalous and a normal row, one by one.
double rocAreaByPairs(const std::vector<Ranked> &rows)
{
    double wins = 0.0;
    double pairs = 0.0;
    for (const Ranked &a : rows) {
        for (const Ranked &b : rows) {
            if (!a.anomalous || b.anomalous)
                continue;
            wins += a.score > b.score ? 1.0 : a.score == b.score ? 0.5 : 0.0;
            pairs += 1.0;
        }
    }
    return wins / pairs;
}

/// Precision at the score of every anomalous row, averaged.
double averagePrecisionByRows(const std::vector<Ranked> &rows)
{
    double sum = 0.0;
    double anomalous = 0.0;
    for (const Ranked &row : rows) {
        if (!row.anomalous)
            continue;
        double called = 0.0;
        double hits = 0.0;
        for (const Ranked &other : rows) {
            called += other.score >= row.score ? 1.0 : 0.0;
            hits += other.score >= row.score && other.anomalous ? 1.0 : 0.0;
        }
        sum += hits / called;
        anomalous += 1.0;
    }
    return sum / anomalous;
}

/// Scores with many ties; anomalous rows tend to score higher.
std::vector<Ranked> tiedRows()
{
    std::vector<Ranked> rows;
    for (int i = 0; i < 300; ++i) {
        const bool anomalous = i % 7 == 3;
        rows.push_back({static_cast<double>((i * 37) % 23 + (anomalous ? 6 : 0)), anomalous});
    }
    return rows;
}

Confusion countedAt(const std::vector<Ranked> &rows, double threshold)
{
    Confusion confusion;
    for (const Ranked &row : rows)
        confusion.add(row.score >= threshold, row.anomalous);
    return confusion;
}

} // namespace

class TestRanking : public QObject {
    Q_OBJECT

private slots:
    void areasAreThoseOfTheirDefinitions();
    void areasOfSmallCases_data();
    void areasOfSmallCases();
    void oneKindOfRowHasNoArea();
    void everyThresholdCountsAsIfAlone();
    void theSweepHoldsTheOwnLimitOnce();
    void anEmptySweepIsEmpty();
    void agreementCountsAllFourCases();
    void noAnomalyAnywhereHasNoJaccard();
};

void TestRanking::areasAreThoseOfTheirDefinitions()
{
    const std::vector<Ranked> rows = tiedRows();
    QVERIFY(std::abs(rocArea(rows) - rocAreaByPairs(rows)) < 1e-12);
    QVERIFY(std::abs(precisionRecallArea(rows) - averagePrecisionByRows(rows)) < 1e-12);
}

void TestRanking::areasOfSmallCases_data()
{
    QTest::addColumn<std::vector<double>>("anomalous");
    QTest::addColumn<std::vector<double>>("normal");
    QTest::addColumn<double>("roc");
    QTest::addColumn<double>("precisionRecall");
    using Scores = std::vector<double>;
    QTest::newRow("perfect") << Scores{3, 4} << Scores{1, 2} << 1.0 << 1.0;
    QTest::newRow("upside down") << Scores{1} << Scores{2, 3} << 0.0 << 1.0 / 3.0;
    QTest::newRow("all tied") << Scores{1} << Scores{1, 1, 1} << 0.5 << 0.25;
    QTest::newRow("one in between") << Scores{1, 3} << Scores{2} << 0.5 << 0.5 * (1.0 + 2.0 / 3.0);
    QTest::newRow("infinite") << Scores{INFINITY} << Scores{0} << 1.0 << 1.0;
}

void TestRanking::areasOfSmallCases()
{
    QFETCH(std::vector<double>, anomalous);
    QFETCH(std::vector<double>, normal);
    QFETCH(double, roc);
    QFETCH(double, precisionRecall);
    std::vector<Ranked> rows;
    for (const double score : anomalous)
        rows.push_back({score, true});
    for (const double score : normal)
        rows.push_back({score, false});
    QCOMPARE(rocArea(rows), roc);
    QCOMPARE(precisionRecallArea(rows), precisionRecall);
}

void TestRanking::oneKindOfRowHasNoArea()
{
    QVERIFY(std::isnan(rocArea(std::vector<Ranked>{{1.0, true}, {2.0, true}})));
    QVERIFY(std::isnan(rocArea(std::vector<Ranked>{{1.0, false}})));
    QVERIFY(std::isnan(rocArea({})));
    QVERIFY(std::isnan(precisionRecallArea(std::vector<Ranked>{{1.0, false}})));
    QCOMPARE(precisionRecallArea(std::vector<Ranked>{{1.0, true}}), 1.0);
}

void TestRanking::everyThresholdCountsAsIfAlone()
{
    const std::vector<Ranked> rows = tiedRows();
    const std::vector<ThresholdRow> sweep = thresholdSweep(rows, 20, 17.5);
    QVERIFY(sweep.size() >= 10);
    for (const ThresholdRow &row : sweep)
        QVERIFY2(row.confusion == countedAt(rows, row.threshold), qPrintable(QString::number(row.threshold)));
    QVERIFY(std::is_sorted(sweep.begin(), sweep.end(), [](const auto &a, const auto &b) { return a.threshold < b.threshold; }));
    QCOMPARE(sweep.front().confusion.recall(), 1.0); // the lowest score calls every row
}

void TestRanking::theSweepHoldsTheOwnLimitOnce()
{
    const std::vector<Ranked> rows = tiedRows();
    for (const double limit : {17.5, rows.front().score, 1e9}) {
        const std::vector<ThresholdRow> sweep = thresholdSweep(rows, 20, limit);
        QCOMPARE(std::count_if(sweep.begin(), sweep.end(), [](const auto &row) { return row.own; }), 1);
        const auto own = std::find_if(sweep.begin(), sweep.end(), [](const auto &row) { return row.own; });
        QCOMPARE(own->threshold, limit);
    }
}

void TestRanking::anEmptySweepIsEmpty()
{
    QVERIFY(thresholdSweep({}, 20, NAN).empty());
    QCOMPARE(thresholdSweep({}, 20, 1.0).front().confusion.count(), 0U);
    QCOMPARE(thresholdSweep(std::vector<Ranked>{{1.0, true}}, 1, NAN).size(), 1U);
}

void TestRanking::agreementCountsAllFourCases()
{
    Agreement agreement;
    for (int i = 0; i < 100; ++i)
        agreement.add(i < 30, i >= 20 && i < 40);
    QCOMPARE(agreement.both, 10U);
    QCOMPARE(agreement.onlyFirst, 20U);
    QCOMPARE(agreement.onlySecond, 10U);
    QCOMPARE(agreement.neither, 60U);
    QCOMPARE(agreement.matching(), 70U);
    QCOMPARE(agreement.jaccard(), 0.25);
    QCOMPARE(agreement.matchingShare(), 0.7);
    QCOMPARE(agreement.firstShare(), 0.3);
    QCOMPARE(agreement.secondShare(), 0.2);
}

void TestRanking::noAnomalyAnywhereHasNoJaccard()
{
    Agreement agreement;
    QVERIFY(std::isnan(agreement.matchingShare()));
    agreement.add(false, false);
    QVERIFY(std::isnan(agreement.jaccard()));
    QCOMPARE(agreement.matchingShare(), 1.0);
}

QTEST_APPLESS_MAIN(TestRanking)
#include "tst_ranking.moc"
