// SPDX-License-Identifier: GPL-3.0-or-later
// Every figure of a shift that was written by hand, worked out beside it.
#include "core/kpi/kpi_csv.h"
#include "core/kpi/kpi_figures.h"
#include "tests/core/kpi/scripted_shift.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::kpi;

class TestScriptedShift : public QObject {
    Q_OBJECT
private slots:
    void load();
    void priorities();
    void badActorsAndGroups();
    void chatterAndFleeting();
    void standing();
    void response();
    void hidden();
    void verdicts();
    void silenced();
    void feeds();
    void theFileSaysTheSame();

private:
    const Kpis m_kpis = test::scriptedShift().kpis("06:00:00", "14:00:00");
};

void TestScriptedShift::load()
{
    // vibration 06:20:00 06:20:30 06:20:58, pressure 08:00, feed lost 09:00, temperature 12:00, pressure 13:55: 7 in 8 h.
    // Not among them: temperature 05:55 (before), mixer 07:00 (shelved), vibration 10:30 (out of service).
    QCOMPARE(m_kpis.load.raises, 7U);
    // Watched: 8 h without the 580 s from 11:00:20 to 11:10:00 (see feeds), 28220 s, of which every span of ten minutes has some.
    QVERIFY(m_kpis.load.watched.known);
    QCOMPARE(toSeconds(m_kpis.load.watched.time), 28220.0);
    QCOMPARE(m_kpis.load.watched.bins, std::size_t{48});
    QCOMPARE(m_kpis.load.perHour, 7.0 * 3600 / 28220);
    QCOMPARE(m_kpis.load.meanPerBin, 7.0 * 600 / 28220);
    QCOMPARE(m_kpis.load.bins.size(), std::size_t{48});
    QCOMPARE(m_kpis.load.bins[2], 3U);  // 06:20
    QCOMPARE(m_kpis.load.bins[12], 1U); // 08:00
    QCOMPARE(m_kpis.load.bins[47], 1U); // 13:50
    QCOMPARE(m_kpis.load.mostInBin, 3U);
    QCOMPARE(m_kpis.load.crowdedPercent, 0.0);
    QVERIFY(m_kpis.load.floods.empty());
    QCOMPARE(m_kpis.unannunciated, 0U);
}

void TestScriptedShift::priorities()
{
    // P1 pressure twice; P2 feed and temperature (which was P2 when it was raised); P3 vibration three times.
    QCOMPARE(m_kpis.priorities[0].raises, 2U);
    QCOMPARE(m_kpis.priorities[1].raises, 2U);
    QCOMPARE(m_kpis.priorities[2].raises, 3U);
    QCOMPARE(m_kpis.priorities[2].percent, 100.0 * 3 / 7);
}

void TestScriptedShift::badActorsAndGroups()
{
    // vibration 3, pressure 2, then by name: feed 1, temperature 1.
    QCOMPARE(m_kpis.definitions, 4U);
    QCOMPARE(m_kpis.badActors.size(), std::size_t{4});
    QCOMPARE(m_kpis.badActors[0].source.sensor, std::string("vibration"));
    QCOMPARE(m_kpis.badActors[0].percent, 100.0 * 3 / 7);
    QCOMPARE(m_kpis.badActors[1].source.asset, std::string("line-a/press"));
    QCOMPARE(m_kpis.badActors[2].what, std::string("feed lost"));
    QCOMPARE(m_kpis.badActors[3].source.sensor, std::string("temperature"));
    QCOMPARE(m_kpis.topPercent, 100.0);
    // pump1 has vibration 3 and temperature 1; band is behind pressure 2 and temperature 1.
    QCOMPARE(m_kpis.byAsset.size(), std::size_t{3});
    QCOMPARE(m_kpis.byAsset[0].name, std::string("line-a/pump1"));
    QCOMPARE(m_kpis.byAsset[0].raises, 4U);
    QCOMPARE(m_kpis.byDetector[0].name, std::string("band"));
    QCOMPARE(m_kpis.byDetector[0].raises, 3U);
    QCOMPARE(m_kpis.byDetector[2].name, std::string());
    QCOMPARE(m_kpis.byDetector[2].raises, 1U);
}

