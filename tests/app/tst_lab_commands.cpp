// SPDX-License-Identifier: GPL-3.0-or-later
// The real telltale-lab, as a person starts it: from a table to a model, to scores, and to what they are worth.
#include "app/lab/command_table.h"
#include "tests/app/lab_process.h"
#include "tests/core/detect/trained/vehicle_rows.h"
#include "tests/support/real_series.h"

#include <QDir>
#include <QJsonArray>
#include <QtTest>

#include <csignal>

using namespace telltale;
using test::lab;
using test::labWords;
using test::Outcome;

namespace {

const std::string kVehicleHeader = "timestamp,rpm,coolant_temp,vapor_pressure,cm_voltage,torque_percent,oxygen_rate,status";

/// Processor time that a process has used so far.
long ticksOf(qint64 process)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(process));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = stat.readAll().split(')').last().simplified().split(' ');
    return fields.value(11).toLong();
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

} // namespace

class TestLabCommands : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void helpSucceeds_data();
    void helpSucceeds();
    void wrongUsageIsExplained_data();
    void wrongUsageIsExplained();
    void aModelIsTrainedJudgedComparedAndEvaluated();
    void scoresSayWhatHadMostToDoWithIt();
    void aDetectorForOneSensorJudgesEachColumn();
    void theSameSeedChoosesTheSameRows();
    void rowsHeldBackAreJudgedAtOnce();
    void settingsOfTheModelCanBeOverruled();
    void ctrlCEndsATrainingAndLeavesNothingBehind();
    void aReaderThatGoesAwayIsNoCrash();
    void scoresGoWhereTheBenchmarkLooksForThem();
    void benchPrintsRatios();
    void reproducesThePublishedBenchmarkScores_data();
    void reproducesThePublishedBenchmarkScores();
    void judgesTheSkoltechRuns();

private:
    [[nodiscard]] QString vehicleFile(const QString &name, std::uint64_t seed, std::size_t rows = 600) const
    {
        return m_files.write(name, test::csvOf(test::VehicleRows(seed).rows(rows), kVehicleHeader));
    }

    test::LabFiles m_files;
};

void TestLabCommands::initTestCase()
{
    QVERIFY2(QFile::exists(test::labProgram()), qPrintable(test::labProgram()));
}

void TestLabCommands::helpSucceeds_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("text");
    QTest::newRow("--help") << QStringList{"--help"} << "Usage: telltale-lab COMMAND";
    QTest::newRow("help") << QStringList{"help"} << "Usage: telltale-lab COMMAND";
    QTest::newRow("--version") << QStringList{"--version"} << "telltale-lab ";
    for (const app::LabCommand &command : app::labCommands()) {
        const QString name = QString::fromUtf8(command.name.data(), qsizetype(command.name.size()));
        QTest::addRow("%s --help", qPrintable(name)) << QStringList{name, "--help"} << "Usage: telltale-lab " + name;
        QTest::addRow("%s -h", qPrintable(name)) << QStringList{name, "-h"} << "Options:";
    }
}

void TestLabCommands::helpSucceeds()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, text);
    const Outcome outcome = lab(arguments);
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.contains(text), qPrintable(outcome.out));
    QVERIFY(outcome.err.isEmpty());
}

void TestLabCommands::wrongUsageIsExplained_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *arguments, const char *message) { QTest::newRow(name) << arguments << message; };
    row("nothing", "", "Usage: telltale-lab COMMAND");
    row("command", "tran x y", "no command is called \"tran\"; did you mean train?");
    row("too few", "score m", "score: expected MODEL DATA.csv after it");
    row("too many", "nab a b", "nab: unexpected \"b\"");
    row("option", "train kmeans x -o m --seeds 3", "--seeds: unknown option; did you mean --seed?");
    row("another command's option", "score m x -o s --split 0.5", "--split: unknown option");
    row("detector", "train kmean x -o m", "no detector is called \"kmean\"; did you mean kmeans?");
    row("far detector", "train xyzzy x -o m", "no detector is called \"xyzzy\"; there are shingle_ensemble");
    row("no target", "train kmeans x", "-o: is needed");
    row("no scores", "score m x", "-o: is needed");
    row("no truth", "evaluate m x", "--truth: is needed");
    row("setting", "train kmeans x -o m --set cluster=2", "--set: no setting of kmeans is called \"cluster\"; did you mean clusters?");
    row("setting without a value", "train kmeans x -o m --set clusters", "--set: expected KEY=VALUE");
    row("split", "train kmeans x -o m --split 1.5", "--split: expected a number from");
    row("seed", "train kmeans x -o m --seed -1", "--seed: expected a number from 0");
    row("threshold", "nab x --threshold high", "--threshold: expected a number");
}

