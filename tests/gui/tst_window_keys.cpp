// SPDX-License-Identifier: GPL-3.0-or-later
// Other keys for what can be done: found, pressed, swapped and taken back with the keyboard, and still so after a restart.
#include "tests/gui/cut_texts.h"
#include "tests/gui/key_station.h"
#include "ui/language/language.h"

using namespace telltale;
using namespace telltale::ui;
using test::kShelve;
using test::WindowFixture;
using Station = test::KeyStation;

class TestWindowKeys : public QObject {
    Q_OBJECT
private slots:
    void aNewKeyActsAtOnceAndAfterARestart();
    void aKeyThatIsTakenIsNamedAndSwapped();
    void leavingTheQuestionChangesNothing();
    void anotherKeyComesBesideTheFirst();
    void aKeyIsTakenAway();
    void oneOrAllAreAsByDefaultAgain();
    void someKeysCannotBeChosen();
    void theHornIsSilencedFromHereToo();
    void nothingIsCut_data();
    void nothingIsCut();
};

void TestWindowKeys::aNewKeyActsAtOnceAndAfterARestart()
{
    Station station;
    station.start();
    station.beginChange(kShelve);
    station.fixture->press(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(station.keys(), QStringLiteral("Ctrl+J"));
    QVERIFY(station.table()->hasFocus());
    QVERIFY2(station.stored().contains("shelve = [\"Ctrl+J\"]"), qPrintable(station.stored()));
    station.backToTheList();
    for (const bool restarted : {false, true}) {
        if (restarted) {
            station.start();
        }
        station.fixture->press(Qt::Key_F2);
        station.fixture->press(Qt::Key_S);
        QVERIFY(!station.asksForAShelf());
        station.fixture->press(Qt::Key_J, Qt::ControlModifier);
        QVERIFY(station.asksForAShelf());
        station.fixture->press(Qt::Key_Escape);
    }
}

void TestWindowKeys::aKeyThatIsTakenIsNamedAndSwapped()
{
    Station station;
    station.start();
    station.beginChange(kShelve);
    station.fixture->press(Qt::Key_P, Qt::ControlModifier);
    QVERIFY2(station.said().startsWith("Ctrl+P: “Print preview of a report of the selection” has it"), qPrintable(station.said()));
    QCOMPARE(station.stored(), QString());
    QVERIFY(station.button("keySwap")->hasFocus());
    station.fixture->press(Qt::Key_Return);
    QCOMPARE(station.keys(), QStringLiteral("Ctrl+P"));
    QVERIFY(station.stored().contains("print-preview = [\"S\"]"));
    QVERIFY(station.stored().contains("shelve = [\"Ctrl+P\"]"));
    station.backToTheList();
    station.fixture->press(Qt::Key_F2);
    station.fixture->press(Qt::Key_P, Qt::ControlModifier);
    QVERIFY(station.asksForAShelf());
}

void TestWindowKeys::leavingTheQuestionChangesNothing()
{
    Station station;
    station.start();
    station.beginChange(kShelve);
    station.fixture->press(Qt::Key_P, Qt::ControlModifier);
    station.fixture->press(Qt::Key_Escape);
    QVERIFY(!station.button("keySwap")->isVisible());
    QVERIFY(station.dialog()->isVisible());
    QVERIFY(station.table()->hasFocus());
    QCOMPARE(station.keys(), QStringLiteral("S"));
    QCOMPARE(station.stored(), QString());
    station.backToTheList();
}

void TestWindowKeys::anotherKeyComesBesideTheFirst()
{
    Station station;
    station.start();
    station.openDialog();
    station.fixture->type(kShelve);
    station.button("keyAnother")->click();
    station.fixture->press(Qt::Key_F2); // somebody's: said, and asked for the next
    QVERIFY2(station.said().contains("Go to the top unacknowledged alarm"), qPrintable(station.said()));
    station.fixture->press(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(station.keys(), QStringLiteral("S; Ctrl+J"));
}

void TestWindowKeys::aKeyIsTakenAway()
{
    Station station;
    station.start();
    station.openDialog();
    station.fixture->type(kShelve);
    station.button("keyTakeAway")->click();
    QCOMPARE(station.keys(), QStringLiteral("none"));
    QVERIFY(station.stored().contains("shelve = []"));
    station.fixture->find<QLineEdit>("keyFilter")->setText("silence the horn");
    station.button("keyTakeAway")->click();
    QCOMPARE(station.keys(), QStringLiteral("F8"));
    QVERIFY2(station.said().contains("it must work everywhere"), qPrintable(station.said()));
    station.backToTheList();
    station.fixture->press(Qt::Key_F2);
    station.fixture->press(Qt::Key_S);
    QVERIFY(!station.asksForAShelf());
}

void TestWindowKeys::oneOrAllAreAsByDefaultAgain()
{
    Station station;
    QVERIFY(replaceFile(station.file(), "[keys]\nshelve = [\"F9\"]\nquit = []\n"));
    station.start();
    station.openDialog();
    station.fixture->type(kShelve);
    QCOMPARE(station.table()->item(0, 2)->text(), QStringLiteral("S"));
    station.button("keyReset")->click();
    QCOMPARE(station.keys(), QStringLiteral("S"));
    QVERIFY(!station.stored().contains("shelve"));
    QVERIFY(station.stored().contains("quit = []"));
    station.button("keyResetAll")->click();
    QVERIFY(!station.stored().contains("quit"));
    QVERIFY(KeyBindings::instance().map() == KeyMap());
}

void TestWindowKeys::someKeysCannotBeChosen()
{
    Station station;
    station.start();
    station.beginChange(kShelve);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Down, Qt::Key_PageUp}) {
        station.fixture->press(key);
        QVERIFY2(station.said().contains("cannot be chosen"), qPrintable(station.said()));
    }
    station.fixture->press(Qt::Key_Shift); // the way to a key, not one
    QVERIFY(station.said().contains("cannot be chosen"));
    station.fixture->press(Qt::Key_Tab); // no trap
    QVERIFY(!station.fixture->find<QWidget>("keyRecorder")->hasFocus());
    QCOMPARE(station.stored(), QString());
}

