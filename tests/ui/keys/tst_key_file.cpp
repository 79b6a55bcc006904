// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that a station chose, read from and written into keys.toml.
#include "core/base/whole_file.h"
#include "tests/support/temp_folder.h"
#include "ui/keys/key_file.h"
#include "ui/keys/key_rules.h"

#include <QDir>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;

namespace {

QString problemsOf(const KeyFile &file)
{
    QStringList lines;
    for (const Error &problem : file.problems) {
        lines << QString::fromStdString(problem.text());
    }
    return lines.join('\n');
}

QString namesOf(const KeyMap &map, Act act)
{
    return QKeySequence::listToString(map.keysOf(act), QKeySequence::PortableText);
}

} // namespace

class TestKeyFile : public QObject {
    Q_OBJECT
private slots:
    void readsWhatDiffers();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void theRestOfABadFileCounts();
    void aClashTakesTheLaterLineBack();
    void aClashThatComesBackIsSettledToo();
    void actsOfANewerVersionStay();
    void isWrittenAsItIsRead();
    void aFileThatIsNotThereChoosesNothing();
    void aBadFileStaysBesideTheNewOne();
    void saysWhyItCannotBeWritten();
};

void TestKeyFile::readsWhatDiffers()
{
    const KeyFile file = parseKeys("[keys]\nacknowledge = [\"Space\", \"Ctrl+Return\"]\nquit = []\nshelve = [\"ctrl+j\"]\n", "keys.toml");
    QCOMPARE(problemsOf(file), QString());
    QCOMPARE(namesOf(file.map, Act::Acknowledge), QStringLiteral("Space; Ctrl+Return"));
    QCOMPARE(namesOf(file.map, Act::Quit), QString());
    QCOMPARE(namesOf(file.map, Act::Shelve), QStringLiteral("Ctrl+J"));
    QCOMPARE(namesOf(file.map, Act::Silence), QStringLiteral("F8"));
    QCOMPARE(file.map.chosen().size(), std::size_t{3});
}

void TestKeyFile::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("no TOML") << QByteArray("[keys]\nshelve = [\"F9\"\n") << "keys.toml:";
    QTest::newRow("no table") << QByteArray("keys = 5\n") << "keys.toml:1 keys: expected a table, found number 5";
    QTest::newRow("another table") << QByteArray("[key]\nshelve = [\"F9\"]\n") << "did you mean keys?";
    QTest::newRow("no act") << QByteArray("[keys]\nshelv = [\"F9\"]\n")
                            << "keys.toml:2 keys.shelv: expected the name of an act, found shelv, which stays in the file; did you mean "
                               "shelve?";
    QTest::newRow("no list") << QByteArray("[keys]\n\nshelve = \"F9\"\n") << "keys.toml:3 keys.shelve: expected a list, found text \"F9\"";
    QTest::newRow("no text") << QByteArray("[keys]\nshelve = [9]\n")
                             << "keys.toml:2 keys.shelve[0]: expected text that is not empty, found "
                                "number 9";
    QTest::newRow("no key") << QByteArray("[keys]\nshelve = [\"F9\", \"Strg+X\"]\n")
                            << "keys.toml:2 keys.shelve[1]: expected one key such as \"Ctrl+Return\" or \"F9\", found text \"Strg+X\"";
    QTest::newRow("two strokes") << QByteArray("[keys]\nshelve = [\"Ctrl+X, Ctrl+C\"]\n") << "keys.shelve[0]: expected one key";
    QTest::newRow("only a modifier") << QByteArray("[keys]\nshelve = [\"Ctrl\"]\n") << "keys.shelve[0]: expected";
    for (const char *key : {"Tab", "Return", "Esc", "Down", "Shift+Left", "PgUp", "Ctrl+C", "Alt+S"}) {
        QTest::newRow(key) << QByteArray("[keys]\nshelve = [\"") + key + "\"]\n"
                           << QStringLiteral("keys.toml:2 keys.shelve[0]: expected a key that does not mean the same everywhere");
    }
    QTest::newRow("no horn to silence")
        << QByteArray("[keys]\nsilence = []\n")
        << "keys.toml:2 keys.silence: expected at least one function key or key with Ctrl, Alt or Meta that "
           "edits no text, found a list of 0";
    QTest::newRow("no menu") << QByteArray("[keys]\nmenu = [\"Q\"]\n") << "keys.toml:2 keys.menu: expected at least one function key";
    QTest::newRow("no way out") << QByteArray("[keys]\ndismiss = [\"F9\"]\n")
                                << "keys.toml:2 keys.dismiss: expected at least Esc, found a list";
    QTest::newRow("taken") << QByteArray("[keys]\nshelve = [\"F2\"]\n")
                           << "keys.toml:2 keys.shelve: expected keys that no other act has, found F2, which jump-top-unacked has";
}

