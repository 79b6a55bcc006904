// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/describe_table.h"

#include <QtTest>
#include <map>

using namespace telltale;
using namespace telltale::feed;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kStart = 1'795'000'000 * kSecond;

wire::Describe describeOf(std::uint64_t epoch)
{
    wire::Describe describe{"pump", epoch, ClockKind::Live, 1.0, {}};
    for (const auto &[index, name] : std::map<std::uint32_t, std::string>{{0, "temperature"}, {1, "flow"}, {9, "pressure"}}) {
        wire::DescribedSensor sensor;
        sensor.name = name;
        sensor.index = index;
        describe.sensors.push_back(sensor);
    }
    return describe;
}

wire::PackedSample sample(std::uint32_t sensor, int second, double value, Quality quality = Quality::Good)
{
    return {sensor, quality, kStart + second * kSecond, value};
}

/// What a described table makes of these samples; empty when it refuses.
std::vector<SampleBatch> resolve(std::vector<wire::PackedSample> samples)
{
    DescribeTable table;
    table.learn(describeOf(81));
    auto resolved = table.resolve({"pump", 81, 7, std::move(samples)}, fromNanos(kStart));
    auto *batches = std::get_if<std::vector<SampleBatch>>(&resolved);
    return batches != nullptr ? *batches : std::vector<SampleBatch>{};
}

} // namespace

class TestDescribeTable : public QObject {
    Q_OBJECT

private slots:
    void namesSensorsRowByRow();
    void namesSensorsColumnByColumn();
    void keepsQualityPerRow();
    void sensorsThatWereNotSentAreNotMissing();
    void repeatedTimesBecomeFurtherRows();
    void refusesWhatWasNotDescribed_data();
    void refusesWhatWasNotDescribed();
    void aNewDescriptionReplacesTheFormer();
    void repeatsOfAWholeFrameAreKept();
};

void TestDescribeTable::namesSensorsRowByRow()
{
    const auto batches = resolve({sample(0, 0, 1.0), sample(1, 0, 10.0), sample(0, 1, 2.0), sample(1, 1, 20.0)});
    QCOMPARE(batches.size(), 1u);
    const SampleBatch &batch = batches[0];
    QCOMPARE(batch.asset, std::string("pump"));
    QCOMPARE(batch.epoch, 81u);
    QCOMPARE(batch.seq.value_or(0), 7u);
    QVERIFY(batch.received == fromNanos(kStart));
    QCOMPARE(batch.rows(), 2u);
    QCOMPARE(toNanos(batch.times[1]), kStart + kSecond);
    QCOMPARE(batch.columns[0].sensor, std::string("temperature"));
    QCOMPARE(batch.columns[0].values, (std::vector{1.0, 2.0}));
    QCOMPARE(batch.columns[1].values, (std::vector{10.0, 20.0}));
    QVERIFY(batch.columns[0].quality.empty());
}

void TestDescribeTable::namesSensorsColumnByColumn()
{
    const auto batches = resolve({sample(9, 0, 1.0), sample(9, 1, 2.0), sample(0, 0, 10.0), sample(0, 1, 20.0)});
    QCOMPARE(batches.size(), 1u);
    QCOMPARE(batches[0].rows(), 2u);
    QCOMPARE(batches[0].columns[1].sensor, std::string("pressure"));
    QCOMPARE(batches[0].columns[1].values, (std::vector{1.0, 2.0}));
}

void TestDescribeTable::keepsQualityPerRow()
{
    const auto batches = resolve({sample(0, 0, 1.0), sample(0, 1, 2.0, Quality::Bad), sample(0, 2, 3.0)});
    QCOMPARE(batches[0].columns[0].quality, (std::vector{Quality::Good, Quality::Bad, Quality::Good}));
}

void TestDescribeTable::sensorsThatWereNotSentAreNotMissing()
{
    const auto batches = resolve({sample(0, 0, 1.0), sample(1, 0, 10.0), sample(0, 1, 2.0), sample(0, 2, 3.0)});
    QCOMPARE(batches.size(), 2u);
    QCOMPARE(batches[0].columns.size(), 2u);
    QCOMPARE(batches[0].rows(), 1u);
    QCOMPARE(batches[1].columns.size(), 1u);
    QCOMPARE(batches[1].columns[0].values, (std::vector{2.0, 3.0}));
}

void TestDescribeTable::repeatedTimesBecomeFurtherRows()
{
    const auto batches = resolve({sample(0, 0, 1.0), sample(0, 0, 2.0), sample(0, 0, 3.0)});
    QCOMPARE(batches.size(), 1u);
    QCOMPARE(batches[0].columns[0].values, (std::vector{1.0, 2.0, 3.0}));
    QVERIFY(batches[0].times[0] == batches[0].times[2]);
}

void TestDescribeTable::refusesWhatWasNotDescribed_data()
{
    QTest::addColumn<QString>("asset");
    QTest::addColumn<quint64>("epoch");
    QTest::addColumn<quint32>("sensor");
    QTest::newRow("other asset") << "fan" << quint64(81) << 0u;
    QTest::newRow("other epoch") << "pump" << quint64(82) << 0u;
    QTest::newRow("other sensor") << "pump" << quint64(81) << 2u;
}

void TestDescribeTable::refusesWhatWasNotDescribed()
{
    QFETCH(QString, asset);
    QFETCH(quint64, epoch);
    QFETCH(quint32, sensor);
    DescribeTable table;
    table.learn(describeOf(81));
    const auto resolved = table.resolve({asset.toStdString(), epoch, 1, {sample(0, 0, 1.0), sample(sensor, 0, 1.0)}}, fromNanos(kStart));
    QVERIFY(std::holds_alternative<wire::Rejection>(resolved));
    QVERIFY(std::get<wire::Rejection>(resolved).reason == wire::Reject::UnknownSensor);
}

void TestDescribeTable::aNewDescriptionReplacesTheFormer()
{
    DescribeTable table;
    table.learn(describeOf(81));
    wire::Describe next = describeOf(82);
    next.sensors.resize(1);
    next.sensors[0].name = "level";
    table.learn(next);
    const auto resolved = table.resolve({"pump", 82, 1, {sample(0, 0, 1.0)}}, fromNanos(kStart));
    QCOMPARE(std::get<std::vector<SampleBatch>>(resolved)[0].columns[0].sensor, std::string("level"));
    QVERIFY(std::holds_alternative<wire::Rejection>(table.resolve({"pump", 82, 1, {sample(1, 0, 1.0)}}, fromNanos(kStart))));
}

/// The largest frame, of one sensor at one time: as many rows as samples, none of them lost.
void TestDescribeTable::repeatsOfAWholeFrameAreKept()
{
    const std::vector<wire::PackedSample> samples(2729, sample(0, 0, 1.0));
    const auto batches = resolve(samples);
    QCOMPARE(batches.size(), 1u);
    QCOMPARE(batches[0].rows(), samples.size());
}

QTEST_APPLESS_MAIN(TestDescribeTable)
#include "tst_describe_table.moc"