void TestLabCommands::wrongUsageIsExplained()
{
    QFETCH(QString, arguments);
    QFETCH(QString, message);
    const Outcome outcome = labWords(arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(message), qPrintable(outcome.err));
    QVERIFY(outcome.out.isEmpty());
}

void TestLabCommands::aModelIsTrainedJudgedComparedAndEvaluated()
{
    const QString train = vehicleFile("train.csv", 1);
    const QString test = vehicleFile("test.csv", 2);
    const QString logistic = m_files.path("logistic.model");
    const QString clusters = m_files.path("kmeans.model");
    const Outcome trained = lab({"train", "logistic", train, "-o", logistic, "--truth", "status", "--json"});
    QVERIFY2(trained.status == 0, qPrintable(trained.err));
    QCOMPARE(trained.json()["trainedRows"].toInt(), 600);
    QCOMPARE(trained.json()["sensors"].toArray().size(), 6);
    QCOMPARE(lab({"train", "kmeans", train, "-o", clusters, "--ignore", "status"}).status, 0);

    const QString scores = m_files.path("scores.csv");
    const Outcome scored = lab({"score", logistic, test, "-o", scores, "--json"});
    QVERIFY2(scored.status == 0, qPrintable(scored.err));
    QCOMPARE(scored.json()["modelSha256"], trained.json()["modelSha256"]);
    const int anomalous = scored.json()["anomalous"].toInt();
    QVERIFY(anomalous > 20 && anomalous < 200);

    const Outcome evaluated = lab({"evaluate", logistic, test, "--truth", "status", "--json"});
    QVERIFY2(evaluated.status == 0, qPrintable(evaluated.err));
    const QJsonObject worth = evaluated.json();
    QCOMPARE(worth["falsePositives"].toInt(), 0);
    QCOMPARE(worth["truePositives"].toInt(), anomalous);
    QVERIFY(worth["falseNegatives"].toInt() > 0); // labelled abnormal without looking so
    QVERIFY(worth["rocArea"].toDouble() > 0.85 && worth["rocArea"].toDouble() < 1.0);
    QVERIFY(worth["sweep"].toArray().size() >= 10);
    QVERIFY(lab({"evaluate", logistic, test, "--truth", "status"}).out.contains("(its own)"));

    const Outcome compared = lab({"compare", logistic, clusters, test, "--json"});
    QVERIFY2(compared.status == 0, qPrintable(compared.err));
    const QJsonObject both = compared.json();
    QCOMPARE(both["compared"].toInt(), 600);
    QCOMPARE(both["both"].toInt() + both["onlyFirst"].toInt(), anomalous);
    const double jaccard =
        both["both"].toDouble() / (both["both"].toDouble() + both["onlyFirst"].toDouble() + both["onlySecond"].toDouble());
    QCOMPARE(both["jaccard"].toDouble(), jaccard);
    const QString matches = m_files.path("matches.csv");
    QVERIFY(lab({"compare", logistic, logistic, test, "--matches", matches}).out.contains("Jaccard 1.00000"));
    QFile file(matches);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 601);
    QCOMPARE(lines[0], QByteArray("timestamp,first,second,match"));
    const QList<QByteArray> first = lines[1].trimmed().split(',');
    QCOMPARE(first.size(), 4);
    QCOMPARE(first[0], QByteArray("2021-03-18T11:36:00Z"));
    QVERIFY(first[1] == "normal" || first[1] == "anomalous");
    QCOMPARE(first[2], first[1]);
    QCOMPARE(first[3], QByteArray("true"));
}

