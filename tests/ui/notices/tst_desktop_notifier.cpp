// SPDX-License-Identifier: GPL-3.0-or-later
// Notes on a desktop that exists only on a bus of this test.
#include "tests/ui/notices/fake_desktop.h"
#include "tests/ui/notices/sounding_alarms.h"
#include "ui/notices/desktop_notifier.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;
using Kind = NotifierState::Kind;

namespace {

SnapshotPtr pictureOf(std::vector<Occurrence> alarms)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->alarms = std::make_shared<const std::vector<Occurrence>>(std::move(alarms));
    return snapshot;
}

} // namespace

class TestDesktopNotifier : public QObject {
    Q_OBJECT
private slots:
    void init();
    void tellsTheDesktopWhatThereIs();
    void textIsEscapedWhereMarkupIsRead();
    void anotherNoteOfItsSourceReplaces();
    void buttonsShowAndSilenceAndNothingElse();
    void clickedAwayIsNotReplaced();
    void takesNotesBack();
    void aServerThatComesBackIsUsedAgain();
    void noServerAndNoBusAreHarmless();

private:
    std::unique_ptr<PrivateBus> m_bus;
};

void TestDesktopNotifier::init()
{
    if (!PrivateBus::installed()) {
        QSKIP("dbus-daemon is not installed");
    }
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY(m_bus->start());
}

void TestDesktopNotifier::tellsTheDesktopWhatThereIs()
{
    FakeDesktop desktop(m_bus->address());
    DesktopNotifier notifier(m_bus->address());
    // Asked for before the desktop has answered.
    notifier.apply(pictureOf({soundingAlarm(1, Priority::P1), soundingAlarm(2, Priority::P2), soundingAlarm(3, Priority::P3)}), true);
    QTRY_COMPARE(desktop.calls.size(), 3);
    QTRY_COMPARE(notifier.state(), (NotifierState{Kind::Ready, "Fake 1.0"}));
    for (const FakeDesktop::Call &call : desktop.calls) {
        const int priority = call.summary.mid(1, 1).toInt();
        QCOMPARE(int(call.hints["urgency"].value<uchar>()), 3 - priority);
        QCOMPARE(call.hints["urgency"].userType(), int(QMetaType::UChar)); // servers ignore other types
        QCOMPARE(call.hints["desktop-entry"].toString(), QStringLiteral("org.telltale.Telltale"));
        QCOMPARE(call.hints["category"].toString(), QStringLiteral("device.error"));
        QVERIFY(call.hints["suppress-sound"].toBool());
        QCOMPARE(call.timeoutMs, priority == 1 ? 0 : -1);
        QCOMPARE(call.replaces, 0U);
    }
}

void TestDesktopNotifier::textIsEscapedWhereMarkupIsRead()
{
    for (const bool markup : {true, false}) {
        FakeDesktop desktop(m_bus->address());
        desktop.abilities = markup ? QStringList{"body", "body-markup"} : QStringList{"body"};
        DesktopNotifier notifier(m_bus->address());
        Occurrence alarm = soundingAlarm(1, Priority::P1, "<b>pump</b>");
        alarm.definition.what = "<a href=\"x\">over & out</a>";
        notifier.apply(pictureOf({alarm}), true);
        QTRY_COMPARE(desktop.calls.size(), 1);
        QCOMPARE(desktop.calls[0].body, markup ? QStringLiteral("&lt;a href=&quot;x&quot;&gt;over &amp; out&lt;/a&gt;")
                                               : QStringLiteral("<a href=\"x\">over & out</a>"));
        QVERIFY(desktop.calls[0].summary.contains("<b>pump</b>")); // a summary is always plain text
        QVERIFY(desktop.calls[0].actions.isEmpty());
    }
}

void TestDesktopNotifier::anotherNoteOfItsSourceReplaces()
{
    FakeDesktop desktop(m_bus->address());
    DesktopNotifier notifier(m_bus->address());
    Occurrence alarm = soundingAlarm(1, Priority::P2);
    for (std::uint32_t raise = 1; raise <= 20; ++raise) { // faster than the desktop can answer
        alarm.raiseCount = raise;
        alarm.definition.what = "raise " + std::to_string(raise);
        notifier.apply(pictureOf({alarm}), true);
    }
    QTRY_VERIFY(!desktop.calls.isEmpty() && desktop.calls.last().body == "raise 20");
    for (const FakeDesktop::Call &call : desktop.calls) {
        QCOMPARE(call.id, desktop.calls.first().id);
    }
    QVERIFY(desktop.calls.size() < 20);
}

