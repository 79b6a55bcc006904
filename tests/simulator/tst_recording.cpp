// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/event_time.h"
#include "simulator/replay/recording.h"
#include "tests/support/real_series.h"
#include "tests/support/temp_folder.h"

#include <QtTest>
#include <cmath>
#include <fstream>

using namespace telltale;
using namespace telltale::simulator;

class TestRecording : public QObject {
    Q_OBJECT

private slots:
    void timesAreRead_data();
    void timesAreRead();
    void wrongTimesAreRefused_data();
    void wrongTimesAreRefused();
    void theTimeColumnIsFound_data();
    void theTimeColumnIsFound();
    void labelsAreTruth_data();
    void labelsAreTruth();
    void emptyAndNanAreMissing();
    void bothLineEndsAreRead();
    void textColumnsAreLeftOutAndNoted();
    void columnsGetDistinctNames();
    void timeMayGoBackwards();
    void malformedFilesAreNamed_data();
    void malformedFilesAreNamed();
    void longNamesAreCutBetweenCharacters();
    void theTypicalStepIsTheMiddleOne();
    void aSeriesOfATestBedIsRead();
    void aSeriesWithTheTimeLastIsRead();

private:
    Result<Recording> load(const QString &text);

    test::TempFolder m_folder;
};

Result<Recording> TestRecording::load(const QString &text)
{
    std::ofstream(m_folder.path("f.csv"), std::ios::binary) << text.toStdString();
    return Recording::load(m_folder.path("f.csv"));
}

void TestRecording::timesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("iso");
    QTest::newRow("rfc 3339") << "2021-03-18T11:36:07.5Z"
                              << "2021-03-18T11:36:07.500Z";
    QTest::newRow("offset") << "2021-03-18T11:36:07+01:00"
                            << "2021-03-18T10:36:07.000Z";
    QTest::newRow("blank") << "2021-03-18 11:36:07"
                           << "2021-03-18T11:36:07.000Z";
    QTest::newRow("microseconds") << "2025-01-03 18:05:32.330123"
                                  << "2025-01-03T18:05:32.330Z";
    QTest::newRow("date") << "2021-03-18"
                          << "2021-03-18T00:00:00.000Z";
    QTest::newRow("year first") << "2021/03/18 11:36:07"
                                << "2021-03-18T11:36:07.000Z";
    QTest::newRow("month first") << "3/18/2021 9:36"
                                 << "2021-03-18T09:36:00.000Z";
    QTest::newRow("seconds") << "1616067367"
                             << "2021-03-18T11:36:07.000Z";
    QTest::newRow("parts of seconds") << "1616067367.25"
                                      << "2021-03-18T11:36:07.250Z";
    QTest::newRow("milliseconds") << "1616067367250"
                                  << "2021-03-18T11:36:07.250Z";
}

void TestRecording::timesAreRead()
{
    QFETCH(QString, text);
    QFETCH(QString, iso);
    const auto time = readEventTime(text.toStdString());
    QVERIFY2(time.ok(), time ? "" : time.error().text().c_str());
    QCOMPARE(QString::fromStdString(toIso(*time)), iso);
}

void TestRecording::wrongTimesAreRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "noon", "2021-13-01", "18/3/2021 9:36", "3/18/2021", "1/2", "1999-12-31T23:59:59Z", "2100-01-01T00:00:00Z",
                             "12", "nan", "2021-03-18 25:00:00", "-1616067367"})
        QTest::newRow(text) << QString(text);
}

void TestRecording::wrongTimesAreRefused()
{
    QFETCH(QString, text);
    QVERIFY(!readEventTime(text.toStdString()));
}

void TestRecording::theTimeColumnIsFound_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("row");
    QTest::newRow("timestamp") << "x,timestamp"
                               << "5,2021-01-01";
    QTest::newRow("datetime, semicolons") << "datetime;x"
                                          << "2021-01-01;5";
    QTest::newRow("capitals") << "x,Time"
                              << "5,2021-01-01";
    QTest::newRow("date") << "x,date"
                          << "5,2021-01-01";
    QTest::newRow("first") << "when,x"
                           << "2021-01-01,5";
}

void TestRecording::theTimeColumnIsFound()
{
    QFETCH(QString, header);
    QFETCH(QString, row);
    const auto recording = load(header + '\n' + row + '\n');
    QVERIFY2(recording.ok(), recording ? "" : recording.error().text().c_str());
    QCOMPARE(recording->sensors(), std::vector<std::string>{"x"});
    QCOMPARE(recording->values(0), std::vector<double>{5.0});
    QCOMPARE(toIso(recording->time(0), 0), std::string("2021-01-01T00:00:00Z"));
    QVERIFY(!recording->truth(0));
}

