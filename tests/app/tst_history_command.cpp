// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself: a copy of a data folder, and old samples taken back in.
#include "core/store/history_archive.h"
#include "core/store/store_reader.h"
#include "core/store/store_writer.h"
#include "tests/support/built_program.h"
#include "tests/support/history_builders.h"
#include "tests/support/temp_folder.h"

#include <QDir>
#include <QProcess>
#include <QtTest>

using namespace telltale;

namespace {

struct Answer {
    int code = -1;
    QString out;
    QString err;
};

Answer run(const std::vector<std::string> &words)
{
    QProcess program;
    QStringList list;
    for (const std::string &word : words)
        list << QString::fromStdString(word);
    program.start(test::builtProgram("telltale"), list);
    program.waitForFinished(60'000);
    return {program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1, QString::fromUtf8(program.readAllStandardOutput()),
            QString::fromUtf8(program.readAllStandardError())};
}

std::unique_ptr<store::StoreWriter> writerOf(const std::string &folder)
{
    static const SystemClock clock{};
    return std::move(store::StoreWriter::open({.folder = folder}, clock)).value();
}

std::size_t chunksIn(const std::string &folder)
{
    const auto reader = std::move(store::StoreReader::open(folder)).value();
    return reader->samples({"a", "x"}, fromNanos(0), fromNanos(INT64_MAX))->size();
}

} // namespace

class TestHistoryCommand : public QObject {
    Q_OBJECT
private slots:
    void copiesAFolderThatIsWrittenTo();
    void takesArchivesIn();
    void saysWhyItCannot();
};

void TestHistoryCommand::copiesAFolderThatIsWrittenTo()
{
    const test::TempFolder temp;
    const auto writer = writerOf(temp.path("data"));
    writer->submit(store::SaveChunk{{"a", "x"}, "bar", test::storedChunk(1, test::kHistoryBegin, test::kSecond), false});
    QTRY_COMPARE(chunksIn(temp.path("data")), std::size_t{1});
    const Answer answer = run({"--backup", temp.path("copy"), "--data", temp.path("data")});
    QVERIFY2(!answer.err.contains(QStringLiteral("telltale:")), qPrintable(answer.err));
    QCOMPARE(answer.code, 0);
    QCOMPARE(chunksIn(temp.path("copy")), std::size_t{1});
    const auto mode = QFileInfo(QString::fromStdString(temp.path("copy/journal.db"))).permissions();
    QVERIFY(!(mode & (QFile::ReadGroup | QFile::ReadOther)));
    const Answer verified = run({"--verify", "--data", temp.path("copy")});
    QVERIFY2(verified.code == 0 && verified.out.contains(QStringLiteral("all in order")), qPrintable(verified.out + verified.err));
    const Answer again = run({"--backup", temp.path("copy"), "--data", temp.path("data")});
    QCOMPARE(again.code, 1);
    QVERIFY(again.err.contains(QStringLiteral("overwrites nothing")));
}

void TestHistoryCommand::takesArchivesIn()
{
    const test::TempFolder temp;
    writerOf(temp.path("source"))
        ->submit(store::SaveChunk{{"a", "x"}, "bar", test::storedChunk(1, test::kHistoryBegin, test::kSecond), false});
    writerOf(temp.path("data"));
    const std::string file = temp.path("source/history.db"); // any history will do
    const Answer answer = run({"--import-history", file, "--import-history", file, "--data", temp.path("data")});
    QCOMPARE(answer.code, 0);
    QVERIFY2(answer.out.contains(QStringLiteral("1024 samples in 1 stretches taken in")), qPrintable(answer.out));
    QVERIFY2(answer.out.contains(QStringLiteral("0 samples in 0 stretches taken in; 1 stretches were there already")),
             qPrintable(answer.out));
    QCOMPARE(chunksIn(temp.path("data")), std::size_t{1});
}

void TestHistoryCommand::saysWhyItCannot()
{
    const test::TempFolder temp;
    const auto writer = writerOf(temp.path("data"));
    const Answer busy = run({"--import-history", temp.path("x.history"), "--data", temp.path("data")});
    QCOMPARE(busy.code, 1);
    QVERIFY2(busy.err.contains(QStringLiteral("another instance")), qPrintable(busy.err));
    const Answer absent = run({"--import-history", temp.path("x.history"), "--data", temp.path()});
    QCOMPARE(absent.code, 1);
    QVERIFY2(absent.err.contains(QStringLiteral("x.history")), qPrintable(absent.err));
    QCOMPARE(run({"--backup", temp.path("copy"), "--data", temp.path("nothing")}).code, 1);
}

QTEST_GUILESS_MAIN(TestHistoryCommand)
#include "tst_history_command.moc"