void TestDesktopNotifier::buttonsShowAndSilenceAndNothingElse()
{
    FakeDesktop desktop(m_bus->address());
    DesktopNotifier notifier(m_bus->address());
    QSignalSpy shown(&notifier, &DesktopNotifier::showWanted);
    QSignalSpy silenced(&notifier, &DesktopNotifier::silenceWanted);
    notifier.apply(pictureOf({soundingAlarm(7, Priority::P1)}), true);
    QTRY_COMPARE(desktop.calls.size(), 1);
    const QStringList actions = desktop.calls[0].actions;
    QCOMPARE(actions.size(), 4);
    QCOMPARE(actions[0], QStringLiteral("default"));
    QCOMPARE(actions[2], QStringLiteral("silence"));
    const quint32 id = desktop.calls[0].id;
    QTest::qWait(50);                              // until the notifier has the answer with the id
    emit desktop.ActionInvoked(id + 1, "default"); // somebody else's note
    emit desktop.ActivationToken(id, "token-1");
    emit desktop.ActionInvoked(id, "default");
    QTRY_COMPARE(shown.size(), 1);
    QCOMPARE(shown[0][0].value<OccurrenceId>(), OccurrenceId{7});
    QCOMPARE(shown[0][1].toString(), QStringLiteral("token-1"));
    emit desktop.ActionInvoked(id, "silence");
    QTRY_COMPARE(silenced.size(), 1);
    QCOMPARE(shown.size(), 1);
}

void TestDesktopNotifier::clickedAwayIsNotReplaced()
{
    FakeDesktop desktop(m_bus->address());
    DesktopNotifier notifier(m_bus->address());
    Occurrence alarm = soundingAlarm(1, Priority::P2);
    notifier.apply(pictureOf({alarm}), true);
    QTRY_COMPARE(desktop.calls.size(), 1);
    QTest::qWait(50);
    emit desktop.NotificationClosed(desktop.calls[0].id, 2);
    QTest::qWait(50);
    alarm.raiseCount = 2;
    notifier.apply(pictureOf({alarm}), true);
    QTRY_COMPARE(desktop.calls.size(), 2);
    QCOMPARE(desktop.calls[1].replaces, 0U);
}

void TestDesktopNotifier::takesNotesBack()
{
    FakeDesktop desktop(m_bus->address());
    {
        DesktopNotifier notifier(m_bus->address());
        const Occurrence first = soundingAlarm(1, Priority::P1);
        const Occurrence second = soundingAlarm(2, Priority::P1);
        notifier.apply(pictureOf({first, second}), true);
        QTRY_COMPARE(desktop.calls.size(), 2);
        notifier.apply(pictureOf({second}), true);
        QTRY_COMPARE(desktop.closed, QVector<quint32>{desktop.calls[0].id});
    }
    QTRY_COMPARE(desktop.closed.size(), 2); // and the rest when the program ends
}

void TestDesktopNotifier::aServerThatComesBackIsUsedAgain()
{
    FakeDesktop desktop(m_bus->address());
    DesktopNotifier notifier(m_bus->address());
    QTRY_COMPARE(notifier.state().kind, Kind::Ready);
    desktop.disappear();
    QTRY_COMPARE(notifier.state().kind, Kind::NoServer);
    notifier.apply(pictureOf({soundingAlarm(1, Priority::P1)}), true);
    desktop.appear();
    QTRY_COMPARE(notifier.state().kind, Kind::Ready);
    notifier.apply(pictureOf({soundingAlarm(1, Priority::P1), soundingAlarm(2, Priority::P1)}), true);
    QTRY_COMPARE(desktop.calls.size(), 1);
    QCOMPARE(desktop.calls[0].replaces, 0U);
}

void TestDesktopNotifier::noServerAndNoBusAreHarmless()
{
    DesktopNotifier alone(m_bus->address());
    alone.apply(pictureOf({soundingAlarm(1, Priority::P1)}), true);
    QTRY_COMPARE(alone.state().kind, Kind::NoServer);
    QVERIFY(notifierText(alone.state()).startsWith("not shown, no notification service: "));
    DesktopNotifier lost(QStringLiteral("unix:path=/nonexistent/bus"));
    lost.apply(pictureOf({soundingAlarm(1, Priority::P1)}), true);
    QTRY_COMPARE(lost.state().kind, Kind::NoBus);
    QVERIFY(notifierText(lost.state()).startsWith("not shown, no session bus: "));
    m_bus->stop(); // while a notifier is on it
    alone.apply(pictureOf({soundingAlarm(2, Priority::P1)}), true);
}

QTEST_GUILESS_MAIN(TestDesktopNotifier)
#include "tst_desktop_notifier.moc"
