// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows, from the first second to a bad day, light and dark. With TELLTALE_PICTURES=folder it also leaves pictures there.
#include "tests/gui/plant_picture.h"
#include "ui/language/language.h"
#include "ui/models/alarm_columns.h"
#include "ui/models/asset_model.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/priority_badge.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

using namespace telltale;
using namespace telltale::ui;
using test::WindowFixture;

namespace {

void keepPicture(WindowFixture &fixture, const QString &name)
{
    const QString folder = qEnvironmentVariable("TELLTALE_PICTURES");
    if (!folder.isEmpty()) {
        WindowFixture::settle();
        fixture.window->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    }
}

/// Visible widgets of the header whose rectangle leaves the window, or that got less room than their smallest size.
QStringList clipped(const QWidget &window, const QWidget &part)
{
    QStringList names;
    for (const QWidget *widget : part.findChildren<QWidget *>()) {
        if (!widget->isVisible()) {
            continue;
        }
        const QRect place(widget->mapTo(&window, QPoint(0, 0)), widget->size());
        const QSize least = widget->minimumSizeHint();
        if (!window.rect().contains(place) || widget->width() < least.width() || widget->height() < least.height()) {
            names << QStringLiteral("%1 %2x%3").arg(widget->objectName()).arg(widget->width()).arg(widget->height());
        }
    }
    return names;
}

} // namespace

class TestWindowLook : public QObject {
    Q_OBJECT
private slots:
    void theFirstScreenSaysWhatItWaitsFor();
    void theHeaderCountsWhateverIsFiltered();
    void fitsTheSmallestScreen_data();
    void fitsTheSmallestScreen();
    void countsAreNotCut();
    void whatAFilterHidesIsSaidInFull();
    void theShelveFormLeavesTheListItsRoom();
    void f2ComesBackFromASensor();
    void aJournalThatIsNotWrittenIsABanner();
    void simulatedTimeIsNeverTakenForReal();
    void soundIsHonest();
    void changingTheThemeKeepsEverything();
    void foreignNamesStayText();
    void picturesOfABadDay_data();
    void picturesOfABadDay();
};

void TestWindowLook::theFirstScreenSaysWhatItWaitsFor()
{
    WindowFixture fixture;
    QVERIFY(fixture.find<QWidget>("welcomePage")->isVisible());
    FeedHealth feed;
    feed.address = "tcp://10.1.2.3:5556";
    feed.detail = "connection refused";
    fixture.build.snapshot().feeds = {feed};
    QVERIFY(fixture.give());
    const QString text = fixture.find<QLabel>("welcomeWaiting")->text();
    QVERIFY2(text.contains("tcp://10.1.2.3:5556") && text.contains("connection refused"), qPrintable(text));
    QVERIFY(fixture.find<QLabel>("welcomeHints")->text().contains("telltale --demo"));
    keepPicture(fixture, "first");
    fixture.build.addSensor("line-a/pump1", "vibration", "mm/s");
    QVERIFY(fixture.give());
    QTRY_VERIFY(!fixture.find<QWidget>("welcomePage")->isVisible());
    QVERIFY(fixture.find<QWidget>("trendPane")->isVisible());
}

void TestWindowLook::theHeaderCountsWhateverIsFiltered()
{
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    fixture.find<QLineEdit>("filterText")->setText("nothing");
    QVERIFY(fixture.give());
    QCOMPARE(fixture.find<PriorityBadge>("badgeP1")->unacked(), 2);
    QCOMPARE(fixture.find<PriorityBadge>("badgeP2")->unacked(), 3);
    QCOMPARE(fixture.find<PriorityBadge>("badgeP2")->open(), 4);
    QCOMPARE(fixture.find<QAbstractButton>("unacked")->text(), QStringLiteral("unacked 6 · worst P1"));
    QVERIFY(fixture.find<FittingLabel>("feed0")->text().contains("498 samples/s"));
    QVERIFY(fixture.find<FittingLabel>("feed1")->text().contains("LOST for 22 s"));
    QVERIFY(fixture.window->windowTitle().startsWith("(6) "));
}

void TestWindowLook::fitsTheSmallestScreen_data()
{
    QTest::addColumn<QString>("banner");
    QTest::newRow("as usual") << "";
    QTest::newRow("journal fails")
        << "No space left on device, and this text is long enough to fill more than the whole window width if it must";
}