void TestLabCommands::scoresSayWhatHadMostToDoWithIt()
{
    std::string text = "temperature,humidity,measured at\n";
    for (int i = 0; i < 200; ++i)
        text += std::to_string(20 + i % 5) + ',' + std::to_string(50 + i % 7) + ",2026-01-01 00:" + std::to_string(10 + i / 60) + ':'
                + std::to_string(100 + i % 60).substr(1) + '\n';
    const QString train = m_files.write("room.csv", text);
    const QString model = m_files.path("room.model");
    QCOMPARE(lab({"train", "kmeans", train, "-o", model}).status, 0);
    const QString odd =
        m_files.write("odd.csv", "humidity,pressure,temperature,measured at\n53,1,22,2026-02-01 00:00:00\n53,1,90,2026-02-01 00:00:01\n");
    const Outcome scored = lab({"score", model, odd, "-o", "-"});
    QVERIFY2(scored.status == 0, qPrintable(scored.err));
    const QStringList lines = scored.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], QString("measured at,raw,value,limit,likelihood,verdict,sensor,share,expected,actual"));
    QVERIFY2(lines[1].startsWith("2026-02-01 00:00:00,") && lines[1].endsWith(",normal,,,,"), qPrintable(lines[1]));
    const QStringList cells = lines[2].split(',');
    QCOMPARE(cells.mid(5, 2), QStringList({"anomalous", "temperature"}));
    QVERIFY(cells[7].toDouble() > 0.9);
    QCOMPARE(cells[8].toDouble(), 22.0);
    QCOMPARE(cells[9].toDouble(), 90.0);
}

void TestLabCommands::aDetectorForOneSensorJudgesEachColumn()
{
    std::string text = "a,b\n";
    for (int i = 0; i < 300; ++i)
        text += std::to_string(i % 10) + ',' + std::to_string(100 + i % 20) + '\n';
    const QString model = m_files.path("bands.model");
    QCOMPARE(lab({"train", "band", m_files.write("two.csv", text), "-o", model, "--set", "k=3"}).status, 0);
    const Outcome scored = lab({"score", model, m_files.write("later.csv", "a,b\n5,110\n5,200\n50,110\n"), "-o", "-", "--any-order"});
    QVERIFY2(scored.status == 0, qPrintable(scored.err));
    const QStringList lines = scored.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines[1].startsWith("1,") && lines[1].contains(",normal,"), qPrintable(lines[1]));
    QVERIFY2(lines[2].contains(",anomalous,b,") && lines[2].endsWith(",200"), qPrintable(lines[2]));
    QVERIFY2(lines[3].contains(",anomalous,a,") && lines[3].endsWith(",50"), qPrintable(lines[3]));
}

void TestLabCommands::theSameSeedChoosesTheSameRows()
{
    const QString data = vehicleFile("split.csv", 3);
    const auto centroids = [&](const QString &name, const QString &seed) {
        const QString model = m_files.path(name);
        if (lab({"train", "kmeans", data, "-o", model, "--split", "0.75", "--seed", seed, "--set", "seed=1"}).status != 0)
            return QByteArray();
        QFile file(model);
        const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        return text.mid(text.indexOf("\"channels\""), text.indexOf("\"training\"") - text.indexOf("\"channels\""));
    };
    const QByteArray first = centroids("one.model", "777");
    QVERIFY(first.size() > 100);
    QCOMPARE(centroids("two.model", "777"), first);
    QVERIFY(centroids("three.model", "778") != first);
}

