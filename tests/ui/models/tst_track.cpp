// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_builders.h"
#include "ui/models/track.h"

#include <QtTest>
#include <cmath>

using namespace telltale;
using namespace telltale::ui;
using test::SnapshotBuilder;

namespace {

using namespace std::chrono_literals;

/// One reading a second from `first`.
void addWay(SnapshotBuilder &build, SensorId sensor, std::size_t count, const std::function<double(std::size_t)> &value)
{
    build.addSamples(sensor, SnapshotBuilder::kStart, 1s, count, [&](std::size_t i) {
        SnapshotBuilder::Reading reading;
        reading.value = value(i);
        return reading;
    });
}

} // namespace

class TestTrack : public QObject {
    Q_OBJECT
private slots:
    void findsPositionChannels_data();
    void findsPositionChannels();
    void degreesBecomeKilometres();
    void crossesTheDateLine();
    void badReadingsLeaveAGap();
    void isThinnedButKeepsItsEnds();
    void saysWhereAnAlarmWas();
};

void TestTrack::findsPositionChannels_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<bool>("found");
    QTest::newRow("the vehicle's") << "lat"
                                   << "long"
                                   << "°" << true;
    QTest::newRow("in full, in capitals") << "Latitude"
                                          << "Longitude"
                                          << "deg" << true;
    QTest::newRow("a yard") << "x"
                            << "y"
                            << "m" << true;
    QTest::newRow("x and y of something else") << "x"
                                               << "y"
                                               << "mm/s" << false;
    QTest::newRow("only one") << "lat"
                              << "speed"
                              << "°" << false;
}

void TestTrack::findsPositionChannels()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QString, unit);
    QFETCH(bool, found);
    SnapshotBuilder build;
    build.addSensor("truck", "speed_kmh", "km/h");
    build.addSensor("truck", first.toStdString(), unit.toStdString());
    build.addSensor("truck", second.toStdString(), unit.toStdString());
    const auto channels = positionChannels(*build.build()->structure, AssetId{0});
    QCOMPARE(channels.has_value(), found);
    if (found) {
        QCOMPARE(channels->degrees, unit != "m");
    }
}

void TestTrack::degreesBecomeKilometres()
{
    SnapshotBuilder build;
    const SensorId lat = build.addSensor("truck", "lat", "°");
    const SensorId lon = build.addSensor("truck", "long", "°");
    addWay(build, lat, 3, [](std::size_t i) { return 60.0 + 0.01 * double(i); });
    addWay(build, lon, 3, [](std::size_t i) { return 10.0 + 0.01 * double(i); });
    const SnapshotPtr snapshot = build.build();
    const Track track = trackOf(*snapshot, *positionChannels(*snapshot->structure, AssetId{0}));
    QCOMPARE(track.points.size(), std::size_t{3});
    QCOMPARE(track.points.back().x, 0.0); // the newest place is the origin
    QVERIFY(std::abs(track.points.front().y + 2.2239) < 0.001);
    QVERIFY(std::abs(track.points.front().x + 1.1113) < 0.002); // half as long at 60° north
}

void TestTrack::crossesTheDateLine()
{
    SnapshotBuilder build;
    const SensorId lat = build.addSensor("ship", "lat", "°");
    const SensorId lon = build.addSensor("ship", "long", "°");
    addWay(build, lat, 2, [](std::size_t) { return 0.0; });
    addWay(build, lon, 2, [](std::size_t i) { return i == 0 ? 179.99 : -179.99; });
    const SnapshotPtr snapshot = build.build();
    const Track track = trackOf(*snapshot, *positionChannels(*snapshot->structure, AssetId{0}));
    QVERIFY(std::abs(track.points.front().x + 2.2239) < 0.001);
}

void TestTrack::badReadingsLeaveAGap()
{
    SnapshotBuilder build;
    const SensorId x = build.addSensor("crane", "x", "m");
    const SensorId y = build.addSensor("crane", "y", "m");
    addWay(build, x, 5, [](std::size_t i) { return i == 2 ? kMissing : 100.0 * double(i); });
    addWay(build, y, 5, [](std::size_t) { return 0.0; });
    const SnapshotPtr snapshot = build.build();
    const Track track = trackOf(*snapshot, *positionChannels(*snapshot->structure, AssetId{0}));
    QCOMPARE(track.points.size(), std::size_t{4});
    QVERIFY(!track.points[1].gapBefore);
    QVERIFY(track.points[2].gapBefore);
    QCOMPARE(track.points[3].x, 0.4); // metres as kilometres, from the yard's own origin
}

void TestTrack::isThinnedButKeepsItsEnds()
{
    SnapshotBuilder build;
    const SensorId x = build.addSensor("crane", "x", "km");
    const SensorId y = build.addSensor("crane", "y", "km");
    addWay(build, x, 5000, [](std::size_t i) { return double(i); });
    addWay(build, y, 5000, [](std::size_t) { return 1.0; });
    const SnapshotPtr snapshot = build.build();
    const Track track = trackOf(*snapshot, *positionChannels(*snapshot->structure, AssetId{0}), 500);
    QVERIFY(track.points.size() <= 501);
    QCOMPARE(track.points.front().x, 0.0);
    QCOMPARE(track.points.back().x, 4999.0);
}

void TestTrack::saysWhereAnAlarmWas()
{
    SnapshotBuilder build;
    const SensorId x = build.addSensor("crane", "x", "km");
    const SensorId y = build.addSensor("crane", "y", "km");
    addWay(build, x, 10, [](std::size_t i) { return double(i); });
    addWay(build, y, 10, [](std::size_t) { return 1.0; });
    const SnapshotPtr snapshot = build.build();
    const Track track = trackOf(*snapshot, *positionChannels(*snapshot->structure, AssetId{0}));
    QCOMPARE(placeAt(track, SnapshotBuilder::kStart + 3500ms)->x, 3.0);
    QVERIFY(!placeAt(track, SnapshotBuilder::kStart - 1s));
}

QTEST_APPLESS_MAIN(TestTrack)
#include "tst_track.moc"
