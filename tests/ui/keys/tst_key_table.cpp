// SPDX-License-Identifier: GPL-3.0-or-later
// What is true of the table whoever adds a row to it, and of every change that people can make to it.
#include "ui/keys/key_bindings.h"
#include "ui/keys/key_change.h"
#include "ui/keys/key_rules.h"
#include "ui/keys/key_words.h"
#include "ui/keys/menu_table.h"

#include <QRegularExpression>
#include <QtTest>
#include <random>
#include <set>

using namespace telltale;
using namespace telltale::ui;

namespace {

QKeySequence key(const char *text)
{
    return QKeySequence(QLatin1String(text), QKeySequence::PortableText);
}

/// Keys that two acts have.
QStringList sharedIn(const KeyMap &map)
{
    QStringList shared;
    std::set<QKeySequence> seen;
    for (const KeyRow &row : keyTable()) {
        for (const QKeySequence &each : map.keysOf(row.act)) {
            if (!seen.insert(each).second) {
                shared << each.toString();
            }
        }
    }
    return shared;
}

/// Puts keys in force, and those of the table again at the end.
class Station {
public:
    explicit Station(const KeyMap &map) { KeyBindings::instance().setMap(map); }
    ~Station() { KeyBindings::instance().setMap({}); }
};

} // namespace

class TestKeyTable : public QObject {
    Q_OBJECT
private slots:
    void everyActHasANameOfItsOwn();
    void noKeyIsForTwoActs();
    void everyKeyOfTheTableMayBeChosen();
    void aKeyThatIsTakenIsSwapped();
    void theDefaultTakesBackWhatWasSwapped();
    void someActsKeepAKey();
    void noChangeMakesTwoActsShareAKey();
    void textsNameTheKeyInForce();
    void textsNameTheMenuWhereThereIsNoKey();
};

void TestKeyTable::everyActHasANameOfItsOwn()
{
    static const QRegularExpression kebab(QStringLiteral("^[a-z][a-z0-9]*(-[a-z0-9]+)*$"));
    std::set<std::string> names;
    for (const KeyRow &row : keyTable()) {
        QVERIFY2(kebab.match(QLatin1String(row.name)).hasMatch(), row.name);
        QVERIFY2(names.insert(row.name).second, row.name);
        QCOMPARE(rowNamed(row.name), &row);
    }
    QVERIFY(rowNamed("acknowledg") == nullptr);
}

/// Menus, pages and dialogs have no keys for acts of their own: all that are in force at once are in the table.
void TestKeyTable::noKeyIsForTwoActs()
{
    QCOMPARE(sharedIn({}), QStringList());
    KeyMap shared;
    shared.choose(Act::Shelve, {key("F2")});
    QCOMPARE(sharedIn(shared), QStringList{"F2"});
}

void TestKeyTable::everyKeyOfTheTableMayBeChosen()
{
    for (const KeyRow &row : keyTable()) {
        QVERIFY2(!defaultKeys(row).isEmpty(), row.name);
        QVERIFY2(keepsEnough(row, defaultKeys(row)), row.name);
        for (const QKeySequence &each : defaultKeys(row)) {
            QCOMPARE(readKey(each.toString(QKeySequence::PortableText)), each);
            QVERIFY2(row.act == Act::Dismiss || faultOf(each) == KeyFault::None, row.name);
        }
    }
}

void TestKeyTable::aKeyThatIsTakenIsSwapped()
{
    const KeyMap map = withKey({}, Act::Shelve, key("Ctrl+P"));
    QCOMPARE(map.keysOf(Act::Shelve), QList{key("Ctrl+P")});
    QCOMPARE(map.keysOf(Act::PrintPreview), QList{key("S")});
    // Of several only that one goes, and what stands in its place is where it was.
    const KeyMap zoom = withKey({}, Act::Shelve, key("="));
    QCOMPARE(zoom.keysOf(Act::ZoomIn), (QList{key("+"), key("S")}));
}

