// SPDX-License-Identifier: GPL-3.0-or-later
// What telltale-lab says to files and settings that make no sense: one sentence that names the place, no model, no crash.
#include "core/base/whole_file.h"
#include "tests/app/lab_process.h"
#include "tests/core/detect/trained/vehicle_rows.h"

#include <QFile>
#include <QtTest>

#include <filesystem>

#include <sys/stat.h>

using namespace telltale;
using test::lab;
using test::Outcome;

namespace {

const std::string kRightHeader = "timestamp,rpm,coolant_temp,vapor_pressure,cm_voltage,torque_percent,oxygen_rate,status";
/// As the batch that this follows has it: every name stands one column to the left of its data.
const std::string kShiftedHeader = "timestamp,coolant_temp,vapor_pressure,cm_voltage,torque_percent,oxygen_rate,voltage,status";
const QString kRenames = "--rename coolant_temp=rpm --rename vapor_pressure=coolant_temp --rename cm_voltage=vapor_pressure "
                         "--rename torque_percent=cm_voltage --rename oxygen_rate=torque_percent --rename voltage=oxygen_rate";

/// Two columns of ordinary readings.
std::string ordinary(int rows = 100)
{
    std::string text = "time,a,b\n";
    for (int i = 0; i < rows; ++i)
        text += toIso(fromNanos(1'700'000'000'000'000'000) + i * std::chrono::seconds(1), 0) + ',' + std::to_string(i % 10) + ','
                + std::to_string(i % 7) + '\n';
    return text;
}

/// `rows` times the same cells behind a running number of seconds.
std::string repeated(const std::string &header, const std::string &cells, int rows)
{
    std::string text = header + '\n';
    for (int i = 0; i < rows; ++i)
        text += toIso(fromNanos(1'700'000'000'000'000'000) + i * std::chrono::seconds(1), 0) + ',' + cells + '\n';
    return text;
}

} // namespace

class TestLabBadInput : public QObject {
    Q_OBJECT

private slots:
    void badTrainingFilesAreRefused_data();
    void badTrainingFilesAreRefused();
    void aResultNeverReplacesWhatIsRead_data();
    void aResultNeverReplacesWhatIsRead();
    void aPipeIsNoPlaceForAResult();
    void settingsOutOfRangeAreRefused_data();
    void settingsOutOfRangeAreRefused();
    void oneStuckSensorDoesNotStopATraining();
    void badModelFilesAreRefused_data();
    void badModelFilesAreRefused();
    void aColumnThatTheModelNeedsIsNamed();
    void aMissingCellIsNoDecision();
    void cellsThatAreNoNumbersAreCounted();
    void timesThatGoBackwardsAreCountedAndNotJudged();
    void aHeaderShiftedAgainstTheModelIsNoticed_data();
    void aHeaderShiftedAgainstTheModelIsNoticed();
    void aHeaderShiftedAgainstThePlantFileIsNoticed();
    void aHeaderOneNameShortIsExplained();
    void aNameOverTwoColumnsIsRefused();
    void columnsLeftOutAreSaid();
    void wordsUnderASensorsNameAreNoticed();
    void rareAnomaliesAreWarnedOf();
    void labelsOfOneClassLeaveGapsInTheFigures();

private:
    [[nodiscard]] QString trainedModel(const QString &name) const;

    test::LabFiles m_files;
};

QString TestLabBadInput::trainedModel(const QString &name) const
{
    const QString model = m_files.path(name);
    const Outcome trained = lab({"train", "kmeans", m_files.write(name + ".csv", ordinary()), "-o", model});
    return trained.status == 0 ? model : QString();
}