void TestScriptedShift::chatterAndFleeting()
{
    // Vibration's third raise comes 58 s after its first.
    QCOMPARE(m_kpis.chattering, 1U);
    QVERIFY(m_kpis.badActors[0].chattering);
    // Clears: temperature 06:10 after 15 min; vibration after 12 s (fleeting: 12 < 2 x 8), 20 s, 19 min; pressure 08:30; feed after 5 s
    // (fleeting: 5 < 10). Pressure's clear at 14:00 belongs to the next shift.
    QCOMPARE(m_kpis.fleeting.cleared, 6U);
    QCOMPARE(m_kpis.fleeting.fleeting, 2U);
    QCOMPARE(m_kpis.fleeting.percent, 100.0 * 2 / 6);
    QCOMPARE(m_kpis.badActors[0].fleeting, 1U);
}

void TestScriptedShift::standing()
{
    // The oven since yesterday 05:00: at 14:00 that is 33 h. The mixer is active since 07:00 only, and was not annunciated.
    QCOMPARE(m_kpis.standing.inWindow, 1U);
    QCOMPARE(m_kpis.standing.now.size(), std::size_t{1});
    QCOMPARE(m_kpis.standing.now[0].source.asset, std::string("line-b/oven"));
    QCOMPARE(m_kpis.standing.now[0].since, test::clockTime("-1 05:00:00"));
}

void TestScriptedShift::response()
{
    // 05:55 -> 06:02 temperature 420 s; 06:20:00 -> 06:25 vibration 300 s (the re-raises do not start it anew); 07:30 -> 07:31 mixer 60 s
    // (since it came back from its shelf); 08:00 -> 08:02 pressure 120 s (the first one was undone); 09:00 -> 09:10 feed 600 s, after its
    // clear; 12:00 -> 13:00 temperature 3600 s. Sorted: 60 120 300 420 600 3600: p50 is the 3rd, p95 the 6th (0.95 x 6 = 5.7).
    QCOMPARE(m_kpis.response.acknowledged, 6U);
    QCOMPARE(m_kpis.response.p50Sec, 300.0);
    QCOMPARE(m_kpis.response.p95Sec, 3600.0);
    QCOMPARE(m_kpis.response.afterClear, 1U);
    QCOMPARE(m_kpis.response.afterClearPercent, 100.0 / 6);
    QCOMPARE(m_kpis.response.waiting, 1U); // pressure since 13:55
    // P1: 120 and 3600 (temperature had been escalated). P2: 420 and 600. P3: 60 and 300.
    QCOMPARE(m_kpis.responseBy[0].p50Sec, 120.0);
    QCOMPARE(m_kpis.responseBy[0].p95Sec, 3600.0);
    QCOMPARE(m_kpis.responseBy[0].waiting, 1U);
    QCOMPARE(m_kpis.responseBy[1].p50Sec, 420.0);
    QCOMPARE(m_kpis.responseBy[1].p95Sec, 600.0);
    QCOMPARE(m_kpis.responseBy[1].afterClearPercent, 50.0);
    QCOMPARE(m_kpis.responseBy[2].p50Sec, 60.0);
    QCOMPARE(m_kpis.responseBy[2].p95Sec, 300.0);
}

void TestScriptedShift::hidden()
{
    // The mixer's shelf 05:30 to 07:30: 1.5 h of it in the shift, with one raise. Vibration out of service from 10:00 on: 4 h, one raise.
    QCOMPARE(m_kpis.shelved.now, 0U);
    QCOMPARE(toSeconds(m_kpis.shelved.time), 1.5 * 3600);
    QCOMPARE(m_kpis.shelved.raises, 1U);
    QCOMPARE(m_kpis.outOfService.now, 1U);
    QCOMPARE(toSeconds(m_kpis.outOfService.time), 4.0 * 3600);
    QCOMPARE(m_kpis.outOfService.raises, 1U);
    QCOMPARE(m_kpis.byDesign.now, 0U);
    QCOMPARE(m_kpis.suppressedRaises(), 2U);
}