void TestLabCommands::rowsHeldBackAreJudgedAtOnce()
{
    const QString data = vehicleFile("held.csv", 4, 800);
    for (const QStringList &how : {QStringList{"--ordered"}, QStringList{"--seed", "777"}}) {
        const Outcome trained =
            lab(QStringList{"train", "logistic", data, "-o", m_files.path("held.model"), "--truth", "status", "--split", "0.75", "--json"}
                + how);
        QVERIFY2(trained.status == 0, qPrintable(trained.err));
        const QJsonObject held = trained.json()["heldBack"].toObject();
        QCOMPARE(trained.json()["trainedRows"].toInt(), 600);
        QCOMPARE(held["truePositives"].toInt() + held["falsePositives"].toInt() + held["falseNegatives"].toInt()
                     + held["trueNegatives"].toInt(),
                 200);
        QVERIFY(held["accuracy"].toDouble() > 0.9);
    }
}

void TestLabCommands::settingsOfTheModelCanBeOverruled()
{
    const QString data = vehicleFile("limits.csv", 5);
    const QString model = m_files.path("limits.model");
    QCOMPARE(lab({"train", "kmeans", data, "-o", model, "--ignore", "status"}).status, 0);
    const auto anomalous = [&](const QString &threshold) {
        return lab({"score", model, data, "-o", m_files.path("s.csv"), "--json", "--set", "threshold=" + threshold})
            .json()["anomalous"]
            .toInt();
    };
    QCOMPARE(anomalous("0"), 600);
    QCOMPARE(anomalous("1e9"), 0);
}

