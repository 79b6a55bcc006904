// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/skab_corpus.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace telltale;
using namespace telltale::evaluate;

namespace {

constexpr const char *kSmallRun = "datetime;Current;Volume Flow RateRMS;anomaly;changepoint\r\n"
                                  "2020-03-09 10:14:33;1.3302;32.0;0.0;0.0\r\n"
                                  "2020-03-09 10:14:34;;31.5;1.0;1.0\r\n"
                                  "2020-03-09 10:14:36;-1e-3;nan;1.0;0.0\r\n";

} // namespace

class TestSkabCorpus : public QObject {
    Q_OBJECT

private slots:
    void readsARun();
    void aRunMayHaveNoLabels();
    void readsAFolderByName();
    void namesThePlaceOfWhatIsWrong_data();
    void namesThePlaceOfWhatIsWrong();
    void saysWhenThereIsNothing();

private:
    QString write(const QString &name, const QByteArray &text);

    QTemporaryDir m_folder;
};

QString TestSkabCorpus::write(const QString &name, const QByteArray &text)
{
    QFile file(m_folder.filePath(name));
    if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void TestSkabCorpus::readsARun()
{
    const Result<SkabRun> run = readSkabRun(write("one/7.csv", kSmallRun).toStdString());
    QVERIFY2(run.ok(), run ? "" : run.error().text().c_str());
    QCOMPARE(run->name, std::string("7.csv"));
    QCOMPARE(run->table.sensors, (std::vector<std::string>{"Current", "Volume Flow RateRMS"}));
    QCOMPARE(run->table.rows(), 3U);
    QCOMPARE(run->table.times[2] - run->table.times[0], Duration(std::chrono::seconds(3)));
    QCOMPARE(toIso(run->table.times[0], 0), std::string("2020-03-09T10:14:33Z"));
    QCOMPARE(run->table.row(0)[0], 1.3302);
    QCOMPARE(run->table.row(0)[1], 32.0);
    QVERIFY(std::isnan(run->table.row(1)[0]));
    QCOMPARE(run->table.row(1)[1], 31.5);
    QCOMPARE(run->table.row(2)[0], -1e-3);
    QVERIFY(std::isnan(run->table.row(2)[1]));
    QCOMPARE(run->table.anomalous, (std::vector<char>{0, 1, 1}));
}

void TestSkabCorpus::aRunMayHaveNoLabels()
{
    const Result<SkabRun> run = readSkabRun(write("calm/a.csv", "datetime;a;b\n2020-03-09 10:14:33;1;2\n").toStdString());
    QVERIFY(run.ok());
    QCOMPARE(run->table.sensors.size(), 2U);
    QCOMPARE(run->table.rows(), 1U);
    QVERIFY(run->table.anomalous.empty());
}

void TestSkabCorpus::readsAFolderByName()
{
    write("all/2.csv", kSmallRun);
    write("all/10.csv", kSmallRun);
    write("all/notes.txt", "not a run");
    write("all/deeper/1.csv", "nor this");
    QVERIFY(QDir(m_folder.path()).mkpath("all/folder.csv"));
    const Result<std::vector<SkabRun>> runs = readSkabCorpus(m_folder.filePath("all").toStdString());
    QVERIFY2(runs.ok(), runs ? "" : runs.error().text().c_str());
    QCOMPARE(runs->size(), 2U);
    QCOMPARE((*runs)[0].name, std::string("10.csv"));
    QCOMPARE((*runs)[1].name, std::string("2.csv"));
}

void TestSkabCorpus::namesThePlaceOfWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    const QByteArray header = "datetime;a;anomaly\r\n";
    const QByteArray good = "2020-03-09 10:14:33;1.5;0\r\n";
    QTest::newRow("empty") << QByteArray() << "x.csv:1";
    QTest::newRow("another first column") << QByteArray("time;a;anomaly\r\n") + good << "x.csv:1";
    QTest::newRow("no channel") << QByteArray("datetime;anomaly;changepoint\r\n") << "x.csv:1";
    QTest::newRow("a bad time") << header + good + "yesterday;1.5;0\r\n"
                                << "x.csv:3";
    QTest::newRow("no times") << header + "yesterday;1.5;0\r\n"
                              << "x.csv:2";
    QTest::newRow("times in another column") << QByteArray("datetime;a;when\r\nyesterday;1.5;2020-03-09 10:14:33\r\n") << "x.csv:2";
    QTest::newRow("a bad number") << header + good + "2020-03-09 10:14:34;1,5;0\r\n"
                                  << "x.csv:3";
    QTest::newRow("a number with a tail") << header + good + "2020-03-09 10:14:34;1.5 bar;0\r\n"
                                          << "x.csv:3";
    QTest::newRow("half a row") << header + good + "2020-03-09 10:14:34;1.5\r\n"
                                << "x.csv:3";
    QTest::newRow("a missing label") << header + good + "2020-03-09 10:14:34;1.5;\r\n"
                                     << "x.csv:3";
    QTest::newRow("half a label") << header + good + "2020-03-09 10:14:34;1.5;0.5\r\n"
                                  << "x.csv:3";
}

void TestSkabCorpus::namesThePlaceOfWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    const QString folder = QStringLiteral("damaged/") + QTest::currentDataTag();
    write(folder + "/good.csv", kSmallRun);
    write(folder + "/x.csv", text);
    const Result<std::vector<SkabRun>> runs = readSkabCorpus(m_folder.filePath(folder).toStdString());
    QVERIFY(!runs.ok());
    QCOMPARE(runs.error().kind, ErrorKind::BadFormat);
    QVERIFY2(QString::fromStdString(runs.error().where).endsWith(place), runs.error().where.c_str());
    QVERIFY(!runs.error().what.empty());
}

void TestSkabCorpus::saysWhenThereIsNothing()
{
    QCOMPARE(readSkabRun(m_folder.filePath("none.csv").toStdString()).error().kind, ErrorKind::NotFound);
    QCOMPARE(readSkabCorpus(m_folder.filePath("none").toStdString()).error().kind, ErrorKind::NotFound);
    write("empty/notes.txt", "nothing here");
    QCOMPARE(readSkabCorpus(m_folder.filePath("empty").toStdString()).error().kind, ErrorKind::NotFound);
}

QTEST_APPLESS_MAIN(TestSkabCorpus)
#include "tst_skab_corpus.moc"
