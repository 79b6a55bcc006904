// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/publish/zap.h"

#include "core/curve/secret_key.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::simulator;

namespace {

/// As the library asks about a station.
ZapFrames zapQuestion(const curve::PublicKey &station)
{
    return {"1.0", "1", "telltale", "", "", "CURVE", std::string(station.bytes().begin(), station.bytes().end())};
}

bool isRefusal(const ZapFrames &answer)
{
    return answer.size() == 6 && answer[2] == "400";
}

const Admits kEverybody = [](const curve::PublicKey &, const std::string &) { return true; };
const Admits kNobody = [](const curve::PublicKey &, const std::string &) { return false; };

} // namespace

class TestZap : public QObject {
    Q_OBJECT
private slots:
    void theListDecides();
    void theAnswerCarriesTheQuestionsNumber();
    void whatIsNoProperQuestionIsRefused_data();
    void whatIsNoProperQuestionIsRefused();
};

void TestZap::theListDecides()
{
    const auto station = curve::SecretKey::generate().publicKey();
    ZapFrames question = zapQuestion(station);
    question[3] = "10.1.2.3";
    std::optional<curve::PublicKey> asked;
    std::string from;
    const ZapFrames answer = zapAnswer(question, [&](const curve::PublicKey &key, const std::string &where) {
        asked = key;
        from = where;
        return true;
    });
    QCOMPARE(answer, (ZapFrames{"1.0", "1", "200", "", "", ""}));
    QVERIFY(asked == station);
    QCOMPARE(from, std::string("10.1.2.3"));
    QVERIFY(!isRefusal(answer));
    QVERIFY(isRefusal(zapAnswer(question, kNobody)));
}

void TestZap::theAnswerCarriesTheQuestionsNumber()
{
    ZapFrames question = zapQuestion(curve::SecretKey::generate().publicKey());
    question[1] = std::string("a\0b", 3);
    QCOMPARE(zapAnswer(question, kEverybody)[1], question[1]);
    QCOMPARE(zapAnswer(question, kNobody)[1], question[1]);
}

void TestZap::whatIsNoProperQuestionIsRefused_data()
{
    QTest::addColumn<ZapFrames>("question");
    const ZapFrames good = zapQuestion(curve::SecretKey::generate().publicKey());
    const auto with = [&](std::size_t place, const std::string &text) {
        ZapFrames changed = good;
        changed[place] = text;
        return changed;
    };
    QTest::newRow("nothing") << ZapFrames{};
    QTest::newRow("one frame") << ZapFrames{"1.0"};
    QTest::newRow("no key") << ZapFrames(good.begin(), good.end() - 1);
    QTest::newRow("two keys") << [&] {
        ZapFrames longer = good;
        longer.push_back(good.back());
        return longer;
    }();
    QTest::newRow("version") << with(0, "2.0");
    QTest::newRow("domain") << with(2, "other");
    QTest::newRow("no domain") << with(2, "");
    QTest::newRow("NULL") << with(5, "NULL");
    QTest::newRow("PLAIN") << with(5, "PLAIN");
    QTest::newRow("short key") << with(6, std::string(31, 'x'));
    QTest::newRow("long key") << with(6, std::string(33, 'x'));
}

void TestZap::whatIsNoProperQuestionIsRefused()
{
    QFETCH(ZapFrames, question);
    QVERIFY(isRefusal(zapAnswer(question, kEverybody)));
}

QTEST_APPLESS_MAIN(TestZap)
#include "tst_zap.moc"
