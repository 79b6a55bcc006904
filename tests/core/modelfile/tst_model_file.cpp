// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/modelfile/model_file.h"
#include "tests/core/modelfile/small_model.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <filesystem>
#include <fstream>

using namespace telltale;
using namespace telltale::modelfile;

namespace {

/// A file with a right first line over any body.
std::string withHeader(const std::string &body, const std::string &version = "1")
{
    return R"({"format":"telltale-model","version":)" + version + R"(,"bytes":)" + std::to_string(body.size()) + R"(,"sha256":")"
           + sha256(body) + "\"}\n" + body;
}

std::string repeated(const std::string &item, int times)
{
    std::string text = item;
    while (--times > 0)
        text += ',' + item;
    return text;
}

QString problemOf(const std::string &text)
{
    const Result<TrainedModel> model = parseModel(text, "m");
    return model ? QString() : QString::fromStdString(model.error().text());
}

} // namespace

class TestModelFile : public QObject {
    Q_OBJECT

private slots:
    void everyFieldComesBack();
    void theSameModelIsTheSameText();
    void unknownFieldsAreSkipped();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void everyTruncationIsRefused();
    void everyFlippedByteIsRefused();
    void aHugeFileIsRefusedBeforeItIsRead();
    void aModelThatNobodyCouldReadIsNotWritten();
    void writingReplacesTheWholeFileOrNothing();
    void everyFieldIsInTheManual();
};

void TestModelFile::everyFieldComesBack()
{
    const TrainedModel before = test::smallModel();
    const Result<TrainedModel> after = parseModel(formatModel(before), "m");
    QVERIFY2(after.ok(), after ? "" : after.error().text().c_str());
    QVERIFY(after->settings == before.settings);
    QCOMPARE(after->detector, before.detector);
    QCOMPARE(after->channels.size(), 2U);
    QCOMPARE(after->channels[1].mean, before.channels[1].mean);
    QCOMPARE(after->channels[1].sd, before.channels[1].sd);
    QCOMPARE(after->limit, before.limit);
    QVERIFY(after->scoreQuantiles == before.scoreQuantiles);
    QCOMPARE(after->tables[0].columns, 2U);
    QCOMPARE(after->tables[0].values[2], 1e-300);
    QVERIFY(std::isnan(after->tables[0].values[3]));
    QCOMPARE(after->training.sourceSha256, before.training.sourceSha256);
    QCOMPARE(after->training.last, before.training.last);
    QCOMPARE(after->training.ordered, false);
    QCOMPARE(after->training.seed, 777U);
}

void TestModelFile::theSameModelIsTheSameText()
{
    const std::string text = formatModel(test::smallModel());
    QCOMPARE(formatModel(*parseModel(text, "m")), text);
}

void TestModelFile::unknownFieldsAreSkipped()
{
    const Result<TrainedModel> model =
        parseModel(withHeader(R"({"detector":"band","channels":[{"sensor":"x","colour":"red"}],"later":[1,{"a":2}]})"), "m");
    QVERIFY(model.ok());
    QCOMPARE(model->detector, std::string("band"));
    QCOMPARE(model->channels[0].sd, 1.0);
    QVERIFY(std::isnan(model->limit));
}

void TestModelFile::saysWhatIsWrong_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("problem");
    const std::string good = R"({"detector":"band","channels":[{"sensor":"x"}]})";
    QTest::newRow("empty") << std::string() << "m:1: not a model file: it has no first line of JSON";
    QTest::newRow("a picture") << std::string("\x89PNG\r\n\x1a\n") << "m:1: not a model file: not JSON";
    QTest::newRow("another JSON") << std::string("{\"a\":1}\n") << "m:1: not a model file: its first line does not say";
    QTest::newRow("newer") << withHeader(good, "2") << "m:1 version: made by a newer Telltale: version 2, this one reads up to 1";
    QTest::newRow("version 0") << withHeader(good, "0") << "m:1 version: expected a version from 1 on";
    QTest::newRow("version is text") << withHeader(good, "\"1\"") << "m:1: not a model file: version: not of the kind";
    QTest::newRow("added to") << withHeader(good) + " "
                              << "m: cut short or added to: expected 47 bytes after the first line, found 48";
    QTest::newRow("no object") << withHeader("[]") << "m:2 : not of the kind that is expected here";
    QTest::newRow("no detector") << withHeader("{}") << "m:2: expected a detector and at least one channel";
    QTest::newRow("text in a table") << withHeader(R"({"detector":"b","channels":[{"sensor":"x"}],"tables":[{"values":[1,"a"]}]})")
                                     << "m:2 tables[0].values[1]: not of the kind that is expected here";
    const std::string start = R"({"detector":"b","channels":[{"sensor":"x"}],)";
    QTest::newRow("a channel twice") << withHeader(R"({"detector":"b","channels":[{"sensor":"x"},{"sensor":"y"},{"sensor":"x"}]})")
                                     << "m:2 channels.x: a channel stands there twice";
    QTest::newRow("too many tables") << withHeader(start + R"("tables":[)" + repeated("{}", 17) + "]}")
                                     << "m:2 tables: expected at most 16, found 17";
    QTest::newRow("too many channels") << withHeader(R"({"detector":"b","channels":[)" + repeated("{}", 1025) + "]}")
                                       << "m:2 channels: expected at most 1024, found 1025";
    QTest::newRow("too many quantiles") << withHeader(start + R"("scoreQuantiles":[)" + repeated("0", 1002) + "]}")
                                        << "m:2 scoreQuantiles: expected at most 1001, found 1002";
    QTest::newRow("too many settings") << withHeader(start + R"("settings":{)" + repeated("\"a\":0", 257) + "}}")
                                       << "m:2 settings: expected at most 256, found 257";
    QTest::newRow("the end of time") << withHeader(start + R"("training":{"last":9223372036854775807}})")
                                     << "m:2 training: expected times from 1970 to 2100";
    QTest::newRow("deep") << withHeader(std::string(5000, '[')) << "m:2 : not JSON";
    QTest::newRow("a number too large") << withHeader(R"({"detector":"b","channels":[{"sensor":"x","mean":1e999}]})") << "m:2 : not JSON";
}

