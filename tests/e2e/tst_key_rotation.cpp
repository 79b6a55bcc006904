// SPDX-License-Identifier: GPL-3.0-or-later
// The drill of telltale-plant(5): a publisher changes its key while stations pin the old one and the new one. The real simulator, the real
// street behind the feed.
#include "core/config/plant_file.h"
#include "core/detect/detector.h"
#include "core/pipeline/pipeline.h"
#include "core/store/store_reader.h"
#include "tests/support/built_program.h"
#include "tests/support/curve_keys.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <memory>

using namespace telltale;
using namespace telltale::pipeline;

namespace {

constexpr int kPatienceMs = 30'000;
constexpr int kRows = 400;
constexpr int kAlarms = 4;

QString simulator()
{
    return test::builtProgram("telltale-sim");
}

/// Quiet, with so many short excursions, one row a second.
QByteArray series(const QDateTime &start)
{
    QByteArray text = "timestamp,x\n";
    for (int i = 0; i < kRows; ++i) {
        const bool out = i % (kRows / kAlarms) >= kRows / kAlarms / 2 && i % (kRows / kAlarms) < kRows / kAlarms / 2 + 3;
        text += start.addSecs(i).toString("yyyy-MM-dd HH:mm:ss").toUtf8() + (out ? ",50\n" : ",0\n");
    }
    return text;
}

/// A simulator that plays a file, encrypted.
struct Publisher {
    Publisher(const QString &file, const QString &secret, const QString &allowed, const QString &address, QByteArray &heard) : said(heard)
    {
        process.start(simulator(), {"replay", file, "--asset", "line-a", "--speed", "200", "--bind", address, "--curve-secret", secret,
                                    "--allow", allowed});
        while (process.state() != QProcess::NotRunning && !process.canReadLine())
            process.waitForReadyRead(1000);
        const QString line = QString::fromUtf8(process.readLine()).trimmed();
        bound = line.startsWith("bound ") ? line.mid(6) : QString();
    }
    ~Publisher()
    {
        process.terminate();
        process.waitForFinished();
        said += process.readAllStandardError();
    }

    QProcess process;
    QString bound;
    QByteArray &said;
};

} // namespace

class TestKeyRotation : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void thePublishersKeyChangesAndNoAlarmIsLost();
    void aStationsKeyChangesAndNoAlarmIsLost();
    void noSecretIsAnywhereButInItsFile();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray makeKey(const QString &name);
    void write(const QString &name, const QByteArray &content);
    std::unique_ptr<Pipeline> listen(const QString &address, const QString &data, const QList<QByteArray> &pinned);
    [[nodiscard]] qsizetype raised(const QString &data) const;

    QTemporaryDir m_folder;
    QByteArray m_said; ///< by the publishers
    const SystemClock m_clock{};
};

void TestKeyRotation::initTestCase()
{
    QVERIFY2(QFile::exists(simulator()), qPrintable(simulator()));
    const QDateTime start(QDate(2026, 1, 5), QTime(8, 0), Qt::UTC);
    write("one.csv", series(start));
    write("two.csv", series(start.addSecs(2 * kRows)));
}

void TestKeyRotation::write(const QString &name, const QByteArray &content)
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