void TestWindowLook::fitsTheSmallestScreen()
{
    QFETCH(QString, banner);
    WindowFixture fixture;
    fillPlant(fixture);
    if (!banner.isEmpty()) {
        fixture.build.snapshot().health.journal = JournalState::Failing;
        fixture.build.snapshot().health.journalDetail = banner.toStdString();
    }
    QVERIFY(fixture.give());
    fixture.window->resize(1280, 720);
    WindowFixture::settle();
    QCOMPARE(fixture.window->size(), QSize(1280, 720)); // nothing inside asks for more
    const QStringList wrong = clipped(*fixture.window, *fixture.find<QWidget>("header"));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    // Every column of the list is in sight.
    auto *table = fixture.list();
    const int right = table->columnViewportPosition(QualityColumn) + table->columnWidth(QualityColumn);
    QVERIFY2(right <= table->viewport()->width(), qPrintable(QString::number(right)));
}

void TestWindowLook::countsAreNotCut()
{
    WindowFixture fixture;
    fillPlant(fixture);
    test::addPlantHolds(fixture.build.snapshot());
    for (int i = 0; i < 110; ++i)
        fixture.build.addAlarm(SensorId{2}, Priority::P1, AlarmState::B);
    QVERIFY(fixture.give());
    WindowFixture::settle();
    QVERIFY(!fixture.find<FittingLabel>("heldCounts")->isElided());
    auto *tree = fixture.find<QTreeView>("assetTree");
    const QModelIndex top = tree->model()->index(0, AssetModel::MarkColumn);
    QCOMPARE(top.data(AssetModel::OpenRole).toInt(), 119);
    const int symbols = 2 * (tree->fontMetrics().height() + 2) + 8;
    QVERIFY(tree->columnWidth(AssetModel::MarkColumn) >= symbols + tree->fontMetrics().horizontalAdvance("116/119"));
    const QModelIndex asset = tree->model()->index(0, 0, tree->model()->index(0, 0, tree->model()->index(0, 0)));
    QVERIFY2(tree->columnWidth(AssetModel::NameColumn) > 3 * tree->indentation() + tree->fontMetrics().horizontalAdvance("boiler"),
             qPrintable(asset.data().toString()));
}

void TestWindowLook::whatAFilterHidesIsSaidInFull()
{
    WindowFixture fixture;
    fillPlant(fixture);
    fixture.find<QLineEdit>("filterText")->setText("nothing");
    QVERIFY(fixture.give());
    WindowFixture::settle();
    auto *text = fixture.find<FittingLabel>("hiddenBannerText");
    QVERIFY(text->isVisible());
    QVERIFY2(!text->isElided(), qPrintable(text->forms().last()));
}

/// Long choices must not make the pane at the right wider.
void TestWindowLook::theShelveFormLeavesTheListItsRoom()
{
    speak(*qApp, QStringLiteral("de"));
    const auto back = qScopeGuard([] { speak(*qApp, QStringLiteral("en")); });
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.open());
    fixture.choose(0);
    const int before = fixture.list()->width();
    fixture.list()->setFocus();
    fixture.press(Qt::Key_S);
    QVERIFY(fixture.find<QWidget>("choiceForm")->isVisible());
    WindowFixture::settle();
    QCOMPARE(fixture.list()->width(), before);
    for (const QToolButton *choice : fixture.find<QWidget>("choiceForm")->findChildren<QToolButton *>())
        QVERIFY2(choice->width() >= choice->sizeHint().width(), qPrintable(choice->text()));
}

/// The row is selected already: what F2 goes to is what keys act on.
void TestWindowLook::f2ComesBackFromASensor()
{
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    const QString title = fixture.find<QLabel>("detailTitle")->text();
    QVERIFY(fixture.find<QLabel>("detailTitle")->isVisible());
    fixture.press(Qt::Key_M);
    QVERIFY(!fixture.find<QLabel>("detailTitle")->isVisible());
    fixture.press(Qt::Key_F2);
    QVERIFY(fixture.find<QLabel>("detailTitle")->isVisible());
    QCOMPARE(fixture.find<QLabel>("detailTitle")->text(), title);
}

void TestWindowLook::aJournalThatIsNotWrittenIsABanner()
{
    WindowFixture fixture;
    fixture.build.addSensor("line-a/pump1", "vibration", "mm/s");
    QVERIFY(fixture.give());
    QVERIFY(fixture.find<Banner>("journalBanner")->isHidden());
    fixture.build.snapshot().health.journal = JournalState::Failing;
    fixture.build.snapshot().health.journalDetail = "disk full %2";
    fixture.build.snapshot().health.unsavedEvents = 7;
    QVERIFY(fixture.give());
    QTRY_VERIFY(!fixture.find<Banner>("journalBanner")->isHidden());
    const QString text = fixture.find<Banner>("journalBanner")->text();
    QVERIFY2(text.contains("NOT WRITING: disk full %2") && text.contains("7 event"), qPrintable(text));
    QVERIFY(!QApplication::activeModalWidget());
}