void TestLabCommands::ctrlCEndsATrainingAndLeavesNothingBehind()
{
    const QString folder = m_files.path("stopped");
    QVERIFY(QDir().mkdir(folder));
    const QString data = vehicleFile("large.csv", 6, 40'000);
    QProcess process;
    process.start(test::labProgram(), {"train", "ocsvm", data, "-o", folder + "/half.model", "--set", "nu=0.5", "--ignore", "status"});
    QVERIFY(process.waitForStarted());
    // Well into its work, far from its end.
    QTRY_VERIFY_WITH_TIMEOUT(ticksOf(process.processId()) > 60 || process.state() == QProcess::NotRunning, 60'000);
    QCOMPARE(process.state(), QProcess::Running);
    QCOMPARE(kill(pid_t(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QCOMPARE(filesIn(folder), QStringList());
}

void TestLabCommands::aReaderThatGoesAwayIsNoCrash()
{
    const QString data = vehicleFile("pipe.csv", 8, 5000);
    const QString model = m_files.path("pipe.model");
    QCOMPARE(lab({"train", "kmeans", data, "-o", model, "--ignore", "status"}).status, 0);
    QProcess shell;
    shell.start("/bin/sh", {"-c", "{ \"$0\" score \"$1\" \"$2\" -o - 2>&3; echo \"status $?\" >&3; } 3>&2 | head -n 1", test::labProgram(),
                            model, data});
    QVERIFY(shell.waitForFinished(60'000));
    const QString said = QString::fromUtf8(shell.readAllStandardError());
    QVERIFY2(said.contains("status 1") && said.contains("standard output cannot be written"), qPrintable(said));
}

void TestLabCommands::scoresGoWhereTheBenchmarkLooksForThem()
{
    const QString corpus = m_files.path("corpus");
    QVERIFY(QDir().mkpath(corpus + "/realFoo"));
    std::string series = "timestamp,value\n";
    for (int i = 0; i < 400; ++i)
        series += toIso(fromNanos(1'700'000'000'000'000'000) + i * std::chrono::minutes(5), 0).replace(10, 1, " ").substr(0, 19) + ','
                  + (i == 300 ? "500" : std::to_string(i % 12)) + '\n';
    m_files.write("corpus/realFoo/x.csv", series);
    m_files.write("corpus/windows.json", "{\"realFoo/x.csv\": [[\"2023-11-15 22:00:00\", \"2023-11-16 02:00:00\"]]}");
    const QString scores = m_files.path("said");
    const Outcome ran = lab({"nab", corpus, "--detector", "band", "--scores", scores, "--json"});
    QVERIFY2(ran.status == 0, qPrintable(ran.err));
    const auto standard = [](const Outcome &outcome) {
        return outcome.json()["detectors"].toArray()[0].toObject()["profiles"].toObject()["standard"].toObject()["all"].toObject();
    };
    QVERIFY(standard(ran)["normalised"].toDouble() > 50.0);
    QFile file(scores + "/realFoo/x.csv");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 401);
    QCOMPARE(lines[0], QByteArray("timestamp,anomaly_score"));
    QCOMPARE(lines[1], QByteArray("2023-11-14 22:13:20,0"));
    const Outcome again = lab({"nab", corpus, "--score-files", scores, "--json"});
    QVERIFY2(again.status == 0, qPrintable(again.err));
    QCOMPARE(standard(again), standard(ran));
    m_files.write("said/realFoo/x.csv", "timestamp,anomaly_score\n2023-11-14 22:13:20,0\n");
    const Outcome shorter = lab({"nab", corpus, "--score-files", scores});
    QCOMPARE(shorter.status, 1);
    QVERIFY2(shorter.err.contains("x.csv: expected 400 rows as the series has, found 1"), qPrintable(shorter.err));
}

void TestLabCommands::benchPrintsRatios()
{
    const Outcome outcome = lab({"bench", "--detector", "kmeans", "--json"});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    const QJsonArray all = outcome.json()["detectors"].toArray();
    QCOMPARE(all.size(), 2); // what was asked for, and the unit
    QCOMPARE(all[0].toObject()["detector"].toString(), QString("kmeans"));
    QVERIFY(all[0].toObject()["microsPerRow"].toDouble() > 0.0);
    QVERIFY(all[0].toObject()["bytes"].toInt() > 0);
    QCOMPARE(all[1].toObject()["ratioToUnit"].toDouble(), 1.0);
}

void TestLabCommands::reproducesThePublishedBenchmarkScores_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("threshold");
    QTest::addColumn<double>("score");
    QTest::newRow("standard") << "standard"
                              << "0.5421876907348634" << 66.8829;
    QTest::newRow("few false alarms") << "reward_low_FP_rate"
                                      << "0.5751955032348636" << 61.1517;
    QTest::newRow("few misses") << "reward_low_FN_rate"
                                << "0.5421876907348634" << 71.9390;
}

/// Another detector's stored scores, at the thresholds published with them.
void TestLabCommands::reproducesThePublishedBenchmarkScores()
{
    QFETCH(QString, profile);
    QFETCH(QString, threshold);
    QFETCH(double, score);
    TELLTALE_NEED_SERIES(windows, "nab/windows.json");
    const QString folder = test::realSeries("nab");
    const Outcome outcome = lab({"nab", folder, "--score-files", folder + "/reference", "--threshold", threshold, "--json"});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    const QJsonObject said = outcome.json()["detectors"].toArray()[0].toObject()["profiles"].toObject()[profile].toObject();
    QVERIFY2(std::abs(said["all"].toObject()["normalised"].toDouble() - score) < 1e-4, qPrintable(outcome.out));
    QCOMPARE(said["files"].toObject().size(), 25);
}

void TestLabCommands::judgesTheSkoltechRuns()
{
    TELLTALE_NEED_SERIES(run, "skab/valve1/0.csv");
    const Outcome outcome = lab({"skab", test::realSeries("skab/valve1"), "--detector", "kmeans", "--detector", "band", "--json"});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    const QJsonArray all = outcome.json()["detectors"].toArray();
    QCOMPARE(all.size(), 2);
    for (const QJsonValue &each : all) {
        QCOMPARE(each.toObject()["runs"].toArray().size(), 16);
        const QJsonObject pooled = each.toObject()["pooled"].toObject();
        // What can be told apart at all is: both rates are well below a coin's.
        QVERIFY(pooled["falseAlarmRate"].toDouble() < 0.45 && pooled["missedAlarmRate"].toDouble() < 0.3);
        int sum = 0;
        for (const QJsonValue &one : each.toObject()["runs"].toArray())
            sum += one.toObject()["truePositives"].toInt();
        QCOMPARE(pooled["truePositives"].toInt(), sum);
    }
    QCOMPARE(lab({"skab", test::realSeries("skab")}).status, 1); // that folder's file has no labels
}

QTEST_GUILESS_MAIN(TestLabCommands)
#include "tst_lab_commands.moc"
