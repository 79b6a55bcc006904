// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_text.h"

#include <QScopeGuard>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(telltale::Duration)

namespace {

class TestTimeText : public QObject {
    Q_OBJECT
private slots:
    void spans_data()
    {
        QTest::addColumn<Duration>("span");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << Duration{0} << "0 s";
        QTest::newRow("ten minutes") << Duration{10min} << "10 min";
        QTest::newRow("two units") << Duration{90min} << "1 h 30 min";
        QTest::newRow("third unit cut") << Duration{90min + 5s} << "1 h 30 min";
        QTest::newRow("days") << Duration{48h} << "2 d";
        QTest::newRow("years") << Duration{24h * 7300} << "20 y";
        QTest::newRow("milliseconds") << Duration{450ms} << "450 ms";
    }
    void spans()
    {
        QFETCH(Duration, span);
        QTEST(spanText(span), "text");
    }

    void distances_data()
    {
        QTest::addColumn<Duration>("ago");
        QTest::addColumn<QString>("text");
        QTest::newRow("seconds") << Duration{42s} << QStringLiteral("\u221200:42");
        QTest::newRow("hours") << Duration{1h + 2min + 3s} << QStringLiteral("\u22121:02:03");
        QTest::newRow("days") << Duration{51h + 15min} << QStringLiteral("\u22122 d 03:15");
        QTest::newRow("cut, not rounded") << Duration{1900ms} << QStringLiteral("\u221200:01");
        QTest::newRow("the future counts as now") << Duration{-5s} << QStringLiteral("\u221200:00");
    }
    void distances()
    {
        QFETCH(Duration, ago);
        QTEST(agoText(ago), "text");
    }

    void clockAndDate()
    {
        const UtcTime time = *parseTime("2026-11-22T12:31:07.123Z");
        QCOMPARE(clockText(time), QStringLiteral("12:31:07"));
        QCOMPARE(clockText(time, 3), QStringLiteral("12:31:07.123"));
        QCOMPARE(dateText(time), QStringLiteral("2026-11-22"));
        QCOMPARE(zoneText(time), QStringLiteral("UTC"));
    }

    void theZoneOfTheWindow()
    {
        const UtcTime time = *parseTime("2026-11-22T20:31:07.123Z");
        setPlantZone(QStringLiteral("Asia/Kolkata"));
        setChartZone(ZoneChoice::Plant);
        const auto back = qScopeGuard([] {
            setChartZone(ZoneChoice::Utc);
            setPlantZone({});
        });
        QCOMPARE(clockText(time, 3), QStringLiteral("02:01:07.123"));
        QCOMPARE(dateText(time), QStringLiteral("2026-11-23"));
        QCOMPARE(zoneText(time), QStringLiteral("IST"));
        QCOMPARE(zoneOffset(time), Duration(330min));
    }
};

} // namespace

QTEST_APPLESS_MAIN(TestTimeText)
#include "tst_time_text.moc"
