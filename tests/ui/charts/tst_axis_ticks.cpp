// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/score.h"
#include "ui/charts/axis_ticks.h"

#include <QRandomGenerator>
#include <QScopeGuard>
#include <QSet>
#include <QtTest>
#include <cmath>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;

namespace {

QString printed(const ValueTicks &ticks, int i)
{
    return QString::asprintf(qPrintable(ticks.format), ticks.low + i * ticks.step);
}

QStringList labels(const std::vector<TimeTick> &ticks)
{
    QStringList result;
    for (const TimeTick &tick : ticks)
        result.append(tick.label);
    return result;
}

class TestAxisTicks : public QObject {
    Q_OBJECT
private slots:
    void valueTicksAreRound_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("halves") << 18.3 << 27.6 << "17.5"
                                << "20.0";
        QTest::newRow("tenths") << 0.11 << 0.58 << "0.0"
                                << "0.2";
        QTest::newRow("two and a half") << 0.0 << 10.0 << "0.0"
                                        << "2.5";
        QTest::newRow("across zero") << -3.0 << 5.0 << "-4"
                                     << "-2";
        QTest::newRow("large") << 122100.0 << 124900.0 << "122000"
                               << "123000";
    }
    void valueTicksAreRound()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        const ValueTicks ticks = valueTicks(low, high, 5);
        QTEST(printed(ticks, 0), "first");
        QTEST(printed(ticks, 1), "second");
    }

    void valueTicksHoldAnyRangeAndLabelsDiffer()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 2000; ++i) {
            const double middle = (random.generateDouble() - 0.5) * std::pow(10.0, random.bounded(-4, 9));
            const double width = std::fabs(middle) * std::pow(10.0, random.bounded(-5, 2)) + 1e-9;
            const ValueTicks ticks = valueTicks(middle - width, middle + width, random.bounded(2, 12));
            QVERIFY2(ticks.low <= middle - width * (1 - 1e-6) && ticks.high >= middle + width * (1 - 1e-6), qPrintable(ticks.format));
            QVERIFY(ticks.count >= 2 && ticks.count <= 30);
            QSet<QString> seen;
            for (int k = 0; k < ticks.count; ++k)
                seen.insert(printed(ticks, k));
            QVERIFY2(seen.size() == ticks.count, qPrintable(QString("%1 ± %2 %3").arg(middle, 0, 'g', 12).arg(width).arg(ticks.format)));
        }
    }

    void flatAndBrokenBoundsStillGiveAnAxis()
    {
        const ValueTicks flat = valueTicks(22.0, 22.0, 5);
        QVERIFY(flat.low < 22.0 && flat.high > 22.0);
        const ValueTicks zero = valueTicks(0.0, 0.0, 5);
        QVERIFY(zero.low < 0.0 && zero.high > 0.0);
        QCOMPARE(valueTicks(kMissing, 1.0, 5), ValueTicks{});
        QCOMPARE(valueTicks(5.0, 1.0, 5), valueTicks(1.0, 5.0, 5));
    }

    void relativeTicksEndNow()
    {
        const UtcTime end = *parseTime("2026-11-22T12:31:07Z");
        const auto ticks = relativeTicks(end, 10min, 6);
        const QString minus(QChar(u'\u2212'));
        QCOMPARE(labels(ticks), QStringList({minus + "10 min", minus + "8 min", minus + "6 min", minus + "4 min", minus + "2 min", "now"}));
        QCOMPARE(ticks.front().at, end - 10min);
        QCOMPARE(ticks.back().at, end);
    }

    void twentyYearsAreCountedInYears()
    {
        const QString minus(QChar(u'\u2212'));
        const UtcTime end = *parseTime("2026-11-22T12:31:07Z");
        QCOMPARE(labels(relativeTicks(end, 24h * 7300, 4)),
                 QStringList({minus + "20 y", minus + "15 y", minus + "10 y", minus + "5 y", "now"}));
        QCOMPARE(labels(relativeTicks(end, 24h * 182, 2)), QStringList({minus + "182 d", minus + "91 d", "now"}));
    }

    void clockTicksAreRoundTimes_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("minutes") << "2026-11-22T12:28:30Z"
                                 << "2026-11-22T12:38:30Z" << QStringList{"12:30", "12:32", "12:34", "12:36", "12:38"};
        QTest::newRow("seconds") << "2026-11-22T12:31:07.5Z"
                                 << "2026-11-22T12:31:11.5Z" << QStringList{"12:31:08", "12:31:09", "12:31:10", "12:31:11"};
        QTest::newRow("midnight shows the date") << "2026-11-22T21:30:00Z"
                                                 << "2026-11-23T02:30:00Z" << QStringList{"22:00", "23:00", "11-23", "01:00", "02:00"};
        QTest::newRow("days") << "2026-11-20T21:30:00Z"
                              << "2026-11-24T02:30:00Z" << QStringList{"11-21", "11-22", "11-23", "11-24"};
        QTest::newRow("before 1970") << "1969-12-31T23:58:30Z"
                                     << "1970-01-01T00:02:30Z" << QStringList{"23:59", "01-01", "00:01", "00:02"};
    }
    void clockTicksAreRoundTimes()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QTEST(labels(clockTicks(*parseTime(from.toStdString()), *parseTime(to.toStdString()), 5)), "expected");
    }

    void clockTicksAreRoundOnTheClockOfTheZone()
    {
        setPlantZone(QStringLiteral("Asia/Kolkata")); // half an hour off
        const auto back = qScopeGuard([] { setPlantZone({}); });
        const auto ticks = clockTicks(*parseTime("2026-11-22T16:10:00Z"), *parseTime("2026-11-22T20:40:00Z"), 5, ZoneChoice::Plant);
        QCOMPARE(labels(ticks), (QStringList{"22:00", "23:00", "11-23", "01:00", "02:00"}));
        QCOMPARE(ticks[2].at, *parseTime("2026-11-22T18:30:00Z"));
    }

    void neverFarMoreTicksThanWanted()
    {
        const UtcTime end = *parseTime("2026-11-22T12:31:07.123456Z");
        for (Duration span = 1us; span < 24h * 800; span = span * 17 / 10) {
            QVERIFY(relativeTicks(end, span, 6).size() <= 8);
            QVERIFY(clockTicks(end - span, end, 6).size() <= 8);
        }
    }

    void spansGoUpAndDown()
    {
        QCOMPARE(nextSpan(10min, true), Duration{30min});
        QCOMPARE(nextSpan(10min, false), Duration{5min});
        QCOMPARE(nextSpan(11min, false), Duration{10min});
        QCOMPARE(nextSpan(24h * 3650, true), Duration{24h * 7300});
        QCOMPARE(nextSpan(1us, false), nextSpan(10ms, false));
        QCOMPARE(nearestSpan(50h), Duration{48h});
        QCOMPARE(nearestSpan(600s), Duration{10min});
    }
};

} // namespace

QTEST_APPLESS_MAIN(TestAxisTicks)
#include "tst_axis_ticks.moc"
