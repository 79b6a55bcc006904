// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curve/key_files.h"
#include "tests/support/curve_keys.h"

#include <QtTest>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace telltale;
using namespace telltale::curve;

namespace {

mode_t modeOf(const std::string &path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
}

std::string contentOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::string &path, const std::string &content, mode_t mode)
{
    std::ofstream(path, std::ios::binary) << content;
    ::chmod(path.c_str(), mode);
}

const std::string kSecret(40, '1');

} // namespace

class TestKeyFiles : public QObject {
    Q_OBJECT
private slots:
    void aPairIsMadeAndReadBack();
    void itsRightsDoNotDependOnTheUmask();
    void nothingThatExistsIsReplaced_data();
    void nothingThatExistsIsReplaced();
    void aLinkIsNotFollowed();
    void whatIsToldNeverHoldsTheSecret();
    void whoeverElseMayReadItMakesItUseless_data();
    void whoeverElseMayReadItMakesItUseless();
    void somebodyElsesKeyIsRefused();
    void mistakesAreNamedWithoutTheSecret_data();
    void mistakesAreNamedWithoutTheSecret();
    void whatIsNoFileIsRefused_data();
    void whatIsNoFileIsRefused();
    void publicFilesHaveTheirNames_data();
    void publicFilesHaveTheirNames();

private:
    test::TempFolder m_folder;
};

void TestKeyFiles::aPairIsMadeAndReadBack()
{
    const std::string path = m_folder.path("new/keys/station.secret");
    const auto made = makeKeyFiles(path);
    QVERIFY2(made.ok(), made.ok() ? "" : made.error().text().c_str());
    QCOMPARE(made->publicFile, m_folder.path("new/keys/station.public"));
    const auto secret = readSecretKey(path);
    QVERIFY2(secret.ok(), secret.ok() ? "" : secret.error().text().c_str());
    QCOMPARE(secret->publicKey(), made->key);
    QCOMPARE(contentOf(made->publicFile), made->key.text() + " station\n");
    QCOMPARE(modeOf(m_folder.path("new")), mode_t(0700));
}

void TestKeyFiles::itsRightsDoNotDependOnTheUmask()
{
    for (const mode_t mask : {0, 022, 077}) {
        const std::string path = m_folder.path("mask" + std::to_string(mask) + ".secret");
        const mode_t before = ::umask(mask);
        const auto made = makeKeyFiles(path);
        ::umask(before);
        QVERIFY(made.ok());
        QCOMPARE(modeOf(path), mode_t(0600));
        QCOMPARE(modeOf(made->publicFile), mode_t(0644));
    }
}

void TestKeyFiles::nothingThatExistsIsReplaced_data()
{
    QTest::addColumn<QString>("existing");
    QTest::newRow("secret") << "old.secret";
    QTest::newRow("public") << "old.public";
}

void TestKeyFiles::nothingThatExistsIsReplaced()
{
    QFETCH(QString, existing);
    const test::TempFolder folder;
    write(folder.path(existing.toStdString()), "of value", 0600);
    const auto made = makeKeyFiles(folder.path("old.secret"));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Busy);
    QCOMPARE(made.error().where, folder.path(existing.toStdString()));
    QCOMPARE(contentOf(folder.path(existing.toStdString())), std::string("of value"));
    QCOMPARE(QDir(QString::fromStdString(folder.path())).entryList(QDir::Files), QStringList{existing});
}

void TestKeyFiles::aLinkIsNotFollowed()
{
    const std::string target = m_folder.path("elsewhere");
    std::filesystem::create_symlink(target, m_folder.path("link.secret"));
    QVERIFY(!makeKeyFiles(m_folder.path("link.secret")));
    QVERIFY(!std::filesystem::exists(target));
}

void TestKeyFiles::whatIsToldNeverHoldsTheSecret()
{
    const std::string path = m_folder.path("told.secret");
    const auto made = makeKeyFiles(path);
    QVERIFY(made.ok());
    const std::string secret = test::secretTextIn(path);
    QCOMPARE(secret.size(), kKeyCharacters);
    const std::string told = describe(*made);
    for (const std::string &wanted : {made->key.text(), made->key.fingerprint(), path, made->publicFile})
        QVERIFY2(told.find(wanted) != std::string::npos, told.c_str());
    QVERIFY(told.find(secret) == std::string::npos);
    QVERIFY(contentOf(made->publicFile).find(secret) == std::string::npos);
}

void TestKeyFiles::whoeverElseMayReadItMakesItUseless_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("good");
    for (const auto &[mode, good] :
         {std::pair{0600, true}, {0400, true}, {0640, false}, {0604, false}, {0644, false}, {0620, false}, {0601, false}, {0666, false}})
        QTest::newRow(qPrintable(QString::number(mode, 8))) << mode << good;
}

