// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself: accounts by command line.
#include "tests/support/built_program.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace {

struct Answer {
    int code = -1;
    QString out;
    QString err;
};

class TestHome {
public:
    [[nodiscard]] Answer run(const QStringList &words, const QByteArray &typed = {}) const
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.path());
        program.setProcessEnvironment(environment);
        program.start(telltale::test::builtProgram("telltale"), words);
        program.write(typed);
        program.closeWriteChannel();
        program.waitForFinished(60'000);
        return {program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1, QString::fromUtf8(program.readAllStandardOutput()),
                QString::fromUtf8(program.readAllStandardError())};
    }
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("telltale/accounts.json")); }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestAccountCommand : public QObject {
    Q_OBJECT
private slots:
    void addsListsAndRemoves();
    void refusesWhatCannotBe();
};

void TestAccountCommand::addsListsAndRemoves()
{
    const TestHome home;
    QCOMPARE(home.run({"--add-account", "operator A", "--role", "operator"}, "4711\n").code, 0);
    QCOMPARE(home.run({"--add-account", "engineer B", "--role", "engineer"}, "0815\n").code, 0);
    const Answer list = home.run({"--list-accounts"});
    QCOMPARE(list.code, 0);
    QCOMPARE(list.out, QStringLiteral("engineer   engineer B\noperator   operator A\n"));
    const QFile file(home.file());
    QCOMPARE(file.permissions() & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(home.run({"--remove-account", "operator A"}).code, 0);
    QCOMPARE(home.run({"--remove-account", "operator A"}).code, 1);
    QCOMPARE(home.run({"--list-accounts"}).out, QStringLiteral("engineer   engineer B\n"));
}

void TestAccountCommand::refusesWhatCannotBe()
{
    const TestHome home;
    const Answer shortPin = home.run({"--add-account", "operator A", "--role", "operator"}, "1\n");
    QCOMPARE(shortPin.code, 2);
    QVERIFY(shortPin.err.contains("PIN"));
    QVERIFY(!QFile::exists(home.file()));
    QVERIFY(home.run({"--list-accounts"}).out.contains("everybody"));
}

QTEST_MAIN(TestAccountCommand)
#include "tst_account_command.moc"
