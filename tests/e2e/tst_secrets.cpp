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

/// What a program has said until it ended, and with which code; -1 = not by itself.
struct Outcome {
    int code = -1;
    QByteArray said;
};

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
    [[nodiscard]] Outcome outcomeOf(const QStringList &words) const;
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
           + "\"]\nclientKey = \"" + clientKey
           + "\"\n[[asset]]\npath = \"line-a/pump1\"\nsensors.pressure = { detector = { kind = \"band\", mean = 1e6, sd = 1.0 }, "
             "alarm = { readings = 1 } }\n";
}

void TestSecrets::start(QProcess &process, const QString &program, const QStringList &words) const
{
    process.setChildProcessModifier([] { ::umask(0); });
    process.start(program, words);
}

Outcome TestSecrets::outcomeOf(const QStringList &words) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    start(process, test::builtProgram("telltale"), words);
    process.closeWriteChannel();
    if (!process.waitForFinished(kPatienceMs) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAll()};
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
    const auto hasReadingsAndAlarm = [&] {
        const auto reader = store::StoreReader::open(path("data/below").toStdString());
        const auto sensors = reader ? (*reader)->sensors() : reader.error();
        const auto events = reader ? (*reader)->eventCount() : reader.error();
        return sensors && !sensors->empty() && events && *events > 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasReadingsAndAlarm(), kPatienceMs); // so the secret was used
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
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("answer");
    const QString data = path("data/below");
    const auto row = [](const char *name, const QStringList &words, int code, const QByteArray &answer) {
        QTest::newRow(name) << words << code << answer;
    };
    row("version", {"--version"}, 0, "telltale");
    row("help", {"--help"}, 0, "Usage");
    row("check of the plant file", {"--check-config", "--data", data, "--plant", path("plant.toml")}, 0, "nothing wrong");
    row("check of the journal", {"--verify", "--data", data}, 0, "all in order");
    row("sign of life", {"--alive", "--data", data}, 1, "no sign of life");
    row("journal as CSV", {"--export-journal", "--data", data, "-o", path("out/journal.csv")}, 0, " transitions");
    row("key figures", {"--kpi", "--data", data, "-o", path("out/kpi.csv")}, 0, "");
    row("report", {"--export-incident", "last", "--format", "html,csv,json", "--data", data, "-o", path("out")}, 0, ".json");
    row("copy", {"--backup", path("copy"), "--data", data}, 0, "is copied");
    row("a key where one is", {"--keygen", QString::fromStdString(m_station->secretFile())}, 1, "File exists");
}

void TestSecrets::whatIsAskedAfterwardsLeavesNone()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QByteArray, answer);
    const Outcome found = outcomeOf(words);
    QVERIFY2(found.code == code && found.said.contains(answer), QByteArray::number(found.code) + ": " + found.said);
    lookFor(found.said, QTest::currentDataTag());
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
    const Outcome checked = outcomeOf({"--check-config", "--data", path("data/below"), "--plant", path("bad.toml")});
    const Outcome started = outcomeOf({"--data", path("bad"), "--plant", path("bad.toml"), "--run-for", "0.1", "--no-sound"});
    QFile::remove(path("bad.toml"));
    for (const Outcome &each : {checked, started}) {
        QVERIFY2(each.code == 2 && each.said.contains(answer), QByteArray::number(each.code) + ": " + each.said);
        lookFor(each.said, QTest::currentDataTag());
    }
}

/// After all of that.
void TestSecrets::noFileHoldsASecretButItsOwn()
{
    int looked = 0;
    QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    for (; files.hasNext(); ++looked)
        lookFor(contentOf(files.next()), files.filePath());
    QVERIFY(looked >= 8);
    for (const char *made : {"data/below/journal.db", "copy/journal.db", "out/journal.csv", "out/kpi.csv"})
        QVERIFY2(QFile::exists(path(made)), made);
    QCOMPARE(QDir(path("out")).entryList({"*.html", "*.json"}, QDir::Files).size(), 2);
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
