// SPDX-License-Identifier: GPL-3.0-or-later
// A history whose damage shows only when it is in use: it is set aside as it is, and readings go on being stored.
#include "core/store/backlog.h"
#include "core/store/data_folder.h"
#include "core/store/store_reader.h"
#include "core/store/store_writer.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/damage.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <mutex>

using namespace telltale;
using namespace telltale::store;
using test::eventually;
namespace fs = std::filesystem;

namespace {

const SensorKey kFormer{"line-a/pump1", "temperature"};
const SensorKey kSensor{"line-a/pump2", "pressure"};
constexpr int kFormerChunks = 40;

/// What a run says in its log.
class Log {
public:
    [[nodiscard]] LogSink sink()
    {
        return [this](LogLevel, std::string_view, std::string_view text) {
            const std::lock_guard lock(m_mutex);
            m_all += std::string(text) + '\n';
        };
    }
    [[nodiscard]] bool says(const std::string &words) const
    {
        const std::lock_guard lock(m_mutex);
        return m_all.find(words) != std::string::npos;
    }

private:
    mutable std::mutex m_mutex;
    std::string m_all;
};

std::unique_ptr<StoreWriter> writerFor(const std::string &folder, const Clock &clock, LogSink log = {}, const Retention &retention = {})
{
    auto writer = StoreWriter::open({.folder = folder, .retention = retention}, clock, std::move(log));
    if (!writer)
        qFatal("%s", writer.error().text().c_str());
    return std::move(*writer);
}

std::string historyOf(const test::TempFolder &temp)
{
    return temp.path() + kHistoryName;
}

/// Eleven hours of a former run, without a tail: the next one has no row to write until it is given some.
void writeFormer(const test::TempFolder &temp)
{
    const test::FakeClock clock;
    const auto writer = writerFor(temp.path(), clock);
    for (int i = 0; i < kFormerChunks; ++i)
        writer->submit(SaveChunk{kFormer, "°C", test::chunkOf(1000, 1000.0 * i), false});
}

std::string firstBytes(const std::string &path, std::size_t count)
{
    std::string bytes(count, '\0');
    std::ifstream(path, std::ios::binary).read(bytes.data(), std::streamsize(count));
    return bytes;
}

/// Of the databases that were set aside.
std::vector<std::string> asides(const test::TempFolder &temp)
{
    std::vector<std::string> found;
    for (const auto &entry : fs::directory_iterator(temp.path())) {
        const std::string path = entry.path().string();
        if (path.starts_with(historyOf(temp) + kDamagedMark) && !path.ends_with("-wal") && !path.ends_with("-shm"))
            found.push_back(path);
    }
    return found;
}

/// One page of a large history is ruined. What it held by then comes back.
std::string ruin(const test::TempFolder &temp, std::size_t page)
{
    test::ruinPage(historyOf(temp), page);
    const std::string bytes = firstBytes(historyOf(temp), fs::file_size(historyOf(temp)));
    test::makeLarge(historyOf(temp));
    return bytes;
}

bool isAside(const test::TempFolder &temp, const std::string &bytes)
{
    const auto found = asides(temp);
    return found.size() == 1 && firstBytes(found.front(), bytes.size()) == bytes;
}

std::vector<std::size_t> sizesStored(const test::TempFolder &temp)
{
    std::vector<std::size_t> sizes;
    const auto reader = StoreReader::open(temp.path());
    const auto chunks = (*reader)->samples(kSensor, fromNanos(0), fromNanos(INT64_MAX));
    for (const ChunkPtr &chunk : *chunks)
        sizes.push_back(chunk->size());
    return sizes;
}

/// The page with the scores of the oldest chunks.
std::size_t oldestTraces(const std::string &database)
{
    constexpr char kInterior = 5;
    constexpr std::size_t kCellPlaces = 12; ///< where the header of an interior page ends
    const auto number = [](const std::string &bytes, std::size_t place, std::size_t length) {
        std::size_t sum = 0;
        for (std::size_t i = 0; i < length; ++i)
            sum = 256 * sum + static_cast<unsigned char>(bytes[place + i]);
        return sum;
    };
    std::size_t page = test::rootPage(database, "trace");
    for (std::string bytes = test::pageOf(database, page); bytes[0] == kInterior; bytes = test::pageOf(database, page))
        page = number(bytes, number(bytes, kCellPlaces, 2), 4) - 1;
    return page;
}

bool saysHowToGetItBack(const StoreWriter &writer)
{
    return writer.notice().starts_with("the damaged history was set aside as ")
           && writer.notice().find("--import-history") != std::string::npos;
}

} // namespace

