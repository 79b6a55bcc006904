// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, as a person or the desktop starts it.
#include "subscriber.h"
#include "tests/support/built_program.h"
#include "tests/support/curve_keys.h"

#include <QProcess>
#include <QtTest>
#include <csignal>
#include <fstream>
#include <memory>

using namespace telltale;

namespace {

struct Outcome {
    int status = -1;
    QString out;
    QString err;
};

QString program()
{
    return test::builtProgram("telltale-sim");
}

Outcome outcomeOf(const QStringList &arguments)
{
    QProcess process;
    process.start(program(), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

/// A publishing simulator and where it is bound.
struct Running {
    explicit Running(QStringList arguments)
    {
        arguments << "--bind"
                  << "tcp://127.0.0.1:*";
        process.start(program(), arguments);
        while (process.state() != QProcess::NotRunning && !process.canReadLine())
            process.waitForReadyRead(1000);
        firstLine = QString::fromUtf8(process.readLine()).trimmed();
    }
    ~Running()
    {
        process.kill();
        process.waitForFinished();
    }
    [[nodiscard]] std::string endpoint() const { return firstLine.mid(6).toStdString(); }
    [[nodiscard]] int statusAtEnd()
    {
        return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    QProcess process;
    QString firstLine;
};

} // namespace

class TestSimulatorCommands : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void wrongUsageIsExplained_data();
    void wrongUsageIsExplained();
    void failuresAreExplained_data();
    void failuresAreExplained();
    void helpSucceeds_data();
    void helpSucceeds();
    void theFirstLineSaysWhereItIsBound();
    void signalsEndItCleanly_data();
    void signalsEndItCleanly();
    void theEndOfItsInputEndsIt();
    void aTimedRunEnds();
    void aPortInUseIsAFailure();
    void aReplayLosesNoRow();
    void runsHaveTheirOwnEpochButTheSameValues();
    void theHostPublishesItself();
    void generatedFilesAreIdentical();
    void keysAreMadeAndTheSecretIsNeverShown();
    void protectionThatCannotWorkIsAFailure_data();
    void protectionThatCannotWorkIsAFailure();
    void nobodyPublishesWithoutSomebodyAtTheDoor();
    void strangersAreNamedAndTheSecretIsNot();

private:
    std::string write(const std::string &name, const std::string &content);

    test::TempFolder m_folder;
};

void TestSimulatorCommands::initTestCase()
{
    QVERIFY2(QFile::exists(program()), qPrintable(program()));
}

std::string TestSimulatorCommands::write(const std::string &name, const std::string &content)
{
    std::ofstream(m_folder.path(name), std::ios::binary) << content;
    return m_folder.path(name);
}

void TestSimulatorCommands::wrongUsageIsExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QString &arguments, const char *message) {
        QTest::newRow(name) << arguments.split(' ', Qt::SkipEmptyParts) << QString(message);
    };
    row("nothing", "", "Usage: telltale-sim COMMAND");
    row("command", "runn plant", "no command is called \"runn\"; did you mean run?");
    row("scenario", "run plan",
        "no scenario is called \"plan\"; did you mean plant?\nScenarios: plant vehicle stations evaporator turbine");
    row("far scenario", "run xyzzy", "no scenario is called \"xyzzy\"\nScenarios: plant");
    row("no scenario", "run", "run: expected SCENARIO after it");
    row("too much", "run plant vehicle", "run: unexpected \"vehicle\"");
    row("option", "run plant --sed 3", "--sed: unknown option; did you mean --seed?");
    row("no value", "run plant --seed", "--seed: expected N after it");
    row("other command's option", "list --seed 3", "--seed: unknown option");
    row("seed", "run plant --seed 1.5", "--seed: expected a whole number");
    row("rate", "run plant --rate 0", "--rate: expected a number from");
    row("stations", "run stations --stations 0", "--stations: expected a whole number from 1 to 1000, found \"0\"");
    row("mode", "run stations --mode wild", "--mode: expected reference, reverting or independent, found \"wild\"");
    row("transitions", "run vehicle --transitions 0.1", "--transitions: expected two probabilities such as 0.1,0.5");
    row("foreign option", "run plant --stations 3", "--stations: is not for the scenario plant");
    row("start on a live clock", "run plant --start 2026-01-01", "--start: needs a simulated clock");
    row("burst of a day", "run evaporator --burst 3", "--burst: is not for the scenario evaporator");
    row("fault", "run turbine --inject kind=jump", "--inject kind=jump: kind: expected one of spike");
    row("address", "run plant --bind nonsense", "nonsense: cannot publish here: expected an address such as tcp://");
    row("every network", "run plant --bind tcp://*:5556",
        "--bind: other computers reach tcp://*:5556: expected --curve-secret and --allow");
    row("a network", "host --bind tcp://192.0.2.1:5556", "--bind: other computers reach tcp://192.0.2.1:5556");
    row("no list", "run plant --curve-secret x", "--allow: is needed with --curve-secret: without a list of stations everybody");
    row("no secret", "run plant --allow x", "--curve-secret: is needed with --allow");
    row("both", "run plant --curve-secret x --allow x --insecure", "--insecure: contradicts --curve-secret");
    row("no key file", "keygen", "keygen: expected FILE after it");
    row("speed", "replay x.csv --speed 0", "--speed: expected a number from");
    row("pace", "replay x.csv --pace 0", "--pace: expected a number from");
    row("asset", "replay x.csv --asset a:b", "--asset: expected 1 to 128 letters");
    row("rows", "generate plant -o /dev/null", "--rows: is needed");
    row("file", "generate plant --rows 3", "-o: is needed");
    row("century", "generate plant --rows 1000000000 --interval 10 -o /dev/null", "--rows: the last rows would lie after");
    row("unknown asset", "generate plant --rows 3 -o /dev/null --asset line-a",
        "--asset: nothing is called \"line-a\"; there are line-a/pump1");
    row("help", "help nothing", "no command is called \"nothing\"");
}

