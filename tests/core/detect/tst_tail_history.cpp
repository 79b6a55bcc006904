// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/tail_history.h"
#include "tests/core/detect/naive_stream_a.h"

#include <QtTest>

#include <limits>
#include <random>

using telltale::detect::TailHistory;

class TestTailHistory : public QObject {
    Q_OBJECT

private slots:
    void agreesWithSorting_data();
    void agreesWithSorting();
    void roundsToEightBits();
    void takesTwoBytesAValue();
};

void TestTailHistory::agreesWithSorting_data()
{
    QTest::addColumn<int>("capacity");
    QTest::addColumn<double>("low");
    QTest::addColumn<int>("different"); ///< how many different values there are about; 0 = all
    QTest::newRow("the usual one") << 6000 << 0.95 << 0;
    QTest::newRow("short") << 7 << 0.90 << 0;
    QTest::newRow("one value") << 1 << 0.5 << 0;
    QTest::newRow("many ties") << 500 << 0.90 << 3;
    QTest::newRow("all the same") << 500 << 0.90 << 1;
}

void TestTailHistory::agreesWithSorting()
{
    QFETCH(int, capacity);
    QFETCH(double, low);
    QFETCH(int, different);
    const auto kept = static_cast<std::size_t>(capacity);
    TailHistory history(kept, {low, 0.99});
    std::vector<double> all;
    std::mt19937_64 random(3);
    std::lognormal_distribution<double> spread(0.0, 1.0);
    for (std::size_t row = 0; row < 2 * kept + 300; ++row) {
        // Levels change, so that the quantiles have to travel.
        const double level = row % 900 < 450 ? 1.0 : 1000.0;
        const double value = TailHistory::rounded(different > 0 ? level * static_cast<double>(random() % static_cast<unsigned>(different))
                                                                : level * spread(random));
        history.add(value);
        all.push_back(value);
        if (row > 400 && row % 37 != 0)
            continue;
        const std::vector<double> last = telltale::test::lastOf(all, kept);
        QCOMPARE(history.size(), last.size());
        QCOMPARE(history.quantile(0), telltale::test::quantileOf(last, low));
        QCOMPARE(history.quantile(1), telltale::test::quantileOf(last, 0.99));
    }
}

void TestTailHistory::roundsToEightBits()
{
    for (const double value : {1e-30, 0.001, 0.4321, 1.0, 255.0, 1e20})
        QVERIFY(std::abs(TailHistory::rounded(value) - value) <= value / 256.0);
    QCOMPARE(TailHistory::rounded(0.0), 0.0);
    QCOMPARE(TailHistory::rounded(TailHistory::rounded(0.3)), TailHistory::rounded(0.3));
    QVERIFY(std::isfinite(TailHistory::rounded(1e300)));
    QVERIFY(std::isfinite(TailHistory::rounded(std::numeric_limits<float>::max())));
    QVERIFY(TailHistory::rounded(1e300) > 3e38);
}

void TestTailHistory::takesTwoBytesAValue()
{
    QCOMPARE(TailHistory(6000, {0.95, 0.99}).bytes(), 12'000U + 2U * 40U);
}

QTEST_APPLESS_MAIN(TestTailHistory)
#include "tst_tail_history.moc"
