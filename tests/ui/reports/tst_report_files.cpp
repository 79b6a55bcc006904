// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_folder.h"
#include "ui/reports/report_files.h"

#include <QFile>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace

class TestReportFiles : public QObject {
    Q_OBJECT
private slots:
    void namesAreMadeSafe_data();
    void namesAreMadeSafe();
    void writesAndReplacesWholeFiles();
    void aFailureLeavesTheOldFile();
    void neverWritesThroughALink();
    void saysWhenTheFolderCannotBeMade();

private:
    test::TempFolder m_folder;
};

void TestReportFiles::namesAreMadeSafe_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << "4711-line-a_pump1.x"
                           << "4711-line-a_pump1.x";
    QTest::newRow("climbing") << "../../etc/passwd"
                              << "_.._etc_passwd";
    QTest::newRow("absolute") << "/etc/passwd"
                              << "_etc_passwd";
    QTest::newRow("spaces and dots") << "a · b"
                                     << "a___b";
    QTest::newRow("NUL and newline") << QString("a") + QChar(0) + "\nb"
                                     << "a__b";
    QTest::newRow("hidden") << ".bashrc"
                            << "bashrc";
    QTest::newRow("nothing") << ""
                             << "_";
    QTest::newRow("only dots") << "..."
                               << "_";
    QTest::newRow("foreign letters") << "Pumpe-Ä"
                                     << "Pumpe-_";
    QTest::newRow("long") << QString(300, 'x') << QString(64, 'x');
}

void TestReportFiles::namesAreMadeSafe()
{
    QFETCH(QString, text);
    QTEST(safeFileName(text), "safe");
}

void TestReportFiles::writesAndReplacesWholeFiles()
{
    const QString path = QString::fromStdString(m_folder.path("deep/er/report.txt"));
    QVERIFY(writeWhole(path, "first").ok());
    QCOMPARE(contentOf(path), QByteArray("first"));
    QVERIFY(writeWhole(path, "second").ok());
    QCOMPARE(contentOf(path), QByteArray("second"));
}

void TestReportFiles::aFailureLeavesTheOldFile()
{
    const QString path = QString::fromStdString(m_folder.path("kept.txt"));
    QVERIFY(writeWhole(path, "old").ok());
    const auto failed = writeWhole(path, [](QIODevice &file) -> Result<void> {
        file.write("half of the n");
        return Error{ErrorKind::Io, "no", {}};
    });
    QVERIFY(!failed.ok());
    QCOMPARE(contentOf(path), QByteArray("old"));
}

void TestReportFiles::neverWritesThroughALink()
{
    const QString target = QString::fromStdString(m_folder.path("precious.txt"));
    const QString link = QString::fromStdString(m_folder.path("link.txt"));
    QVERIFY(writeWhole(target, "precious").ok());
    QVERIFY(QFile::link(target, link));
    const auto written = writeWhole(link, "overwritten");
    QVERIFY(!written.ok());
    QCOMPARE(written.error().kind, ErrorKind::Io);
    QCOMPARE(contentOf(target), QByteArray("precious"));
}

void TestReportFiles::saysWhenTheFolderCannotBeMade()
{
    const QString file = QString::fromStdString(m_folder.path("a-file"));
    QVERIFY(writeWhole(file, "x").ok());
    const auto written = writeWhole(file + "/below/report.txt", "y");
    QVERIFY(!written.ok());
    QCOMPARE(written.error().kind, ErrorKind::Io);
}

QTEST_APPLESS_MAIN(TestReportFiles)
#include "tst_report_files.moc"
