// SPDX-License-Identifier: GPL-3.0-or-later
// The sensors that stay in the trend come back with the next start: on the real window.
#include "tests/gui/plant_picture.h"
#include "ui/charts/trend_view.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/kept_sensors.h"
#include "ui/window/trend_stack.h"

#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;

class TestWindowTrendMemory : public QObject {
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void keptSensorsComeBackInTheirOrder();
    void whatThePlantDoesNotKnowWaits();
    void whatIsLetGoStaysGone();
    void nonsenseIsLeftOut();
    void onlyLookingWritesNothing();
    void noMoreIsShownThanCanBeToldApart();

private:
    [[nodiscard]] QString layoutFile() const { return m_folder->filePath("window.conf"); }
    [[nodiscard]] WindowSettings settings(bool readOnly = false) const
    {
        WindowSettings settings = WindowFixture::defaults();
        settings.memory.layoutFile = layoutFile();
        settings.readOnly = readOnly;
        return settings;
    }
    void write(const QStringList &names) const
    {
        QSettings file(layoutFile(), QSettings::IniFormat);
        file.setValue("version", 1);
        file.setValue("trend/sensors", names);
    }
    [[nodiscard]] QStringList written() const
    {
        return QSettings(layoutFile(), QSettings::IniFormat).value("trend/sensors").toStringList();
    }
    static QStringList lanes(const WindowFixture &fixture)
    {
        QStringList names;
        for (const TrendView *view : fixture.window->findChild<TrendStack *>()->views())
            names << QString::fromStdString(view->sensor().key.sensor);
        return names.mid(1);
    }
    static void add(WindowFixture &fixture, std::initializer_list<const char *> names)
    {
        for (const char *name : names)
            fixture.build.addSensor("line-a/pump1", name, "u");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWindowTrendMemory::keptSensorsComeBackInTheirOrder()
{
    const QStringList kept{"line-a/pump1", "torque", "line-a/pump1", "speed"};
    {
        WindowFixture fixture(settings());
        add(fixture, {"flow", "speed", "torque"});
        QVERIFY(fixture.open());
        for (const Qt::Key key : {Qt::Key_2, Qt::Key_1}) {
            fixture.press(Qt::Key_X, Qt::ShiftModifier);
            QTest::keyClick(fixture.find<QMenu>("trendSensorsMenu"), key);
            WindowFixture::settle();
        }
        QCOMPARE(lanes(fixture), QStringList({"torque", "speed"}));
    }
    QCOMPARE(written(), kept);
    WindowFixture again(settings());
    add(again, {"speed", "flow", "torque"}); // other numbers: the keys count
    QVERIFY(again.open());
    QCOMPARE(lanes(again), QStringList({"torque"})); // the speed is the chosen one
    again.press(Qt::Key_X);
    QVERIFY(again.window->findChild<TrendStack *>()->isKept(SensorId{2}));
    QVERIFY(!again.window->findChild<TrendStack *>()->isKept(SensorId{0}));
}

void TestWindowTrendMemory::whatThePlantDoesNotKnowWaits()
{
    const QStringList kept{"line-b/mill", "load", "line-a/pump1", "speed"};
    write(kept);
    {
        WindowFixture fixture(settings());
        add(fixture, {"flow", "speed"});
        QVERIFY(fixture.open());
        QCOMPARE(lanes(fixture), QStringList({"speed"}));
        QVERIFY(fixture.window->findChild<MessageBar *>()->problemText().isEmpty());
    }
    QCOMPARE(written(), kept);
    WindowFixture again(settings());
    add(again, {"flow", "speed"});
    QVERIFY(again.open());
    again.build.addSensor("line-b/mill", "load", "kN");
    QVERIFY(again.give());
    QCOMPARE(lanes(again), QStringList({"load", "speed"})); // in its place
}

void TestWindowTrendMemory::whatIsLetGoStaysGone()
{
    write({"line-b/mill", "load", "line-a/pump1", "speed"});
    {
        WindowFixture fixture(settings());
        add(fixture, {"flow", "speed"});
        QVERIFY(fixture.open());
        fixture.press(Qt::Key_X, Qt::ShiftModifier);
        QTest::keyClick(fixture.find<QMenu>("trendSensorsMenu"), Qt::Key_0); // only the chosen one: nothing comes later either
        QVERIFY(lanes(fixture).isEmpty());
    }
    QVERIFY(written().isEmpty());
}

void TestWindowTrendMemory::nonsenseIsLeftOut()
{
    write({"", "speed", "line-a/pump1", "", "line-a/pump1", "speed", "line-a/pump1", "speed", "alone"});
    WindowFixture fixture(settings());
    add(fixture, {"flow", "speed"});
    QVERIFY(fixture.open());
    QCOMPARE(lanes(fixture), QStringList({"speed"}));
}

void TestWindowTrendMemory::onlyLookingWritesNothing()
{
    const QStringList kept{"line-a/pump1", "speed"};
    write(kept);
    {
        WindowFixture fixture(settings(true));
        add(fixture, {"flow", "speed", "torque"});
        QVERIFY(fixture.open());
        QCOMPARE(lanes(fixture), kept.mid(1));
        fixture.press(Qt::Key_X, Qt::ShiftModifier);
        QTest::keyClick(fixture.find<QMenu>("trendSensorsMenu"), Qt::Key_2);
        QCOMPARE(lanes(fixture), QStringList({"speed", "torque"}));
    }
    QCOMPARE(written(), kept);
}

void TestWindowTrendMemory::noMoreIsShownThanCanBeToldApart()
{
    KeptSensors kept;
    std::vector<SensorKey> keys;
    for (int i = 0; i < 40; ++i)
        keys.push_back({"line-a/pump1", "t" + std::to_string(i)});
    kept.setKeys(keys);
    QCOMPARE(kept.keys().size(), KeptSensors::kMostRemembered);
    SnapshotBuilder build;
    for (int i = 0; i < 40; ++i)
        build.addSensor("line-a/pump1", "t" + std::to_string(39 - i), "u");
    const SnapshotPtr plant = build.build();
    QVERIFY(kept.resolve(*plant->structure));
    QCOMPARE(kept.known().size(), KeptSensors::kMostKnown);
    QVERIFY(!kept.hasRoom() && !kept.resolve(*plant->structure));
    kept.remove(SensorId{39});
    QVERIFY(kept.hasRoom());
    kept.add(build.spec(SensorId{0}));
    QCOMPARE(kept.keys().back(), (SensorKey{"line-a/pump1", "t39"}));
    QCOMPARE(kept.known().size(), KeptSensors::kMostKnown);
}

QTEST_MAIN(TestWindowTrendMemory)
#include "tst_window_trend_memory.moc"