void TestLabBadInput::badTrainingFilesAreRefused_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const std::string &text, const QStringList &more, const char *message) {
        QTest::newRow(name) << text << more << QString(message);
    };
    row("constant", repeated("time,a,b", "5,7", 50), {}, "all rows are the same: there is nothing to learn");
    row("all missing", repeated("time,a,b", "nan,nan", 50), {"--columns", "a,b"}, "a: the column has no usable value in any row");
    row("one column all missing", repeated("time,a,b", "1,nan", 50), {"--columns", "a,b"}, "b: the column has no usable value in any row");
    row("nowhere a number", repeated("time,a", "", 50), {}, "no column of numbers");
    row("one row", repeated("time,a,b", "5,7", 1), {}, "expected at least 2 complete rows, found 1");
    row("no row", "time,a,b\n", {}, "the file has no rows");
    row("empty", "", {}, ":1: expected a header line, found nothing");
    row("no label", ordinary(), {"--truth", "label"}, ":1: no column \"label\"; the file has time a b");
    row("odd label", repeated("time,a,label", "1,perhaps", 5), {"--truth", "label"}, ":2: expected a label");
    row("a cell too many", "time,a\n2024-01-01,1\n2024-01-02,1,2\n", {}, ":3: expected 2 cells as in the header, found 3");
    row("no time", "time,a\n2024-01-01,1\nyesterday,2\n", {}, ":3: ");
    row("Python's dictionaries", "{'time': 1, 'a': 2}\n{'time': 2, 'a': 3}\n", {},
        ":1: holds dictionaries in single quotes, as Python prints them: that is no JSON; expected a table (CSV)");
    row("JSON", "[{\"time\": 1, \"a\": 2}]\n", {}, ":1: holds JSON; expected a table (CSV)");
    row("column asked for", ordinary(), {"--columns", "aa"}, ":1: no column \"aa\"; the file has time a b; did you mean a?");
    row("rename of nothing", ordinary(), {"--rename", "c=d"}, ":1: no column \"c\"");
}

void TestLabBadInput::badTrainingFilesAreRefused()
{
    QFETCH(std::string, text);
    QFETCH(QStringList, more);
    QFETCH(QString, message);
    const QString model = m_files.path("never.model");
    const Outcome outcome = lab(QStringList{"train", "kmeans", m_files.write("bad.csv", text), "-o", model} + more);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains(message), qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains("bad.csv"), qPrintable(outcome.err));
    QVERIFY(outcome.out.isEmpty() && !QFile::exists(model));
}

void TestLabBadInput::aResultNeverReplacesWhatIsRead_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("kept"); // the file that would be replaced
    const auto row = [](const char *name, const char *words, const char *kept) { QTest::newRow(name) << words << kept; };
    row("training data", "train kmeans D/x.csv -o D/x.csv", "x.csv");
    row("by another name", "train kmeans D/x.csv -o D/deep/../x.csv", "x.csv");
    row("through a link", "train kmeans D/x.csv -o D/link", "x.csv");
    row("plant file", "train kmeans D/x.csv --plant D/p.toml --asset engine -o D/p.toml", "p.toml");
    row("scored data", "score D/m.model D/x.csv -o D/x.csv", "x.csv");
    row("model", "score D/m.model D/x.csv -o D/m.model", "m.model");
    row("matches", "compare D/m.model D/m.model D/x.csv --matches D/x.csv", "x.csv");
    row("series", "nab D/corpus --detector band --scores D/corpus", "corpus/x/x.csv");
    row("series among several", "nab D/corpora/band --detector band --detector rcf --scores D/corpora", "corpora/band/x/x.csv");
}

void TestLabBadInput::aResultNeverReplacesWhatIsRead()
{
    QFETCH(QString, words);
    QFETCH(QString, kept);
    const test::LabFiles files;
    const std::string folder = files.path("").toStdString();
    for (const char *each : {"deep", "corpus/x", "corpora/band/x"})
        std::filesystem::create_directories(folder + each);
    files.write("x.csv", ordinary());
    files.write("p.toml", "[[asset]]\npath = \"engine\"\nsensors.a = { low = 0, high = 10 }\n");
    for (const char *corpus : {"corpus", "corpora/band"}) {
        files.write(QString(corpus) + "/x/x.csv", repeated("timestamp,value", "1", 50));
        files.write(QString(corpus) + "/windows.json", "{\"x/x.csv\": []}");
    }
    std::filesystem::create_symlink("x.csv", folder + "link");
    QCOMPARE(lab({"train", "kmeans", files.path("x.csv"), "-o", files.path("m.model")}).status, 0);
    const auto content = [&] { return *readWholeFile(files.path(kept).toStdString(), 1 << 20); };
    const std::string before = content();
    const Outcome outcome = test::labWords(words.replace("D/", files.path("")));
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("is read by this command: its result would replace it"), qPrintable(outcome.err));
    QVERIFY(content() == before);
}

void TestLabBadInput::aPipeIsNoPlaceForAResult()
{
    const QString data = m_files.write("piped.csv", ordinary());
    const std::string pipe = m_files.path("pipe").toStdString();
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    const Outcome outcome = lab({"train", "kmeans", data, "-o", m_files.path("pipe")});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("pipe: cannot be replaced: it is no regular file"), qPrintable(outcome.err));
    QVERIFY(std::filesystem::is_fifo(pipe));
}

