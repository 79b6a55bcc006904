// SPDX-License-Identifier: GPL-3.0-or-later
// What is taken in again of a history that was damaged and set aside: every stretch that can be read, bit for bit, and nothing else.
// TELLTALE_RUNS: how often each kind of damage (3).
#include "core/store/chunk_codec.h"
#include "core/store/data_folder.h"
#include "core/store/folder_backup.h"
#include "core/store/history_archive.h"
#include "core/store/store_reader.h"
#include "core/store/store_writer.h"
#include "tests/support/damage.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_clock.h"
#include "tests/support/history_builders.h"
#include "tests/support/runs.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <map>

using namespace telltale;
using namespace telltale::store;
using test::kHistoryBegin;
using test::kSecond;

namespace {

constexpr int kSensors = 3;
constexpr int kChunks = 40; ///< of each sensor, and a tail
constexpr std::size_t kTail = 300;
const UtcTime kNow = fromNanos(kHistoryBegin + 1'000'000 * kSecond);

SensorKey sensorKey(int sensor)
{
    return {"line/pump", "x" + std::to_string(sensor)};
}

/// Number kChunks is the tail.
ChunkPtr chunkOf(int sensor, int number)
{
    return test::storedChunk(std::uint32_t(1000 * sensor + number + 1), kHistoryBegin + number * std::int64_t{1024} * kSecond, kSecond,
                             number == kChunks ? kTail : Chunk::kCapacity);
}

void writeHistory(const std::string &folder)
{
    const SystemClock clock{};
    const auto writer = std::move(StoreWriter::open({.folder = folder}, clock)).value();
    for (int sensor = 0; sensor < kSensors; ++sensor) {
        for (int number = 0; number < kChunks; ++number)
            writer->submit(SaveChunk{sensorKey(sensor), "bar", chunkOf(sensor, number), false});
        writer->submit(SaveTails{{{sensorKey(sensor), "bar", chunkOf(sensor, kChunks), false}}});
    }
}

/// A station that has begun anew.
std::string newFolder(const test::TempFolder &temp)
{
    const SystemClock clock{};
    const auto writer = std::move(StoreWriter::open({.folder = temp.path("new")}, clock)).value();
    return temp.path("new");
}

/// The damaged history under the name that it is set aside by.
std::string setAsideHistory(const std::string &folder)
{
    return std::move(setAside(folder + kHistoryName, kNow)).value();
}

bool isSame(const Chunk &a, const Chunk &b)
{
    return a.t == b.t && a.flags == b.flags && a.value.size() == b.value.size()
           && std::memcmp(a.value.data(), b.value.data(), a.value.size() * sizeof(double)) == 0;
}

/// How many stretches are back. Fails the test where one is not what it was.
int countBack(const std::string &folder)
{
    int back = 0;
    const auto reader = std::move(StoreReader::open(folder)).value();
    for (int sensor = 0; sensor < kSensors; ++sensor) {
        std::map<std::int64_t, int> numbers;
        for (int number = 0; number <= kChunks; ++number)
            numbers[chunkOf(sensor, number)->t.front()] = number;
        const auto stored = reader->samples(sensorKey(sensor), fromNanos(0), kNow);
        for (const ChunkPtr &chunk : *stored) {
            const auto number = numbers.find(chunk->t.front());
            if (number == numbers.end() || !isSame(*chunk, *chunkOf(sensor, number->second)))
                QTest::qFail("a stretch is back that was never stored so", __FILE__, __LINE__);
            numbers.erase(chunk->t.front());
            ++back;
        }
    }
    return back;
}

constexpr int kAll = kSensors * (kChunks + 1);

/// A byte within those of a stored cell is turned round.
void turnWithin(const std::string &path, const Bytes &cell)
{
    std::ifstream file(path, std::ios::binary);
    const std::string all((std::istreambuf_iterator<char>(file)), {});
    // The beginning of a cell lies in one piece on its page; the rest goes on over others.
    const std::string piece(reinterpret_cast<const char *>(cell.data()), std::min<std::size_t>(cell.size(), 64));
    const std::size_t place = all.find(piece);
    QVERIFY(place != std::string::npos);
    test::overwrite(path, place + 40, std::string(1, char(~all[place + 40])));
}

} // namespace

class TestHistorySalvage : public QObject {
    Q_OBJECT
private slots:
    void bringsBackWhatCanBeRead_data();
    void bringsBackWhatCanBeRead();
    void oneDamagedStretchIsAllThatIsLost();
    void aDamagedTraceCostsNoSample();
    void aTailIsTakenInOnce();
    void theStationSaysHow();
};

