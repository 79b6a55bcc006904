// SPDX-License-Identifier: GPL-3.0-or-later
// What makes the station noticed, on the real window: horn, silence, NO SOUND.
#include "tests/gui/window_fixture.h"
#include "tests/ui/notices/fake_desktop.h"
#include "tests/ui/notices/fake_output.h"
#include "ui/models/time_text.h"
#include "ui/widgets/fitting_label.h"

#include <QLabel>
#include <QTableView>
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
    void aNoteBringsTheWindowToItsAlarm();
    void whoLooksAtTheWindowGetsNoNotes();
    void theFeedsPageSaysWhatGetsThrough();
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

void TestWindowNotices::aNoteBringsTheWindowToItsAlarm()
{
    if (!PrivateBus::installed()) {
        QSKIP("dbus-daemon is not installed");
    }
    PrivateBus bus;
    QVERIFY(bus.start());
    FakeDesktop desktop(bus.address());
    WindowSettings settings = WindowFixture::defaults();
    settings.notices.notify = NotifyWhen::Away;
    settings.notices.busAddress = bus.address();
    WindowFixture fixture(settings);
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.window->showMinimized();
    fixture.build.addAlarm(fixture.build.addSensor("line-a/pump1", "vibration", "mm/s"), Priority::P1, AlarmState::B).audible =
        Audible::Sounding;
    Occurrence &other = fixture.build.addAlarm(fixture.build.addSensor("line-a/fan", "speed", "rpm"), Priority::P2, AlarmState::B);
    other.audible = Audible::Sounding;
    const OccurrenceId wanted = other.id;
    QVERIFY(fixture.give());
    QTRY_COMPARE(desktop.calls.size(), 2);
    const auto note =
        std::find_if(desktop.calls.begin(), desktop.calls.end(), [](const auto &call) { return call.summary.startsWith("P2"); });
    QVERIFY(note != desktop.calls.end());
    const quint32 id = note->id;
    QTRY_VERIFY((emit desktop.ActionInvoked(id, "default"), !fixture.window->isMinimized())); // once the window knows the note's number
    QTRY_VERIFY(fixture.list()->selectionModel()->hasSelection());
    QVERIFY(fixture.find<QLabel>("detailTitle")->text().contains("fan"));
    QVERIFY(wanted != 0 && fixture.posted<command::Acknowledge>().empty());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QVERIFY(fixture.give());
    QTRY_COMPARE(desktop.closed.size(), 2);    // somebody looks now
    emit desktop.ActionInvoked(id, "silence"); // too late: that note is gone
    QTest::qWait(50);
    QVERIFY(fixture.posted<command::Silence>().empty());
}

void TestWindowNotices::whoLooksAtTheWindowGetsNoNotes()
{
    if (!PrivateBus::installed()) {
        QSKIP("dbus-daemon is not installed");
    }
    PrivateBus bus;
    QVERIFY(bus.start());
    FakeDesktop desktop(bus.address());
    for (const NotifyWhen when : {NotifyWhen::Away, NotifyWhen::Always}) {
        WindowSettings settings = WindowFixture::defaults();
        settings.notices.notify = when;
        settings.notices.busAddress = bus.address();
        WindowFixture fixture(settings);
        QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        fixture.build.addAlarm(fixture.build.addSensor("line-a/pump1", "vibration", "mm/s"), Priority::P1, AlarmState::B).audible =
            Audible::Sounding;
        QVERIFY(fixture.give());
        if (when == NotifyWhen::Always) {
            QTRY_COMPARE(desktop.calls.size(), 1);
            QTRY_VERIFY((emit desktop.ActionInvoked(desktop.calls[0].id, "silence"), !fixture.posted<command::Silence>().empty()));
        } else {
            QTest::qWait(300);
            QCOMPARE(desktop.calls.size(), 0);
        }
    }
}

void TestWindowNotices::theFeedsPageSaysWhatGetsThrough()
{
    Station station;
    station.heard->report({Kind::Ready, "Built-in"});
    QVERIFY(station.fixture.give());
    station.fixture.press(Qt::Key_4, Qt::ControlModifier);
    const auto *table = station.fixture.find<QTableView>("feedTable")->model();
    const auto said = [table](const QString &measure) {
        const auto rows = table->match(table->index(0, 0), Qt::DisplayRole, measure);
        return rows.isEmpty() ? QString() : rows.first().siblingAtColumn(1).data().toString();
    };
    QTRY_COMPARE(said("Program: sound"), QStringLiteral("ready: Built-in"));
    QCOMPARE(said("Program: notes on the desktop"), QStringLiteral("switched off at this station"));
}

QTEST_MAIN(TestWindowNotices)
#include "tst_window_notices.moc"
