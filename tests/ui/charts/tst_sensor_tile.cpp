// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_builders.h"
#include "tests/ui/charts/pixels.h"
#include "ui/charts/sensor_tile.h"
#include "ui/charts/tile_painter.h"
#include "ui/charts/tile_texts.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QtTest>
#include <cmath>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::SnapshotBuilder;

namespace {

/// One sensor of "line-a/pump1" with ten minutes of readings, the newest 22.1 °C.
struct Plant {
    SnapshotBuilder builder;
    SensorId id = builder.addSensor("line-a/pump1", "temperature", "°C");

    Plant()
    {
        builder.addSamples(id, SnapshotBuilder::kStart, 1s, 600, [](std::size_t i) {
            return SnapshotBuilder::Reading{.value = i == 599 ? 22.1 : 22.0 + std::sin(double(i) / 40.0)};
        });
    }
    SensorState &state() { return builder.state(id); }
    void show(SensorTile &tile)
    {
        tile.showSensor(builder.spec(id), true);
        tile.resize(tile.sizeHint());
        showAgain(tile);
        tile.show();
    }
    void showAgain(SensorTile &tile) { tile.applySnapshot(builder.build()); }
};

QString spokenName(SensorTile &tile)
{
    return QAccessible::queryAccessibleInterface(&tile)->text(QAccessible::Name);
}

/// Pixels of a colour within `width` of the edge.
int edgePixels(const QImage &image, const QColor &colour, int width)
{
    const QRect inner = image.rect().adjusted(width, width, -width, -width);
    return test::countPixels(image, image.rect(), colour, 4) - test::countPixels(image, inner, colour, 4);
}

class TestSensorTile : public QObject {
    Q_OBJECT
private slots:
    void saysItsNameToScreenReaders_data()
    {
        using Change = std::function<void(Plant &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("tail");
        QTest::newRow("normal") << Change([](Plant &) {}) << "normal";
        QTest::newRow("new alarm") << Change([](Plant &p) { p.builder.addAlarm(p.id, Priority::P1, AlarmState::B); })
                                   << "P1 alarm, not acknowledged";
        QTest::newRow("acknowledged") << Change([](Plant &p) { p.builder.addAlarm(p.id, Priority::P2, AlarmState::C); })
                                      << "P2 alarm, acknowledged";
        QTest::newRow("shelved") << Change([](Plant &p) { p.builder.addAlarm(p.id, Priority::P2, AlarmState::E); }) << "shelved";
        QTest::newRow("stale") << Change([](Plant &p) { p.state().stale = true; }) << "stale";
        QTest::newRow("stale alarm") << Change([](Plant &p) {
            p.builder.addAlarm(p.id, Priority::P3, AlarmState::B);
            p.state().stale = true;
        }) << "P3 alarm, not acknowledged, stale";
        QTest::newRow("bad quality") << Change([](Plant &p) { p.state().quality = Quality::Bad; }) << "bad quality";
        QTest::newRow("warming up") << Change([](Plant &p) {
            p.state().warmUp = 0.43;
            p.state().verdict = Verdict::NoDecision;
        }) << "warming up 43 %";
        QTest::newRow("no decision") << Change([](Plant &p) { p.state().verdict = Verdict::NoDecision; }) << "no decision";
    }
    void saysItsNameToScreenReaders()
    {
        QFETCH(std::function<void(Plant &)>, change);
        QFETCH(QString, tail);
        Plant plant;
        change(plant);
        SensorTile tile;
        plant.show(tile);
        QCOMPARE(tile.accessibleName(), QStringLiteral("line-a/pump1 temperature 22.1 °C, ") + tail);
        QCOMPARE(spokenName(tile), tile.accessibleName());
        QCOMPARE(QAccessible::queryAccessibleInterface(&tile)->role(), QAccessible::Button);
    }

    void aSensorWithoutASampleIsNotNormal()
    {
        SnapshotBuilder builder;
        const SensorId id = builder.addSensor("line-a/pump1", "temperature", "°C");
        builder.state(id).value = kMissing;
        builder.state(id).samples = 0;
        SensorTile tile;
        tile.showSensor(builder.spec(id), true);
        tile.applySnapshot(builder.build());
        QCOMPARE(tile.accessibleName(), QStringLiteral("line-a/pump1 temperature \u2013, no sample yet"));
    }

    void theBorderShowsTheAlarm_data()
    {
        QTest::addColumn<int>("priority");
        QTest::addColumn<bool>("dark");
        for (int priority = 1; priority <= 3; ++priority)
            for (const bool dark : {false, true})
                QTest::addRow("P%d %s", priority, dark ? "dark" : "light") << priority << dark;
    }
    void theBorderShowsTheAlarm()
    {
        QFETCH(int, priority);
        QFETCH(bool, dark);
        const Theme &theme = dark ? Theme::darkTheme() : Theme::light();
        Plant plant;
        SensorTile tile;
        tile.setTheme(theme);
        plant.show(tile);
        const int around = 2 * (tile.width() + tile.height());
        QCOMPARE(edgePixels(tile.grab().toImage(), theme.priority(Priority(priority)), 5), 0);
        plant.builder.addAlarm(plant.id, Priority(priority), AlarmState::B);
        plant.showAgain(tile);
        const QImage image = tile.grab().toImage();
        QVERIFY(edgePixels(image, theme.priority(Priority(priority)), 5) > around * 5 / 2);
        QVERIFY(edgePixels(image, theme.text, 5) > around * 3 / 2); // both outlines
    }

    void anAcknowledgedAlarmHasAnEmptySymbol()
    {
        const Theme &theme = Theme::light();
        Plant fresh;
        Plant acknowledged;
        fresh.builder.addAlarm(fresh.id, Priority::P1, AlarmState::B);
        acknowledged.builder.addAlarm(acknowledged.id, Priority::P1, AlarmState::C);
        SensorTile first;
        SensorTile second;
        fresh.show(first);
        acknowledged.show(second);
        const QRect inside = QRect(QPoint(), first.size()).adjusted(6, 6, -6, -6);
        QVERIFY(test::countPixels(first.grab().toImage(), inside, theme.priority(Priority::P1), 8) > 40);
        QCOMPARE(test::countPixels(second.grab().toImage(), inside, theme.priority(Priority::P1), 8), 0);
    }

    void doubtfulValuesShowTheQualityColour()
    {
        const Theme &theme = Theme::light();
        Plant plant;
        SensorTile tile;
        plant.show(tile);
        QCOMPARE(test::countPixels(tile.grab().toImage(), tile.rect(), theme.quality, 8), 0);
        plant.state().stale = true;
        plant.showAgain(tile);
        QVERIFY(test::countPixels(tile.grab().toImage(), tile.rect(), theme.quality, 8) > 100);
    }

    void theSparkLineIsThereOnceWatched()
    {
        const Theme &theme = Theme::light();
        SnapshotBuilder unwatched;
        const SensorId id = unwatched.addSensor("line-a/pump1", "temperature", "°C");
        unwatched.state(id).samples = 5;
        SensorTile tile;
        tile.showSensor(unwatched.spec(id), true);
        tile.applySnapshot(unwatched.build());
        tile.show();
        QCOMPARE(test::countPixels(tile.grab().toImage(), tile.rect(), theme.traces[0], 40), 0);
        Plant plant;
        plant.show(tile);
        const TileLayout layout(tile.font(), QRectF(tile.rect()), true);
        QVERIFY(test::countPixels(tile.grab().toImage(), layout.spark.toRect(), theme.traces[0], 60) > 100);
    }

    void theSparkLineOfAYoungSensorFillsItsRoom()
    {
        SnapshotBuilder young;
        const SensorId id = young.addSensor("line-a/pump1", "temperature", "°C");
        young.addSamples(id, SnapshotBuilder::kStart, 1s, 55,
                         [](std::size_t i) { return SnapshotBuilder::Reading{.value = i % 2 == 0 ? 21.0 : 23.0}; });
        SensorTile tile;
        tile.showSensor(young.spec(id), true);
        tile.applySnapshot(young.build());
        tile.show();
        QRectF left = TileLayout(tile.font(), QRectF(tile.rect()), true).spark;
        left.setWidth(left.width() / 2.0);
        QVERIFY(test::countPixels(tile.grab().toImage(), left.toRect(), Theme::light().traces[0], 60) > 100);
    }

    void theSparkLineShowsTheLastMinutesOnly()
    {
        Plant plant;
        const SensorTrace trace = plant.builder.build()->traces.at(0);
        const SparkLine all = sparkLineOf(trace, 10min, 100);
        QCOMPARE(all.columns.size(), 100U);
        QVERIFY(all.high > 22.99 && all.low < 21.01);
        const SparkLine newest = sparkLineOf(trace, 2s, 100);
        QVERIFY(newest.high - newest.low < 1.0);
        QVERIFY(sparkLineOf(SensorTrace{}, 10min, 100).empty());
    }

    void repaintsOnlyWhenItsOwnSensorChanged()
    {
        class Counter final : public QObject {
        public:
            int paints = 0;
            bool eventFilter(QObject *object, QEvent *event) override
            {
                paints += event->type() == QEvent::Paint ? 1 : 0;
                return QObject::eventFilter(object, event);
            }
        };
        Plant plant;
        const SensorId other = plant.builder.addSensor("line-a/pump1", "pressure", "bar");
        SensorTile tile;
        Counter counter;
        tile.installEventFilter(&counter);
        plant.show(tile);
        QVERIFY(QTest::qWaitForWindowExposed(&tile));
        QTRY_VERIFY(counter.paints > 0);
        QCoreApplication::processEvents();
        const int before = counter.paints;
        plant.builder.state(other).value = 3.0;
        plant.builder.now(plant.builder.snapshot().now + 100ms);
        plant.showAgain(tile);
        QCoreApplication::processEvents();
        QCOMPARE(counter.paints, before);
        plant.state().value = 23.0;
        plant.showAgain(tile);
        QTRY_COMPARE(counter.paints, before + 1);
    }

    void enterSpaceAndClickActivate()
    {
        Plant plant;
        SensorTile tile;
        plant.show(tile);
        QSignalSpy activated(&tile, &SensorTile::activated);
        QTest::keyClick(&tile, Qt::Key_Return);
        QTest::keyClick(&tile, Qt::Key_Enter);
        QTest::keyClick(&tile, Qt::Key_Space);
        QTest::mouseClick(&tile, Qt::LeftButton);
        QCOMPARE(activated.count(), 4);
        QCOMPARE(activated[0][0].value<SensorId>(), plant.id);
        QTest::keyClick(&tile, Qt::Key_A);
        QTest::mouseClick(&tile, Qt::RightButton);
        QCOMPARE(activated.count(), 4);
        QAccessible::queryAccessibleInterface(&tile)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(activated.count(), 5);
        QVERIFY(tile.focusPolicy() & Qt::TabFocus);
    }

    void sizesFollowTheFont()
    {
        SensorTile tile;
        const QSize small = tile.sizeHint();
        QFont large = tile.font();
        large.setPointSizeF(large.pointSizeF() * 2.0);
        tile.setFont(large);
        QVERIFY(tile.sizeHint().width() > small.width() * 3 / 2);
        QVERIFY(tile.sizeHint().height() > small.height() * 3 / 2);
        const TileLayout layout(large, QRectF(QPointF(), QSizeF(tile.sizeHint())), true);
        QVERIFY(layout.spark.height() >= QFontMetricsF(large).height()); // nothing is squeezed out
    }

    void anotherSensorStartsEmpty()
    {
        Plant plant;
        const SensorId other = plant.builder.addSensor("line-b/fan", "speed", "rpm");
        SensorTile tile;
        plant.show(tile);
        tile.showSensor(plant.builder.spec(other), true);
        QVERIFY(tile.accessibleName().startsWith(QStringLiteral("line-b/fan speed \u2013")));
        QCOMPARE(tile.sensor(), other);
    }
};

} // namespace

QTEST_MAIN(TestSensorTile)
#include "tst_sensor_tile.moc"
