// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alarm_columns.h"
#include "ui/models/alarm_counts.h"
#include "ui/models/time_text.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime kNoon = fromNanos(1'795'350'660'000'000'000); // 2026-11-22T12:31:00Z

} // namespace

class TestAlarmColumns : public QObject {
    Q_OBJECT
private slots:
    void ratios_data();
    void ratios();
    void theWorstIsNotBelowTheRaise();
    void durations_data();
    void durations();
    void timesOfOtherDaysShowTheirDate();
    void theZoneOfThePlantIsAThirdChoice();
    void missingTimesAreADash();
    void theLeadingContributorNamesTheSensor();
    void qualityIsSilentWhileItIsGood();
    void countsWhatTheHeaderShows();
    void closedAlarmsSayWhy();
};

void TestAlarmColumns::ratios_data()
{
    QTest::addColumn<double>("score");
    QTest::addColumn<double>("limit");
    QTest::addColumn<QString>("text");
    QTest::newRow("twice") << 6.2 << 3.1 << "2.0×";
    QTest::newRow("below") << 0.5 << 1.0 << "0.5×";
    QTest::newRow("hundreds") << 512.3 << 1.0 << "512×";
    QTest::newRow("absurd") << 1e300 << 1.0 << ">999×";
    QTest::newRow("no score") << kMissing << 1.0 << "–";
    QTest::newRow("no limit") << 1.0 << kMissing << "–";
    QTest::newRow("limit zero") << 1.0 << 0.0 << "–";
}

void TestAlarmColumns::ratios()
{
    QFETCH(double, score);
    QFETCH(double, limit);
    QTEST(ratioText(score, limit), "text");
}

void TestAlarmColumns::theWorstIsNotBelowTheRaise()
{
    Occurrence alarm;
    QCOMPARE(worstRatioText(alarm), QStringLiteral("–"));
    alarm.maxScore = 6.5;
    alarm.limit = 2.2; // it rose when the alarm came
    QCOMPARE(worstRatioText(alarm), QStringLiteral("3.0×"));
    alarm.why.score = 6.4;
    alarm.why.limit = 2.0;
    QCOMPARE(worstRatioText(alarm), QStringLiteral("3.2×"));
    alarm.maxScore = 9.9;
    QCOMPARE(worstRatioText(alarm), QStringLiteral("4.5×"));
}

void TestAlarmColumns::durations_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64{0} << "0 s";
    QTest::newRow("seconds") << qint64{59} << "59 s";
    QTest::newRow("minutes") << qint64{245} << "4 min 05 s";
    QTest::newRow("hours") << qint64{3 * 3600 + 300} << "3 h 05 min";
    QTest::newRow("days") << qint64{2 * 86400 + 4 * 3600} << "2 d 4 h";
    QTest::newRow("backwards") << qint64{-1} << "–";
}

void TestAlarmColumns::durations()
{
    QFETCH(qint64, seconds);
    QTEST(durationText(std::chrono::seconds{seconds}), "text");
}

void TestAlarmColumns::timesOfOtherDaysShowTheirDate()
{
    QCOMPARE(sinceText(kNoon, kNoon + 1h, ZoneChoice::Utc), QStringLiteral("12:31:00"));
    QCOMPARE(sinceText(kNoon - 24h, kNoon, ZoneChoice::Utc), QStringLiteral("11-21 12:31"));
    QCOMPARE(fullTime(kNoon, ZoneChoice::Utc), QStringLiteral("2026-11-22 12:31:00 UTC"));
}

