// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/control_chart.h"

#include <QtTest>

#include <algorithm>

using namespace telltale::evaluate;

class TestControlChart : public QObject {
    Q_OBJECT

private slots:
    void limitsOfTheRecordedCutOffs();
    void oneValueIsItsOwnLimits();
    void aPointBeyondTheLimitsIsOutOfControl();
    void aLongRunOnOneSideIsOutOfControl();
    void aSteadyRiseIsOutOfControl();
    void equalValuesEndATrend();
};

void TestControlChart::limitsOfTheRecordedCutOffs()
{
    const std::vector<double> cutOffs{2.5, 2.6, 2.7, 2.8, 2.6, 2.9, 2.7, 2.6, 2.5, 2.7};
    const ControlLimits limits = controlLimits(cutOffs);
    QCOMPARE(limits.mean, 2.66);
    QCOMPARE(qRound(limits.lower * 100), 230);
    QCOMPARE(qRound(limits.upper * 100), 302);
    const auto found = controlSignals(cutOffs, limits);
    QVERIFY(std::all_of(found.begin(), found.end(), [](ControlSignal each) { return each == ControlSignal::None; }));
}

void TestControlChart::oneValueIsItsOwnLimits()
{
    const std::vector<double> one{2.5};
    const ControlLimits limits = controlLimits(one);
    QCOMPARE(limits.lower, 2.5);
    QCOMPARE(limits.upper, 2.5);
    QCOMPARE(controlSignals(one, limits), std::vector{ControlSignal::None});
}

void TestControlChart::aPointBeyondTheLimitsIsOutOfControl()
{
    const std::vector<double> values{0.0, 3.0, 3.1, -3.1};
    const std::vector expected{ControlSignal::None, ControlSignal::None, ControlSignal::BeyondLimits, ControlSignal::BeyondLimits};
    QCOMPARE(controlSignals(values, {0.0, 1.0, -3.0, 3.0}), expected);
}

void TestControlChart::aLongRunOnOneSideIsOutOfControl()
{
    std::vector<double> values;
    for (int i = 0; i < 10; ++i)
        values.push_back(i % 2 == 0 ? 1.0 : 0.5);
    const auto found = controlSignals(values, {0.0, 1.0, -3.0, 3.0});
    QCOMPARE(found[7], ControlSignal::None);
    QCOMPARE(found[8], ControlSignal::LongRun);
    QCOMPARE(found[9], ControlSignal::LongRun);
    values[4] = -0.5;
    QCOMPARE(controlSignals(values, {0.0, 1.0, -3.0, 3.0})[9], ControlSignal::None);
}

void TestControlChart::aSteadyRiseIsOutOfControl()
{
    const std::vector<double> values{-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0};
    const auto found = controlSignals(values, {0.0, 1.0, -3.0, 3.0});
    QCOMPARE(found[4], ControlSignal::None);
    QCOMPARE(found[5], ControlSignal::Trend);
    QCOMPARE(found[6], ControlSignal::Trend);
}

void TestControlChart::equalValuesEndATrend()
{
    const std::vector<double> values{-1.0, -0.5, 0.0, 0.0, 1.0, 1.5, 2.0};
    QCOMPARE(controlSignals(values, {0.0, 1.0, -3.0, 3.0})[6], ControlSignal::None);
}

QTEST_APPLESS_MAIN(TestControlChart)
#include "tst_control_chart.moc"
