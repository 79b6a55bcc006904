// SPDX-License-Identifier: GPL-3.0-or-later
// The real programs with encrypted feeds, from a login that would let everybody read: no word, no file and no argument of theirs holds a
// secret key in any of its forms, and what they make in the data folder is for its owner alone.
#include "core/store/store_reader.h"
#include "tests/support/built_program.h"
#include "tests/support/curve_keys.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace telltale;

namespace {

constexpr int kPatienceMs = 60'000;

/// As text, as bytes, and as tools write bytes.
QList<QByteArray> formsOf(const test::KeyPair &key)
{
    const auto secret = key.secret();
    const QByteArray bytes(reinterpret_cast<const char *>(secret.bytes().data()), qsizetype(curve::kKeyBytes));
    return {QByteArray::fromStdString(key.secretText()), bytes, bytes.toHex(), bytes.toHex().toUpper(), bytes.toBase64().chopped(2)};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

mode_t rightsOf(const QString &path)
{
    struct stat status {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 07777;
}

} // namespace

class TestSecrets : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aRunLeavesNoSecretAndNothingForOthers();
    void whatIsAskedAfterwardsLeavesNone_data();
    void whatIsAskedAfterwardsLeavesNone();
    void aMistakeWithAKeyDoesNotRepeatIt_data();
    void aMistakeWithAKeyDoesNotRepeatIt();
    void noFileHoldsASecretButItsOwn();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &content, mode_t rights = 0600) const;
    [[nodiscard]] QByteArray plant(const QByteArray &clientKey) const;
    void start(QProcess &process, const QString &program, const QStringList &words) const;
    /// Everything that a finished program has said.
    QByteArray said(const QStringList &words) const;
    void lookFor(const QByteArray &where, const QString &name) const;
    void lookAtRights(const QString &folder) const;

    QTemporaryDir m_folder;
    test::TempFolder m_keys;
    std::unique_ptr<test::KeyPair> m_publisher;
    std::unique_ptr<test::KeyPair> m_station;
    QByteArray m_address;
};

void TestSecrets::initTestCase()
{
    m_publisher = std::make_unique<test::KeyPair>(m_keys, "publisher");
    m_station = std::make_unique<test::KeyPair>(m_keys, "station");
    test::writeAllowList(path("allowed").toStdString(), {m_station->key()});
}

void TestSecrets::write(const QString &name, const QByteArray &content, mode_t rights) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
    QCOMPARE(::chmod(QFile::encodeName(path(name)).constData(), rights), 0);
}

QByteArray TestSecrets::plant(const QByteArray &clientKey) const
{
    return "[[feed]]\naddress = \"" + m_address + "\"\nserverKeys = [\"" + QByteArray::fromStdString(m_publisher->key().text())
           + "\"]\nclientKey = \"" + clientKey + "\"\n";
}

void TestSecrets::start(QProcess &process, const QString &program, const QStringList &words) const
{
    process.setChildProcessModifier([] { ::umask(0); });
    process.start(program, words);
}

QByteArray TestSecrets::said(const QStringList &words) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    start(process, test::builtProgram("telltale"), words);
    process.closeWriteChannel();
    return process.waitForFinished(kPatienceMs) ? process.readAll() : QByteArray();
}

void TestSecrets::lookFor(const QByteArray &where, const QString &name) const
{
    for (const auto *key : {m_publisher.get(), m_station.get()})
        for (const QByteArray &form : formsOf(*key))
            QVERIFY2(!where.contains(form), qPrintable(name + " holds a secret key"));
}

void TestSecrets::lookAtRights(const QString &folder) const
{
    QCOMPARE(rightsOf(folder), mode_t(0700));
    QDirIterator each(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString name = each.next();
        const bool gone = !each.fileInfo().exists() && !QFileInfo::exists(name); // a part of a file that was being replaced
        QVERIFY2(gone || rightsOf(name) == (each.fileInfo().isDir() ? 0700 : 0600) || !QFileInfo::exists(name),
                 qPrintable(name + ' ' + QString::number(rightsOf(name), 8)));
    }
}

