// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenarios/evaporator.h"

#include <QtTest>
#include <cmath>
#include <map>

using namespace telltale;
using namespace telltale::simulator;
using namespace std::chrono_literals;

class TestEvaporator : public QObject {
    Q_OBJECT

private slots:
    void everyValueHasItsCount_data();
    void everyValueHasItsCount();
    void theDayBeginsAsRecorded();
    void onlyTheEventIsLabelled();
    void normalReadingsMoveByATenthAtMost();
    void theSawtoothHasManyTeeth();
    void aSecondDayFollows();
    void seedsGiveOtherTeeth();
};

namespace {

std::vector<Row> dayOf(std::uint64_t seed)
{
    EvaporatorScenario scenario(seed);
    std::vector<Row> rows;
    for (std::size_t i = 0; i < EvaporatorScenario::kRowsPerDay; ++i)
        rows.push_back(scenario.next(0, 60.0 * double(i)));
    return rows;
}

int tenths(double value)
{
    return int(std::lround(value * 10.0));
}

} // namespace

void TestEvaporator::everyValueHasItsCount_data()
{
    QTest::addColumn<int>("seed");
    for (const int seed : {0, 1, 2, 99})
        QTest::addRow("seed %d", seed) << seed;
}

void TestEvaporator::everyValueHasItsCount()
{
    QFETCH(int, seed);
    std::map<double, int> counts;
    for (const Row &row : dayOf(std::uint64_t(seed)))
        ++counts[row.values[0]];
    const std::map<double, int> expected{{27.0, 62}, {27.1, 418}, {27.2, 589}, {27.3, 81}, {29.0, 3}, {29.1, 6}};
    QCOMPARE(counts, expected);
}

void TestEvaporator::theDayBeginsAsRecorded()
{
    const auto day = dayOf(1);
    const double evaporator[]{27.0, 27.0, 27.0, 27.1, 27.1, 27.1};
    const double setPoint[]{27.3, 27.3, 27.3, 27.4};
    for (std::size_t i = 0; i < 6; ++i)
        QCOMPARE(day[i].values[0], evaporator[i]);
    for (std::size_t i = 0; i < 4; ++i)
        QCOMPARE(day[i].values[2], setPoint[i]);
    QCOMPARE(day[0].values[1], 24.8);
    QCOMPARE(day[1].values[1], 24.9);
}

void TestEvaporator::onlyTheEventIsLabelled()
{
    const auto day = dayOf(1);
    for (std::size_t i = 0; i < day.size(); ++i) {
        // 12:02 is minute 722, 12:10 is minute 730.
        const bool event = i >= 722 && i <= 730;
        QCOMPARE(day[i].truth->anomaly, event);
        QCOMPARE(day[i].values[0] > 28.0, event);
        if (event) {
            QCOMPARE(day[i].truth->kind, std::string("event"));
            QCOMPARE(day[i].values[0], i < 725 ? 29.0 : 29.1);
        }
    }
}

void TestEvaporator::normalReadingsMoveByATenthAtMost()
{
    const auto day = dayOf(4);
    for (std::size_t i = 1; i < day.size(); ++i)
        if (!day[i].truth->anomaly && !day[i - 1].truth->anomaly)
            QVERIFY2(std::abs(tenths(day[i].values[0]) - tenths(day[i - 1].values[0])) <= 1, qPrintable(QString::number(i)));
}

void TestEvaporator::theSawtoothHasManyTeeth()
{
    const auto day = dayOf(1);
    int turns = 0;
    for (std::size_t i = 1; i < day.size(); ++i)
        turns += day[i - 1].values[0] < 27.15 && day[i].values[0] > 27.15;
    QVERIFY2(turns >= 15, qPrintable(QString::number(turns)));
}

void TestEvaporator::aSecondDayFollows()
{
    EvaporatorScenario scenario(1);
    QCOMPARE(scenario.eventOffset(0, 60s), Duration(0s));
    QCOMPARE(scenario.eventOffset(722, 60s), Duration(12h + 2min));
    QCOMPARE(scenario.eventOffset(1158, 60s), Duration(19h + 18min));
    QCOMPARE(scenario.eventOffset(1159, 60s), Duration(24h));
    QCOMPARE(scenario.eventOffset(1159 + 722, 60s), Duration(36h + 2min));
    for (std::size_t i = 0; i < EvaporatorScenario::kRowsPerDay; ++i)
        (void)scenario.next(0, 0.0);
    for (std::size_t i = 0; i < EvaporatorScenario::kRowsPerDay; ++i)
        QCOMPARE(scenario.next(0, 0.0).truth->anomaly, i >= 722 && i <= 730);
}

void TestEvaporator::seedsGiveOtherTeeth()
{
    const auto one = dayOf(1);
    const auto two = dayOf(2);
    const auto again = dayOf(1);
    int different = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        QCOMPARE(one[i].values, again[i].values);
        different += one[i].values[0] != two[i].values[0];
    }
    QVERIFY(different > 100);
}

QTEST_APPLESS_MAIN(TestEvaporator)
#include "tst_evaporator.moc"
