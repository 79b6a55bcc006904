// SPDX-License-Identifier: GPL-3.0-or-later
// What a start must know of the alarms before it, so that the count of the last ten minutes and a flood go on.
#include "core/store/store_reader.h"
#include "core/store/store_writer.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::store;

namespace {

/// A journal of raises by hand.
class Raises {
public:
    Raises()
    {
        auto writer = StoreWriter::open({.folder = m_temp.path(), .queueCapacity = 10'000, .vfs = {}}, m_clock);
        if (!writer)
            qFatal("%s", writer.error().text().c_str());
        m_writer = std::move(*writer);
    }
    /// One alarm of its own, changed by `change` before it is stored.
    template <typename Change>
    void raise(double seconds, Change change)
    {
        ++m_number;
        Occurrence alarm = test::raisedAlarm(m_number, m_number);
        AlarmEvent event = test::eventOf(alarm, m_number, AlarmEventKind::Raise, seconds);
        change(alarm, event);
        m_writer->submit(SaveTransition{event, alarm});
    }
    void raise(double seconds)
    {
        raise(seconds, [](Occurrence &, AlarmEvent &) {});
    }
    /// Seconds of what a start is told.
    [[nodiscard]] QString told(double lastAlive)
    {
        m_writer->submit(SaveHeartbeat{test::at(lastAlive)});
        m_writer->close();
        const auto reader = StoreReader::open(m_temp.path());
        const auto state = (*reader)->restartState();
        QStringList seconds;
        for (const UtcTime raised : state->raises)
            seconds << QString::number(toSeconds(raised - test::at(0)));
        return seconds.join(' ');
    }

private:
    const test::TempFolder m_temp;
    const test::FakeClock m_clock;
    std::unique_ptr<StoreWriter> m_writer;
    EventSeq m_number = 0;
};

} // namespace

class TestRecentRaises : public QObject {
    Q_OBJECT
private slots:
    void theLastTenMinutesInOrder();
    void onlyWhatPeopleWereGiven();
    void backToACalmMoment();
    void aDayAtMost();
};

void TestRecentRaises::theLastTenMinutesInOrder()
{
    Raises journal;
    for (const double seconds : {10.0, 300.0, 200.0})
        journal.raise(seconds);
    QCOMPARE(journal.told(310), QStringLiteral("10 200 300"));
}

void TestRecentRaises::onlyWhatPeopleWereGiven()
{
    Raises journal;
    journal.raise(10);
    journal.raise(20, [](Occurrence &, AlarmEvent &event) { event.suppressed = true; });
    journal.raise(30, [](Occurrence &, AlarmEvent &event) { event.priority = Priority::Diagnostic; });
    journal.raise(40, [](Occurrence &alarm, AlarmEvent &) { alarm.definition.annunciate = false; });
    journal.raise(50, [](Occurrence &, AlarmEvent &event) { event.to = AlarmState::E; });
    journal.raise(60, [](Occurrence &, AlarmEvent &event) { event.kind = AlarmEventKind::Ack; });
    journal.raise(70, [](Occurrence &, AlarmEvent &event) { event.kind = AlarmEventKind::OosOff; });
    QCOMPARE(journal.told(80), QStringLiteral("10 70"));
}

/// Just before 2400 s fewer than five had come in ten minutes: no flood from before can go on there.
void TestRecentRaises::backToACalmMoment()
{
    Raises journal;
    for (int i = 0; i < 20; ++i)
        journal.raise(100 + i);
    for (int i = 0; i < 6; ++i)
        journal.raise(2000 + 100 * i);
    QCOMPARE(journal.told(2600), QStringLiteral("119 2000 2100 2200 2300 2400 2500"));
}

void TestRecentRaises::aDayAtMost()
{
    Raises journal;
    journal.raise(0);
    journal.raise(10);
    QCOMPARE(journal.told(86'405), QStringLiteral("10"));
}

QTEST_APPLESS_MAIN(TestRecentRaises)
#include "tst_recent_raises.moc"
