// SPDX-License-Identifier: GPL-3.0-or-later
// What core/feed says of a feed, in English as it stands and in German throughout.
#include "ui/models/feed_words.h"

#include "core/feed/feed_explanation.h"
#include "core/model/feed_address.h"
#include "ui/language/language.h"
#include "ui/models/refusal_text.h"

#include <QCoreApplication>
#include <QtTest>
#include <set>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using feed::Trouble;

namespace {

/// As a feed says it that was live, is refused, and will be tried again.
std::string detailOf(Trouble trouble)
{
    feed::FeedFacts facts;
    facts.state = FeedState::Lost;
    facts.handshakeFailed = true;
    facts.lastTrouble = trouble;
    facts.nextTry = Duration(27s);
    facts.lastFrame = fromNanos(1'795'000'000'000'000'000);
    facts.keyProblem = trouble == Trouble::StationKey ? "/x.secret: no such file" : "";
    return feed::explain(facts);
}

constexpr std::array kOfKeys{Trouble::HandshakeFailed, Trouble::NotAuthorised,      Trouble::KeyMismatch,
                             Trouble::NotEncrypted,    Trouble::EncryptionRequired, Trouble::StationKey};

QString spokenIn(const char *language, std::string_view detail)
{
    speak(*QCoreApplication::instance(), QString::fromLatin1(language));
    return spokenDetail(detail);
}

} // namespace

class TestFeedWords : public QObject {
    Q_OBJECT
private slots:
    void englishIsTheCoresOwn();
    void everyReasonIsGermanAndAnother();
    void whatIsAroundItIsGermanToo();
    void liveFeedsSayThatTheyAreEncrypted();
    void otherTextStaysAsItIs_data();
    void otherTextStaysAsItIs();
    void theRefusalOfAnAddressIsKnown();
};

void TestFeedWords::englishIsTheCoresOwn()
{
    for (const Trouble trouble : kOfKeys)
        QCOMPARE(spokenIn("en", detailOf(trouble)), QString::fromStdString(detailOf(trouble)));
}

void TestFeedWords::everyReasonIsGermanAndAnother()
{
    std::set<QString> said;
    for (const Trouble trouble : kOfKeys) {
        const std::string_view english = toText(trouble);
        const QString german = spokenIn("de", english);
        QVERIFY2(german != QString::fromUtf8(english.data(), qsizetype(english.size())), qPrintable(german));
        said.insert(german);
    }
    QCOMPARE(said.size(), kOfKeys.size());
}

void TestFeedWords::whatIsAroundItIsGermanToo()
{
    QCOMPARE(spokenIn("de", detailOf(Trouble::NotAuthorised)),
             QStringLiteral("nichts seit 2026-11-18T11:06:40Z: diese Station ist nicht zugelassen: der Sender kennt ihren Schlüssel nicht; "
                            "nächster Versuch in 27 s"));
    QCOMPARE(spokenIn("de", "no connection; trying again; rejected: bad-json 3"),
             QStringLiteral("keine Verbindung; neuer Versuch; rejected: bad-json 3"));
    QCOMPARE(spokenIn("de", detailOf(Trouble::StationKey)),
             QStringLiteral("nichts seit 2026-11-18T11:06:40Z: der geheime Schlüssel dieser Station ist nicht zu gebrauchen: /x.secret: no "
                            "such file; nächster Versuch in 27 s"));
}

void TestFeedWords::liveFeedsSayThatTheyAreEncrypted()
{
    feed::FeedFacts facts;
    facts.state = FeedState::Live;
    facts.connected = true;
    facts.encrypted = true;
    QCOMPARE(spokenIn("de", feed::explain(facts)), QStringLiteral("verschlüsselt, der Schlüssel des Senders ist geprüft"));
}

void TestFeedWords::otherTextStaysAsItIs_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "seen", "asset pump comes in over tcp://a:1 already", "two\nlines; and more", "no connection at all",
                             "removed", "; trying", "played to its end", "nothing since yesterday"})
        QTest::newRow(text) << QString(text);
}

void TestFeedWords::otherTextStaysAsItIs()
{
    QFETCH(QString, text);
    QCOMPARE(spokenIn("de", text.toStdString()), text);
}

void TestFeedWords::theRefusalOfAnAddressIsKnown()
{
    speak(*QCoreApplication::instance(), QStringLiteral("de"));
    QVERIFY(plainReason(kEncryptionRule).startsWith("erwartet wird der öffentliche Schlüssel"));
}

QTEST_GUILESS_MAIN(TestFeedWords)
#include "tst_feed_words.moc"
