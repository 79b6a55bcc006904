// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself: what --verify says of a journal, and how it ends.
#include "core/store/journal_check.h"
#include "tests/support/built_program.h"
#include "tests/support/fake_clock.h"
#include "tests/support/raw_database.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temp_folder.h"

#include <QProcess>
#include <QtTest>

using namespace telltale;

namespace {

struct Answer {
    int code = -1;
    QString out;
    QString err;
};

Answer run(const QStringList &words)
{
    QProcess program;
    program.start(test::builtProgram("telltale"), words);
    program.waitForFinished(60'000);
    return {program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1, QString::fromUtf8(program.readAllStandardOutput()),
            QString::fromUtf8(program.readAllStandardError())};
}

QByteArray contentOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList verify(const test::TempFolder &temp)
{
    return {QStringLiteral("--verify"), QStringLiteral("--data"), QString::fromStdString(temp.path())};
}

} // namespace

class TestVerifyCommand : public QObject {
    Q_OBJECT
private slots:
    void saysThatAllIsInOrder();
    void namesTheFirstBadRow();
    void looksForAHead();
    void wrongUseEndsWithTwo_data();
    void wrongUseEndsWithTwo();
    void withoutAJournalItFails();
};

void TestVerifyCommand::saysThatAllIsInOrder()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 8);
    const QByteArray before = contentOf(temp.path("journal.db"));
    const Answer answer = run(verify(temp));
    QCOMPARE(answer.code, 0);
    QVERIFY2(answer.out.contains("all in order; head ") && answer.out.contains("alarm_transition 16"), qPrintable(answer.out));
    QVERIFY(!before.isEmpty() && contentOf(temp.path("journal.db")) == before);
}

void TestVerifyCommand::namesTheFirstBadRow()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 8);
    {
        const test::RawDatabase database(temp.path("journal.db"));
        test::dropTriggers(database);
        database.run("UPDATE alarm_transition SET operator = 'somebody else' WHERE seq = 5");
    }
    const Answer answer = run(verify(temp));
    QCOMPARE(answer.code, 1);
    const QString time = QString::fromStdString(toIso(test::at(5), 0));
    QVERIFY2(answer.out.contains("alarm_transition 5 (" + time + "): the row or its link was changed"), qPrintable(answer.out));
}

void TestVerifyCommand::looksForAHead()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 4);
    const QString head = QString::fromStdString(store::toText(store::checkJournal(temp.path())->head));
    test::fillJournal(temp.path(), clock, 5, 8);
    const Answer good = run(verify(temp) << "--head" << head);
    QCOMPARE(good.code, 0);
    QVERIFY2(good.out.contains("the head that was given is link"), qPrintable(good.out));
    const Answer other = run(verify(temp) << "--head"
                                          << "3" + head.mid(head.indexOf(':')));
    QCOMPARE(other.code, 1);
    QVERIFY2(other.out.contains("never had the head"), qPrintable(other.out));
}

void TestVerifyCommand::wrongUseEndsWithTwo_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no head") << QStringList{"--verify", "--head", "12"};
    QTest::newRow("half a head") << QStringList{"--verify", "--head", "12:00ff"};
    QTest::newRow("a head for nothing") << QStringList{"--head", "12:" + QString(64, '0')};
}

void TestVerifyCommand::wrongUseEndsWithTwo()
{
    QFETCH(QStringList, words);
    const Answer answer = run(words);
    QCOMPARE(answer.code, 2);
    QVERIFY2(answer.err.contains("--head"), qPrintable(answer.err));
}

void TestVerifyCommand::withoutAJournalItFails()
{
    const test::TempFolder temp;
    const Answer answer = run(verify(temp));
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains("there is no journal here"), qPrintable(answer.err));
}

QTEST_GUILESS_MAIN(TestVerifyCommand)
#include "tst_verify_command.moc"
