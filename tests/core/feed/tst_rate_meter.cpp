// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/rate_meter.h"

#include <QtTest>

using namespace telltale;
using namespace std::chrono_literals;
using telltale::feed::RateMeter;

class TestRateMeter : public QObject {
    Q_OBJECT

private slots:
    void measuresASteadyRate_data();
    void measuresASteadyRate();
    void startsAtZero();
    void fallsToZeroAfterTheLastEvent();
    void followsAChangeWithinThreeSeconds();
};

namespace {

const SteadyTime kStart{1000h};

/// Counts `events` every `step` and returns the time after the last one.
SteadyTime feedMeter(RateMeter &meter, SteadyTime now, Duration length, Duration step, std::uint64_t events)
{
    for (const SteadyTime end = now + length; now < end; now += step)
        meter.count(events, now);
    return now;
}

} // namespace

void TestRateMeter::measuresASteadyRate_data()
{
    QTest::addColumn<int>("stepMs");
    QTest::addColumn<quint64>("events");
    QTest::addColumn<double>("rate");
    QTest::newRow("1 per second") << 1000 << quint64(1) << 1.0;
    QTest::newRow("10 per second") << 100 << quint64(1) << 10.0;
    QTest::newRow("1000 per second in batches") << 50 << quint64(50) << 1000.0;
    QTest::newRow("one every 2 s") << 2000 << quint64(1) << 0.5;
}

void TestRateMeter::measuresASteadyRate()
{
    QFETCH(int, stepMs);
    QFETCH(quint64, events);
    QFETCH(double, rate);
    RateMeter meter;
    const SteadyTime end = feedMeter(meter, kStart, 20s, std::chrono::milliseconds(stepMs), events);
    QVERIFY2(std::abs(meter.perSecond(end) - rate) <= std::max(0.34, rate * 0.01), qPrintable(QString::number(meter.perSecond(end))));
}

void TestRateMeter::startsAtZero()
{
    RateMeter meter;
    QCOMPARE(meter.perSecond(kStart), 0.0);
    meter.count(5, kStart);
    QCOMPARE(meter.perSecond(kStart), 0.0);
    QCOMPARE(meter.perSecond(kStart + 250ms), 20.0);
    QCOMPARE(meter.perSecond(kStart + 500ms), 10.0);
}

void TestRateMeter::fallsToZeroAfterTheLastEvent()
{
    RateMeter meter;
    const SteadyTime end = feedMeter(meter, kStart, 5s, 10ms, 1);
    QVERIFY(meter.perSecond(end + 1s) > 50.0);
    QCOMPARE(meter.perSecond(end + 3500ms), 0.0);
    QCOMPARE(meter.perSecond(end + 1h), 0.0);
}

void TestRateMeter::followsAChangeWithinThreeSeconds()
{
    RateMeter meter;
    const SteadyTime change = feedMeter(meter, kStart, 10s, 10ms, 1);
    const SteadyTime end = feedMeter(meter, change, 3500ms, 10ms, 4);
    QCOMPARE(meter.perSecond(end), 400.0);
}

QTEST_APPLESS_MAIN(TestRateMeter)
#include "tst_rate_meter.moc"