void TestLabBadInput::settingsOutOfRangeAreRefused_data()
{
    QTest::addColumn<QString>("detector");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("message");
    QTest::newRow("nu above 1") << "ocsvm"
                                << "nu=1.5"
                                << "nu: expected 1e-06 to 1, not 1.5";
    QTest::newRow("nu of 0") << "ocsvm"
                             << "nu=0"
                             << "nu: expected 1e-06 to 1, not 0";
    QTest::newRow("gamma below 0") << "ocsvm"
                                   << "gamma=-1"
                                   << "gamma: expected 0 to";
    QTest::newRow("k of 0") << "knn_distance"
                            << "k=0"
                            << "k: expected 1 to";
    QTest::newRow("half a neighbour") << "knn_distance"
                                      << "k=2.5"
                                      << "k: expected a whole number, not 2.5";
    QTest::newRow("threshold below 0") << "kmeans"
                                       << "threshold=-1"
                                       << "threshold: expected 0 to";
    QTest::newRow("threshold of words") << "kmeans"
                                        << "threshold=high"
                                        << "threshold: expected a number, not a text";
    QTest::newRow("infinite") << "kmeans"
                              << "threshold=inf"
                              << "threshold: expected 0 to";
    QTest::newRow("flag") << "kmeans"
                          << "zScore=2"
                          << "zScore: expected true or false, not a number";
    QTest::newRow("no labels") << "logistic"
                               << "C=1"
                               << "learns from labelled rows; name the column of labels";
}

void TestLabBadInput::settingsOutOfRangeAreRefused()
{
    QFETCH(QString, detector);
    QFETCH(QString, setting);
    QFETCH(QString, message);
    const QString model = m_files.path("never.model");
    const Outcome outcome = lab({"train", detector, m_files.write("good.csv", ordinary()), "-o", model, "--set", setting});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(message), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(model));
}

void TestLabBadInput::oneStuckSensorDoesNotStopATraining()
{
    std::string text = "a,stuck\n";
    for (int i = 0; i < 100; ++i)
        text += std::to_string(i % 10) + ",42\n";
    const QString data = m_files.write("stuck.csv", text);
    const QString model = m_files.path("stuck.model");
    for (const char *detector : {"kmeans", "knn_distance", "ocsvm"}) {
        QCOMPARE(lab({"train", detector, data, "-o", model}).status, 0);
        const Outcome scored = lab({"score", model, data, "-o", m_files.path("s.csv"), "--json"});
        QVERIFY2(scored.status == 0, qPrintable(scored.err));
        QCOMPARE(scored.json()["judged"].toInt(), 100);
        QVERIFY(scored.json()["anomalous"].toInt() <= 4); // nu; the others' share is smaller
    }
}

void TestLabBadInput::badModelFilesAreRefused_data()
{
    QTest::addColumn<QString>("harm");
    QTest::addColumn<QString>("message");
    QTest::newRow("truncated") << "cut"
                               << "cut short or added to: expected";
    QTest::newRow("damaged") << "flip"
                             << "changed since it was written";
    QTest::newRow("newer") << "newer"
                           << "made by a newer Telltale: version 2";
    QTest::newRow("huge") << "huge"
                          << "expected at most 67108864 bytes";
    QTest::newRow("another file") << "other"
                                  << "not a model file";
    QTest::newRow("missing") << "none"
                             << "no such file";
    QTest::newRow("a folder") << "folder"
                              << "no such file";
}

void TestLabBadInput::badModelFilesAreRefused()
{
    QFETCH(QString, harm);
    QFETCH(QString, message);
    QString path = trainedModel("good.model");
    QFile good(path);
    QVERIFY(good.open(QIODevice::ReadOnly));
    QByteArray bytes = good.readAll();
    if (harm == "cut")
        bytes.chop(100);
    if (harm == "flip")
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
    if (harm == "newer")
        bytes.replace("\"version\":1", "\"version\":2");
    if (harm == "other")
        bytes = "time,a\n1,2\n";
    path = harm == "folder" ? m_files.path("") : m_files.path(harm + ".model");
    if (harm != "none" && harm != "folder")
        m_files.write(harm + ".model", bytes.toStdString());
    if (harm == "huge")
        std::filesystem::resize_file(path.toStdString(), (256U << 20U) + 1);
    const QString scores = m_files.path("never.csv");
    const Outcome outcome = lab({"score", path, m_files.write("good.csv", ordinary()), "-o", scores});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains(path) && outcome.err.contains(message), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(scores));
}