void TestKeyFiles::whoeverElseMayReadItMakesItUseless()
{
    QFETCH(int, mode);
    QFETCH(bool, good);
    const std::string path = m_folder.path("mode.secret");
    write(path, kSecret, mode_t(mode));
    const auto secret = readSecretKey(path);
    QCOMPARE(secret.ok(), good);
    if (good)
        return;
    QCOMPARE(secret.error().kind, ErrorKind::ReadOnly);
    QVERIFY2(QString::fromStdString(secret.error().text()).contains("found access rights 0" + QString::number(mode, 8)),
             secret.error().text().c_str());
    QVERIFY(secret.error().text().find(kSecret) == std::string::npos);
}

void TestKeyFiles::somebodyElsesKeyIsRefused()
{
    if (::geteuid() != 0)
        QSKIP("only root can give files away");
    const std::string path = m_folder.path("foreign.secret");
    write(path, kSecret, 0600);
    QCOMPARE(::chown(path.c_str(), 65534, 65534), 0);
    const auto secret = readSecretKey(path);
    QVERIFY(!secret);
    QVERIFY(QString::fromStdString(secret.error().what).contains("belongs to somebody else"));
}

void TestKeyFiles::mistakesAreNamedWithoutTheSecret_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("what");
    const QByteArray secret = QByteArray::fromStdString(kSecret);
    QTest::newRow("empty") << QByteArray() << ""
                           << "found a file without one";
    QTest::newRow("remarks only") << QByteArray("# a\n\n#\n") << ""
                                  << "found a file without one";
    QTest::newRow("one too few") << secret.mid(1) << ":1"
                                 << "found 39";
    QTest::newRow("one too many") << "# remark\n" + secret + "1\n"
                                  << ":2"
                                  << "found 41";
    QTest::newRow("other characters") << secret.mid(1) + "\""
                                      << ":1"
                                      << "characters that no key has";
    QTest::newRow("PEM") << QByteArray("-----BEGIN PRIVATE KEY-----\n") + secret << ":1"
                         << "found 27";
    QTest::newRow("long") << "# " + QByteArray(5000, 'x') + '\n' + secret << ""
                          << "more than 4096 bytes";
}

void TestKeyFiles::mistakesAreNamedWithoutTheSecret()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, where);
    QFETCH(QString, what);
    const std::string path = m_folder.path("bad.secret");
    write(path, content.toStdString(), 0600);
    const auto secret = readSecretKey(path);
    QVERIFY(!secret);
    QCOMPARE(secret.error().kind, ErrorKind::BadFormat);
    QCOMPARE(QString::fromStdString(secret.error().where), QString::fromStdString(path) + where);
    QVERIFY2(QString::fromStdString(secret.error().what).contains(what), secret.error().what.c_str());
    QVERIFY(secret.error().text().find(kSecret.substr(0, 10)) == std::string::npos);
}

void TestKeyFiles::whatIsNoFileIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("kind");
    const QString pipe = QString::fromStdString(m_folder.path("pipe"));
    ::mkfifo(qPrintable(pipe), 0600);
    QTest::newRow("nothing") << "/nowhere/station.secret" << int(ErrorKind::NotFound);
    QTest::newRow("folder") << QString::fromStdString(m_folder.path()) << int(ErrorKind::Io);
    QTest::newRow("pipe") << pipe << int(ErrorKind::Io);
    QTest::newRow("device") << "/dev/null" << int(ErrorKind::Io);
}

void TestKeyFiles::whatIsNoFileIsRefused()
{
    QFETCH(QString, path);
    QFETCH(int, kind);
    const auto secret = readSecretKey(path.toStdString());
    QVERIFY(!secret);
    QCOMPARE(int(secret.error().kind), kind);
    QCOMPARE(QString::fromStdString(secret.error().where), path);
}

void TestKeyFiles::publicFilesHaveTheirNames_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("expected");
    QTest::newRow("usual") << "a/station.secret"
                           << "a/station.public";
    QTest::newRow("other ending") << "a/station.key"
                                  << "a/station.key.public";
    QTest::newRow("no ending") << "station"
                               << "station.public";
    QTest::newRow("nothing but the ending") << ".secret"
                                            << ".secret.public";
}

void TestKeyFiles::publicFilesHaveTheirNames()
{
    QFETCH(QString, secret);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(publicFileOf(secret.toStdString())), expected);
}

QTEST_APPLESS_MAIN(TestKeyFiles)
#include "tst_key_files.moc"