void TestRecording::labelsAreTruth_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("cells");
    QTest::addColumn<bool>("anomaly");
    QTest::addColumn<QString>("kind");
    QTest::newRow("0") << "anomaly"
                       << "0" << false << "";
    QTest::newRow("0.0") << "anomaly"
                         << "0.0" << false << "";
    QTest::newRow("1.0") << "anomaly"
                         << "1.0" << true << "anomaly";
    QTest::newRow("true") << "Label"
                          << "True" << true << "true";
    QTest::newRow("normal") << "status"
                            << "Normal" << false << "";
    QTest::newRow("abnormal") << "status"
                              << "Abnormal" << true << "abnormal";
    QTest::newRow("empty") << "label"
                           << "" << false << "";
    QTest::newRow("changepoint alone") << "anomaly,changepoint"
                                       << "0,1" << false << "changepoint";
    QTest::newRow("both") << "anomaly,changepoint"
                          << "1,1" << true << "changepoint";
}

void TestRecording::labelsAreTruth()
{
    QFETCH(QString, header);
    QFETCH(QString, cells);
    QFETCH(bool, anomaly);
    QFETCH(QString, kind);
    const auto recording = load("time,x," + header + "\n2021-01-01,5," + cells + '\n');
    QVERIFY(recording.ok());
    QCOMPARE(recording->sensors(), std::vector<std::string>{"x"});
    QCOMPARE(recording->truth(0)->anomaly, anomaly);
    QCOMPARE(QString::fromStdString(recording->truth(0)->kind), kind);
}

void TestRecording::emptyAndNanAreMissing()
{
    const auto recording = load("time,a,b,c,d,e,f\n2021-01-01,,nan,NaN,NULL, 4 ,+5e-1\n2021-01-02,1,1,1,1,1,1\n");
    QVERIFY(recording.ok());
    const auto values = recording->values(0);
    for (std::size_t i = 0; i < 4; ++i)
        QVERIFY(std::isnan(values[i]));
    QCOMPARE(values[4], 4.0);
    QCOMPARE(values[5], 0.5);
}

void TestRecording::bothLineEndsAreRead()
{
    for (const QString &end : {QString("\n"), QString("\r\n")}) {
        const auto recording = load("\xEF\xBB\xBFtime,x,anomaly" + end + "2021-01-01,1,0" + end + end + "2021-01-02,2,1" + end);
        QVERIFY(recording.ok());
        QCOMPARE(recording->rows(), std::size_t(2));
        QVERIFY(recording->truth(1)->anomaly);
    }
}

void TestRecording::textColumnsAreLeftOutAndNoted()
{
    const auto recording = load("time,vin,x,empty\n2021-01-01,PAI,1,\n2021-01-02,PAI,2,\n");
    QVERIFY(recording.ok());
    QCOMPARE(recording->sensors(), std::vector<std::string>{"x"});
    QCOMPARE(recording->notes(), (std::vector<std::string>{"column 'vin' holds no numbers and is left out",
                                                           "column 'empty' holds no numbers and is left out"}));
}

void TestRecording::columnsGetDistinctNames()
{
    const auto recording = load("time,x,x,\n2021-01-01,1,2,3\n");
    QVERIFY(recording.ok());
    QCOMPARE(recording->sensors(), (std::vector<std::string>{"x", "x_2", "column 4"}));
}

void TestRecording::timeMayGoBackwards()
{
    const auto recording = load("time,x\n2021-01-02,1\n2021-01-01,2\n");
    QVERIFY(recording.ok());
    QVERIFY(recording->time(1) < recording->time(0));
}

