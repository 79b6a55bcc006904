// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recent_texts.h"
#include "ui/models/shelf_choices.h"
#include "ui/models/shelf_watch.h"
#include "ui/models/suppressed_counts.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime kNow = fromNanos(1'795'350'660'000'000'000); // 2026-11-22T12:31:00Z

ShelfSubject subject(Priority priority, Duration most, bool allowed = true)
{
    ShelfSubject subject;
    subject.key = {{"line-a/pump1", std::string(toText(priority))}, "anomalous"};
    subject.longest = most;
    subject.definition.shelveAllowed = allowed;
    subject.priority = priority;
    return subject;
}

QString keysOf(const ShelfChoices &choices)
{
    QString keys;
    for (const ShelfChoice &choice : choices.offered) {
        keys += choice.key;
    }
    return keys;
}

SuppressedAlarm shelf(const char *sensor, UtcTime until)
{
    SuppressedAlarm alarm;
    alarm.source = {"line-a/pump1", sensor};
    alarm.what = "anomalous";
    alarm.suppression = Suppression::ShelvedTimed;
    alarm.shelf = {kNow, until, {"operator A", "", ""}, "maintenance", false};
    return alarm;
}

} // namespace

class TestShelfChoices : public QObject {
    Q_OBJECT
private slots:
    void theStrictestOfAllDecides_data();
    void theStrictestOfAllDecides();
    void anAlarmThatMayNotBeShelvedLeavesNothing();
    void aShiftThatEndsSoonIsShorterThanTheRest();
    void aShelfIsAnnouncedOnceFiveMinutesBefore();
    void aShelfThatIsRenewedIsAnnouncedAgain();
    void reasonsAreOfferedNewestFirst();
    void theHeaderSaysWhatEndsNext();
};

void TestShelfChoices::theStrictestOfAllDecides_data()
{
    QTest::addColumn<std::vector<ShelfSubject>>("subjects");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<int>("longestMinutes");
    QTest::newRow("P3 a day") << std::vector{subject(Priority::P3, 24h)} << "123456" << 24 * 60;
    QTest::newRow("P2 eight hours") << std::vector{subject(Priority::P2, 8h)} << "123456" << 8 * 60;
    QTest::newRow("P1 one hour") << std::vector{subject(Priority::P1, 1h)} << "1236" << 60;
    QTest::newRow("the worst of three") << std::vector{subject(Priority::P3, 24h), subject(Priority::P1, 1h), subject(Priority::P2, 8h)}
                                        << "1236" << 60;
    QTest::newRow("its own limit is longer") << std::vector{subject(Priority::P1, 4h)} << "12346" << 240;
    QTest::newRow("its own limit is shorter") << std::vector{subject(Priority::P3, 20min)} << "16" << 20;
    QTest::newRow("shorter than any") << std::vector{subject(Priority::P3, 5min)} << "6" << 5;
}

void TestShelfChoices::theStrictestOfAllDecides()
{
    QFETCH(std::vector<ShelfSubject>, subjects);
    QFETCH(QString, keys);
    QFETCH(int, longestMinutes);
    const ShelfChoices choices = shelfChoices(subjects, kNow, kNow + 5h, ZoneChoice::Utc);
    QCOMPARE(keysOf(choices), keys);
    QCOMPARE(choices.longest, Duration{std::chrono::minutes{longestMinutes}});
    QCOMPARE(choices.note.isEmpty(), keys.size() == 6); // what is missing has its reason
    QVERIFY(choices.proposed < choices.offered.size());
    for (const ShelfChoice &choice : choices.offered) {
        QVERIFY(choice.length <= choices.longest);
        QCOMPARE(choice.oneShot, choice.key == QLatin1Char('6'));
    }
}

void TestShelfChoices::anAlarmThatMayNotBeShelvedLeavesNothing()
{
    const ShelfChoices choices =
        shelfChoices({subject(Priority::P3, 24h), subject(Priority::P2, 1h, false)}, kNow, kNow + 1h, ZoneChoice::Utc);
    QVERIFY(choices.offered.empty());
    QCOMPARE(choices.note, QStringLiteral("line-a/pump1 P2: anomalous must not be shelved."));
}