void TestSimulatorCommands::wrongUsageIsExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    const Outcome outcome = outcomeOf(arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(message), qPrintable(outcome.err));
    QVERIFY(outcome.out.isEmpty());
}

void TestSimulatorCommands::failuresAreExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const QString bad = QString::fromStdString(write("bad.csv", "timestamp,x\n2026-01-01,1\n2026-01-02,abc\n"));
    const QString channels = QString::fromStdString(write("bad.json", R"({"channels": [{"name": "a", "distribution": "normal"}]})"));
    QTest::newRow("no file") << QStringList{"replay", "/nowhere/x.csv"} << "/nowhere/x.csv: no such file";
    QTest::newRow("bad file") << QStringList{"replay", bad} << bad + ":3 column 'x': expected a number, found 'abc'";
    QTest::newRow("no channels") << QStringList{"run", "three-sensors", "--channels", "/nowhere/x.json"} << "/nowhere/x.json: no such file";
    QTest::newRow("bad channels") << QStringList{"run", "three-sensors", "--channels", channels}
                                  << channels + " channels[0].params: missing";
    QTest::newRow("no folder") << QStringList{"generate", "turbine", "--rows", "3", "-o", "/nowhere/x.csv"}
                               << "/nowhere/x.csv: cannot be written";
    QTest::newRow("full disk") << QStringList{"generate", "turbine", "--rows", "3", "-o", "/dev/full"} << "/dev/full: could not be written";
}

void TestSimulatorCommands::failuresAreExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    const Outcome outcome = outcomeOf(arguments);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains(message), qPrintable(outcome.err));
    QVERIFY(outcome.out.isEmpty());
}

void TestSimulatorCommands::helpSucceeds_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("text");
    QTest::newRow("help") << QStringList{"help"} << "Usage: telltale-sim COMMAND";
    QTest::newRow("--help") << QStringList{"--help"} << "Usage: telltale-sim";
    QTest::newRow("--version") << QStringList{"--version"} << "telltale-sim ";
    QTest::newRow("list") << QStringList{"list"} << "three-sensors   independent channels";
    QTest::newRow("channels") << QStringList{"channels"} << "\"noise_level\"";
    for (const char *command : {"list", "run", "replay", "host", "generate", "channels", "keygen", "help"}) {
        QTest::addRow("help %s", command) << QStringList{"help", command} << QString("Usage: telltale-sim ") + command;
        QTest::addRow("%s --help", command) << QStringList{command, "--help"} << QString("Usage: telltale-sim ") + command;
    }
}

void TestSimulatorCommands::helpSucceeds()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, text);
    const Outcome outcome = outcomeOf(arguments);
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.contains(text), qPrintable(outcome.out));
    QVERIFY(outcome.err.isEmpty());
}