void TestRecording::malformedFilesAreNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QString &text, const QString &message) { QTest::newRow(name) << text << message; };
    row("empty", "", ":1: expected a header line, found nothing");
    row("no rows", "time,x\n", ":1: expected rows below the header, found none");
    row("no number", "time,x\n2021-01-01,1\n2021-01-02,abc\n", ":3 column 'x': expected a number, found 'abc'");
    row("only text", "time,x\n2021-01-01,abc\n", ":2 column 'x': expected a number, found 'abc'");
    row("text first", "time,x\n2021-01-01,abc\n2021-01-02,1\n", ":2 column 'x': expected a number, found 'abc'");
    row("number and more", "time,x\n2021-01-01,1\n2021-01-02,1x\n", ":3 column 'x': expected a number, found '1x'");
    row("comma", "time;x\n2021-01-01;1\n2021-01-02;1,5\n", ":3 column 'x': expected a number, found '1,5'");
    row("infinite", "time,x\n2021-01-01,1\n2021-01-02,inf\n", ":3 column 'x': expected a number, found 'inf'");
    row("too large", "time,x\n2021-01-01,1\n2021-01-02,1e999\n", ":3 column 'x': expected a number, found '1e999'");
    row("no time", "time,x\nnoon,1\n", ":2 column 'time': expected a time such as 2026-11-22T12:31:07Z, found 'noon'");
    row("too early", "time,x\n1970-01-01,1\n", ":2 column 'time': expected a time from 2000 to 2099, found '1970-01-01'");
    row("empty time", "time,x\n,1\n", ":2 column 'time': expected a time such as 2026-11-22T12:31:07Z, found ''");
    row("too few cells", "time,x\n2021-01-01,1\n2021-01-02\n", ":3: expected 2 cells as in the header, found 1");
    row("too many cells", "time,x\n2021-01-01,1,2\n", ":2: expected 2 cells as in the header, found 3");
    row("open quote", "time,x\n2021-01-01,\"1\n", ":2: a quote is opened and never closed");
    row("control in a name",
        "time,a[nom\x1d"
        "aly\n2021-01-01,1\n",
        ":1 column 2: expected a name without control characters, found 'a[nom\\x1daly'");
    row("bell in a name", "time,x,a\x07\n2021-01-01,1,2\n", ":1 column 3: expected a name without control characters, found 'a\\x07'");
    row("control in a number", "time,x\n2021-01-01,1\n2021-01-02,1\x07\n", ":3 column 'x': expected a number, found '1\\x07'");
    row("control in a time", "time,x\n\x1b[2J,1\n", ":2 column 'time': expected a time such as 2026-11-22T12:31:07Z, found '\\x1b[2J'");
    row("only a time", "time\n2021-01-01\n", ":2: expected at least one column of numbers besides the time");
    row("only labels", "time,anomaly\n2021-01-01,0\n", ":2: expected at least one column of numbers besides the time");
}

void TestRecording::malformedFilesAreNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    const auto recording = load(text);
    QVERIFY(!recording);
    const QString found = QString::fromStdString(recording.error().text());
    QCOMPARE(found, QString::fromStdString(m_folder.path("f.csv")) + message);
}

void TestRecording::longNamesAreCutBetweenCharacters()
{
    const QString name = QString(127, 'x') + QStringLiteral("°C");
    const auto recording = load("time," + name + ',' + name + "\n2021-01-01,1,2\n");
    QVERIFY(recording.ok());
    QCOMPARE(QString::fromStdString(recording->sensors()[0]), QString(127, 'x'));
    QCOMPARE(QString::fromStdString(recording->sensors()[1]), QString(120, 'x') + "_2");
}

void TestRecording::theTypicalStepIsTheMiddleOne()
{
    const auto recording = load("time,x\n1600000000,1\n1600000005,1\n1600000010,1\n1600003600,1\n1600003601,1\n1600003606,1\n");
    QCOMPARE(recording->typicalStep(), Duration(std::chrono::seconds(5)));
    QCOMPARE(load("time,x\n1600000000,1\n")->typicalStep(), Duration(std::chrono::seconds(1)));
}

void TestRecording::aSeriesOfATestBedIsRead()
{
    TELLTALE_NEED_SERIES(file, "skab/valve1/0.csv");
    const auto recording = Recording::load(file.toStdString());
    QVERIFY2(recording.ok(), recording ? "" : recording.error().text().c_str());
    QCOMPARE(recording->sensors().size(), std::size_t(8));
    std::size_t anomalies = 0;
    for (std::size_t row = 0; row < recording->rows(); ++row)
        anomalies += recording->truth(row)->anomaly ? 1 : 0;
    QVERIFY(anomalies > 100 && anomalies < recording->rows());
    QCOMPARE(recording->typicalStep(), Duration(std::chrono::seconds(1)));
}

void TestRecording::aSeriesWithTheTimeLastIsRead()
{
    TELLTALE_NEED_SERIES(file, "three-sensors/synthetic_test_data.csv");
    const auto recording = Recording::load(file.toStdString());
    QVERIFY2(recording.ok(), recording ? "" : recording.error().text().c_str());
    QCOMPARE(recording->rows(), std::size_t(12'500));
    QCOMPARE(recording->sensors(), (std::vector<std::string>{"temperature", "humidity", "noise_level"}));
}

QTEST_APPLESS_MAIN(TestRecording)
#include "tst_recording.moc"