void TestShelfChoices::aShiftThatEndsSoonIsShorterThanTheRest()
{
    const ShelfChoices choices = shelfChoices({subject(Priority::P1, 1h)}, kNow, kNow + 29min, ZoneChoice::Utc);
    QCOMPARE(keysOf(choices), QStringLiteral("12356"));
    QCOMPARE(choices.offered[3].text, QStringLiteral("end of shift, 13:00"));
    QCOMPARE(choices.offered[3].length, Duration{29min});
}

void TestShelfChoices::aShelfIsAnnouncedOnceFiveMinutesBefore()
{
    ShelfWatch watch;
    const std::vector<SuppressedAlarm> alarms{shelf("a", kNow + 10min), shelf("b", kNow + 11min), shelf("c", kNow + 1h)};
    QVERIFY(watch.warning(alarms, kNow).isEmpty());
    QVERIFY(watch.warning(alarms, kNow + 5min - 1s).isEmpty());
    QVERIFY(
        watch.warning(alarms, kNow + 5min).contains("line-a/pump1 a: anomalous ends in 5 min 00 s; shelved by operator A: maintenance"));
    QVERIFY(watch.warning(alarms, kNow + 5min + 1s).isEmpty());
    QVERIFY(watch.warning(alarms, kNow + 6min).contains("line-a/pump1 b"));
    // A clock that jumps must not lose any of them.
    ShelfWatch late;
    const QString both = late.warning(alarms, kNow + 9min);
    QVERIFY2(both.contains("line-a/pump1 a") && both.contains("(and 1 more)"), qPrintable(both));
}

void TestShelfChoices::aShelfThatIsRenewedIsAnnouncedAgain()
{
    ShelfWatch watch;
    QVERIFY(!watch.warning({shelf("a", kNow + 4min)}, kNow).isEmpty());
    QVERIFY(watch.warning({}, kNow + 1min).isEmpty());
    QVERIFY(watch.warning({shelf("a", kNow + 30min)}, kNow + 2min).isEmpty());
    QVERIFY(!watch.warning({shelf("a", kNow + 30min)}, kNow + 26min).isEmpty());
}

void TestShelfChoices::reasonsAreOfferedNewestFirst()
{
    RecentTexts texts({"maintenance", "chattering"});
    QCOMPARE(texts.offered(), (QStringList{"maintenance", "chattering"}));
    texts.use("valve test");
    texts.use("chattering");
    QCOMPARE(texts.offered(), (QStringList{"chattering", "valve test", "maintenance"}));
    for (int i = 0; i < 20; ++i) {
        texts.use(QString::number(i));
    }
    QCOMPARE(texts.offered().size(), RecentTexts::kMost);
    QCOMPARE(texts.offered().first(), QStringLiteral("19"));
    texts.restore({"b", "", "b", "a"});
    QCOMPARE(texts.used(), (QStringList{"b", "a"}));
}

void TestShelfChoices::theHeaderSaysWhatEndsNext()
{
    SuppressedAlarm service = shelf("d", kNow + 1h);
    service.suppression = Suppression::OutOfService;
    service.outOfService = service.shelf;
    service.outOfService.until = kNow + 24h;
    const SuppressedCounts counts = countSuppressed({shelf("a", kNow + 2h), shelf("b", kNow + 9min), service}, kNow);
    QCOMPARE(counts.shelved, 2);
    QCOMPARE(counts.outOfService, 1);
    QCOMPARE(counts.nextEnd, kNow + 9min);
    QVERIFY(!counts.endsSoon);
    QCOMPARE(suppressedForms(counts, ZoneChoice::Utc).first(), QStringLiteral("Shelved 2 (next 12:40) · OOS 1"));
    QCOMPARE(suppressedForms(countSuppressed({}, kNow), ZoneChoice::Utc).first(), QStringLiteral("Shelved 0"));
}

QTEST_APPLESS_MAIN(TestShelfChoices)
#include "tst_shelf_choices.moc"