void TestAlarmColumns::theZoneOfThePlantIsAThirdChoice()
{
    setPlantZone({});
    QCOMPARE(nextZone(ZoneChoice::Utc), ZoneChoice::Local); // nobody said where the plant stands
    QCOMPARE(zoneOfKey("plant"), ZoneChoice::Local);
    setPlantZone("Asia/Kolkata");
    const auto back = qScopeGuard([] { setPlantZone({}); });
    QCOMPARE(nextZone(ZoneChoice::Local), ZoneChoice::Utc);
    QCOMPARE(nextZone(ZoneChoice::Utc), ZoneChoice::Plant);
    QCOMPARE(nextZone(ZoneChoice::Plant), ZoneChoice::Local);
    QVERIFY(fullTime(kNoon, ZoneChoice::Utc).endsWith("UTC"));
    const QDateTime shown = toDateTime(kNoon, ZoneChoice::Plant);
    QCOMPARE(shown.offsetFromUtc(), 19'800);
    QCOMPARE(timeOfDay(kNoon, ZoneChoice::Plant), shown.time().toString("HH:mm:ss"));
    QVERIFY(fullTime(kNoon, ZoneChoice::Plant).contains(shown.timeZoneAbbreviation()));
    QVERIFY(zoneNote(ZoneChoice::Plant).contains("Asia/Kolkata"));
    for (const ZoneChoice zone : {ZoneChoice::Local, ZoneChoice::Utc, ZoneChoice::Plant}) {
        QCOMPARE(zoneOfKey(zoneKey(zone)), zone);
        QCOMPARE(fromClock(toDateTime(kNoon, zone), zone), kNoon);
    }
}

void TestAlarmColumns::missingTimesAreADash()
{
    QCOMPARE(sinceText(kNoTime, kNoon, ZoneChoice::Utc), QStringLiteral("–"));
    QCOMPARE(fullTime(kNoTime, ZoneChoice::Local), QStringLiteral("–"));
    QCOMPARE(timeOfDay(kNoTime, ZoneChoice::Local), QStringLiteral("–"));
}

void TestAlarmColumns::theLeadingContributorNamesTheSensor()
{
    Occurrence alarm;
    alarm.definition.source = {"line-a/pump1", ""};
    alarm.definition.what = "anomalous";
    QCOMPARE(whatText(alarm), QStringLiteral("anomalous"));
    alarm.why.channels = {{"vibration", "mm/s", 0.7, 2.1, 7.9}, {"current", "A", 0.3, 1.0, 1.1}};
    QCOMPARE(whatText(alarm), QStringLiteral("vibration +1: anomalous"));
    alarm.definition.source.sensor = "vibration";
    QCOMPARE(whatText(alarm), QStringLiteral("vibration: anomalous"));
}

void TestAlarmColumns::qualityIsSilentWhileItIsGood()
{
    Occurrence alarm;
    QCOMPARE(qualityText(alarm), QString());
    alarm.quality = Quality::Uncertain;
    QCOMPARE(qualityText(alarm), QStringLiteral("uncertain"));
    alarm.unverifiedSinceRestart = true;
    QCOMPARE(qualityText(alarm), QStringLiteral("unverified"));
}

void TestAlarmColumns::countsWhatTheHeaderShows()
{
    std::vector<Occurrence> alarms(4);
    alarms[0].priority = Priority::P1;
    alarms[0].state = AlarmState::C;
    alarms[1].priority = Priority::P2;
    alarms[1].state = AlarmState::B;
    alarms[1].audible = Audible::Sounding;
    alarms[2].priority = Priority::P2;
    alarms[2].state = AlarmState::D;
    alarms[2].audible = Audible::Silenced;
    alarms[2].silencedUntil = kNoon;
    alarms[3].priority = Priority::P3;
    alarms[3].state = AlarmState::L1;
    const AlarmCounts counts = countAlarms(alarms);
    QCOMPARE(counts.open, (std::array<int, 4>{1, 2, 1, 0}));
    QCOMPARE(counts.unacked, (std::array<int, 4>{0, 2, 1, 0}));
    QCOMPARE(counts.worstUnacked(), 2);
    QCOMPARE(counts.allUnacked(), 3);
    QCOMPARE(counts.sounding, 1);
    QVERIFY(counts.silencedUntil == kNoon);
    QCOMPARE(countAlarms({}).worstUnacked(), 0);
}

void TestAlarmColumns::closedAlarmsSayWhy()
{
    Occurrence alarm;
    alarm.state = AlarmState::A;
    alarm.closed = kNoon;
    alarm.closeReason = "normal";
    QCOMPARE(stateText(alarm), QStringLiteral("CLOSED"));
    QCOMPARE(stateWords(alarm), QStringLiteral("closed (normal)"));
}

QTEST_APPLESS_MAIN(TestAlarmColumns)
#include "tst_alarm_columns.moc"
