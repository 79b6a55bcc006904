// SPDX-License-Identifier: GPL-3.0-or-later
// What a trend is told of a history that cannot be read, or not all of it.
#include "core/store/data_folder.h"
#include "core/store/store_reader.h"
#include "core/store/store_writer.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/damage.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"
#include "ui/reports/history_loader.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using test::at;

namespace {

const SensorKey kSensor{"line-a/pump1", "temperature"};
constexpr int kChunks = 20;
constexpr double kSeconds = 1000; ///< that a chunk lasts

std::string stored(const test::TempFolder &temp)
{
    const test::FakeClock clock;
    const auto writer = std::move(store::StoreWriter::open({.folder = temp.path()}, clock)).value();
    for (int i = 0; i < kChunks; ++i)
        writer->submit(store::SaveChunk{kSensor, "°C", test::chunkOf(std::size_t(kSeconds), kSeconds * i), false});
    return temp.path() + store::kHistoryName;
}

HistoryAnswer asked(const test::TempFolder &temp, std::optional<RollupLevel> level = {})
{
    return historyLoader(temp.path())({kSensor, at(0), at(kSeconds * kChunks), level});
}

} // namespace

class TestHistoryLoader : public QObject {
    Q_OBJECT
private slots:
    void whatWasNeverStoredIsNoProblem();
    void anUnreadableHistoryIsSaid_data();
    void anUnreadableHistoryIsSaid();
    void anUnreadablePageTakesNoOtherWithIt();
};

void TestHistoryLoader::whatWasNeverStoredIsNoProblem()
{
    const test::TempFolder temp;
    QVERIFY(asked(temp).problem.empty());
    static_cast<void>(stored(temp));
    QCOMPARE(asked(temp).chunks.size(), std::size_t(kChunks));
    QVERIFY(asked(temp).problem.empty() && asked(temp, RollupLevel::Hour).problem.empty());
    QVERIFY(!asked(temp, RollupLevel::Hour).chunks.empty());
}

void TestHistoryLoader::anUnreadableHistoryIsSaid_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("history") << QString(store::kHistoryName);
    QTest::newRow("journal") << QString(store::kJournalName); // without it no folder is opened
}

void TestHistoryLoader::anUnreadableHistoryIsSaid()
{
    QFETCH(QString, file);
    const test::TempFolder temp;
    static_cast<void>(stored(temp));
    test::ruinPage(temp.path() + file.toStdString(), 0);
    for (const std::optional<RollupLevel> level : {std::optional<RollupLevel>(), std::optional(RollupLevel::Hour)}) {
        const HistoryAnswer answer = asked(temp, level);
        QVERIFY(answer.chunks.empty());
        QVERIFY2(!answer.problem.empty(), "drawn as if there were no data");
    }
}

void TestHistoryLoader::anUnreadablePageTakesNoOtherWithIt()
{
    const test::TempFolder temp;
    const std::string history = stored(temp);
    test::ruinPage(history, test::lastLeaf(history, "chunk"));
    const HistoryAnswer answer = asked(temp);
    QVERIFY2(answer.problem.find("malformed") != std::string::npos, answer.problem.c_str());
    QVERIFY(answer.chunks.size() > kChunks / 2 && answer.chunks.size() < kChunks);
    // Who would count with them does not get a part for the whole.
    const auto reader = store::StoreReader::open(temp.path());
    QVERIFY(!(*reader)->samples(kSensor, at(0), at(kSeconds * kChunks)).ok());
}

QTEST_APPLESS_MAIN(TestHistoryLoader)
#include "tst_history_loader.moc"
