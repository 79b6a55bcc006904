// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chunk_codec.h"

#include "core/base/csv.h"
#include "core/store/column_codec.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/history_builders.h"
#include "tests/support/real_series.h"

#include <QtTest>

#include <bit>
#include <random>

using namespace telltale;
using namespace telltale::store;

namespace {

bool sameNumber(double a, double b)
{
    return std::isnan(a) ? std::isnan(b) : std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

template <typename T>
bool sameColumn(const std::vector<T> &a, const std::vector<T> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](T x, T y) { return sameNumber(double(x), double(y)); });
}

bool same(const Chunk &a, const Chunk &b)
{
    return a.t == b.t && sameColumn(a.value, b.value) && sameColumn(a.score, b.score) && sameColumn(a.lower, b.lower)
           && sameColumn(a.upper, b.upper) && a.flags == b.flags;
}

Chunk chunkWith(const std::vector<double> &values, const std::vector<std::int64_t> &times)
{
    Chunk chunk;
    chunk.t = times;
    chunk.value = values;
    chunk.score.assign(values.size(), 0.5F);
    chunk.lower.assign(values.size(), std::numeric_limits<float>::quiet_NaN());
    chunk.upper.assign(values.size(), std::numeric_limits<float>::infinity());
    chunk.flags.assign(values.size(), Chunk::kGapBefore | 0x0B);
    return chunk;
}

std::vector<std::int64_t> everySecond(std::size_t count)
{
    std::vector<std::int64_t> times;
    for (std::size_t i = 0; i < count; ++i)
        times.push_back(toNanos(test::at(double(i))));
    return times;
}

double randomDouble(std::mt19937_64 &random)
{
    const auto pick = random() % 8;
    if (pick == 0)
        return kMissing;
    if (pick == 1)
        return std::bit_cast<double>(random()); // any bits at all
    return double(std::int64_t(random() % 2'000'000) - 1'000'000) / 100.0;
}

} // namespace

class TestChunkCodec : public QObject {
    Q_OBJECT
private slots:
    void everyShapeComesBack_data();
    void everyShapeComesBack();
    void randomChunksComeBack();
    void refusesImpossibleShapes();
    void everyTruncationIsRefused();
    void everyFlippedBitIsRefused();
    void samplesComeBackWithoutTheirTrace();
    void aTraceOfAnotherChunkIsRefused();
    void withoutScoresThereIsNoTrace();
    void chunksOfTheFirstCodecAreRead();
    void noiseIsKeptAsDistancesFromTheLowest();
    void randomBytesNeverDecode();
    void columnsOfAnyBytesEndInAnError();
    void aCodecOfTheFutureIsUnsupported();
    void regularDecimalsAreSmall();
    void realSeriesAreSmall_data();
    void realSeriesAreSmall();
};

void TestChunkCodec::everyShapeComesBack_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<std::vector<std::int64_t>>("times");
    const double inf = std::numeric_limits<double>::infinity();
    const auto t3 = everySecond(3);
    QTest::newRow("empty") << std::vector<double>{} << std::vector<std::int64_t>{};
    QTest::newRow("one") << std::vector<double>{20.5} << everySecond(1);
    QTest::newRow("full") << std::vector<double>(1024, 3.25) << everySecond(1024);
    QTest::newRow("decimals") << std::vector<double>{0.1, -12.34, 999.999} << t3;
    QTest::newRow("minus zero") << std::vector<double>{-0.0, 0.0, 1.0} << t3;
    QTest::newRow("missing") << std::vector<double>{kMissing, 1.5, kMissing} << t3;
    QTest::newRow("infinite") << std::vector<double>{inf, -inf, 1.0} << t3;
    QTest::newRow("extreme") << std::vector<double>{1e308, 5e-324, -1e308} << t3;
    QTest::newRow("no decimals fit") << std::vector<double>{1.0 / 3.0, 2.0 / 3.0, 0.1 + 0.2} << t3;
    QTest::newRow("nearly decimals") << std::vector<double>{0.1 + 0.2, 75.93588199999998, -0.1 - 0.2} << t3;
    QTest::newRow("nearly, but minus zero") << std::vector<double>{0.1 + 0.2, -0.0, 0.0} << t3;
    QTest::newRow("largest whole") << std::vector<double>{9.0e15, -9.0e15, 1.0} << t3;
    QTest::newRow("equal times") << std::vector<double>{1, 2, 3} << std::vector<std::int64_t>{7, 7, 7};
    QTest::newRow("times go back") << std::vector<double>{1, 2, 3} << std::vector<std::int64_t>{100, -50, 3};
    QTest::newRow("times at the ends") << std::vector<double>{1, 2, 3} << std::vector<std::int64_t>{INT64_MIN, INT64_MAX, 0};
    QTest::newRow("one huge step") << std::vector<double>{1, 2, 3} << std::vector<std::int64_t>{0, INT64_MIN, 0};
}