/// As the manual says; the line of the public file.
QByteArray TestKeyRotation::makeKey(const QString &name)
{
    QProcess making;
    making.start(simulator(), {"keygen", path(name + ".secret")});
    if (!making.waitForFinished() || making.exitCode() != 0)
        return {};
    m_said += making.readAll();
    QFile file(path(name + ".public"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<Pipeline> TestKeyRotation::listen(const QString &address, const QString &data, const QList<QByteArray> &pinned)
{
    QByteArray keys;
    for (const QByteArray &line : pinned)
        keys += (keys.isEmpty() ? "\"" : ", \"") + line.left(40) + '"';
    const QByteArray text = "[[feed]]\naddress = \"" + address.toUtf8() + "\"\nserverKeys = [" + keys
                            + "]\nclientKey = \"station.secret\"\n[[asset]]\npath = \"line-a\"\nsensors.x = { period = 1.0 }\n"
                              "detector = { kind = \"band\", mean = 0.0, sd = 1.0, k = 3.0 }\nalarm = { readings = 1, offDelay = 0.0 }\n";
    auto plant = config::parsePlant(text.toStdString(), path("plant.toml").toStdString(), detect::catalog());
    if (const auto *problems = std::get_if<config::PlantProblems>(&plant))
        qFatal("%s", problems->text().c_str());
    PipelineSettings settings;
    settings.plant = std::move(std::get<config::Plant>(plant));
    settings.dataFolder = path(data).toStdString();
    settings.startedBy = {"operator A", "desk 1", "op"};
    auto started = Pipeline::start(std::move(settings), m_clock);
    return started ? std::move(*started) : nullptr;
}

/// Alarms of the sensor in the journal.
qsizetype TestKeyRotation::raised(const QString &data) const
{
    const auto reader = store::StoreReader::open(path(data).toStdString());
    const auto events = (*reader)->events({});
    return std::count_if(events->begin(), events->end(), [](const AlarmEvent &event) {
        return event.kind == AlarmEventKind::Raise && event.source.asset == "line-a" && event.source.sensor == "x";
    });
}

void TestKeyRotation::thePublishersKeyChangesAndNoAlarmIsLost()
{
    const QByteArray oldKey = makeKey("old");
    const QByteArray newKey = makeKey("new");
    write("allowed", makeKey("station"));
    QVERIFY(oldKey.size() > 40 && newKey.size() > 40);
    auto publisher = std::make_unique<Publisher>(path("one.csv"), path("old.secret"), path("allowed"), "tcp://127.0.0.1:*", m_said);
    const QString address = publisher->bound;
    QVERIFY(!address.isEmpty());
    auto station = listen(address, "rotation", {oldKey, newKey});
    QVERIFY(station);
    const auto samples = [&] {
        const auto seen = station->latest();
        return seen && !seen->sensors.empty() ? seen->sensors[0].samples : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(samples(), std::uint64_t(kRows), kPatienceMs);
    publisher.reset();
    QElapsedTimer outage;
    outage.start();
    publisher = std::make_unique<Publisher>(path("two.csv"), path("new.secret"), path("allowed"), address, m_said);
    QCOMPARE(publisher->bound, address);
    QTRY_VERIFY_WITH_TIMEOUT(samples() > std::uint64_t(kRows), kPatienceMs);
    qInfo("readings again %d ms after the old publisher was gone", int(outage.elapsed()));
    QTRY_COMPARE_WITH_TIMEOUT(samples(), std::uint64_t(2 * kRows), kPatienceMs);
    const FeedHealth feed = station->latest()->feeds.at(0);
    QCOMPARE(feed.lostMessages, std::uint64_t(0));
    QCOMPARE(feed.publisherRestarts, std::uint64_t(1));
    QCOMPARE(QString::fromStdString(feed.detail), QStringLiteral("encrypted, the publisher's key is verified"));
    station->stop();
    QCOMPARE(raised("rotation"), qsizetype(2 * kAlarms));
}

/// The other way round: the list has both keys of the station for a while, the station takes its new file with F5.
void TestKeyRotation::aStationsKeyChangesAndNoAlarmIsLost()
{
    const QByteArray key = makeKey("publisher");
    const QByteArray next = makeKey("next");
    QFile station(path("station.public"));
    QVERIFY(station.open(QIODevice::ReadOnly));
    const QByteArray former = station.readAll();
    write("allowed", former);
    auto publisher = std::make_unique<Publisher>(path("one.csv"), path("publisher.secret"), path("allowed"), "tcp://127.0.0.1:*", m_said);
    const QString address = publisher->bound;
    auto listening = listen(address, "station", {key});
    const auto samples = [&] {
        const auto seen = listening->latest();
        return seen && !seen->sensors.empty() ? seen->sensors[0].samples : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(samples(), std::uint64_t(kRows), kPatienceMs);
    write("allowed", former + next);
    QVERIFY(QFile::remove(path("station.secret")) && QFile::copy(path("next.secret"), path("station.secret")));
    listening->reconnectFeeds();
    QTRY_VERIFY_WITH_TIMEOUT(listening->latest()->feeds.at(0).reconnects > 0, kPatienceMs);
    write("allowed", next);
    publisher.reset();
    publisher = std::make_unique<Publisher>(path("two.csv"), path("publisher.secret"), path("allowed"), address, m_said);
    QTRY_COMPARE_WITH_TIMEOUT(samples(), std::uint64_t(2 * kRows), kPatienceMs);
    QCOMPARE(listening->latest()->feeds.at(0).lostMessages, std::uint64_t(0));
    listening->stop();
    QCOMPARE(raised("station"), qsizetype(2 * kAlarms));
}

/// After both drills: journal, history and whatever else was written, and what the publishers said.
void TestKeyRotation::noSecretIsAnywhereButInItsFile()
{
    QList<QByteArray> secrets;
    for (const char *name : {"old", "new", "station", "publisher", "next"}) {
        const std::string file = path(QString(name) + ".secret").toStdString();
        const auto secret = curve::readSecretKey(file);
        QVERIFY(secret.ok());
        secrets << QByteArray::fromStdString(test::secretTextIn(file))
                << QByteArray(reinterpret_cast<const char *>(secret->bytes().data()), qsizetype(curve::kKeyBytes));
    }
    int looked = 0;
    QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().endsWith(".secret"))
            continue;
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QByteArray &secret : secrets)
            QVERIFY2(!bytes.contains(secret), qPrintable(file.fileName()));
        ++looked;
    }
    QVERIFY(looked >= 8); // two journals and histories among them
    QVERIFY(m_said.contains("encrypted as "));
    for (const QByteArray &secret : secrets)
        QVERIFY(!m_said.contains(secret));
}

QTEST_GUILESS_MAIN(TestKeyRotation)
#include "tst_key_rotation.moc"