void TestKeyFile::saysWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, said);
    const KeyFile file = parseKeys(text.toStdString(), "keys.toml");
    QVERIFY2(problemsOf(file).contains(said), qPrintable(problemsOf(file)));
    QVERIFY(file.map.chosen().empty()); // what is wrong has no effect
}

void TestKeyFile::theRestOfABadFileCounts()
{
    const KeyFile file = parseKeys("[keys]\nshelve = 5\nhelp = [\"F9\"]\nquit = [\"Tab\"]\n", "keys.toml");
    QCOMPARE(file.problems.size(), std::size_t{2});
    QCOMPARE(namesOf(file.map, Act::Help), QStringLiteral("F9"));
    QCOMPARE(namesOf(file.map, Act::Shelve), QStringLiteral("S"));
    QCOMPARE(namesOf(file.map, Act::Quit), QStringLiteral("Ctrl+Q"));
}

void TestKeyFile::aClashTakesTheLaterLineBack()
{
    const KeyFile file = parseKeys("[keys]\nshelve = [\"F9\"]\nhelp = [\"F9\"]\n", "keys.toml");
    QCOMPARE(problemsOf(file), QStringLiteral("keys.toml:3 keys.help: expected keys that no other act has, found F9, which shelve has"));
    QCOMPARE(namesOf(file.map, Act::Shelve), QStringLiteral("F9"));
    QCOMPARE(namesOf(file.map, Act::Help), QStringLiteral("F1"));
    // Two that change places clash with nobody.
    QCOMPARE(problemsOf(parseKeys("[keys]\nshelve = [\"I\"]\nadd-to-incident = [\"S\"]\n", "keys.toml")), QString());
}

void TestKeyFile::aClashThatComesBackIsSettledToo()
{
    // Help falls back to F1, which shelve wanted; then shelve falls back too.
    const KeyFile file = parseKeys("[keys]\nshelve = [\"F1\"]\nhelp = [\"F2\"]\n", "keys.toml");
    QCOMPARE(file.problems.size(), std::size_t{2});
    QVERIFY(file.map.chosen().empty());
}

void TestKeyFile::actsOfANewerVersionStay()
{
    const KeyFile file = parseKeys("[keys]\nbeam-up = [\"Ctrl+Alt+B\"]\nhelp = [\"F9\"]\n", "keys.toml");
    QVERIFY2(problemsOf(file).contains("beam-up, which stays in the file"), qPrintable(problemsOf(file)));
    const KeyFile again = parseKeys(formatKeys(file.map), "keys.toml");
    QVERIFY(again.map == file.map);
    QCOMPARE(again.map.strangers.at("beam-up"), QStringList{"Ctrl+Alt+B"});
}

void TestKeyFile::isWrittenAsItIsRead()
{
    const test::TempFolder folder;
    const std::string path = folder.path("not/there/yet/keys.toml");
    KeyMap map;
    map.choose(Act::Acknowledge, {readKey("Space"), readKey("Ctrl+Return")});
    map.choose(Act::Quit, {});
    map.choose(Act::Verdict, {readKey("\"")}); // quoted in the file
    map.choose(Act::Comment, {readKey("\\")});
    QVERIFY(saveKeys(map, path, false));
    const KeyFile file = loadKeys(path);
    QCOMPARE(problemsOf(file), QString());
    QVERIFY(file.map == map);
    map.resetAll();
    QVERIFY(saveKeys(map, path, false));
    QVERIFY(loadKeys(path).map == KeyMap());
}

void TestKeyFile::aFileThatIsNotThereChoosesNothing()
{
    const test::TempFolder folder;
    QCOMPARE(problemsOf(loadKeys(folder.path("keys.toml"))), QString());
    QVERIFY(problemsOf(loadKeys(folder.path())).contains(QString::fromStdString(folder.path()))); // a folder is no file
}

void TestKeyFile::aBadFileStaysBesideTheNewOne()
{
    const test::TempFolder folder;
    const std::string path = folder.path("keys.toml");
    QVERIFY(replaceFile(path, "[keys\n# by hand"));
    QVERIFY(saveKeys({}, path, true));
    QCOMPARE(*readWholeFile(path + ".old", 1000), std::string("[keys\n# by hand"));
    QCOMPARE(problemsOf(loadKeys(path)), QString());
}

void TestKeyFile::saysWhyItCannotBeWritten()
{
    const test::TempFolder folder;
    QVERIFY(replaceFile(folder.path("file"), "x"));
    const auto saved = saveKeys({}, folder.path("file") + "/keys.toml", false);
    QVERIFY(!saved);
    QVERIFY(QString::fromStdString(saved.error().text()).contains("keys.toml"));
}

QTEST_GUILESS_MAIN(TestKeyFile)
#include "tst_key_file.moc"
