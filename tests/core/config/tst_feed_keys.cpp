// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of encrypted feeds in the plant file.
#include "core/config/encryption.h"
#include "core/curve/secret_key.h"
#include "tests/core/config/small_catalog.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::config;
using namespace telltale::config::test;

namespace {

const std::string kKeyA = "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7";
const std::string kKeyB = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID";

std::string feed(const std::string &keys, const std::string &address = "tcp://10.1.2.3:5556")
{
    return "[[feed]]\naddress = \"" + address + "\"\n" + keys + '\n'; // the keys are on line 3
}

std::string pinned(const std::string &keys)
{
    return feed("serverKeys = [" + keys + "]");
}

std::string quoted(const std::string &text)
{
    return '"' + text + '"';
}

QString said(const std::variant<Plant, PlantProblems> &result)
{
    const auto *problems = std::get_if<PlantProblems>(&result);
    return problems != nullptr ? QString::fromStdString(problems->text()) : QStringLiteral("nothing");
}

} // namespace

class TestFeedKeys : public QObject {
    Q_OBJECT
private slots:
    void keysAreRead();
    void everyMistakeIsNamed_data();
    void everyMistakeIsNamed();
    void aKeyInPlaceOfItsFileIsNotRepeated();
    void unencryptedFeedsOfOtherComputersAreNamed();
};

void TestFeedKeys::keysAreRead()
{
    const auto result = parsePlant(feed("serverKeys = [" + quoted(kKeyA) + ", '" + kKeyB + "']\nclientKey = \"keys/station.secret\""),
                                   "/etc/plant/pumps.toml", smallCatalog());
    QVERIFY2(std::holds_alternative<Plant>(result), qPrintable(said(result)));
    const FeedEntry &entry = std::get<Plant>(result).feeds.at(0);
    QCOMPARE(entry.serverKeys.size(), std::size_t(2));
    QCOMPARE(entry.serverKeys[0].text(), kKeyA);
    QCOMPARE(entry.serverKeys[1].text(), kKeyB);
    QCOMPARE(entry.clientKey, std::string("/etc/plant/keys/station.secret"));
    QCOMPARE(entry.line, std::size_t(2));
    const auto absolute =
        parsePlant(feed("serverKeys = [" + quoted(kKeyA) + "]\nclientKey = \"/var/keys/s\""), "pumps.toml", smallCatalog());
    QCOMPARE(std::get<Plant>(absolute).feeds.at(0).clientKey, std::string("/var/keys/s"));
    const auto usual = parsePlant(pinned(quoted(kKeyA)), "pumps.toml", smallCatalog());
    QVERIFY(std::get<Plant>(usual).feeds.at(0).clientKey.empty());
}

void TestFeedKeys::everyMistakeIsNamed_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const std::string &content, const std::string &problem) {
        QTest::newRow(name) << QString::fromStdString(content) << QString::fromStdString("plant.toml:" + problem);
    };
    const std::string expected = "expected the publisher's public key of 40 characters, as telltale --keygen shows it, found ";
    row("no list", feed("serverKeys = " + quoted(kKeyA)), "3 feed[0].serverKeys: expected a list, found text");
    row("empty list", pinned(""), "3 feed[0].serverKeys: expected one public key, or two");
    row("three", pinned(quoted(kKeyA) + "," + quoted(kKeyB) + "," + quoted(std::string(40, '0'))),
        "3 feed[0].serverKeys: expected one public key, or two while the publisher changes from one to the other, found 3");
    row("the same twice", pinned(quoted(kKeyA) + "," + quoted(kKeyA)), "3 feed[0].serverKeys[1]: expected two different keys");
    row("a number", pinned("40"), "3 feed[0].serverKeys[0]: expected text, found number 40");
    row("empty", pinned("\"\""), "3 feed[0].serverKeys[0]: " + expected + "text \"\"");
    row("one too few", pinned(quoted(kKeyA.substr(1))), "3 feed[0].serverKeys[0]: " + expected + "text \"q:rM");
    row("one too many", pinned(quoted(kKeyA + "0")), "3 feed[0].serverKeys[0]: " + expected);
    row("no such character", pinned(quoted("~" + kKeyA.substr(1))), "3 feed[0].serverKeys[0]: " + expected + "text \"~");
    row("misspelt", feed("serverKey = " + quoted(kKeyA)),
        "3 feed[0].serverKey: unknown key: expected one of address, serverKeys, clientKey");
    row("client key alone", feed("clientKey = \"a.secret\""), "1 feed[0]: the key serverKeys is missing");
    row("empty client key", feed("serverKeys = [" + quoted(kKeyA) + "]\nclientKey = \"\""),
        "4 feed[0].clientKey: expected text that is not empty");
}

void TestFeedKeys::everyMistakeIsNamed()
{
    QFETCH(QString, content);
    QFETCH(QString, problem);
    const QString text = said(parsePlant(content.toStdString(), "plant.toml", smallCatalog()));
    QVERIFY2(text.startsWith(problem), qPrintable(text));
    QCOMPARE(text.count('\n'), 1);
}

void TestFeedKeys::aKeyInPlaceOfItsFileIsNotRepeated()
{
    const QString text =
        said(parsePlant(feed("serverKeys = [" + quoted(kKeyA) + "]\nclientKey = " + quoted(kKeyB)), "plant.toml", smallCatalog()));
    QVERIFY2(text.startsWith("plant.toml:4 feed[0].clientKey: expected the name of a file"), qPrintable(text));
    QVERIFY(!text.contains(QString::fromStdString(kKeyB).left(8)));
}

void TestFeedKeys::unencryptedFeedsOfOtherComputersAreNamed()
{
    const std::string text = feed("", "tcp://127.0.0.1:5556") + feed("") + feed("serverKeys = [" + quoted(kKeyA) + "]", "tcp://b:1")
                             + feed("", "ipc:///run/x") + feed("", "tcp://plant-gateway:5556");
    const auto result = parsePlant(text, "plant.toml", smallCatalog());
    QVERIFY2(std::holds_alternative<Plant>(result), qPrintable(said(result)));
    const PlantProblems problems = unencryptedFeeds(std::get<Plant>(result));
    QCOMPARE(problems.errors.size(), std::size_t(2));
    QCOMPARE(problems.errors[0].where, std::string("plant.toml:5 feed[1].serverKeys"));
    QCOMPARE(problems.errors[1].where, std::string("plant.toml:14 feed[4].serverKeys"));
    const QString what = QString::fromStdString(problems.errors[0].what);
    QVERIFY2(what.startsWith("expected the publisher's public key") && what.endsWith("found none for tcp://10.1.2.3:5556"),
             qPrintable(what));
    QVERIFY(what.contains("--insecure"));
}

QTEST_APPLESS_MAIN(TestFeedKeys)
#include "tst_feed_keys.moc"