class TestHistoryDamage : public QObject {
    Q_OBJECT
private slots:
    void tailsCannotBeReadAtTheStart();
    void writingFindsTheDamage();
    void upkeepFindsTheDamage();
};

void TestHistoryDamage::tailsCannotBeReadAtTheStart()
{
    const test::TempFolder temp;
    writeFormer(temp);
    const std::string bytes = ruin(temp, test::rootPage(historyOf(temp), "tail"));
    const test::FakeClock clock;
    const auto writer = writerFor(temp.path(), clock);
    QCOMPARE(writer->state(), JournalState::Writing);
    QVERIFY2(saysHowToGetItBack(*writer), writer->notice().c_str());
    writer->submit(SaveChunk{kSensor, "bar", test::chunkOf(7), false});
    writer->close();
    QCOMPARE(sizesStored(temp), std::vector<std::size_t>{7});
    QVERIFY(isAside(temp, bytes));
}

void TestHistoryDamage::writingFindsTheDamage()
{
    const test::TempFolder temp;
    writeFormer(temp);
    const std::string bytes = ruin(temp, test::rootPage(historyOf(temp), "chunk_span"));
    const test::FakeClock clock;
    Log log;
    const auto writer = writerFor(temp.path(), clock, log.sink());
    QVERIFY2(writer->notice().empty(), writer->notice().c_str());
    constexpr std::size_t kChunks = Backlog::kMostChunks + 50; // more than may wait while nothing is written
    for (std::size_t i = 0; i < kChunks; ++i)
        writer->submit(SaveChunk{kSensor, "bar", test::chunkOf(2, 2.0 * double(i)), false});
    QVERIFY(eventually([&] { return writer->queued() == 0; }));
    QVERIFY2(saysHowToGetItBack(*writer), writer->notice().c_str());
    writer->close();
    QVERIFY(!log.says("not writing")); // for the journal was written all the time
    QCOMPARE(sizesStored(temp), std::vector<std::size_t>(kChunks, 2));
    QVERIFY(isAside(temp, bytes));
}

/// The open tail grows meanwhile: however often that is stored, it is there once.
void TestHistoryDamage::upkeepFindsTheDamage()
{
    const test::TempFolder temp;
    writeFormer(temp);
    const std::string bytes = ruin(temp, oldestTraces(historyOf(temp)));
    test::FakeClock clock;
    clock.advance(std::chrono::hours{24}); // what lies ahead of the clock is never old
    Log log;
    const auto writer = writerFor(temp.path(), clock, log.sink(), {.traces = std::chrono::hours{1}});
    for (const std::size_t count : {4, 12, 20}) {
        writer->submit(SaveTails{{{kSensor, "bar", test::chunkOf(count), false}}});
        clock.advance(Backlog::kPatience);
        QVERIFY(eventually([&] { return writer->queued() == 0; }));
        QVERIFY(eventually([&] { return log.says("history cannot be tended") || log.says("history was set aside"); }));
    }
    writer->close();
    QCOMPARE(sizesStored(temp), std::vector<std::size_t>{20});
    QVERIFY(!log.says("not writing"));
    QVERIFY2(saysHowToGetItBack(*writer), writer->notice().c_str());
    QVERIFY(isAside(temp, bytes));
}

QTEST_APPLESS_MAIN(TestHistoryDamage)
#include "tst_history_damage.moc"