void TestKeyTable::theDefaultTakesBackWhatWasSwapped()
{
    KeyMap map = withKey({}, Act::Shelve, key("Ctrl+P"));
    map = withKey(map, Act::Help, key("F9"));
    const KeyMap back = withDefault(map, Act::Shelve);
    QVERIFY(!back.isChosen(Act::Shelve));
    QVERIFY(!back.isChosen(Act::PrintPreview));
    QVERIFY(back.isChosen(Act::Help));
}

void TestKeyTable::someActsKeepAKey()
{
    const auto lacks = [](Act act, const QList<QKeySequence> &keys) { return !keepsEnough(rowOf(act), keys); };
    for (const Act act : {Act::Silence, Act::Menu, Act::Palette}) {
        QVERIFY(lacks(act, {}));
        QVERIFY(lacks(act, {key("Q")}));      // a text field would take it
        QVERIFY(lacks(act, {key("Ctrl+V")})); // this one too
        QVERIFY(!lacks(act, {key("Q"), key("F9")}));
    }
    QVERIFY(lacks(Act::Dismiss, {key("F9")}));
    QVERIFY(!lacks(Act::Dismiss, {key("F9"), key("Esc")}));
    QCOMPARE(withKey({}, Act::Dismiss, key("F9")).keysOf(Act::Dismiss), (QList{key("Esc"), key("F9")}));
    QVERIFY(!lacks(Act::Quit, {}));
    QCOMPARE(deprivedIn({}), nullptr);
    QCOMPARE(deprivedIn(withKey({}, Act::Shelve, key("F8")))->act, Act::Silence); // would have got S
}

void TestKeyTable::noChangeMakesTwoActsShareAKey()
{
    std::mt19937 random(4711);
    const auto rows = keyTable();
    const auto any = [&](std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random); };
    KeyMap map;
    for (int step = 0; step < 3000; ++step) {
        const Act act = rows[any(rows.size())].act;
        const QList<QKeySequence> wanted = defaultKeys(rows[any(rows.size())]) << key("F9") << key("F6");
        const QKeySequence pressed = wanted[qsizetype(any(std::size_t(wanted.size())))];
        if (faultOf(pressed) == KeyFault::None) {
            map = step % 5 == 0 ? withDefault(std::move(map), act) : withKey(std::move(map), act, pressed);
        }
        QCOMPARE(sharedIn(map), QStringList());
    }
    QVERIFY(!map.chosen().empty());
}

void TestKeyTable::textsNameTheKeyInForce()
{
    const Station station(withKey({}, Act::Shelve, key("Ctrl+J")));
    QCOMPARE(withKeyText("Shelve", Act::Shelve), QStringLiteral("Shelve (Ctrl+J)"));
    QCOMPARE(withPressTexts("%2 silences, %1 shelves", {Act::Shelve, Act::Silence}), QStringLiteral("F8 silences, Ctrl+J shelves"));
    QCOMPARE(keysText(Act::ZoomIn), QStringLiteral("+; ="));
    QCOMPARE(keyText(Act::ZoomIn), QStringLiteral("+"));
}

void TestKeyTable::textsNameTheMenuWhereThereIsNoKey()
{
    KeyMap map;
    map.choose(Act::Group, {});
    const Station station(map);
    QCOMPARE(withKeyText("Group by asset", Act::Group), QStringLiteral("Group by asset"));
    QCOMPARE(withPressTexts("%1 does it.", {Act::Group}), QStringLiteral("☰ List › Group by asset does it."));
    for (const KeyRow &row : keyTable()) {
        const auto acts = menuOf(row.act).acts;
        QVERIFY2(std::find(acts.begin(), acts.end(), row.act) != acts.end(), row.name);
    }
}

QTEST_MAIN(TestKeyTable)
#include "tst_key_table.moc"