void TestChunkCodec::everyShapeComesBack()
{
    QFETCH(std::vector<double>, values);
    QFETCH(std::vector<std::int64_t>, times);
    const Chunk chunk = chunkWith(values, times);
    const auto bytes = encodeChunk(chunk);
    QVERIFY(bytes.ok());
    const auto back = decodeChunk(bytes->samples, bytes->trace);
    QVERIFY2(back.ok(), back ? "" : back.error().what.c_str());
    QVERIFY(same(chunk, *back));
}

void TestChunkCodec::randomChunksComeBack()
{
    std::mt19937_64 random(20261122);
    for (int round = 0; round < 400; ++round) {
        Chunk chunk;
        const std::size_t n = random() % (Chunk::kCapacity + 1);
        auto t = std::int64_t(random());
        for (std::size_t i = 0; i < n; ++i) {
            t = std::int64_t(std::uint64_t(t) + random() % (round % 2 == 0 ? 2'000'000'000ULL : ~0ULL));
            chunk.t.push_back(t);
            chunk.value.push_back(round % 3 == 0 ? double(random() % 1000) / 100.0 : randomDouble(random));
            chunk.score.push_back(std::bit_cast<float>(std::uint32_t(random())));
            chunk.lower.push_back(float(randomDouble(random)));
            chunk.upper.push_back(float(i));
            chunk.flags.push_back(std::uint8_t(random()));
        }
        const auto bytes = encodeChunk(chunk);
        QVERIFY(bytes.ok());
        const auto back = decodeChunk(bytes->samples, bytes->trace);
        QVERIFY2(back.ok(), qPrintable(QStringLiteral("round %1").arg(round)));
        QVERIFY2(same(chunk, *back), qPrintable(QStringLiteral("round %1").arg(round)));
    }
}

void TestChunkCodec::refusesImpossibleShapes()
{
    Chunk ragged = *test::chunkOf(5);
    ragged.flags.pop_back();
    QCOMPARE(encodeChunk(ragged).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(encodeChunk(*test::chunkOf(Chunk::kCapacity + 1)).error().kind, ErrorKind::InvalidArgument);
}

void TestChunkCodec::everyTruncationIsRefused()
{
    const auto bytes = *encodeChunk(*test::chunkOf(200));
    for (std::size_t length = 0; length < bytes.samples.size(); ++length)
        QVERIFY(!decodeChunk(std::span(bytes.samples).first(length), bytes.trace).ok());
    for (std::size_t length = 1; length < bytes.trace.size(); ++length)
        QVERIFY(!decodeChunk(bytes.samples, std::span(bytes.trace).first(length)).ok());
    auto longer = bytes.samples;
    longer.push_back(std::byte{0});
    QVERIFY(!decodeChunk(longer).ok());
}

void TestChunkCodec::everyFlippedBitIsRefused()
{
    const auto bytes = *encodeChunk(*test::chunkOf(100));
    for (std::size_t bit = 0; bit < 8 * bytes.samples.size(); ++bit) {
        auto flipped = bytes.samples;
        flipped[bit / 8] ^= std::byte(1U << (bit % 8));
        QVERIFY2(!decodeChunk(flipped, bytes.trace).ok(), qPrintable(QStringLiteral("bit %1").arg(bit)));
    }
    for (std::size_t bit = 0; bit < 8 * bytes.trace.size(); ++bit) {
        auto flipped = bytes.trace;
        flipped[bit / 8] ^= std::byte(1U << (bit % 8));
        QVERIFY2(!decodeChunk(bytes.samples, flipped).ok(), qPrintable(QStringLiteral("bit %1 of the trace").arg(bit)));
    }
}

void TestChunkCodec::samplesComeBackWithoutTheirTrace()
{
    const Chunk chunk = *test::chunkOf(300);
    const auto bytes = *encodeChunk(chunk);
    QVERIFY(!bytes.trace.empty());
    const auto back = decodeChunk(bytes.samples);
    QVERIFY(back.ok());
    QCOMPARE(back->t, chunk.t);
    QCOMPARE(back->value, chunk.value);
    QCOMPARE(back->flags, chunk.flags);
    QVERIFY(std::ranges::all_of(back->score, [](float score) { return std::isnan(score); }));
}

void TestChunkCodec::aTraceOfAnotherChunkIsRefused()
{
    const auto bytes = *encodeChunk(*test::chunkOf(300));
    const auto other = *encodeChunk(*test::chunkOf(299));
    QCOMPARE(decodeChunk(bytes.samples, other.trace).error().kind, ErrorKind::Corrupt);
}

void TestChunkCodec::withoutScoresThereIsNoTrace()
{
    Chunk chunk = *test::chunkOf(300);
    for (auto *floats : {&chunk.score, &chunk.lower, &chunk.upper})
        floats->assign(300, std::numeric_limits<float>::quiet_NaN());
    QVERIFY(encodeChunk(chunk)->trace.empty());
}

void TestChunkCodec::chunksOfTheFirstCodecAreRead()
{
    const Chunk chunk = *test::chunkOf(500);
    const auto back = decodeChunk(test::firstCodecCell(chunk));
    QVERIFY(back.ok());
    QVERIFY(same(chunk, *back));
}

void TestChunkCodec::randomBytesNeverDecode()
{
    std::mt19937_64 random(7);
    for (int round = 0; round < 20'000; ++round) {
        std::vector<std::byte> bytes(random() % 300);
        for (std::byte &byte : bytes)
            byte = std::byte(random());
        QVERIFY(!decodeChunk(bytes).ok());
    }
}

/// Behind the checksum: the column readers themselves must survive anything, too.
void TestChunkCodec::columnsOfAnyBytesEndInAnError()
{
    std::mt19937_64 random(8);
    std::size_t failures = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::vector<std::byte> bytes(random() % 100);
        for (std::byte &byte : bytes)
            byte = std::byte(random() % (round % 2 == 0 ? 256 : 3));
        ByteReader reader(bytes);
        const auto times = readTimes(reader, 50);
        const auto values = readValues(reader, 50);
        const auto floats = readFloats(reader, 50);
        QVERIFY(times.size() <= 50 && values.size() <= 50 && floats.size() <= 50);
        failures += reader.failed() || values.empty() ? 1 : 0;
    }
    QVERIFY(failures > 10'000);
}

void TestChunkCodec::aCodecOfTheFutureIsUnsupported()
{
    auto bytes = encodeChunk(*test::chunkOf(10));
    bytes->samples[3] = std::byte{kChunkCodec + 1};
    QCOMPARE(decodeChunk(bytes->samples).error().kind, ErrorKind::Unsupported);
}

void TestChunkCodec::noiseIsKeptAsDistancesFromTheLowest()
{
    std::mt19937_64 random(5);
    std::vector<double> noise;
    for (int i = 0; i < 1024; ++i)
        noise.push_back((double(random() % 50'000) - 25'000) / 100.0);
    Bytes bytes;
    appendValues(bytes, noise);
    QVERIFY(bytes.size() < 2 * noise.size() + 16);
    ByteReader reader(bytes);
    QCOMPARE(readValues(reader, noise.size()), noise);
    QVERIFY(reader.atEnd());
}

void TestChunkCodec::regularDecimalsAreSmall()
{
    Bytes times;
    appendTimes(times, everySecond(1024));
    QVERIFY2(times.size() < 1024 + 32, "a regular series costs a byte a sample before compression");
    Bytes values;
    appendValues(values, test::chunkOf(1024)->value);
    QVERIFY(values.size() < 2 * 1024 + 16);
}

void TestChunkCodec::realSeriesAreSmall_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<double>("mostBytes");
    QTest::newRow("SKAB") << QStringLiteral("skab/anomaly-free.csv") << 2.0;
    QTest::newRow("NAB") << QStringLiteral("nab/realKnownCause/machine_temperature_system_failure.csv") << 6.0;
}

/// Times, values and flags of real machines; what the detector makes of them is kept apart.
void TestChunkCodec::realSeriesAreSmall()
{
    QFETCH(QString, file);
    QFETCH(double, mostBytes);
    const QString path = test::realSeries(file);
    if (path.isEmpty())
        QSKIP("real series not found: set TELLTALE_DATA to the folder that holds them");
    auto reader = CsvReader::open(path.toStdString());
    QVERIFY(reader.ok());
    std::vector<Chunk> columns(reader->header().size());
    std::vector<std::string> cells;
    std::size_t bytes = 0;
    std::size_t samples = 0;
    while (true) {
        const auto more = reader->next(cells);
        QVERIFY(more.ok());
        for (std::size_t c = 1; c < columns.size(); ++c) {
            Chunk &chunk = columns[c];
            if (chunk.size() == Chunk::kCapacity) {
                chunk.score.assign(chunk.size(), std::numeric_limits<float>::quiet_NaN());
                chunk.lower = chunk.upper = chunk.score;
                chunk.flags.assign(chunk.size(), 0);
                const auto encoded = encodeChunk(chunk);
                QVERIFY(encoded.ok() && same(*decodeChunk(encoded->samples), chunk));
                bytes += encoded->samples.size();
                samples += chunk.size();
                chunk = {};
            }
            if (*more) {
                chunk.t.push_back(toNanos(*parseTime(cells[0])));
                chunk.value.push_back(std::stod(cells[c]));
            }
        }
        if (!*more)
            break;
    }
    QVERIFY(samples > 10'000);
    const double perSample = double(bytes) / double(samples);
    qInfo("%.2f bytes a sample over %zu samples", perSample, samples);
    QVERIFY(perSample < mostBytes);
}

QTEST_APPLESS_MAIN(TestChunkCodec)
#include "tst_chunk_codec.moc"