void TestWindowLook::simulatedTimeIsNeverTakenForReal()
{
    WindowFixture fixture;
    FeedHealth feed;
    feed.clock = ClockKind::Simulated;
    feed.speed = 20;
    fixture.build.snapshot().feeds = {feed};
    fixture.build.snapshot().simulatedClock = true;
    QVERIFY(fixture.give());
    QTRY_COMPARE(fixture.find<FittingLabel>("simulated")->text(), QStringLiteral("SIMULATED ×20"));
    QVERIFY(fixture.find<FittingLabel>("simulated")->isVisible());
}

void TestWindowLook::soundIsHonest()
{
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    QCOMPARE(fixture.find<FittingLabel>("noSound")->text(), QStringLiteral("NO SOUND: switched off at this station"));
    QVERIFY(fixture.find<FittingLabel>("noSound")->isVisible());
}

void TestWindowLook::changingTheThemeKeepsEverything()
{
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.choose(2);
    fixture.find<QLineEdit>("filterText")->setText("line");
    fixture.find<QTabWidget>("pages")->setCurrentIndex(1);
    const QString title = fixture.find<QLabel>("detailTitle")->text();
    QVERIFY(!fixture.window->isDark());
    fixture.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(fixture.window->isDark());
    QVERIFY(fixture.window->grab().toImage().pixelColor(3, 3).lightness() < 100);
    QCOMPARE(fixture.list()->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(fixture.find<QLineEdit>("filterText")->text(), QStringLiteral("line"));
    QCOMPARE(fixture.find<QTabWidget>("pages")->currentIndex(), 1);
    QCOMPARE(fixture.find<QLabel>("detailTitle")->text(), title);
    fixture.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!fixture.window->isDark());
    QVERIFY(fixture.window->grab().toImage().pixelColor(3, 3).lightness() > 200);
}

void TestWindowLook::foreignNamesStayText()
{
    WindowFixture fixture;
    const std::string hostile = "<img src=http://x onerror=a>&amp;";
    const SensorId id = fixture.build.addSensor(hostile, "<b>s</b>", "<i>");
    Occurrence &alarm = fixture.build.addAlarm(id, Priority::P1, AlarmState::B);
    alarm.definition.guidance.action = "<script>x</script>";
    alarm.ackedBy.operatorName = "<u>o</u>";
    FeedHealth feed;
    feed.address = "<h1>feed";
    fixture.build.snapshot().feeds = {feed};
    QVERIFY(fixture.give());
    fixture.choose(0);
    WindowFixture::settle();
    QVERIFY(fixture.find<QLabel>("detailTitle")->text().contains("<img src="));
    QVERIFY(fixture.find<QLabel>("detailGuidance")->text().contains("<script>"));
    for (const QLabel *label : fixture.window->findChildren<QLabel *>()) {
        if (label->text().contains('<')) {
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName() + ": " + label->text()));
        }
    }
    for (const QWidget *widget : fixture.window->findChildren<QWidget *>()) {
        for (const char *tag : {"<img", "<b>", "<i>", "<h1>", "<u>", "<script"}) {
            QVERIFY2(!widget->toolTip().contains(QLatin1String(tag)), qPrintable(widget->objectName() + ": " + widget->toolTip()));
        }
    }
}

void TestWindowLook::picturesOfABadDay_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("alarms-light-1280") << 0 << false << QSize(1280, 720);
    QTest::newRow("alarms-dark-1280") << 0 << true << QSize(1280, 720);
    QTest::newRow("tiles-light-1280") << 1 << false << QSize(1280, 720);
    QTest::newRow("journal-dark-1280") << 2 << true << QSize(1280, 720);
    QTest::newRow("feeds-light-1280") << 3 << false << QSize(1280, 720);
    QTest::newRow("alarms-light-1920") << 0 << false << QSize(1920, 1080);
    QTest::newRow("tiles-dark-1920") << 1 << true << QSize(1920, 1080);
}

void TestWindowLook::picturesOfABadDay()
{
    QFETCH(int, page);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    WindowSettings settings = WindowFixture::defaults();
    settings.theme = dark ? ThemeChoice::Dark : ThemeChoice::Light;
    WindowFixture fixture(settings);
    fillPlant(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.window->resize(size);
    fixture.list()->setFocus();
    fixture.choose(0);
    fixture.find<QTabWidget>("pages")->setCurrentIndex(page);
    QVERIFY(fixture.give());
    QTRY_COMPARE(fixture.window->size(), size);
    QCOMPARE(fixture.window->isDark(), dark);
    QCOMPARE(clipped(*fixture.window, *fixture.find<QWidget>("header")), QStringList());
    keepPicture(fixture, QString::fromLatin1(QTest::currentDataTag()));
}

QTEST_MAIN(TestWindowLook)
#include "tst_window_look.moc"
