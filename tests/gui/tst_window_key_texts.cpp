// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that a station chose: what the window says of them, and who may choose.
#include "core/account/account_file.h"
#include "tests/gui/key_station.h"

#include <QTreeWidget>

using namespace telltale;
using namespace telltale::ui;
using test::kShelve;
using test::WindowFixture;
using Station = test::KeyStation;

class TestWindowKeyTexts : public QObject {
    Q_OBJECT
private slots:
    void textsNameTheNewKey();
    void isReachedFromTheKeySheet();
    void onlySupervisorsChangeKeys();
    void whatIsWrongInTheFileIsSaid();
    void aLetterOfAFieldStaysWithTheField();
};

void TestWindowKeyTexts::textsNameTheNewKey()
{
    Station station;
    station.start();
    const auto *shelve = station.fixture->find<QPushButton>("shelveButton");
    station.fixture->choose(0);
    QVERIFY(shelve->text().endsWith("  S"));
    KeyMap map;
    map.choose(Act::Shelve, {QKeySequence("Ctrl+J")});
    map.choose(Act::JumpTopUnacked, {});
    map.choose(Act::Keys, {QKeySequence("F9")});
    KeyBindings::instance().setMap(map);
    QVERIFY2(shelve->text().endsWith("  Ctrl+J"), qPrintable(shelve->text()));
    QVERIFY(shelve->toolTip().endsWith("(Ctrl+J)"));
    QCOMPARE(station.fixture->find<QWidget>("unacked")->toolTip(), QStringLiteral("Go to the top unacknowledged alarm"));
    const QString hints = station.fixture->find<QLabel>("detailHints")->text();
    QVERIFY2(hints.contains("☰ Alarm › Go to the top unacknowledged alarm goes to"), qPrintable(hints));
    QVERIFY2(hints.endsWith("F9 lists all keys."), qPrintable(hints));
    station.fixture->press(Qt::Key_F9);
    const auto *sheet = station.fixture->find<QTreeWidget>("keySheet");
    QTRY_VERIFY(sheet->isVisible());
    QCOMPARE(sheet->findItems("Ctrl+J", Qt::MatchExactly | Qt::MatchRecursive).size(), 1);
    QVERIFY(sheet->findItems("F2", Qt::MatchExactly | Qt::MatchRecursive).isEmpty());
}

void TestWindowKeyTexts::isReachedFromTheKeySheet()
{
    Station station;
    station.start();
    station.fixture->press(Qt::Key_Question);
    QTRY_VERIFY(station.button("changeKeys")->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(station.button("changeKeys")->window()));
    QVERIFY(station.fixture->tabTo("changeKeys"));
    station.fixture->press(Qt::Key_Space);
    QVERIFY(station.dialog()->isVisible());
}

void TestWindowKeyTexts::onlySupervisorsChangeKeys()
{
    Station station;
    QVERIFY(account::addAccount(station.folder.path("accounts.json"), "operator A", Role::Operator, "4711"));
    station.start();
    station.fixture->press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!station.dialog()->isVisible());
    QVERIFY2(station.fixture->note().contains("supervisor"), qPrintable(station.fixture->note()));
    // Open already when its owner was signed out.
    station.dialog()->open();
    QVERIFY(QTest::qWaitForWindowActive(station.dialog()));
    station.button("keyTakeAway")->click();
    QVERIFY2(station.said().contains("supervisor"), qPrintable(station.said()));
    QCOMPARE(station.stored(), QString());
}

void TestWindowKeyTexts::whatIsWrongInTheFileIsSaid()
{
    Station station;
    const std::string bad = "[keys]\nshelve = [\"Strg+X\"]\nbeam-up = [\"F9\"]\nhelp = [\"F6\"]\n";
    QVERIFY(replaceFile(station.file(), bad));
    station.start();
    QVERIFY2(station.fixture->problem().contains("keys.toml:2 keys.shelve[0]: expected one key"), qPrintable(station.fixture->problem()));
    station.fixture->press(Qt::Key_Escape);
    QVERIFY2(station.fixture->problem().contains("beam-up, which stays in the file"), qPrintable(station.fixture->problem()));
    station.fixture->press(Qt::Key_F6);
    QTRY_VERIFY(station.fixture->find<QDialog>("helpSheet")->isVisible());
    station.fixture->find<QDialog>("helpSheet")->close();
    // Written anew, what was wrong is still there to look at.
    station.fixture->window->activateWindow();
    QVERIFY(station.fixture->isActive());
    station.openDialog();
    station.button("keyResetAll")->click();
    QCOMPARE(*readWholeFile(station.file() + ".old", 1000), bad);
    QVERIFY(station.stored().contains("beam-up"));
}

void TestWindowKeyTexts::aLetterOfAFieldStaysWithTheField()
{
    Station station;
    QVERIFY(replaceFile(station.file(), "[keys]\nsilence = [\"Q\", \"F8\"]\n"));
    station.start();
    station.fixture->press(Qt::Key_Q);
    QCOMPARE(station.fixture->posted<command::Silence>().size(), std::size_t{1});
    station.fixture->press(Qt::Key_F, Qt::ControlModifier);
    station.fixture->press(Qt::Key_Q);
    QCOMPARE(station.fixture->find<QLineEdit>("filterText")->text(), QStringLiteral("q"));
    QCOMPARE(station.fixture->posted<command::Silence>().size(), std::size_t{1});
    station.fixture->press(Qt::Key_F8);
    QCOMPARE(station.fixture->posted<command::Silence>().size(), std::size_t{2});
}

QTEST_MAIN(TestWindowKeyTexts)
#include "tst_window_key_texts.moc"