void TestLabBadInput::aColumnThatTheModelNeedsIsNamed()
{
    const QString model = trainedModel("needs.model");
    const Outcome outcome = lab({"score", model, m_files.write("less.csv", "time,a\n2024-01-01,1\n"), "-o", m_files.path("s.csv")});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("less.csv:1: no column \"b\"; the file has time a"), qPrintable(outcome.err));
}

void TestLabBadInput::aMissingCellIsNoDecision()
{
    const QString model = trainedModel("cells.model");
    const QString data = m_files.write("gaps.csv", "time,a,b\n2024-01-01,1,1\n2024-01-02,,1\n2024-01-03,1,nan\n2024-01-04,2,2\n");
    const Outcome outcome = lab({"score", model, data, "-o", "-"});
    QCOMPARE(outcome.status, 0);
    const QStringList lines = outcome.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[2], QString("2024-01-02,,,,,no decision,,,,"));
    QCOMPARE(lines[3], QString("2024-01-03,,,,,no decision,,,,"));
    QVERIFY(lines[4].contains(",normal,"));
    QVERIFY2(outcome.err.contains("2 rows got no decision"), qPrintable(outcome.err));
}

void TestLabBadInput::cellsThatAreNoNumbersAreCounted()
{
    const QString model = trainedModel("words.model");
    const Outcome outcome = lab({"score", model, m_files.write("words.csv", "time,a,b\n2024-01-01,1,1\n2024-01-02,off,1\n"), "-o",
                                 m_files.path("s.csv"), "--json"});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.json()["badCells"].toInt(), 1);
    QCOMPARE(outcome.json()["noDecision"].toInt(), 1);
    QVERIFY2(outcome.err.contains("1 cells are no numbers and count as missing"), qPrintable(outcome.err));
}

void TestLabBadInput::timesThatGoBackwardsAreCountedAndNotJudged()
{
    const QString model = trainedModel("times.model");
    const QString data =
        m_files.write("back.csv", "time,a,b\n2024-01-03,1,1\n2024-01-04,2,3\n2024-01-04,9,6\n2024-01-01,8,5\n2024-01-02,9,6\n"
                                  "2024-01-05,3,2\n");
    const Outcome timed = lab({"score", model, data, "-o", m_files.path("s.csv"), "--json"});
    QCOMPARE(timed.status, 0);
    QCOMPARE(timed.json()["outOfOrder"].toInt(), 3);
    QCOMPARE(timed.json()["judged"].toInt(), 3);
    QVERIFY2(timed.err.contains("the time goes backwards or stands still 2 times"), qPrintable(timed.err));
    QVERIFY2(timed.err.contains("3 rows are not later than those before them"), qPrintable(timed.err));
    const Outcome written = lab({"score", model, data, "-o", m_files.path("s.csv"), "--json", "--any-order"});
    QCOMPARE(written.json()["outOfOrder"].toInt(), 0);
    QCOMPARE(written.json()["judged"].toInt(), 6);
    // What learns as it runs must not see them either.
    const Outcome trained = lab({"train", "band", data, "-o", m_files.path("band.model"), "--json"});
    QVERIFY2(trained.status == 0, qPrintable(trained.err));
    QCOMPARE(trained.json()["trainedRows"].toInt(), 3);
    QVERIFY2(trained.err.contains("3 rows are not later than those before them: left out"), qPrintable(trained.err));
}

void TestLabBadInput::aHeaderShiftedAgainstTheModelIsNoticed_data()
{
    QTest::addColumn<QString>("detector");
    QTest::newRow("a model that knows means") << "logistic";
    QTest::newRow("a model that keeps rows") << "band";
}

