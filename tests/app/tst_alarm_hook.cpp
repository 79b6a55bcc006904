// SPDX-License-Identifier: GPL-3.0-or-later
// The command of the site for alarms: real programs, in order, and what goes wrong with them.
#include "app/desktop/alarm_hook.h"
#include "tests/support/temp_folder.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QtTest>
#include <thread>

using namespace telltale;
using namespace telltale::app;

namespace {

AlarmEvent raiseOf(EventSeq seq)
{
    AlarmEvent made;
    made.seq = seq;
    made.kind = AlarmEventKind::Raise;
    made.source = {"line a/\"pump\"", "x\ny"};
    return made;
}

} // namespace

class TestAlarmHook : public QObject {
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<test::TempFolder>(); }
    void everyEventIsHandedOverInOrder();
    void noShellReadsTheCommand();
    void programsThatCannotStartAreFoundAtTheStart();
    void aProgramThatFailsIsSaidAndTheNextEventComes();
    void tooManyAreCountedNotKept();
    void theEndWaitsForTheLastOne();
    void withoutACommandNothingHappens();

private:
    /// A script that appends its input to the file `out`.
    [[nodiscard]] std::string collector(const QByteArray &then = {}) const
    {
        const QString path = QString::fromStdString(m_folder->path("hook.sh"));
        QFile script(path);
        static_cast<void>(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\ncat >> '" + QByteArray::fromStdString(m_folder->path("out")) + "'\n" + then + "\n");
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path.toStdString();
    }
    [[nodiscard]] QList<QByteArray> lines() const
    {
        QFile out(QString::fromStdString(m_folder->path("out")));
        QList<QByteArray> all = out.open(QIODevice::ReadOnly) ? out.readAll().split('\n') : QList<QByteArray>();
        all.removeAll(QByteArray());
        return all;
    }

    std::unique_ptr<test::TempFolder> m_folder;
};

void TestAlarmHook::everyEventIsHandedOverInOrder()
{
    AlarmHook hook(collector(), {});
    std::thread([&hook] {
        for (EventSeq seq = 1; seq <= 20; ++seq)
            hook.take(raiseOf(seq));
    }).join();
    QTRY_COMPARE(lines().size(), 20);
    for (int i = 0; i < 20; ++i) {
        const QJsonObject line = QJsonDocument::fromJson(lines()[i]).object();
        QCOMPARE(line["seq"].toInt(), i + 1);
        QCOMPARE(line["asset"].toString(), QStringLiteral("line a/\"pump\""));
        QCOMPARE(line["sensor"].toString(), QStringLiteral("x\ny"));
    }
}

void TestAlarmHook::noShellReadsTheCommand()
{
    const std::string trap = m_folder->path("trap");
    AlarmHook hook(collector() + " ; touch " + trap + " $(touch " + trap + ")", {});
    hook.take(raiseOf(1));
    QTRY_COMPARE(lines().size(), 1);
    QVERIFY(!QFile::exists(QString::fromStdString(trap)));
}

void TestAlarmHook::programsThatCannotStartAreFoundAtTheStart()
{
    QVERIFY(AlarmHook::check(collector()).ok());
    QVERIFY(AlarmHook::check("sh -c true").ok());
    for (const char *bad : {"/no/such/program", "no-such-program --x", "", "   "}) {
        const auto checked = AlarmHook::check(bad);
        QVERIFY2(!checked.ok(), bad);
        QVERIFY(checked.error().text().find("--on-alarm") != std::string::npos);
    }
}

void TestAlarmHook::aProgramThatFailsIsSaidAndTheNextEventComes()
{
    std::string log;
    AlarmHook hook(collector("exit 3"), [&log](LogLevel, std::string_view, std::string_view text) { log += text; });
    QSignalSpy failed(&hook, &AlarmHook::failed);
    hook.take(raiseOf(1));
    hook.take(raiseOf(2));
    QTRY_COMPARE(failed.size(), 2);
    QVERIFY(failed[0][0].toString().contains("3"));
    QCOMPARE(lines().size(), 2);
    QVERIFY2(log.find("--on-alarm") != std::string::npos, log.c_str());
    QVERIFY(QFile::remove(QString::fromStdString(m_folder->path("hook.sh"))));
    hook.take(raiseOf(3));
    QTRY_COMPARE(failed.size(), 3);
}

void TestAlarmHook::tooManyAreCountedNotKept()
{
    AlarmHook hook(collector(), {});
    QSignalSpy failed(&hook, &AlarmHook::failed);
    for (EventSeq seq = 1; seq <= AlarmHook::kMostWaiting + 11; ++seq)
        hook.take(raiseOf(seq));
    // One runs, kMostWaiting wait; the rest was counted before any could be started.
    QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), 20'000);
    QVERIFY2(failed[0][0].toString().contains("10"), qPrintable(failed[0][0].toString()));
}

void TestAlarmHook::theEndWaitsForTheLastOne()
{
    {
        AlarmHook hook(collector("sleep 0.3; echo done >> '" + QByteArray::fromStdString(m_folder->path("out")) + "'"), {});
        for (EventSeq seq = 1; seq <= 3; ++seq)
            hook.take(raiseOf(seq));
    }
    QCOMPARE(lines().size(), 6);
}

void TestAlarmHook::withoutACommandNothingHappens()
{
    AlarmHook hook({}, {});
    QSignalSpy failed(&hook, &AlarmHook::failed);
    hook.take(raiseOf(1));
    QTest::qWait(50);
    QVERIFY(failed.isEmpty());
}

QTEST_GUILESS_MAIN(TestAlarmHook)
#include "tst_alarm_hook.moc"