void TestSimulatorCommands::theFirstLineSaysWhereItIsBound()
{
    Running simulator({"run", "plant"});
    static const QRegularExpression line("^bound tcp://127\\.0\\.0\\.1:[1-9][0-9]*$");
    QVERIFY2(line.match(simulator.firstLine).hasMatch(), qPrintable(simulator.firstLine));
    test::Subscriber subscriber(simulator.endpoint(), "line-b/mixer ");
    const auto description = subscriber.next<wire::Describe>();
    QVERIFY(description);
    QCOMPARE(description->asset, std::string("line-b/mixer"));
    QCOMPARE(description->clock, ClockKind::Live);
    const auto batch = subscriber.next<SampleBatch>();
    QVERIFY(batch);
    QCOMPARE(batch->columns.size(), description->sensors.size());
    QCOMPARE(batch->epoch, description->epoch);
}

void TestSimulatorCommands::signalsEndItCleanly_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<QStringList>("arguments");
    const std::string file = write("short.csv", "time,x\n2026-01-01,1\n2026-01-02,2\n");
    QTest::newRow("SIGINT") << SIGINT << QStringList{"run", "plant"};
    QTest::newRow("SIGTERM") << SIGTERM << QStringList{"host"};
    QTest::newRow("before a subscriber") << SIGTERM << QStringList{"replay", QString::fromStdString(file)};
}

void TestSimulatorCommands::signalsEndItCleanly()
{
    QFETCH(int, signal);
    QFETCH(QStringList, arguments);
    Running simulator(arguments);
    QVERIFY(simulator.firstLine.startsWith("bound "));
    QCOMPARE(kill(pid_t(simulator.process.processId()), signal), 0);
    QCOMPARE(simulator.statusAtEnd(), 0);
}

void TestSimulatorCommands::theEndOfItsInputEndsIt()
{
    Running simulator({"run", "plant", "--exit-with-parent"});
    test::Subscriber subscriber(simulator.endpoint());
    QVERIFY(subscriber.next<SampleBatch>());
    QCOMPARE(simulator.process.state(), QProcess::Running);
    simulator.process.closeWriteChannel();
    QCOMPARE(simulator.statusAtEnd(), 0);
}

void TestSimulatorCommands::aTimedRunEnds()
{
    Running simulator({"run", "turbine", "--for", "0.2"});
    QCOMPARE(simulator.statusAtEnd(), 0);
}

void TestSimulatorCommands::aPortInUseIsAFailure()
{
    Running first({"run", "turbine"});
    const Outcome second = outcomeOf({"run", "turbine", "--bind", first.firstLine.mid(6)});
    QCOMPARE(second.status, 1);
    QVERIFY2(second.err.contains("another program is using this port already"), qPrintable(second.err));
}