void TestSecrets::aRunLeavesNoSecretAndNothingForOthers()
{
    QProcess publisher;
    start(publisher, test::builtProgram("telltale-sim"),
          {"run", "plant", "--bind", "tcp://127.0.0.1:*", "--curve-secret", QString::fromStdString(m_publisher->secretFile()), "--allow",
           path("allowed")});
    QTRY_VERIFY_WITH_TIMEOUT(publisher.canReadLine(), kPatienceMs);
    m_address = publisher.readLine().trimmed().mid(6);
    QVERIFY2(m_address.startsWith("tcp://"), m_address.constData());
    write("plant.toml", plant(QByteArray::fromStdString(m_station->secretFile())));

    QProcess station;
    start(station, test::builtProgram("telltale"),
          {"--data", path("data/below"), "--plant", path("plant.toml"), "--print-alarms", "--verbose", "--no-sound", "--notify", "never"});
    const auto hasReadings = [&] {
        const auto reader = store::StoreReader::open(path("data/below").toStdString());
        const auto sensors = reader ? (*reader)->sensors() : reader.error();
        return sensors && !sensors->empty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasReadings(), kPatienceMs); // so the secret was used
    lookFor(contentOf(path("data/below/heartbeat.json")), "heartbeat");
    lookAtRights(path("data/below"));
    for (const qint64 process : {station.processId(), publisher.processId()})
        for (const char *what : {"cmdline", "environ"})
            lookFor(contentOf(QString("/proc/%1/%2").arg(process).arg(what)), what);
    station.terminate();
    QVERIFY(station.waitForFinished(kPatienceMs));
    publisher.terminate();
    QVERIFY(publisher.waitForFinished(kPatienceMs));
    const QByteArray words = station.readAllStandardError() + publisher.readAllStandardError();
    QVERIFY2(words.contains("encrypted as "), words.constData());
    lookFor(words + station.readAllStandardOutput() + publisher.readAllStandardOutput(), "what was said");
    lookAtRights(path("data/below"));
}

void TestSecrets::whatIsAskedAfterwardsLeavesNone_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("answer");
    const QString data = path("data/below");
    QTest::newRow("version") << QStringList{"--version"} << QByteArray("telltale");
    QTest::newRow("help") << QStringList{"--help"} << QByteArray("Usage");
    QTest::newRow("check of the plant file") << QStringList{"--check-config", "--data", data, "--plant", path("plant.toml")}
                                             << QByteArray("nothing wrong");
    QTest::newRow("check of the journal") << QStringList{"--verify", "--data", data} << QByteArray("journal");
    QTest::newRow("sign of life") << QStringList{"--alive", "--data", data} << QByteArray("\n");
    QTest::newRow("journal as CSV") << QStringList{"--export-journal", "--data", data, "-o", path("out/journal.csv")} << QByteArray("out");
    QTest::newRow("key figures") << QStringList{"--kpi", "--data", data, "-o", path("out/kpi.csv")} << QByteArray();
    QTest::newRow("report") << QStringList{"--export-incident", "last", "--format", "html,csv,json", "--data", data, "-o", path("out")}
                            << QByteArray("\n");
    QTest::newRow("copy") << QStringList{"--backup", path("copy"), "--data", data} << QByteArray("is copied");
    QTest::newRow("a key where one is") << QStringList{"--keygen", QString::fromStdString(m_station->secretFile())}
                                        << QByteArray("File exists");
}

void TestSecrets::whatIsAskedAfterwardsLeavesNone()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, answer);
    const QByteArray found = said(words);
    QVERIFY2(found.contains(answer), found.constData());
    lookFor(found, QTest::currentDataTag());
}

void TestSecrets::aMistakeWithAKeyDoesNotRepeatIt_data()
{
    const QByteArray secret = QByteArray::fromStdString(m_station->secretText());
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray head = "[[feed]]\naddress = \"tcp://192.0.2.1:5556\"\n";
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &answer) { QTest::newRow(name) << text << answer; };
    row("in place of its file", plant(secret), "a key itself");
    row("in place of the list", head + "serverKeys = \"" + secret + "\"\n", "bad.toml:3");
    row("as an address", "[[feed]]\naddress = \"" + secret + "\"\n", "bad.toml:2");
    row("under a name of its own", head + "clientSecret = \"" + secret + "\"\n", "clientSecret");
    row("as a number would be", "[[asset]]\npath = \"a\"\nsensors.x = { period = \"" + secret + "\" }\n", "bad.toml:3");
    row("without quotes", head + "clientKey = " + secret + "\n", "bad.toml:3");
    row("as the name of a key", head + "\"" + secret + "\" = 1\n", "bad.toml:3");
}

void TestSecrets::aMistakeWithAKeyDoesNotRepeatIt()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, answer);
    write("bad.toml", text);
    const QByteArray found = said({"--check-config", "--data", path("data/below"), "--plant", path("bad.toml")})
                             + said({"--data", path("bad"), "--plant", path("bad.toml"), "--run-for", "0.1", "--no-sound"});
    QFile::remove(path("bad.toml"));
    QVERIFY2(found.contains(answer), found.constData());
    lookFor(found, QTest::currentDataTag());
}

/// After all of that.
void TestSecrets::noFileHoldsASecretButItsOwn()
{
    int looked = 0;
    QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    for (; files.hasNext(); ++looked)
        lookFor(contentOf(files.next()), files.filePath());
    QVERIFY(looked >= 8);
    for (const char *made : {"data/below/journal.db", "copy/journal.db", "out/journal.csv"})
        QVERIFY2(QFile::exists(path(made)), made);
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
