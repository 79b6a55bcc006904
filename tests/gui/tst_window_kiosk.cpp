// SPDX-License-Identifier: GPL-3.0-or-later
// A screen on the wall: what can be hit, and what it takes to close it.
#include "tests/gui/plant_picture.h"
#include "ui/widgets/focus_style.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/close_guard.h"
#include "ui/window/session_memory.h"

#include <QComboBox>
#include <QHeaderView>
#include <QScreen>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTreeView>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::WindowFixture;

class TestWindowKiosk : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { setSmallestTarget(*qApp, 0); }
    void aKioskFillsItsScreenWithoutAFrame();
    void everythingThatCanBeHitIsLargeEnough_data();
    void everythingThatCanBeHitIsLargeEnough();
    void aKioskTakesTwoTriesToClose();
    void aKioskKeepsNoLayout();
    void unacknowledgedAlarmsAskOnce();
    void aQuietWindowClosesAtOnce();
    void theSecondTryMustComeSoon();

private:
    static QString said(const WindowFixture &fixture) { return fixture.window->findChild<MessageBar *>()->noteText(); }
};

void TestWindowKiosk::aKioskFillsItsScreenWithoutAFrame()
{
    WindowFixture fixture;
    fixture.window->enterKiosk();
    QVERIFY(fixture.window->isFullScreen());
    QVERIFY(fixture.window->windowFlags().testFlag(Qt::FramelessWindowHint));
    QTRY_COMPARE(fixture.window->geometry(), fixture.window->screen()->geometry());
    fixture.press(Qt::Key_F11);
    QVERIFY(fixture.window->isFullScreen());
    QVERIFY(said(fixture).contains("Ctrl+Q"));
}

void TestWindowKiosk::everythingThatCanBeHitIsLargeEnough_data()
{
    QTest::addColumn<int>("page");
    for (int page = 0; page < 10; ++page)
        QTest::addRow("page %d", page + 1) << page;
}

void TestWindowKiosk::everythingThatCanBeHitIsLargeEnough()
{
    QFETCH(const int, page);
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    fixture.find<QTabWidget>("pages")->setCurrentIndex(page);
    fixture.window->enterKiosk();
    fixture.window->showNormal(); // the test's screen is smaller than the smallest that is supported
    fixture.window->resize(1280, 720);
    WindowFixture::settle();
    QCOMPARE(fixture.window->size(), QSize(1280, 720));
    int checked = 0;
    const auto check = [&](const QWidget *widget, QSize size) {
        ++checked;
        const QString what = QStringLiteral("%1 %2: %3x%4")
                                 .arg(widget->metaObject()->className(), widget->objectName())
                                 .arg(size.width())
                                 .arg(size.height());
        QVERIFY2(size.width() >= kKioskTarget && size.height() >= kKioskTarget, qPrintable(what));
    };
    for (const QWidget *widget : fixture.window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->objectName() == "qt_toolbar_ext_button")
            continue;
        const auto *bar = qobject_cast<const QTabBar *>(widget);
        const auto *table = qobject_cast<const QTableView *>(widget);
        const auto *tree = qobject_cast<const QTreeView *>(widget);
        if (qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QLineEdit *>(widget))
            check(widget, widget->size());
        else if (const auto *scroll = qobject_cast<const QScrollBar *>(widget))
            check(widget,
                  scroll->orientation() == Qt::Vertical ? QSize(scroll->width(), kKioskTarget) : QSize(kKioskTarget, scroll->height()));
        else if (bar != nullptr)
            check(widget, bar->tabRect(0).size());
        else if (table != nullptr && table->model() != nullptr && table->model()->rowCount() > 0)
            check(widget, QSize(kKioskTarget, table->rowHeight(0)));
        else if (tree != nullptr && tree->model() != nullptr && tree->model()->rowCount() > 0)
            check(widget, QSize(kKioskTarget, tree->visualRect(tree->model()->index(0, 0)).height()));
    }
    QVERIFY(checked > 10);
    QVERIFY2(fixture.window->minimumSizeHint().height() <= 720, qPrintable(QString::number(fixture.window->minimumSizeHint().height())));
}

void TestWindowKiosk::aKioskTakesTwoTriesToClose()
{
    WindowFixture fixture;
    fixture.window->enterKiosk();
    WindowFixture::settle();
    fixture.press(Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(fixture.window->isVisible());
    QVERIFY2(said(fixture).contains("Ctrl+Q again"), qPrintable(said(fixture)));
    fixture.press(Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(!fixture.window->isVisible());
}

void TestWindowKiosk::aKioskKeepsNoLayout()
{
    const QTemporaryDir folder;
    WindowSettings settings = WindowFixture::defaults();
    settings.memory = {folder.filePath("telltale.conf"), folder.filePath("window.conf"), {}};
    {
        WindowFixture fixture(settings);
        WindowFixture::settle();
        fixture.window->enterKiosk();
        fixture.press(Qt::Key_3, Qt::ControlModifier);
        fixture.press(Qt::Key_U);
    }
    QVERIFY(QFile::exists(folder.filePath("telltale.conf")));
    QVERIFY(!QFile::exists(folder.filePath("window.conf")));
}

void TestWindowKiosk::unacknowledgedAlarmsAskOnce()
{
    WindowFixture fixture;
    const SensorId sensor = fixture.build.addSensor("line-a/pump1", "pressure", "bar");
    fixture.build.addAlarm(sensor, Priority::P1, AlarmState::B);
    QVERIFY(fixture.give());
    QVERIFY(!fixture.window->close());
    QVERIFY(fixture.window->isVisible());
    QVERIFY2(said(fixture).startsWith("1 alarm"), qPrintable(said(fixture)));
    QVERIFY(fixture.window->close());
}

void TestWindowKiosk::aQuietWindowClosesAtOnce()
{
    WindowFixture fixture;
    const SensorId sensor = fixture.build.addSensor("line-a/pump1", "pressure", "bar");
    fixture.build.addAlarm(sensor, Priority::P1, AlarmState::C);
    QVERIFY(fixture.give());
    QVERIFY(fixture.window->close());
    // Who may only look leaves nothing behind.
    WindowSettings settings = WindowFixture::defaults();
    settings.readOnly = true;
    WindowFixture reader(settings);
    const SensorId again = reader.build.addSensor("line-a/pump1", "pressure", "bar");
    reader.build.addAlarm(again, Priority::P1, AlarmState::B);
    QVERIFY(reader.give());
    QVERIFY(reader.window->close());
}

void TestWindowKiosk::theSecondTryMustComeSoon()
{
    CloseGuard guard;
    const CloseGuard::Moment start{};
    QVERIFY(guard.objection(0, false, start).isEmpty());
    QVERIFY(!guard.objection(3, false, start).isEmpty());
    QVERIFY(!guard.objection(3, false, start + 11s).isEmpty());
    QVERIFY(guard.objection(3, false, start + 20s).isEmpty());
}

QTEST_MAIN(TestWindowKiosk)
#include "tst_window_kiosk.moc"