void TestHistorySalvage::bringsBackWhatCanBeRead_data()
{
    QTest::addColumn<std::size_t>("kind");
    for (std::size_t kind = 0; kind < test::damages().size(); ++kind)
        QTest::addRow("%s", test::damages()[kind].name) << kind;
}

void TestHistorySalvage::bringsBackWhatCanBeRead()
{
    QFETCH(std::size_t, kind);
    const test::Damage &damage = test::damages()[kind];
    const int runs = test::runs(3);
    int back = 0;
    for (int run = 0; run < runs; ++run) {
        const test::TempFolder temp;
        writeHistory(temp.path("old"));
        std::mt19937 random(std::uint32_t(20261123 + run));
        damage.happen(temp.path("old") + kHistoryName, random);
        const std::string aside = setAsideHistory(temp.path("old"));
        const auto count = importHistory(aside, newFolder(temp), kNow);
        QVERIFY(std::filesystem::exists(aside));
        if (!count)
            continue;
        const int here = countBack(temp.path("new"));
        QVERIFY(here == kAll || count->damaged + count->unreadable > 0);
        back += here;
    }
    qInfo("%s: %d of %d stretches back", damage.name, back, runs * kAll);
    const QString name = QString::fromLatin1(damage.name);
    if (name == QStringLiteral("header garbage") || name == QStringLiteral("newer schema"))
        QCOMPARE(back, runs * kAll);
    if (name == QStringLiteral("zeroed page") || name == QStringLiteral("turned bit"))
        QVERIFY(back >= runs * kAll * 9 / 10);
}

void TestHistorySalvage::oneDamagedStretchIsAllThatIsLost()
{
    const test::TempFolder temp;
    writeHistory(temp.path("old"));
    turnWithin(temp.path("old") + kHistoryName, encodeChunk(*chunkOf(1, 7))->samples);
    const auto count = importHistory(setAsideHistory(temp.path("old")), newFolder(temp), kNow);
    QVERIFY(count.ok());
    QCOMPARE(count->damaged, std::uint64_t{1});
    QCOMPARE(count->unreadable, std::uint64_t{0});
    QCOMPARE(countBack(temp.path("new")), kAll - 1);
}

void TestHistorySalvage::aDamagedTraceCostsNoSample()
{
    const test::TempFolder temp;
    writeHistory(temp.path("old"));
    turnWithin(temp.path("old") + kHistoryName, encodeChunk(*chunkOf(1, 7))->trace);
    const auto count = importHistory(setAsideHistory(temp.path("old")), newFolder(temp), kNow);
    QVERIFY(count.ok());
    QCOMPARE(count->damaged, std::uint64_t{0});
    QCOMPARE(countBack(temp.path("new")), kAll);
}

/// The samples of a tail are in a sealed stretch sooner or later: of the copy of a running station they are not taken in beside it.
void TestHistorySalvage::aTailIsTakenInOnce()
{
    const test::TempFolder temp;
    writeHistory(temp.path("old"));
    QVERIFY(backupFolder(temp.path("old"), temp.path("copy")).ok());
    const SystemClock clock{};
    {
        const auto writer = std::move(StoreWriter::open({.folder = temp.path("old")}, clock)).value();
    }
    QCOMPARE(countBack(temp.path("old")), kAll);
    const auto again = importHistory(temp.path("copy") + kHistoryName, temp.path("old"), kNow);
    QVERIFY(again.ok());
    QCOMPARE(again->chunks, std::uint64_t{0});
    const auto fresh = importHistory(temp.path("copy") + kHistoryName, newFolder(temp), kNow);
    QCOMPARE(fresh->chunks, std::uint64_t{kAll});
    QCOMPARE(countBack(temp.path("new")), kAll);
}

void TestHistorySalvage::theStationSaysHow()
{
    const test::TempFolder temp;
    writeHistory(temp.path());
    test::overwrite(temp.path() + kHistoryName, 0, std::string(100, 'x'));
    const SystemClock clock{};
    const auto writer = std::move(StoreWriter::open({.folder = temp.path()}, clock)).value();
    QVERIFY(test::eventually([&] { return !writer->notice().empty(); }));
    const std::string notice = writer->notice();
    QVERIFY2(notice.find("--import-history") != std::string::npos, notice.c_str());
}

QTEST_APPLESS_MAIN(TestHistorySalvage)
#include "tst_history_salvage.moc"
