// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alarm_lines.h"
#include "app/desktop/desktop_options.h"
#include "app/desktop/window_look.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::app;

using Words = std::vector<std::string>;

class TestDesktopOptions : public QObject {
    Q_OBJECT
private slots:
    void readsWhatWasAsked();
    void takesWhatADesktopHandsOver();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void writesMissingNumbersAsNull();
    void theWindowKnowsWhatIsEncrypted();
};

void TestDesktopOptions::readsWhatWasAsked()
{
    const auto options =
        readDesktopOptions(Words{"--feed", "tcp://a:1", "--feed=tcp://b:2", "--run-for", "2.5", "--since", "2026-01-05T08:00:00Z"});
    QVERIFY(options.ok());
    QCOMPARE(options->feeds, Words({"tcp://a:1", "tcp://b:2"}));
    QCOMPARE(options->runForSec, 2.5);
    QCOMPARE(toIso(*options->since, 0), std::string("2026-01-05T08:00:00Z"));
    QCOMPARE(options->formats, Words({"pdf", "html", "csv"}));
    QVERIFY(options->task == DesktopOptions::Task::Monitor);
    QVERIFY(!options->noSound && options->notify == ui::NotifyWhen::Away);
    QVERIFY(options->language.empty());
    QCOMPARE(readDesktopOptions(Words{"--lang", "de"})->language, std::string("de"));
    const auto quiet = readDesktopOptions(Words{"--no-sound", "--notify", "never"});
    QVERIFY(quiet.ok() && quiet->noSound && quiet->notify == ui::NotifyWhen::Never);
}

void TestDesktopOptions::takesWhatADesktopHandsOver()
{
    const auto options = readDesktopOptions(Words{"tcp://a:1", "file:///srv/my%20plant.toml", "ipc:///run/feed"});
    QVERIFY(options.ok());
    QCOMPARE(options->feeds, Words({"tcp://a:1", "ipc:///run/feed"}));
    QCOMPARE(options->plantFile, std::string("/srv/my plant.toml"));
}

void TestDesktopOptions::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<Words>("words");
    QTest::addColumn<QString>("names");
    QTest::newRow("unknown") << Words{"--feeds", "x"} << "--feed";
    QTest::newRow("no value") << Words{"--feed"} << "URI";
    QTest::newRow("value for a switch") << Words{"--demo=yes"} << "--demo";
    QTest::newRow("twice") << Words{"--data", "a", "--data", "b"} << "--data";
    QTest::newRow("negative") << Words{"--run-for", "-1"} << "--run-for";
    QTest::newRow("a language of nobody here") << Words{"--lang", "fr"} << "expected de or en, found \"fr\"";
    QTest::newRow("notes at some time") << Words{"--notify", "sometimes"} << "sometimes";
    QTest::newRow("infinite") << Words{"--after", "inf"} << "--after";
    QTest::newRow("no time") << Words{"--since", "yesterday"} << "yesterday";
    QTest::newRow("journal to nowhere") << Words{"--export-journal"} << "-o";
    QTest::newRow("figures to nowhere") << Words{"--kpi"} << "-o";
    QTest::newRow("check of nothing") << Words{"--check-config"} << "--plant";
    QTest::newRow("account without a role") << Words{"--add-account", "a"} << "--role";
    QTest::newRow("a role nobody has") << Words{"--add-account", "a", "--role", "king"} << "king";
    QTest::newRow("demo with a plant") << Words{"--demo", "--plant", "x.toml"} << "--plant";
    QTest::newRow("a file to be only read") << Words{"--readonly", "--play", "x.csv"} << "--readonly";
    QTest::newRow("a feed to be only read") << Words{"--readonly", "--feed", "tcp://a:1"} << "--readonly";
    QTest::newRow("a file with a plant") << Words{"--play", "x.csv", "--plant", "x.toml"} << "--play";
    QTest::newRow("two files") << Words{"x.csv", "y.csv"} << "y.csv";
    QTest::newRow("pace") << Words{"--play", "x.csv", "--pace", "fast"} << "--pace";
    QTest::newRow("two plants") << Words{"a.toml", "file:///b.toml"} << "b.toml";
    QTest::newRow("profile of another folder") << Words{"--profile", "../x"} << "--profile";
    QTest::newRow("stray word") << Words{"plant"} << "plant";
}

void TestDesktopOptions::refusesWhatMakesNoSense()
{
    QFETCH(const Words, words);
    QFETCH(const QString, names);
    const auto options = readDesktopOptions(words);
    QVERIFY(!options.ok());
    QVERIFY2(QString::fromStdString(options.error().text()).contains(names), options.error().text().c_str());
}

void TestDesktopOptions::writesMissingNumbersAsNull()
{
    AlarmEvent event;
    event.seq = 7;
    event.at = fromNanos(0);
    event.source = {"a", "b\"c"};
    const std::string expected =
        "{\"seq\":7,\"time\":\"1970-01-01T00:00:00.000Z\",\"asset\":\"a\",\"sensor\":\"b\\\"c\",\"event\":\"RAISE\","
        "\"state\":\"A\",\"priority\":\"P2\",\"score\":null,\"limit\":null}";
    QCOMPARE(alarmLine(event), expected);
}

/// Also of a program that it only follows, whose options it does not know.
void TestDesktopOptions::theWindowKnowsWhatIsEncrypted()
{
    config::Plant plant;
    plant.feeds.push_back({.address = "tcp://10.0.0.1:1", .line = 1, .serverKeys = {curve::PublicKey()}, .clientKey = {}});
    plant.feeds.push_back({.address = "tcp://10.0.0.2:2", .line = 3, .serverKeys = {}, .clientKey = {}});
    const auto lookOf = [&](const Words &words) { return windowSettingsOf(*readDesktopOptions(words), Places{}, plant); };
    QVERIFY(!lookOf({}).insecure);
    QVERIFY(lookOf({"--insecure"}).insecure);
    QVERIFY(lookOf({"--readonly"}).insecure);
    QCOMPARE(lookOf({}).encryptedFeeds, QStringList{"tcp://10.0.0.1:1"});
}

QTEST_APPLESS_MAIN(TestDesktopOptions)
#include "tst_desktop_options.moc"