void TestLabBadInput::aHeaderShiftedAgainstTheModelIsNoticed()
{
    QFETCH(QString, detector);
    const QString model = m_files.path("engine.model");
    const QString right = m_files.write("right.csv", test::csvOf(test::VehicleRows(1).rows(1000), kRightHeader));
    const QString shifted = m_files.write("shifted.csv", test::csvOf(test::VehicleRows(2).rows(1000), kShiftedHeader));
    QCOMPARE(lab({"train", detector, right, "-o", model, "--truth", "status"}).status, 0);
    const QStringList asked{"evaluate", model, shifted, "--truth", "status", "--json", "--any-order"};
    const Outcome refused = lab(asked);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("shifted.csv:1: ") && refused.err.contains("coolant_temp"), qPrintable(refused.err));
    QVERIFY2(refused.err.contains(kRenames), qPrintable(refused.err));
    const Outcome mapped = lab(asked + kRenames.split(' '));
    QVERIFY2(mapped.status == 0, qPrintable(mapped.err));
    QCOMPARE(mapped.json()["judged"].toInt(), 1000);
    QVERIFY(mapped.json()["rocArea"].toDouble() > 0.8);
    const Outcome believed = lab(asked + QStringList{"--as-named"});
    QCOMPARE(believed.status, 1);
    QVERIFY2(believed.err.contains("no column \"rpm\""), qPrintable(believed.err));
    QVERIFY(lab({"evaluate", model, right, "--truth", "status"}).status == 0);
}

void TestLabBadInput::aHeaderShiftedAgainstThePlantFileIsNoticed()
{
    const QString plant = m_files.write("plant.toml", "[[asset]]\npath = \"engine\"\n"
                                                      "sensors.rpm = { low = 0, high = 100000 }\n"
                                                      "sensors.coolant_temp = { low = 50, high = 300 }\n"
                                                      "sensors.vapor_pressure = { low = 5000, high = 30000 }\n"
                                                      "sensors.cm_voltage = { low = 0, high = 6000 }\n"
                                                      "sensors.torque_percent = { low = 0, high = 300 }\n"
                                                      "sensors.oxygen_rate = { low = 0, high = 500 }\n");
    const QString shifted = m_files.write("shifted.csv", test::csvOf(test::VehicleRows(2).rows(1000), kShiftedHeader));
    const QStringList asked{"train", "kmeans", shifted, "-o", m_files.path("engine.model"), "--plant", plant, "--asset", "engine"};
    const Outcome refused = lab(asked);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains(kRenames), qPrintable(refused.err));
    const Outcome mapped = lab(asked + kRenames.split(' '));
    QVERIFY2(mapped.status == 0, qPrintable(mapped.err));
    QVERIFY2(mapped.out.contains("sensors: rpm coolant_temp vapor_pressure cm_voltage torque_percent oxygen_rate"), qPrintable(mapped.out));
    QCOMPARE(lab(asked + QStringList{"--as-named"}).status, 0);
    QCOMPARE(lab({"train", "kmeans", shifted, "-o", "x", "--plant", plant}).status, 2);
    QCOMPARE(lab({"train", "kmeans", shifted, "-o", "x", "--plant", plant, "--asset", "pump"}).status, 2);
}

void TestLabBadInput::aHeaderOneNameShortIsExplained()
{
    const QString model = m_files.path("engine.model");
    const QString right = m_files.write("right.csv", test::csvOf(test::VehicleRows(1).rows(1000), kRightHeader));
    const QString names = QString::fromStdString(kRightHeader);
    const QString shorter =
        m_files.write("short.csv", test::csvOf(test::VehicleRows(2).rows(1000), QString(names).remove("rpm,").toStdString()));
    QCOMPARE(lab({"train", "logistic", right, "-o", model, "--truth", "status"}).status, 0);
    const QStringList asked{"evaluate", model, shorter, "--truth", "status", "--json", "--any-order"};
    const Outcome refused = lab(asked);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("short.csv:2: expected 7 cells as in the header, found 8: the header is one name short. The values fit "
                                  "with --header "
                                  + names),
             qPrintable(refused.err));
    const Outcome named = lab(asked + QStringList{"--header", names});
    QVERIFY2(named.status == 0, qPrintable(named.err));
    QCOMPARE(named.json()["judged"].toInt(), 1000);
    const Outcome unknown = lab({"train", "kmeans", shorter, "-o", m_files.path("never.model")});
    QCOMPARE(unknown.status, 1);
    QVERIFY2(unknown.err.contains("the header is one name short. --header A,B,… gives the names of all columns"), qPrintable(unknown.err));
    const Outcome wrong = lab(asked + QStringList{"--header", "a,b"});
    QCOMPARE(wrong.status, 1);
    QVERIFY2(wrong.err.contains("expected 2 cells as in the header, found 8") && !wrong.err.contains("one name short"),
             qPrintable(wrong.err));
}

