// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be done: by menu and by its words, with the keyboard alone.
#include "tests/gui/plant_picture.h"
#include "ui/keys/menu_table.h"
#include "ui/language/language.h"
#include "ui/window/command_palette.h"
#include "ui/window/window_actions.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableWidget>
#include <map>
#include <set>

using namespace telltale;
using namespace telltale::ui;
using test::WindowFixture;

namespace {

constexpr std::size_t kMostRows = 16;

/// The letters that choose a row; an empty one is a row without.
QStringList lettersOf(const QMenu &menu)
{
    QStringList letters;
    for (const QAction *action : menu.actions())
        letters << QKeySequence::mnemonic(action->text()).toString();
    return letters;
}

QStringList textsOf(const std::vector<OfferedAct> &acts)
{
    QStringList texts;
    for (const OfferedAct &each : acts)
        texts << each.text;
    return texts;
}

const std::vector<OfferedAct> kThree{{Act::Shelve, "Alarms", "Shelve the selection for a while", "S", {}},
                                     {Act::ShowShelved, "Alarms", "What is shelved", "Shift+S", {}},
                                     {Act::OutOfService, "Alarms", "Take out of service", "O", "Sign in as supervisor."}};

} // namespace

class TestWindowPalette : public QObject {
    Q_OBJECT
private slots:
    void everyActIsInOneMenu();
    void everyRowHasALetter_data();
    void everyRowHasALetter();
    void theMenuFollowsTheTheme();
    void findsByWords();
    void doesWhatIsFound_data();
    void doesWhatIsFound();
    void escGivesTheKeysBack();
    void saysWhyNot();
};

void TestWindowPalette::everyActIsInOneMenu()
{
    std::map<Act, int> places;
    for (const MenuRow &row : menuTable()) {
        QVERIFY2(row.acts.size() <= kMostRows, row.title);
        for (const Act act : row.acts)
            ++places[act];
    }
    for (const KeyRow &row : keyTable())
        QVERIFY2(places[row.act] == 1, row.text);
}

void TestWindowPalette::everyRowHasALetter_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &code : languages())
        QTest::newRow(qPrintable(code)) << code;
}

void TestWindowPalette::everyRowHasALetter()
{
    QFETCH(QString, language);
    speak(*qApp, language);
    const auto back = qScopeGuard([] { speak(*qApp, QStringLiteral("en")); });
    WindowFixture fixture;
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F10);
    auto *menu = fixture.find<QMenu>("mainMenu");
    QTRY_VERIFY(menu->isVisible());
    QList<QMenu *> all = menu->findChildren<QMenu *>();
    QCOMPARE(all.size(), qsizetype(menuTable().size()));
    all << menu;
    for (const QMenu *each : all) {
        const QStringList letters = lettersOf(*each);
        QVERIFY2(!letters.contains(QString()), qPrintable(each->objectName()));
        QCOMPARE(std::set<QString>(letters.begin(), letters.end()).size(), std::size_t(letters.size()));
    }
    menu->close();
}

void TestWindowPalette::theMenuFollowsTheTheme()
{
    WindowFixture fixture;
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F10);
    auto *menu = fixture.find<QMenu>("mainMenu");
    QTRY_VERIFY(menu->isVisible());
    QVERIFY(menu->grab().toImage().pixelColor(menu->width() - 4, menu->height() - 4).lightness() > 200);
    menu->close();
    fixture.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(fixture.window->isDark());
    QList<QMenu *> all = menu->findChildren<QMenu *>();
    all << menu;
    for (QMenu *each : all) {
        each->ensurePolished();
        QVERIFY2(each->grab().toImage().pixelColor(each->width() - 4, each->height() - 4).lightness() < 100,
                 qPrintable(each->objectName()));
    }
    fixture.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
}

void TestWindowPalette::findsByWords()
{
    QCOMPARE(textsOf(matching(kThree, {})).size(), 3);
    QCOMPARE(textsOf(matching(kThree, "shelve")), (QStringList{"Shelve the selection for a while", "What is shelved"}));
    QCOMPARE(textsOf(matching(kThree, "  out  SERVICE ")), QStringList{"Take out of service"}); // whatever their order and case
    QCOMPARE(textsOf(matching(kThree, "shift+s")), QStringList{"What is shelved"});
    QCOMPARE(textsOf(matching(kThree, "pump")), QStringList());
}

void TestWindowPalette::doesWhatIsFound_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("typed");
    QTest::newRow("English") << "en"
                             << "shelve the sel";
    QTest::newRow("German") << "de" << QStringLiteral("messstelle eine weile");
}

void TestWindowPalette::doesWhatIsFound()
{
    QFETCH(QString, language);
    QFETCH(QString, typed);
    speak(*qApp, language);
    const auto back = qScopeGuard([] { speak(*qApp, QStringLiteral("en")); });
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(fixture.find<QWidget>("palette")->isVisible());
    fixture.type(typed);
    QCOMPARE(fixture.find<QTableWidget>("paletteTable")->item(0, 0)->text(), QStringLiteral("S"));
    fixture.press(Qt::Key_Return);
    QVERIFY(!fixture.find<QWidget>("palette")->isVisible());
    QVERIFY(fixture.find<QWidget>("choiceForm")->isVisible());
}

void TestWindowPalette::escGivesTheKeysBack()
{
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.open());
    fixture.list()->setFocus();
    fixture.press(Qt::Key_K, Qt::ControlModifier);
    fixture.type("tiles");
    fixture.press(Qt::Key_Escape);
    QVERIFY(!fixture.find<QWidget>("palette")->isVisible());
    QVERIFY(fixture.list()->hasFocus());
    fixture.press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(fixture.find<QLineEdit>("paletteLine")->text(), QString());
    QCOMPARE(fixture.find<QTableWidget>("paletteTable")->rowCount(), int(keyTable().size()));
    fixture.press(Qt::Key_Down);
    QCOMPARE(fixture.find<QTableWidget>("paletteTable")->currentRow(), 1);
}

void TestWindowPalette::saysWhyNot()
{
    QWidget window;
    window.resize(1280, 720);
    WindowActions actions(window);
    actions.setRole(Role::Viewer, [](Role) { return QStringLiteral("Sign in."); });
    CommandPalette palette([&actions] { return actions.offered(); }, &window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    palette.open();
    QTest::keyClicks(palette.findChild<QLineEdit *>(), "out of service until");
    QCOMPARE(palette.findChild<QLabel *>("paletteNote")->text(), QStringLiteral("Sign in."));
    QSignalSpy refused(&palette, &CommandPalette::refused);
    QSignalSpy wanted(&palette, &CommandPalette::wanted);
    QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(refused.count(), 1);
    QCOMPARE(wanted.count(), 0);
}

QTEST_MAIN(TestWindowPalette)
#include "tst_window_palette.moc"