void TestSimulatorCommands::aReplayLosesNoRow()
{
    std::string text = "timestamp,temperature,pressure,anomaly\r\n";
    constexpr int kRows = 500;
    for (int i = 0; i < kRows; ++i)
        text += std::to_string(1'600'000'000 + 300 * i) + ',' + std::to_string(i) + ',' + (i == 7 ? "" : "2.5") + ','
                + (i >= 100 && i < 110 ? "1" : "0") + "\r\n";
    const std::string file = write("my series.csv", text);
    Running simulator({"replay", QString::fromStdString(file), "--speed", "300000"});
    test::Subscriber subscriber(simulator.endpoint());
    const auto description = subscriber.next<wire::Describe>();
    QVERIFY(description);
    QCOMPARE(description->asset, std::string("my-series"));
    QCOMPARE(description->clock, ClockKind::Simulated);
    QCOMPARE(description->speed, 300'000.0);
    QCOMPARE(description->sensors.size(), std::size_t(2));
    QCOMPARE(description->sensors[0].period, Duration(std::chrono::seconds(300)));
    for (int i = 0; i < kRows; ++i) {
        const auto batch = subscriber.next<SampleBatch>();
        QVERIFY2(batch, qPrintable(QString::number(i)));
        QCOMPARE(batch->seq.value(), std::uint64_t(i));
        QCOMPARE(batch->times.front(), UtcTime(std::chrono::seconds(1'600'000'000 + 300 * i)));
        QCOMPARE(batch->columns[0].values.front(), double(i));
        QCOMPARE(std::isnan(batch->columns[1].values.front()), i == 7);
        QCOMPARE(batch->truth->anomaly, i >= 100 && i < 110);
    }
    const auto heartbeat = subscriber.next<wire::Heartbeat>();
    QVERIFY(heartbeat);
    QCOMPARE(heartbeat->seq.value(), std::uint64_t(kRows));
    QCOMPARE(simulator.statusAtEnd(), 0);
}

void TestSimulatorCommands::runsHaveTheirOwnEpochButTheSameValues()
{
    std::vector<std::vector<double>> values;
    std::vector<std::uint64_t> epochs;
    for (int run = 0; run < 2; ++run) {
        Running simulator({"run", "three-sensors", "--rate", "200", "--seed", "9", "--wait-subscriber"});
        test::Subscriber subscriber(simulator.endpoint());
        auto &mine = values.emplace_back();
        for (int i = 0; i < 50; ++i) {
            const auto batch = subscriber.next<SampleBatch>();
            QVERIFY(batch);
            if (i == 0)
                epochs.push_back(batch->epoch);
            for (const SensorColumn &column : batch->columns)
                mine.push_back(column.values.front());
        }
    }
    QCOMPARE(values[0], values[1]);
    QVERIFY(epochs[0] != epochs[1]);
}

void TestSimulatorCommands::theHostPublishesItself()
{
    Running simulator({"host", "--per-core"});
    test::Subscriber subscriber(simulator.endpoint(), "host/");
    const auto batch = subscriber.next<SampleBatch>();
    QVERIFY(batch);
    const auto memory =
        std::find_if(batch->columns.begin(), batch->columns.end(), [](const SensorColumn &each) { return each.sensor == "memory"; });
    QVERIFY(memory != batch->columns.end());
    QVERIFY(memory->values.front() > 0.0 && memory->values.front() <= 100.0);
}

void TestSimulatorCommands::generatedFilesAreIdentical()
{
    const QString one = QString::fromStdString(m_folder.path("one.csv"));
    const QString two = QString::fromStdString(m_folder.path("two.csv"));
    const QStringList arguments{"generate", "three-sensors", "--rows", "300", "--seed", "5", "--label-3sd", "-o"};
    QCOMPARE(outcomeOf(QStringList(arguments) << one).status, 0);
    QCOMPARE(outcomeOf(QStringList(arguments) << two).status, 0);
    QFile first(one);
    QFile second(two);
    QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
    const QByteArray bytes = first.readAll();
    QCOMPARE(bytes.count('\n'), 301);
    QCOMPARE(second.readAll(), bytes);
    const Outcome toOutput = outcomeOf(QStringList(arguments) << "-");
    QCOMPARE(toOutput.out.toUtf8(), bytes);
}

void TestSimulatorCommands::keysAreMadeAndTheSecretIsNeverShown()
{
    const std::string file = m_folder.path("made.secret");
    const Outcome made = outcomeOf({"keygen", QString::fromStdString(file)});
    QCOMPARE(made.status, 0);
    const auto secret = curve::readSecretKey(file);
    QVERIFY2(secret.ok(), secret.ok() ? "" : secret.error().text().c_str());
    QVERIFY2(made.out.contains(QString::fromStdString(secret->publicKey().text())), qPrintable(made.out));
    QVERIFY(made.out.contains(QString::fromStdString(secret->publicKey().fingerprint())));
    QVERIFY(!(made.out + made.err).contains(QString::fromStdString(test::secretTextIn(file))));
    const Outcome again = outcomeOf({"keygen", QString::fromStdString(file)});
    QCOMPARE(again.status, 1);
    QVERIFY2(again.err.contains("File exists"), qPrintable(again.err));
    QCOMPARE(curve::readSecretKey(file)->publicKey(), secret->publicKey());
}

void TestSimulatorCommands::protectionThatCannotWorkIsAFailure_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("message");
    const test::KeyPair good(m_folder, "good");
    const std::string open = write("open.secret", std::string(40, '1') + "\n");
    QFile::setPermissions(QString::fromStdString(open), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    const std::string shared = write("shared", good.key().text() + "\n");
    QFile::setPermissions(QString::fromStdString(shared), QFile::ReadOwner | QFile::WriteOwner | QFile::WriteOther);
    const QString list = QString::fromStdString(write("list", good.key().text() + "\n"));
    const QString bad = QString::fromStdString(write("badlist", good.key().text() + "\neverybody\n"));
    const QString secret = QString::fromStdString(good.secretFile());
    QTest::newRow("no secret") << "/nowhere/x.secret" << list << "/nowhere/x.secret: expected a file with a secret key, found none";
    QTest::newRow("read by others") << QString::fromStdString(open) << list << "found access rights 0644";
    QTest::newRow("a public key's file") << QString::fromStdString(good.files.publicFile) << list << "access rights";
    QTest::newRow("no list") << secret << "/nowhere/list"
                             << "/nowhere/list: no such file";
    QTest::newRow("bad list") << secret << bad << bad + ":2: expected a key of 40 characters";
    QTest::newRow("written by others") << secret << QString::fromStdString(shared) << "chmod go-w";
}

void TestSimulatorCommands::protectionThatCannotWorkIsAFailure()
{
    QFETCH(QString, secret);
    QFETCH(QString, list);
    QFETCH(QString, message);
    const Outcome outcome = outcomeOf({"run", "plant", "--bind", "tcp://127.0.0.1:*", "--curve-secret", secret, "--allow", list});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains(message), qPrintable(outcome.err));
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(!outcome.err.contains(QString(40, '1')));
}

/// Whatever the system refuses to such a program (here: the open files that sockets need), it either checks who listens, or it ends before
/// it publishes anything.
void TestSimulatorCommands::nobodyPublishesWithoutSomebodyAtTheDoor()
{
    const test::KeyPair publisher(m_folder, "door");
    const test::KeyPair stranger(m_folder, "stranger");
    const std::string list = write("nobody", "# nobody yet\n");
    int refusedToStart = 0;
    int checked = 0;
    for (int files = 8; files <= 44; files += 4) {
        QProcess process;
        process.start("sh", {"-c", "ulimit -n \"$1\"; ulimit -c 0; shift; exec \"$@\"", "sh", QString::number(files), program(), "run",
                             "turbine", "--rate", "100", "--bind", "tcp://127.0.0.1:*", "--curve-secret",
                             QString::fromStdString(publisher.secretFile()), "--allow", QString::fromStdString(list)});
        while (process.state() != QProcess::NotRunning && !process.canReadLine())
            process.waitForReadyRead(1000);
        const QByteArray line = process.readLine().trimmed();
        if (!line.startsWith("bound ")) {
            QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished());
            QVERIFY2(process.exitStatus() == QProcess::CrashExit || process.exitCode() != 0, line.constData());
            ++refusedToStart;
            continue;
        }
        test::Subscriber subscriber(line.mid(6).toStdString(), {}, {&publisher.key(), &stranger});
        QVERIFY2(!subscriber.frame(300), qPrintable(QString("%1 files: a stranger was let in").arg(files)));
        ++checked;
        process.kill();
        process.waitForFinished();
    }
    qInfo("%d would not start, %d checked who listens", refusedToStart, checked);
    QVERIFY(refusedToStart > 0 && checked > 0);
}

void TestSimulatorCommands::strangersAreNamedAndTheSecretIsNot()
{
    const test::KeyPair publisher(m_folder, "named");
    const test::KeyPair station(m_folder, "known");
    const test::KeyPair stranger(m_folder, "unknown");
    test::writeAllowList(m_folder.path("known"), {station.key()});
    Running simulator({"run", "turbine", "--rate", "100", "--curve-secret", QString::fromStdString(publisher.secretFile()), "--allow",
                       QString::fromStdString(m_folder.path("known"))});
    QVERIFY(simulator.firstLine.startsWith("bound "));
    test::Subscriber let(simulator.endpoint(), {}, {&publisher.key(), &station});
    QVERIFY(let.next<SampleBatch>());
    test::Subscriber refused(simulator.endpoint(), {}, {&publisher.key(), &stranger});
    QVERIFY(!refused.frame(500));
    simulator.process.terminate();
    QCOMPARE(simulator.statusAtEnd(), 0);
    const QString said = QString::fromUtf8(simulator.process.readAllStandardError());
    QVERIFY2(said.contains("encrypted as " + QString::fromStdString(publisher.key().text())), qPrintable(said));
    QVERIFY2(said.contains("with the public key " + QString::fromStdString(stranger.key().text())), qPrintable(said));
    QVERIFY(!said.contains(QString::fromStdString(station.key().text())));
    for (const test::KeyPair *pair : {&publisher, &station, &stranger})
        QVERIFY(!said.contains(QString::fromStdString(pair->secretText())));
}

QTEST_GUILESS_MAIN(TestSimulatorCommands)
#include "tst_simulator_commands.moc"
