// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/score_counts.h"

#include <QtTest>
#include <cmath>
#include <numeric>

using namespace telltale;
using namespace telltale::study;

class TestScoreCounts : public QObject {
    Q_OBJECT
private slots:
    void countsRowsAtAndAboveTheLimit();
    void everyDecidedRowIsInOneBin();
    void aWildScoreDoesNotHideTheOthers();
    void nothingDecidedIsAnEmptyHistogram();
    void agreementCountsRowsThatBothDecided();
};

void TestScoreCounts::countsRowsAtAndAboveTheLimit()
{
    const std::vector<double> values{0.0, 1.0, kMissing, 2.9, 3.0, 8.0};
    const RowCount count = recount(values, 2.9);
    QCOMPARE(count.anomalous, std::size_t{3});
    QCOMPARE(count.rows, std::size_t{5});
    QCOMPARE(count.share(), 0.6);
    QVERIFY(std::isnan(recount({}, 1.0).share()));
}

void TestScoreCounts::everyDecidedRowIsInOneBin()
{
    const std::vector<double> values{0.0, 0.5, 1.0, 1.5, kMissing, 4.0};
    const Histogram made = histogram(values, 4, 100.0);
    QCOMPARE(made.low, 0.0);
    QCOMPARE(made.high, 4.0);
    QCOMPARE(made.counts, (std::vector<std::size_t>{2, 2, 0, 1}));
}

void TestScoreCounts::aWildScoreDoesNotHideTheOthers()
{
    const std::vector<double> values{0.0, 0.5, 1.0, 1.5, 1e9};
    const Histogram made = histogram(values, 4, 2.0);
    QCOMPARE(made.high, 2.0);
    QCOMPARE(made.counts, (std::vector<std::size_t>{1, 1, 1, 2}));
}

void TestScoreCounts::nothingDecidedIsAnEmptyHistogram()
{
    const std::vector<double> values{kMissing, kMissing};
    const Histogram made = histogram(values, 4, 2.0);
    QCOMPARE(std::accumulate(made.counts.begin(), made.counts.end(), std::size_t{0}), std::size_t{0});
    QVERIFY(made.binWidth() > 0.0);
}

void TestScoreCounts::agreementCountsRowsThatBothDecided()
{
    using V = Verdict;
    const CandidateStudy a{.verdicts = {V::Anomalous, V::Anomalous, V::Normal, V::Normal, V::NoDecision, V::Anomalous}};
    const CandidateStudy b{.verdicts = {V::Anomalous, V::Normal, V::Anomalous, V::Normal, V::Anomalous, V::NoDecision}};
    const evaluate::Agreement found = agreement(a, b);
    QCOMPARE(found.both, std::size_t{1});
    QCOMPARE(found.onlyFirst, std::size_t{1});
    QCOMPARE(found.onlySecond, std::size_t{1});
    QCOMPARE(found.neither, std::size_t{1});
    QCOMPARE(found.jaccard(), 1.0 / 3.0);
}

QTEST_APPLESS_MAIN(TestScoreCounts)
#include "tst_score_counts.moc"