void TestModelFile::saysWhatIsWrong()
{
    QFETCH(std::string, text);
    QFETCH(QString, problem);
    const QString found = problemOf(text);
    QVERIFY2(found.startsWith(problem), qPrintable(found));
}

void TestModelFile::everyTruncationIsRefused()
{
    const std::string text = formatModel(test::smallModel());
    for (std::size_t length = 0; length < text.size(); ++length)
        QVERIFY(!parseModel(text.substr(0, length), "m").ok());
}

void TestModelFile::everyFlippedByteIsRefused()
{
    const std::string text = formatModel(test::smallModel());
    for (std::size_t i = text.find('\n') + 1; i < text.size(); ++i) {
        std::string flipped = text;
        flipped[i] = static_cast<char>(flipped[i] ^ 1);
        QVERIFY(!parseModel(flipped, "m").ok());
    }
}

void TestModelFile::aHugeFileIsRefusedBeforeItIsRead()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("huge").toStdString();
    std::ofstream(path).put('x');
    std::error_code problem;
    std::filesystem::resize_file(path, kMostBytes + 1, problem);
    QVERIFY(!problem);
    const Result<TrainedModel> model = readModel(path);
    QVERIFY(!model.ok());
    QCOMPARE(model.error().kind, ErrorKind::OutOfRange);
    QCOMPARE(readModel(folder.path().toStdString()).error().kind, ErrorKind::NotFound);
}

void TestModelFile::aModelThatNobodyCouldReadIsNotWritten()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("huge").toStdString();
    TrainedModel model = test::smallModel();
    model.tables[0].values.assign(kMostBytes / 18, 1.0 / 3.0);
    QCOMPARE(writeModel(path, model).error().kind, ErrorKind::OutOfRange);
    QVERIFY(!std::filesystem::exists(path));
}

void TestModelFile::writingReplacesTheWholeFileOrNothing()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("m.model").toStdString();
    QVERIFY(writeModel(path, test::smallModel()).ok());
    TrainedModel other = test::smallModel();
    other.detector = "band";
    QVERIFY(writeModel(path, other).ok());
    QCOMPARE(readModel(path)->detector, std::string("band"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    QVERIFY(!writeModel(folder.filePath("nowhere/m.model").toStdString(), other).ok());
    QVERIFY(!writeModel(folder.path().toStdString(), other).ok());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestModelFile::everyFieldIsInTheManual()
{
    QFile page(QStringLiteral(TELLTALE_SOURCE "/installer/man/telltale-model.5"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString manual = QString::fromUtf8(page.readAll());
    TrainedModel model = test::smallModel();
    model.settings.clear(); // its names are the detector's
    auto names = QRegularExpression(QStringLiteral("\"([A-Za-z0-9]+)\":")).globalMatch(QString::fromStdString(formatModel(model)));
    QVERIFY(names.hasNext());
    while (names.hasNext()) {
        const QString name = names.next().captured(1);
        QVERIFY2(manual.contains(QRegularExpression(QStringLiteral("^\\.BR? .*\\b%1\\b").arg(name), QRegularExpression::MultilineOption)),
                 qPrintable(name));
    }
}

QTEST_APPLESS_MAIN(TestModelFile)
#include "tst_model_file.moc"