void TestScriptedShift::verdicts()
{
    // Raised in the shift: vibration, pressure twice, feed, temperature: 5 alarms. False: vibration. Real: temperature, and pressure at
    // 08:00, which was expected. 1 of 3. The temperature alarm of 05:55 is the shift's before.
    QCOMPARE(m_kpis.verdicts.alarms, 5U);
    QCOMPARE(m_kpis.verdicts.judged(), 3U);
    QCOMPARE(m_kpis.verdicts.falsePercent, 100.0 / 3);
}

void TestScriptedShift::silenced()
{
    // 08:00:05 until acknowledged at 08:01:00: 55 s. 12:00:10 for the longest time there is: 120 s.
    QCOMPARE(toSeconds(m_kpis.silenced), 55.0 + 120.0);
}

void TestScriptedShift::feeds()
{
    QCOMPARE(m_kpis.feeds.size(), std::size_t{1});
    const FeedUptime &feed = m_kpis.feeds[0];
    // The last row before the hole, 10:59:50, holds until 11:00:20: 580 s until 11:10:00 are not known. 28800 - 580 - 20 down = 28200.
    QCOMPARE(toSeconds(feed.down), 20.0);
    QCOMPARE(toSeconds(feed.live), 28200.0);
    QCOMPARE(feed.uptimePercent, 100.0 * 28200 / 28220);
    QCOMPARE(feed.outages, 1U);
    QCOMPARE(toSeconds(feed.longestOutage), 20.0);
    // 3 before the shift, then 5: 2 gaps with 8 messages; the second run of the program begins at 0 and sees 1 with 4.
    QCOMPARE(feed.gaps, 3U);
    QCOMPARE(feed.lostMessages, 12U);
}

void TestScriptedShift::theFileSaysTheSame()
{
    const QStringList lines = QString::fromStdString(kpiCsv(m_kpis)).split(QStringLiteral("\r\n"));
    const QStringList expected{
        QStringLiteral("window,,from,2026-11-22T06:00:00.000Z,,"),
        QStringLiteral("figure,,alarms,7,alarms,"),
        QStringLiteral("window,,rates_over,watched,,"),
        QStringLiteral("figure,,watched_hours,7.838888888888889,h,"),
        QStringLiteral("figure,,window_hours,8,h,"),
        QStringLiteral("figure,,alarms_per_hour,0.892983699503898,1/h,6"),
        QStringLiteral("figure,,alarms_per_10_min_max,3,1/10min,10"),
        QStringLiteral("figure,,suppressed_raises,2,alarms,"),
        QStringLiteral("priority,P1,percent,28.571428571428573,%,5"),
        QStringLiteral("priority,P2,time_to_ack_p95,600,s,"),
        QStringLiteral("actor,line-a/pump1 · vibration: anomalous,alarms,3,alarms,"),
        QStringLiteral("standing,line-b/oven · heat: anomalous,since,2026-11-21T05:00:00.000Z,,"),
        QStringLiteral("feed,tcp://127.0.0.1:5556,gaps,3,,"),
        QStringLiteral("bin,2026-11-22T06:20:00Z,alarms,3,alarms,10"),
    };
    for (const QString &line : expected)
        QVERIFY2(lines.contains(line), qPrintable(line));
    for (const KpiFigure &each : kpiFigures())
        QVERIFY(std::any_of(lines.begin(), lines.end(), [&](const QString &line) {
            return line.startsWith(QStringLiteral("figure,,%1,").arg(QLatin1String(each.id.data(), qsizetype(each.id.size()))));
        }));
}

QTEST_APPLESS_MAIN(TestScriptedShift)
#include "tst_scripted_shift.moc"