void TestWindowKeys::theHornIsSilencedFromHereToo()
{
    Station station;
    QVERIFY(replaceFile(station.file(), "[keys]\nsilence = [\"F9\"]\n"));
    station.start();
    station.beginChange(kShelve);
    station.fixture->press(Qt::Key_F9);
    QCOMPARE(station.fixture->posted<command::Silence>().size(), std::size_t{1});
    QCOMPARE(station.keys(), QStringLiteral("S"));
    station.fixture->press(Qt::Key_Escape);
    station.fixture->find<QLineEdit>("keyFilter")->setFocus();
    station.fixture->press(Qt::Key_F9);
    QCOMPARE(station.fixture->posted<command::Silence>().size(), std::size_t{2});
}

void TestWindowKeys::nothingIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("letters");
    for (const QString &code : languages()) {
        QTest::addRow("%s", qPrintable(code)) << code << 1.0;
        QTest::addRow("%s, twice as large", qPrintable(code)) << code << 2.0;
    }
}

void TestWindowKeys::nothingIsCut()
{
    QFETCH(QString, language);
    QFETCH(double, letters);
    const QFont usual = QApplication::font();
    QFont font = usual;
    font.setPointSizeF(usual.pointSizeF() * letters);
    QApplication::setFont(font);
    speak(*qApp, language);
    const auto back = qScopeGuard([&] {
        QApplication::setFont(usual);
        speak(*qApp, QStringLiteral("en"));
    });
    Station station;
    station.start();
    station.openDialog();
    station.fixture->type(QKeySequence(Qt::CTRL | Qt::Key_R).toString(QKeySequence::NativeText)); // Strg+R on a German keyboard
    station.fixture->press(Qt::Key_Return);
    station.fixture->press(Qt::Key_P, Qt::ControlModifier);
    QVERIFY(station.button("keySwap")->isVisible());
    const QStringList wrong = test::cutTexts(*station.dialog()) + test::outside(*station.dialog());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    const QSize least = station.dialog()->minimumSizeHint();
    QVERIFY2(least.width() <= 1280 && least.height() <= 720, qPrintable(QStringLiteral("%1x%2").arg(least.width()).arg(least.height())));
}

QTEST_MAIN(TestWindowKeys)
#include "tst_window_keys.moc"
