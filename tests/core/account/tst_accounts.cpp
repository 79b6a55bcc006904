// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/account_file.h"
#include "core/account/attempt_delay.h"
#include "core/account/pin.h"
#include "core/account/sign_in.h"
#include "tests/support/temp_folder.h"

#include <QFile>
#include <QFileInfo>
#include <QtTest>
#include <sys/stat.h>

using namespace telltale;
using namespace telltale::account;
using namespace std::chrono_literals;

namespace {

QByteArray contentOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const std::string &path, const QByteArray &content)
{
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
}

} // namespace

class TestAccounts : public QObject {
    Q_OBJECT
private slots:
    void noFileMeansNoAccounts();
    void whoWasAddedCanSignInWithTheirPinOnly();
    void theFileIsPrivateAndHoldsNoPin();
    void addingAgainChangesRoleAndPin();
    void removedIsGone();
    void badNamesAndPinsAreRefused();
    void aDamagedFileIsAnErrorNeverAnEmptyOne_data();
    void aDamagedFileIsAnErrorNeverAnEmptyOne();
    void aFileThatOthersMayWriteIsNotBelieved();
    void theWaitGrowsToItsLimit();
};

void TestAccounts::noFileMeansNoAccounts()
{
    const test::TempFolder folder;
    const auto accounts = readAccounts(folder.path("accounts.json"));
    QVERIFY(accounts);
    QVERIFY(accounts->empty());
}

void TestAccounts::whoWasAddedCanSignInWithTheirPinOnly()
{
    const test::TempFolder folder;
    const std::string path = folder.path("made/accounts.json");
    QVERIFY(addAccount(path, "operator A", Role::Operator, "4711"));
    QVERIFY(addAccount(path, "engineer B", Role::Engineer, "0815"));
    const auto signedIn = signIn(path, "operator A", "4711");
    QVERIFY(signedIn);
    QCOMPARE(signedIn->role, Role::Operator);
    const auto wrong = signIn(path, "operator A", "0815");
    QVERIFY(!wrong);
    const auto unknown = signIn(path, "operator C", "4711");
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().text(), wrong.error().text());
    QCOMPARE(readAccounts(path)->front().name, std::string("engineer B")); // by name
}

void TestAccounts::theFileIsPrivateAndHoldsNoPin()
{
    const test::TempFolder folder;
    const std::string path = folder.path("accounts.json");
    const mode_t before = umask(0);
    QVERIFY(addAccount(path, "operator A", Role::Operator, "secret-4711"));
    umask(before);
    struct stat rights {};
    QCOMPARE(::stat(path.c_str(), &rights), 0);
    QCOMPARE(rights.st_mode & 0777, mode_t{0600});
    QVERIFY(!contentOf(path).contains("secret-4711"));
    QVERIFY(contentOf(path).contains("$argon2id$"));
}

void TestAccounts::addingAgainChangesRoleAndPin()
{
    const test::TempFolder folder;
    const std::string path = folder.path("accounts.json");
    QVERIFY(addAccount(path, "operator A", Role::Operator, "4711"));
    QVERIFY(addAccount(path, "operator A", Role::Supervisor, "4712"));
    QCOMPARE(readAccounts(path)->size(), std::size_t{1});
    QVERIFY(!signIn(path, "operator A", "4711"));
    QCOMPARE(signIn(path, "operator A", "4712")->role, Role::Supervisor);
}

void TestAccounts::removedIsGone()
{
    const test::TempFolder folder;
    const std::string path = folder.path("accounts.json");
    QVERIFY(addAccount(path, "operator A", Role::Operator, "4711"));
    QCOMPARE(removeAccount(path, "operator B").error().kind, ErrorKind::NotFound);
    QVERIFY(removeAccount(path, "operator A"));
    QVERIFY(!signIn(path, "operator A", "4711"));
}

void TestAccounts::badNamesAndPinsAreRefused()
{
    const test::TempFolder folder;
    const std::string path = folder.path("accounts.json");
    for (const char *name : {"", " a", "a ", "a\nb", "\xff"})
        QCOMPARE(addAccount(path, name, Role::Operator, "4711").error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(addAccount(path, "a", Role::Operator, "123").error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(addAccount(path, "a", Role::Operator, std::string(129, '1')).error().kind, ErrorKind::InvalidArgument);
    QVERIFY(!QFileInfo::exists(QString::fromStdString(path)));
}

void TestAccounts::aDamagedFileIsAnErrorNeverAnEmptyOne_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("{\"format\":\"telltale-acc");
    QTest::newRow("something else") << QByteArray("{}");
    QTest::newRow("a role nobody has") << QByteArray(
        R"({"format":"telltale-accounts","version":1,"accounts":[{"name":"a","role":"king","pinHash":"$argon2id$x"}]})");
    QTest::newRow("no hash") << QByteArray(R"({"format":"telltale-accounts","version":1,"accounts":[{"name":"a","role":"viewer"}]})");
    QTest::newRow("twice") << QByteArray(R"({"format":"telltale-accounts","version":1,"accounts":[)"
                                         R"({"name":"a","role":"viewer","pinHash":"$argon2id$x"},)"
                                         R"({"name":"a","role":"engineer","pinHash":"$argon2id$y"}]})");
    QTest::newRow("the future") << QByteArray(R"({"format":"telltale-accounts","version":2,"accounts":[]})");
}

void TestAccounts::aDamagedFileIsAnErrorNeverAnEmptyOne()
{
    QFETCH(QByteArray, content);
    const test::TempFolder folder;
    const std::string path = folder.path("accounts.json");
    put(path, content);
    const auto accounts = readAccounts(path);
    QVERIFY(!accounts);
    QCOMPARE(accounts.error().where, path);
    QVERIFY(!signIn(path, "a", "4711"));
    QVERIFY(!addAccount(path, "b", Role::Engineer, "4711")); // what is damaged is not written over
    QCOMPARE(contentOf(path), content);
}

void TestAccounts::aFileThatOthersMayWriteIsNotBelieved()
{
    const test::TempFolder folder;
    const std::string path = folder.path("accounts.json");
    QVERIFY(addAccount(path, "operator A", Role::Operator, "4711"));
    QCOMPARE(::chmod(path.c_str(), 0620), 0);
    QVERIFY(!readAccounts(path));
    QCOMPARE(::chmod(path.c_str(), 0600), 0);
    QVERIFY(readAccounts(path));
}

void TestAccounts::theWaitGrowsToItsLimit()
{
    AttemptDelay delay;
    SteadyTime now{1h};
    QCOMPARE(delay.left(now), Duration::zero());
    for (const Duration expected :
         {Duration{1s}, Duration{2s}, Duration{4s}, Duration{8s}, Duration{16s}, Duration{32s}, Duration{60s}, Duration{60s}}) {
        delay.failed(now);
        QCOMPARE(delay.left(now), expected);
        QCOMPARE(delay.left(now + expected), Duration::zero());
        now += expected;
    }
    delay.succeeded();
    delay.failed(now);
    QCOMPARE(delay.left(now), Duration{1s});
}

QTEST_APPLESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
