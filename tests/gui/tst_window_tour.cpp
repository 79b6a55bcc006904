// SPDX-License-Identifier: GPL-3.0-or-later
// The tour of the window: four steps, once by itself, never over an alarm of the first priority.
#include "tests/gui/plant_picture.h"
#include "tests/support/temp_folder.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/tour_outline.h"

#include <QLabel>
#include <QPushButton>
#include <QTabWidget>

using namespace telltale;
using namespace telltale::ui;
using test::WindowFixture;

namespace {

WindowSettings withTour(const test::TempFolder &folder)
{
    WindowSettings settings = WindowFixture::defaults();
    settings.memory.settingsFile = QString::fromStdString(folder.path("telltale.conf"));
    settings.offerTour = true;
    return settings;
}

/// A window with one sensor.
struct Guided {
    explicit Guided(const WindowSettings &settings) : fixture(settings)
    {
        sensor = fixture.build.addSensor("line-a/pump1", "vibration", "mm/s");
    }
    bool give() { return fixture.give() && QTest::qWaitForWindowActive(fixture.window.get()); }
    [[nodiscard]] bool isOn() const { return fixture.find<QWidget>("tourStrip")->isVisible(); }
    [[nodiscard]] QString count() const { return fixture.find<QLabel>("tourCount")->text(); }
    [[nodiscard]] std::vector<QRect> frames() const { return fixture.find<TourOutline>("tourOutline")->frames(); }
    void click(const char *button) const { QTest::mouseClick(fixture.find<QPushButton>(button), Qt::LeftButton); }

    WindowFixture fixture;
    SensorId sensor{};
};

} // namespace

class TestWindowTour : public QObject {
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<test::TempFolder>(); }
    void comesOnceByItselfAndTakesNoFocus();
    void waitsForSomethingToPointAt();
    void everyStepPointsAtSomething();
    void goesOnAndBackByKeyboard();
    void isGoneAtAnUrgentAlarm();
    void comesAgainWhenAskedFor();
    void neverWhereNobodyActs();

private:
    std::unique_ptr<test::TempFolder> m_folder;
};

void TestWindowTour::comesOnceByItselfAndTakesNoFocus()
{
    {
        Guided first(withTour(*m_folder));
        QVERIFY(first.give());
        QVERIFY(first.isOn());
        QCOMPARE(first.count(), QStringLiteral("Tour 1/4"));
        QCOMPARE(QApplication::focusWidget(), first.fixture.list());
        QVERIFY(!QApplication::activeModalWidget());
        first.fixture.press(Qt::Key_Escape);
        QVERIFY(!first.isOn());
        QVERIFY(first.frames().empty());
    }
    Guided second(withTour(*m_folder));
    QVERIFY(second.give());
    QVERIFY(!second.isOn());
}

void TestWindowTour::waitsForSomethingToPointAt()
{
    WindowFixture fixture(withTour(*m_folder));
    QVERIFY(fixture.give());
    QVERIFY(!fixture.find<QWidget>("tourStrip")->isVisible());
    fixture.build.addSensor("line-a/pump1", "vibration", "mm/s");
    QVERIFY(fixture.give());
    QVERIFY(fixture.find<QWidget>("tourStrip")->isVisible());
}

void TestWindowTour::everyStepPointsAtSomething()
{
    Guided guided(withTour(*m_folder));
    QVERIFY(guided.give());
    std::vector<std::vector<QRect>> seen;
    for (int step = 1; step <= 4; ++step) {
        QCOMPARE(guided.count(), QStringLiteral("Tour %1/4").arg(step));
        WindowFixture::settle();
        const std::vector<QRect> frames = guided.frames();
        QVERIFY2(!frames.empty(), qPrintable(QString::number(step)));
        for (const QRect &frame : frames)
            QVERIFY(guided.fixture.window->rect().contains(frame) && frame.width() > 10 && frame.height() > 10);
        QVERIFY(std::find(seen.begin(), seen.end(), frames) == seen.end());
        seen.push_back(frames);
        // What is outlined can still be clicked.
        auto *outline = guided.fixture.find<TourOutline>("tourOutline");
        QVERIFY(outline->testAttribute(Qt::WA_TransparentForMouseEvents));
        guided.click("tourNext");
    }
    QVERIFY(!guided.fixture.find<QPushButton>("tourNext")->isEnabled());
    guided.click("tourEnd");
    QVERIFY(!guided.isOn());
}

void TestWindowTour::goesOnAndBackByKeyboard()
{
    Guided guided(withTour(*m_folder));
    QVERIFY(guided.give());
    guided.fixture.find<QTabWidget>("pages")->setCurrentIndex(5);
    guided.fixture.press(Qt::Key_F1, Qt::ShiftModifier); // the next one, and the keyboard is on it
    QCOMPARE(guided.count(), QStringLiteral("Tour 2/4"));
    QCOMPARE(guided.fixture.find<QTabWidget>("pages")->currentIndex(), 0);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("tourNext"));
    guided.fixture.press(Qt::Key_Space);
    QCOMPARE(guided.count(), QStringLiteral("Tour 3/4"));
    guided.fixture.press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("tourBack"));
    guided.fixture.press(Qt::Key_Return);
    QCOMPARE(guided.count(), QStringLiteral("Tour 2/4"));
    guided.fixture.press(Qt::Key_Escape);
    QVERIFY(!guided.isOn());
    QCOMPARE(QApplication::focusWidget(), guided.fixture.list());
    QVERIFY(guided.fixture.posted<command::Acknowledge>().empty());
}

void TestWindowTour::isGoneAtAnUrgentAlarm()
{
    Guided guided(withTour(*m_folder));
    QVERIFY(guided.give());
    QVERIFY(guided.isOn());
    guided.fixture.build.addAlarm(guided.sensor, Priority::P2, AlarmState::B);
    QVERIFY(guided.give());
    QVERIFY(guided.isOn());
    guided.fixture.build.addAlarm(guided.sensor, Priority::P1, AlarmState::B);
    QVERIFY(guided.give());
    QVERIFY(!guided.isOn());
    guided.fixture.press(Qt::Key_F1, Qt::ShiftModifier);
    QVERIFY(!guided.isOn());
    const QString said = guided.fixture.find<MessageBar>("messageBar")->noteText();
    QVERIFY2(said.contains("first priority"), qPrintable(said));
}

void TestWindowTour::comesAgainWhenAskedFor()
{
    WindowSettings settings = WindowFixture::defaults();
    Guided guided(settings);
    QVERIFY(guided.give());
    QVERIFY(!guided.isOn());
    guided.fixture.press(Qt::Key_F1, Qt::ShiftModifier);
    QVERIFY(guided.isOn());
}

void TestWindowTour::neverWhereNobodyActs()
{
    WindowSettings settings = withTour(*m_folder);
    settings.readOnly = true;
    Guided readOnly(settings);
    QVERIFY(readOnly.give());
    readOnly.fixture.press(Qt::Key_F1, Qt::ShiftModifier);
    QVERIFY(!readOnly.isOn());
    settings.readOnly = false;
    Guided kiosk(settings);
    kiosk.fixture.window->enterKiosk();
    QVERIFY(kiosk.give());
    kiosk.fixture.press(Qt::Key_F1, Qt::ShiftModifier);
    QVERIFY(!kiosk.isOn());
}

QTEST_MAIN(TestWindowTour)
#include "tst_window_tour.moc"
