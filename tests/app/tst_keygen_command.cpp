// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and encryption at the command line of the real program.
#include "tests/support/built_program.h"
#include "tests/support/curve_keys.h"

#include <QFile>
#include <QProcess>
#include <QtTest>

using namespace telltale;

namespace {

struct Outcome {
    int status = -1;
    QString out;
    QString err;
};

Outcome outcomeOf(const QStringList &arguments)
{
    QProcess process;
    process.start(test::builtProgram("telltale"), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

class TestKeygenCommand : public QObject {
    Q_OBJECT
private slots:
    void aPairIsMadeAndTheSecretIsNotShown();
    void whatExistsStays();
    void aCheckedPlantFileNeedsKeysThatCanBeUsed();
    void plainFeedsOfOtherComputersAreForWhoAsks();

private:
    [[nodiscard]] QString path(const char *name) const { return QString::fromStdString(m_folder.path(name)); }
    QString write(const char *name, const QByteArray &content);

    test::TempFolder m_folder;
};

QString TestKeygenCommand::write(const char *name, const QByteArray &content)
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size() ? file.fileName() : QString();
}

void TestKeygenCommand::aPairIsMadeAndTheSecretIsNotShown()
{
    const QString file = path("data/keys/station.secret");
    const Outcome made = outcomeOf({"--keygen", file});
    QVERIFY2(made.status == 0, qPrintable(made.err));
    const auto secret = curve::readSecretKey(file.toStdString());
    QVERIFY(secret.ok());
    QVERIFY2(made.out.contains(QString::fromStdString(secret->publicKey().text())), qPrintable(made.out));
    QVERIFY(made.out.contains(QString::fromStdString(secret->publicKey().fingerprint())));
    QVERIFY(!(made.out + made.err).contains(QString::fromStdString(test::secretTextIn(file.toStdString()))));
    QCOMPARE(int(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)), 0);
}

void TestKeygenCommand::whatExistsStays()
{
    const QString file = write("mine.secret", "mine");
    const Outcome made = outcomeOf({"--keygen", file});
    QCOMPARE(made.status, 1);
    QVERIFY2(made.err.contains("mine.secret") && made.err.contains("File exists"), qPrintable(made.err));
    QCOMPARE(QFile(file).size(), qint64(4));
}

void TestKeygenCommand::aCheckedPlantFileNeedsKeysThatCanBeUsed()
{
    const test::KeyPair publisher(m_folder, "publisher");
    const test::KeyPair station(m_folder, "station");
    const QString plant =
        write("plant.toml", "[[feed]]\naddress = \"tcp://192.0.2.1:5556\"\nserverKeys = [\""
                                + QByteArray::fromStdString(publisher.key().text()) + "\"]\nclientKey = \"station.secret\"\n");
    const QStringList check{"--data", path("data"), "--check-config", "--plant", plant};
    QVERIFY2(outcomeOf(check).status == 0, qPrintable(outcomeOf(check).err));
    QVERIFY(QFile::setPermissions(path("station.secret"), QFile::ReadOwner | QFile::ReadOther));
    const Outcome open = outcomeOf(check);
    QCOMPARE(open.status, 2);
    QVERIFY2(open.err.contains("station.secret") && open.err.contains("0404"), qPrintable(open.err));
    QVERIFY(!open.err.contains(QString::fromStdString(station.secretText())));
    QVERIFY(QFile::remove(path("station.secret")));
    const Outcome missing = outcomeOf(check);
    QCOMPARE(missing.status, 2);
    QVERIFY2(missing.err.contains("station.secret: expected a file with a secret key, found none"), qPrintable(missing.err));
}

void TestKeygenCommand::plainFeedsOfOtherComputersAreForWhoAsks()
{
    const QString plant = write("plain.toml", "[[feed]]\naddress = \"tcp://192.0.2.1:5556\"\n");
    const Outcome refused = outcomeOf({"--check-config", "--plant", plant});
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.err.contains("plain.toml:2 feed[0].serverKeys: expected the publisher's public key"), qPrintable(refused.err));
    QVERIFY(refused.err.contains("--insecure"));
    QCOMPARE(outcomeOf({"--check-config", "--insecure", "--plant", plant}).status, 0);
    const Outcome watched = outcomeOf({"--data", path("data"), "--plant", plant, "--run-for", "0.1"});
    QCOMPARE(watched.status, 2);
    QVERIFY2(watched.err.contains("plain.toml:2 feed[0].serverKeys"), qPrintable(watched.err));
    QCOMPARE(outcomeOf({"--data", path("data"), "--insecure", "--plant", plant, "--run-for", "0.1", "--no-sound"}).status, 0);
}

QTEST_GUILESS_MAIN(TestKeygenCommand)
#include "tst_keygen_command.moc"
