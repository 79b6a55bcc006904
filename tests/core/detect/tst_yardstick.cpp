// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/yardstick.h"
#include "tests/core/detect/naive_stream_a.h"

#include <QtTest>

#include <random>

using namespace telltale;

class TestYardstick : public QObject {
    Q_OBJECT

private slots:
    void isTheRangeOfNearlyAll();
    void oneJumpOfACalmSensorIsAllThereIs();
    void aConstantHasNone();
};

void TestYardstick::isTheRangeOfNearlyAll()
{
    detect::Yardstick yardstick;
    std::vector<double> kept;
    std::mt19937_64 random(2);
    std::normal_distribution<double> noise;
    for (std::size_t row = 0; row < 30'000; ++row) {
        const double x = 1e9 + noise(random);
        yardstick.add(x);
        if (row < 200 || row % 16 == 0)
            kept.push_back(x);
        if (row % 997 != 0)
            continue;
        const std::vector<double> last = test::lastOf(kept, 1500);
        const double wanted = row == 0 ? 0.0 : test::quantileOf(last, 0.99) - test::quantileOf(last, 0.01);
        QVERIFY(std::abs(yardstick.spread() - wanted) < 1e-6);
    }
}

void TestYardstick::oneJumpOfACalmSensorIsAllThereIs()
{
    detect::Yardstick yardstick;
    for (int row = 0; row < 1000; ++row)
        yardstick.add(row == 500 ? 30.0 : 20.0);
    QCOMPARE(yardstick.spread(), 1.0);
}

void TestYardstick::aConstantHasNone()
{
    detect::Yardstick yardstick;
    QCOMPARE(yardstick.spread(), 0.0);
    for (int row = 0; row < 1000; ++row)
        yardstick.add(42.0);
    QCOMPARE(yardstick.spread(), 0.0);
}

QTEST_APPLESS_MAIN(TestYardstick)
#include "tst_yardstick.moc"