void TestLabBadInput::aNameOverTwoColumnsIsRefused()
{
    const QString model = m_files.path("never.model");
    const Outcome twice = lab({"train", "kmeans", m_files.write("twice.csv", repeated("time,b,b", "5,7", 50)), "-o", model});
    QCOMPARE(twice.status, 2);
    QVERIFY2(twice.err.contains("twice.csv:1: the name \"b\" stands over columns 2 and 3"), qPrintable(twice.err));
    const Outcome renamed = lab({"train", "kmeans", m_files.write("good.csv", ordinary()), "-o", model, "--rename", "a=b"});
    QCOMPARE(renamed.status, 2);
    QVERIFY2(renamed.err.contains("good.csv:1: the name \"b\" stands over columns 2 and 3"), qPrintable(renamed.err));
    QVERIFY(!QFile::exists(model));
    const Outcome scored =
        lab({"score", trainedModel("once.model"), m_files.write("twice.csv", "time,a,b,a\n2024-01-01,1,1,9\n"), "-o", "-"});
    QCOMPARE(scored.status, 2);
    QVERIFY2(scored.err.contains("twice.csv:1: the name \"a\" stands over columns 2 and 4"), qPrintable(scored.err));
}

void TestLabBadInput::columnsLeftOutAreSaid()
{
    const QString data = m_files.write("mixed.csv", "a,mode,reserve,b\n1,auto,,off\n2,auto,,2\n3,hand,,3\n4,auto,,3\n");
    const QString model = m_files.path("mixed.model");
    const Outcome outcome = lab({"train", "kmeans", data, "-o", model});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains("mixed.csv: column \"mode\" is left out: most of what it holds are no numbers (\"auto\")"),
             qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains("mixed.csv: column \"reserve\" is left out: it is empty"), qPrintable(outcome.err));
    QVERIFY2(outcome.out.contains("sensors: a b\n"), qPrintable(outcome.out)); // though the first of b is a word
    QVERIFY(!lab({"train", "kmeans", data, "-o", model, "--ignore", "mode", "--columns", "a,b"}).err.contains("left out:"));
}

void TestLabBadInput::wordsUnderASensorsNameAreNoticed()
{
    const QString data = m_files.write("voltage.csv", "a,voltage\n1,Normal\n2,Normal\n3,Abnormal\n");
    const Outcome outcome = lab({"train", "kmeans", data, "-o", m_files.path("voltage.model")});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.err.contains("voltage.csv:1: the last column, \"voltage\", holds words (\"Normal\")"), qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains("--rename voltage=status"), qPrintable(outcome.err));
}

void TestLabBadInput::rareAnomaliesAreWarnedOf()
{
    const QString model = trainedModel("rare.model");
    std::string text = "time,a,b,label\n";
    for (int i = 0; i < 500; ++i)
        text += toIso(fromNanos(1'700'000'000'000'000'000) + i * std::chrono::seconds(1), 0) + ",3,3," + (i == 7 ? "1\n" : "0\n");
    const Outcome outcome = lab({"evaluate", model, m_files.write("rare.csv", text), "--truth", "label"});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.err.contains("only 0.200 % of the rows are anomalous: calling every row normal has an accuracy of 0.9980"),
             qPrintable(outcome.err));
}

void TestLabBadInput::labelsOfOneClassLeaveGapsInTheFigures()
{
    const QString data = m_files.write("oneclass.csv", repeated("time,a,b,label", "1,2,normal", 20) + "2024-01-01,2,3,normal\n");
    const QString model = m_files.path("oneclass.model");
    const Outcome trained = lab({"train", "logistic", data, "-o", model, "--truth", "label"});
    QVERIFY2(trained.status != 0 && trained.err.contains("all rows are labelled normal; both kinds are needed"), qPrintable(trained.err));
    QVERIFY(!QFile::exists(model));
    const Outcome evaluated = lab({"evaluate", trainedModel("both.model"), data, "--truth", "label"});
    QCOMPARE(evaluated.status, 0);
    QVERIFY2(evaluated.err.contains("all judged rows are labelled normal"), qPrintable(evaluated.err));
    QVERIFY2(evaluated.out.contains("area under ROC -"), qPrintable(evaluated.out));
}

QTEST_GUILESS_MAIN(TestLabBadInput)
#include "tst_lab_bad_input.moc"
