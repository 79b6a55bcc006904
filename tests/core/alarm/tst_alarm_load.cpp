// SPDX-License-Identifier: GPL-3.0-or-later
// Many alarms at once: nothing is lost, merged or out of order.
#include "tests/core/alarm/alarm_desk.h"

#include <QtTest>
#include <algorithm>
#include <random>
#include <tuple>

using namespace telltale;
using namespace telltale::alarm;
using namespace telltale::alarm::test;
using namespace std::chrono_literals;
using Kind = AlarmEventKind;

namespace {

std::string sensorName(int i)
{
    return "s" + std::to_string(i);
}

auto listPlace(const Occurrence &row)
{
    return std::tuple(listRank(row.state), row.priority, -toNanos(row.raised), -std::int64_t(row.id));
}

} // namespace

class TestAlarmLoad : public QObject {
    Q_OBJECT

private slots:
    void thousandRaisesInASecondAreAllThere()
    {
        Desk desk;
        EventSeq last = 0;
        for (int i = 0; i < 1000; ++i) {
            desk.defines(sensorName(i), static_cast<Priority>(1 + i % 3));
            desk.now += 1ms;
            const Recorded recorded = desk.does(sensorName(i), Kind::Raise);
            QCOMPARE(recorded.event.kind, Kind::Raise);
            QCOMPARE(recorded.event.seq, ++last);
            QCOMPARE(recorded.occurrence.audible, Audible::Sounding);
        }
        const std::vector<Occurrence> rows = desk.book.openAlarms();
        QCOMPARE(rows.size(), 1000U);
        QCOMPARE(std::count_if(rows.begin(), rows.end(), [](const Occurrence &row) { return row.firstOut; }), 1);
        QCOMPARE(std::count_if(rows.begin(), rows.end(), [](const Occurrence &row) { return row.priority == Priority::P1; }), 334);
        QCOMPARE(desk.book.raisesLast10Min(desk.now), 1000U);
        QVERIFY(desk.book.flood());
        QCOMPARE(desk.book.silence(desk.now, {"op", "", ""}).size(), 1000U);
        QCOMPARE(desk.book.lastSeq(), 2000U);
    }

    void tenThousandOpenRowsStayInOrder()
    {
        Desk desk;
        std::mt19937 random(5);
        const int count = 10'000;
        for (int i = 0; i < count; ++i) {
            AlarmDefinition definition = Desk::plain(sensorName(i), static_cast<Priority>(1 + random() % 3));
            definition.latching = random() % 2;
            desk.book.define(definition);
            desk.now += std::chrono::milliseconds(random() % 3);
            desk.does(sensorName(i), Kind::Raise);
        }
        for (int i = 0; i < 3 * count; ++i) {
            static const std::vector<Kind> kinds{Kind::Clear, Kind::Ack, Kind::Escalate, Kind::Deescalate, Kind::Raise};
            Stimulus event = desk.stimulus(kinds[random() % kinds.size()]);
            event.priority = static_cast<Priority>(1 + random() % 3);
            desk.does(sensorName(int(random() % count)), event);
        }
        const std::vector<Occurrence> rows = desk.book.openAlarms();
        QVERIFY(rows.size() > 5000);
        QVERIFY(
            std::is_sorted(rows.begin(), rows.end(), [](const Occurrence &a, const Occurrence &b) { return listPlace(a) < listPlace(b); }));
        for (const Occurrence &row : rows)
            desk.does(row.id, Kind::Ack);
        const std::vector<Occurrence> after = desk.book.openAlarms();
        QVERIFY(std::none_of(after.begin(), after.end(), [](const Occurrence &row) { return isUnacknowledged(row.state); }));
        QVERIFY(std::is_sorted(after.begin(), after.end(),
                               [](const Occurrence &a, const Occurrence &b) { return listPlace(a) < listPlace(b); }));
    }

    void aFloodGoesOnOverARestart()
    {
        AlarmBook::Start start;
        const Desk clock;
        for (int i = 0; i < 11; ++i) // a flood at its eleventh, and still one with six of them in the last ten minutes
            start.raises.push_back(clock.now + i * 50s);
        Desk desk(start);
        desk.now += 825s;
        QCOMPARE(desk.book.raisesLast10Min(desk.now), 6U);
        QVERIFY(desk.book.flood());
        desk.defines("s1");
        desk.does("s1", Kind::Raise);
        QCOMPARE(desk.book.raisesLast10Min(desk.now), 7U);
        QCOMPARE(desk.book.raisesLast10Min(desk.now + 4min), 2U);
        QVERIFY(!desk.book.flood());
    }

    void aFloodThatWasOverIsNotGoneOnWith()
    {
        AlarmBook::Start start;
        const Desk clock;
        for (int i = 0; i < 11; ++i)
            start.raises.push_back(clock.now + i * 1s);
        for (int i = 0; i < 6; ++i) // nothing left of the flood, and nobody looked just then
            start.raises.push_back(clock.now + 11min + i * 1s);
        Desk desk(start);
        QCOMPARE(desk.book.raisesLast10Min(clock.now + 12min), 6U);
        QVERIFY(!desk.book.flood());
    }

    void thousandSilencesEndTogether()
    {
        Desk desk;
        for (int i = 0; i < 1000; ++i) {
            desk.defines(sensorName(i));
            desk.does(sensorName(i), Kind::Raise);
        }
        desk.book.silence(desk.now, {"op", "", ""});
        desk.book.tick(desk.now + 2min);
        const std::vector<Occurrence> rows = desk.book.openAlarms();
        QVERIFY(std::all_of(rows.begin(), rows.end(), [](const Occurrence &row) { return row.audible == Audible::Sounding; }));
    }
};

QTEST_APPLESS_MAIN(TestAlarmLoad)
#include "tst_alarm_load.moc"
