// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/sliding_quantiles.h"
#include "tests/core/detect/naive_stream_a.h"

#include <QtTest>

#include <random>

using namespace telltale;
using detect::SlidingQuantiles;

class TestSlidingQuantiles : public QObject {
    Q_OBJECT

private slots:
    void equalsSortingEverything_data();
    void equalsSortingEverything();
    void forgetsTheOldestAmongEqualValues();
    void stampsMayWrapAround();
    void interpolatesLinearly();
    void shareBelowCountsSmallerValues();
};

void TestSlidingQuantiles::equalsSortingEverything_data()
{
    QTest::addColumn<int>("capacity");
    QTest::addColumn<int>("distinct");
    for (const int capacity : {1, 2, 7, 64, 65, 500})
        for (const int distinct : {1, 3, 1000000})
            QTest::addRow("%d of %d different", capacity, distinct) << capacity << distinct;
}

void TestSlidingQuantiles::equalsSortingEverything()
{
    QFETCH(int, capacity);
    QFETCH(int, distinct);
    SlidingQuantiles<double> quantiles(static_cast<std::size_t>(capacity));
    std::mt19937_64 random(static_cast<std::uint64_t>(capacity * 31 + distinct));
    std::vector<double> all;
    for (int i = 0; i < 3 * capacity + 50; ++i) {
        all.push_back(static_cast<double>(random() % static_cast<std::uint64_t>(distinct)));
        quantiles.add(all.back());
        if (capacity > 100 && i % 11 != 0)
            continue;
        for (const double p : {0.0, 0.01, 0.5, 0.95, 0.99, 1.0})
            QCOMPARE(quantiles.quantile(p), test::quantileOf(test::lastOf(all, static_cast<std::size_t>(capacity)), p));
    }
}

void TestSlidingQuantiles::forgetsTheOldestAmongEqualValues()
{
    SlidingQuantiles<float> quantiles(3);
    for (const float value : {5.0F, 5.0F, 1.0F, 5.0F, 1.0F})
        quantiles.add(value);
    QCOMPARE(quantiles.quantile(0.5), 1.0); // 1, 5, 1 are left
    quantiles.add(1.0F);
    quantiles.add(1.0F);
    QCOMPARE(quantiles.quantile(1.0), 1.0);
}

void TestSlidingQuantiles::stampsMayWrapAround()
{
    SlidingQuantiles<float> quantiles(100);
    for (int i = 0; i < 200'000; ++i)
        quantiles.add(static_cast<float>(i % 1000));
    QCOMPARE(quantiles.size(), 100U);
    QCOMPARE(quantiles.quantile(0.0), 900.0);
    QCOMPARE(quantiles.quantile(1.0), 999.0);
}

void TestSlidingQuantiles::interpolatesLinearly()
{
    SlidingQuantiles<double> quantiles(10);
    quantiles.add(10.0);
    QCOMPARE(quantiles.quantile(0.3), 10.0);
    quantiles.add(20.0);
    QCOMPARE(quantiles.quantile(0.25), 12.5);
}

void TestSlidingQuantiles::shareBelowCountsSmallerValues()
{
    SlidingQuantiles<double> quantiles(10);
    QCOMPARE(quantiles.shareBelow(1.0), 0.0);
    for (const double value : {1.0, 2.0, 2.0, 3.0})
        quantiles.add(value);
    QCOMPARE(quantiles.shareBelow(2.0), 0.25);
    QCOMPARE(quantiles.shareBelow(9.0), 1.0);
}

QTEST_APPLESS_MAIN(TestSlidingQuantiles)
#include "tst_sliding_quantiles.moc"
