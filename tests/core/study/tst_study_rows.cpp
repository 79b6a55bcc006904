// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/study_rows.h"

#include <QtTest>
#include <cmath>

using namespace telltale;
using namespace telltale::study;

namespace {

UtcTime second(double t)
{
    return fromNanos(1'795'350'660'000'000'000) + fromSeconds(t);
}

ChunkPtr chunkOf(const std::vector<std::pair<double, double>> &readings, std::uint8_t lastFlags = 0)
{
    Chunk chunk;
    for (const auto &[t, value] : readings) {
        chunk.t.push_back(toNanos(second(t)));
        chunk.value.push_back(value);
        chunk.flags.push_back(0);
    }
    chunk.flags.back() = lastFlags;
    return std::make_shared<const Chunk>(std::move(chunk));
}

StoredColumn column(const std::string &name, std::vector<ChunkPtr> chunks)
{
    return {{.sensor = name, .unit = "", .low = kMissing, .high = kMissing, .period = {}}, std::move(chunks)};
}

} // namespace

class TestStudyRows : public QObject {
    Q_OBJECT
private slots:
    void oneSensorGivesItsReadingsOfTheRange();
    void lateReadingsAndDoublesAreLeftOut();
    void severalSensorsAreAligned();
    void flagsComeAlong();
    void nothingStoredIsNoRows();
};

void TestStudyRows::oneSensorGivesItsReadingsOfTheRange()
{
    const StudyRows rows = alignRows({column("x", {chunkOf({{0, 1}, {1, 2}, {2, 3}}), chunkOf({{3, 4}, {4, 5}})})}, second(1), second(4));
    QCOMPARE(rows.table.values, (std::vector<double>{2, 3, 4}));
    QCOMPARE(rows.period, Duration(std::chrono::seconds{1}));
    QCOMPARE(rows.channels[0].period, Duration(std::chrono::seconds{1}));
}

void TestStudyRows::lateReadingsAndDoublesAreLeftOut()
{
    const StudyRows rows =
        alignRows({column("x", {chunkOf({{2, 3}, {3, 4}}), chunkOf({{0, 1}, {1, 2}, {2, 99}}), chunkOf({{2.5, 77}}, Chunk::kNotScored)})},
                  second(0), second(9));
    QCOMPARE(rows.table.values, (std::vector<double>{1, 2, 3, 4}));
}

void TestStudyRows::severalSensorsAreAligned()
{
    const StudyRows rows =
        alignRows({column("x", {chunkOf({{0, 1}, {1, 2}, {2, 3}, {3, 4}})}), column("y", {chunkOf({{0, 10}, {1, 20}, {3, 40}})})},
                  second(0), second(9));
    QCOMPARE(rows.table.sensors, (std::vector<std::string>{"x", "y"}));
    QCOMPARE(rows.rows(), std::size_t{4});
    QCOMPARE(rows.table.times[2], second(2));
    QCOMPARE(rows.table.row(2)[1], 20.0); // held
    QCOMPARE(rows.table.row(3)[1], 40.0);
}

void TestStudyRows::flagsComeAlong()
{
    const auto bad = static_cast<std::uint8_t>(Quality::Bad);
    const StudyRows rows = alignRows({column("x", {chunkOf({{0, 1}, {1, 2}}, bad | Chunk::kGapBefore)})}, second(0), second(9));
    QCOMPARE(rows.quality[0], Quality::Good);
    QCOMPARE(rows.quality[1], Quality::Bad);
    QCOMPARE(int(rows.gapBefore[1]), 1);
}

void TestStudyRows::nothingStoredIsNoRows()
{
    const StudyRows rows = alignRows({column("x", {}), column("y", {})}, second(0), second(9));
    QCOMPARE(rows.rows(), std::size_t{0});
    QCOMPARE(rows.channels.size(), std::size_t{2});
    QCOMPARE(rows.period, Duration{0});
}

QTEST_APPLESS_MAIN(TestStudyRows)
#include "tst_study_rows.moc"
