// SPDX-License-Identifier: GPL-3.0-or-later
// The one-class support vector machine learns as it should wherever its rows lie.
#include "core/detect/seeded_random.h"
#include "tests/core/detect/trained/work_table.h"

#include <QtTest>

#include <chrono>
#include <cmath>
#include <future>

using namespace telltale;
using namespace telltale::detect;
using test::workTable;

class TestSupportVectors : public QObject {
    Q_OBJECT
private slots:
    void supportVectorsAreTrainedSideBySide();
    void supportVectorsFarFromZeroAreAsGood_data();
    void supportVectorsFarFromZeroAreAsGood();
    void supportVectorsFlagNoMoreThanNu_data();
    void supportVectorsFlagNoMoreThanNu();
};

void TestSupportVectors::supportVectorsAreTrainedSideBySide()
{
    const auto trainOne = [](const TrainingWatch &watch) { return train({"ocsvm", {}, {}, false}, workTable(400), {}, watch).ok(); };
    std::future<bool> other;
    bool sideBySide = false;
    // Within a training another one begins, and ends.
    const auto first = trainOne([&](double) {
        if (!other.valid()) {
            other = std::async(std::launch::async, trainOne, TrainingWatch());
            sideBySide = other.wait_for(std::chrono::seconds(60)) == std::future_status::ready;
        }
        return sideBySide;
    });
    QVERIFY(sideBySide);
    QVERIFY(first && other.get());
}

void TestSupportVectors::supportVectorsFarFromZeroAreAsGood_data()
{
    QTest::addColumn<double>("level");
    for (const double level : {0.0, 1e6, 1e7, 1e8})
        QTest::addRow("%g", level) << level;
}

void TestSupportVectors::supportVectorsFarFromZeroAreAsGood()
{
    QFETCH(double, level);
    SeededRandom random(1, "rows");
    std::vector<double> values;
    for (int i = 0; i < 4000; ++i)
        values.push_back(level + std::sqrt(-2.0 * std::log(1.0 - random.uniform())) * std::cos(6.283185307179586 * random.uniform()));
    const RowTable table = test::tableOf(2, std::move(values));
    const auto detector = test::trainedOn({"ocsvm", {{"zScore", false}}, {}, false}, table);
    int flagged = 0;
    for (std::size_t i = 0; i < table.rows(); ++i)
        flagged += test::showRow(*detector, i, table.row(i)).verdict == Verdict::Anomalous ? 1 : 0;
    QVERIFY2(flagged >= 40 && flagged <= 80, qPrintable(QString::number(flagged))); // nu = 4 % of 2000
    const Score score = test::showRow(*detector, 2000, std::vector{level + 8.0, level});
    QCOMPARE(score.verdict, Verdict::Anomalous);
    QCOMPARE(score.contributions[0].channel, 0U);
    QVERIFY(score.contributions[0].share > 0.8);
    QVERIFY(std::abs(score.contributions[0].expected - level) < 6.0);
}

void TestSupportVectors::supportVectorsFlagNoMoreThanNu_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<bool>("stepped");
    for (const int columns : {1, 2, 3, 6, 12}) {
        QTest::addRow("%d smooth", columns) << columns << false;
        QTest::addRow("%d in steps", columns) << columns << true;
    }
}

void TestSupportVectors::supportVectorsFlagNoMoreThanNu()
{
    QFETCH(int, columns);
    QFETCH(bool, stepped);
    for (const std::size_t rows : {50U, 500U, 2000U}) {
        SeededRandom random(1, "rows");
        std::vector<double> values;
        for (std::size_t i = 0; i < rows * static_cast<std::size_t>(columns); ++i)
            values.push_back(stepped ? std::floor(5.0 * random.uniform()) : random.uniform() + random.uniform());
        const RowTable table = test::tableOf(static_cast<std::size_t>(columns), std::move(values));
        const auto detector = test::trainedOn({"ocsvm", {}, {}, false}, table);
        std::size_t flagged = 0;
        for (std::size_t i = 0; i < table.rows(); ++i)
            flagged += test::showRow(*detector, i, table.row(i)).verdict == Verdict::Anomalous ? 1 : 0;
        QVERIFY2(25 * flagged <= rows, qPrintable(QString("%1 of %2").arg(flagged).arg(rows)));
    }
}

QTEST_APPLESS_MAIN(TestSupportVectors)
#include "tst_support_vectors.moc"
