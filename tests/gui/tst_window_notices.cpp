// SPDX-License-Identifier: GPL-3.0-or-later
// What makes the station noticed, on the real window: horn, silence, NO SOUND.
#include "tests/gui/window_fixture.h"
#include "tests/ui/notices/fake_output.h"
#include "ui/models/time_text.h"
#include "ui/widgets/fitting_label.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;
using Kind = SoundState::Kind;

namespace {

/// A station with a loudspeaker that a test can listen to.
struct Station {
    std::shared_ptr<FakeOutput::Heard> heard = std::make_shared<FakeOutput::Heard>();
    WindowFixture fixture{settings()};

    WindowSettings settings()
    {
        WindowSettings settings = WindowFixture::defaults();
        settings.notices.sound = [heard = heard] { return std::make_unique<FakeOutput>(heard); };
        return settings;
    }
    Occurrence &raise(const char *sensor, Priority priority)
    {
        Occurrence &alarm = fixture.build.addAlarm(fixture.build.addSensor("line-a/pump1", sensor, "mm/s"), priority, AlarmState::B);
        alarm.audible = Audible::Sounding;
        return alarm;
    }
    bool soundsAfter(SteadyTime when) const
    {
        return QTest::qWaitFor(
            [&] {
                const std::lock_guard guard(heard->lock);
                return heard->lastSound > when;
            },
            5000);
    }
    bool quietAfter(SteadyTime when) const
    {
        return QTest::qWaitFor(
            [&] {
                const std::lock_guard guard(heard->lock);
                return heard->lastQuiet > std::max(when, heard->lastSound) + std::chrono::milliseconds{500};
            },
            5000);
    }
    [[nodiscard]] QString horn() const { return fixture.find<QAbstractButton>("horn")->text(); }
    [[nodiscard]] FittingLabel *noSound() const { return fixture.find<FittingLabel>("noSound"); }
};

SteadyTime now()
{
    return std::chrono::steady_clock::now();
}

} // namespace

class TestWindowNotices : public QObject {
    Q_OBJECT
private slots:
    void anAlarmSoundsUntilItIsAcknowledged();
    void f8SilencesAtOnceEvenIfNobodyAnswers();
    void aNewAlarmIsHeardThroughASilence();
    void saysWhileNobodyWouldHearIt();
};

void TestWindowNotices::anAlarmSoundsUntilItIsAcknowledged()
{
    Station station;
    QVERIFY(station.quietAfter(now()));
    station.raise("vibration", Priority::P1);
    const SteadyTime raised = now();
    QVERIFY(station.fixture.give());
    QVERIFY(station.soundsAfter(raised));
    QVERIFY2(station.horn().contains("HORN ON") && station.horn().contains("F8"), qPrintable(station.horn()));
    {
        const std::lock_guard guard(station.heard->lock);
        qInfo("new alarm in the source to the first sample with sound: %.1f ms (window asks every 40 ms, device every 10 ms)",
              toSeconds(station.heard->firstSound - raised) * 1e3);
    }
    station.fixture.build.alarms()[0].state = AlarmState::C;
    station.fixture.build.alarms()[0].ack = AckState::Acked;
    station.fixture.build.alarms()[0].audible = Audible::Off;
    QVERIFY(station.fixture.give());
    QVERIFY(station.quietAfter(now()));
    QCOMPARE(station.horn(), QStringLiteral("horn off"));
}

void TestWindowNotices::f8SilencesAtOnceEvenIfNobodyAnswers()
{
    Station station;
    station.raise("vibration", Priority::P1);
    station.fixture.build.snapshot().health.journal = JournalState::Failing;
    QVERIFY(station.fixture.give());
    QVERIFY(station.soundsAfter(now()));
    station.fixture.source.full = true; // the command goes nowhere
    station.fixture.press(Qt::Key_F8);
    QVERIFY2(station.horn().startsWith("silenced until "), qPrintable(station.horn()));
    QVERIFY(station.quietAfter(now()));
    QVERIFY(station.fixture.give());
    QVERIFY(station.horn().startsWith("silenced until "));
    QVERIFY(station.fixture.posted<command::Acknowledge>().empty());
}

void TestWindowNotices::aNewAlarmIsHeardThroughASilence()
{
    Station station;
    Occurrence &first = station.raise("vibration", Priority::P1);
    QVERIFY(station.fixture.give());
    QVERIFY(station.soundsAfter(now()));
    station.fixture.press(Qt::Key_F8);
    first.audible = Audible::Silenced;
    first.silencedUntil = station.fixture.build.snapshot().now + std::chrono::seconds{120};
    QVERIFY(station.fixture.give());
    QVERIFY(station.quietAfter(now()));
    station.raise("temperature", Priority::P3);
    const SteadyTime raised = now();
    QVERIFY(station.fixture.give());
    QVERIFY(station.soundsAfter(raised));
    QVERIFY(station.horn().contains("HORN ON"));
}

void TestWindowNotices::saysWhileNobodyWouldHearIt()
{
    Station station;
    QVERIFY(station.noSound()->isVisible()); // nothing has answered yet
    station.heard->report({Kind::Ready, "Built-in"});
    QTRY_VERIFY(station.noSound()->isHidden());
    station.heard->report({Kind::DeviceMuted, "Built-in"});
    QTRY_VERIFY(station.noSound()->isVisible());
    QCOMPARE(station.noSound()->text(), QStringLiteral("NO SOUND: the sound device is muted: Built-in"));
    QCOMPARE(station.noSound()->accessibleName(), station.noSound()->text());
    QVERIFY(!QApplication::activeModalWidget());
    station.heard->report({Kind::Ready, "Built-in"});
    QTRY_VERIFY(station.noSound()->isHidden());
    station.heard->takes = false; // hangs without a word
    QTRY_VERIFY(station.noSound()->isVisible());
    QVERIFY(station.noSound()->text().contains("takes no sound"));
}

QTEST_MAIN(TestWindowNotices)
#include "tst_window_notices.moc"
