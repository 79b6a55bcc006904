// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json_reader.h"
#include "core/model/json_writer.h"

#include "tests/support/alarm_builders.h"

#include <QtTest>

#include <limits>

using namespace std::string_literals;
using namespace telltale;

namespace {

struct Numbers {
    double number = 0.0;
    float narrow = 0.0F;
    std::int64_t whole = 0;
    std::uint8_t small = 0;
    std::vector<double> many;
};

template <typename A, Is<Numbers> X>
void describe(A &a, X &x)
{
    a("number", x.number);
    a("narrow", x.narrow);
    a("whole", x.whole);
    a("small", x.small);
    a("many", x.many);
}

} // namespace

class TestJsonArchive : public QObject {
    Q_OBJECT
private slots:
    void everyNumberComesBack_data();
    void everyNumberComesBack();
    void floatsAreWrittenShort();
    void everyWordComesBack();
    void occurrencesComeBackExactly();
    void absentFieldsKeepTheirDefaults();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void TestJsonArchive::everyNumberComesBack_data()
{
    QTest::addColumn<double>("number");
    const double inf = std::numeric_limits<double>::infinity();
    for (const double number : {0.0, 1.0, -12.5, 0.1, 1.0 / 3.0, 1e308, 5e-324, 9.2e18, 9.3e18, 1.2345678901234567e19,
                                2.0000000000000004e19, 1.2345678901234567e20, -9.3e18, 1e22, 123456789012345680.0, inf, -inf})
        QTest::addRow("%.17g", number) << number;
}

void TestJsonArchive::everyNumberComesBack()
{
    QFETCH(double, number);
    const auto back =
        json::fromText<Numbers>(json::toText(Numbers{.number = number, .narrow = {}, .whole = {}, .small = {}, .many = {number}}));
    QVERIFY2(back.ok(), back ? "" : back.error().text().c_str());
    QCOMPARE((*back).number, number);
    QCOMPARE((*back).many.at(0), number);
}

void TestJsonArchive::floatsAreWrittenShort()
{
    const std::string text = json::toText(Numbers{.number = kMissing, .narrow = 0.1F, .whole = INT64_MIN, .small = 255, .many = {}});
    QCOMPARE(QString::fromStdString(text),
             QStringLiteral(R"({"number":null,"narrow":0.1,"whole":-9223372036854775808,"small":255,"many":[]})"));
    const auto back = json::fromText<Numbers>(text);
    QVERIFY(std::isnan((*back).number));
    QCOMPARE((*back).narrow, 0.1F);
    QCOMPARE((*back).whole, INT64_MIN);
}

void TestJsonArchive::everyWordComesBack()
{
    const auto check = [](auto last) {
        using Enum = decltype(last);
        for (int i = last == Enum(4) && std::is_same_v<Enum, Priority> ? 1 : 0; i <= int(last); ++i) {
            Enum back = last;
            QVERIFY(readWord(wordOf(Enum(i)), back));
            QCOMPARE(int(back), i);
        }
        Enum unused = last;
        QVERIFY(!readWord("?", unused));
        QVERIFY(!readWord("no such word", unused));
    };
    check(Priority::Diagnostic);
    check(Condition::PendingOff);
    check(AlarmState::G);
    check(AlarmEventKind::Ignored);
    check(Quality::Bad);
    check(FeedState::Lost);
    check(PersistenceRule::Kind::CountInWindow);
    check(AckState::Unacked);
    check(LatchState::Latched);
    check(Suppression::OutOfService);
    check(Audible::Silenced);
    check(ClockKind::Simulated);
}

void TestJsonArchive::occurrencesComeBackExactly()
{
    Occurrence alarm = test::raisedAlarm(7, 9, {"line-a/<b>", "'; DROP TABLE occurrence; --"});
    alarm.definition.raise = {PersistenceRule::Kind::KOfN, 3, 5, std::chrono::milliseconds{1500}, 2.5};
    alarm.closeReason = "with NUL \0 and \"quotes\" and \u202E"s;
    alarm.closed = test::at(99);
    alarm.silencedUntil = test::at(100);
    const std::string text = json::toText(alarm);
    const auto back = json::fromText<Occurrence>(text);
    QVERIFY2(back.ok(), back ? "" : back.error().text().c_str());
    QCOMPARE(json::toText(*back), text);
    QVERIFY((*back).definition == alarm.definition);
    QCOMPARE((*back).closeReason, alarm.closeReason);
    QVERIFY((*back).closed == alarm.closed);
    QVERIFY((*back).cleared == kNoTime);
    QCOMPARE((*back).why.channels.size(), std::size_t(2));
}

void TestJsonArchive::absentFieldsKeepTheirDefaults()
{
    const auto back = json::fromText<AlarmDefinition>(R"({"what":"stuck","of the future":[1,{}]})");
    QVERIFY(back.ok());
    QCOMPARE(back->what, std::string("stuck"));
    QCOMPARE(back->clearRatio, 0.8);
    QVERIFY(back->ackRequired);
}

void TestJsonArchive::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("where");
    QTest::newRow("not JSON") << QStringLiteral("{") << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("not an object") << QStringLiteral("[1]") << QString();
    QTest::newRow("word") << QStringLiteral(R"({"definition":{"priority":"P9"}})") << QStringLiteral("definition.priority");
    QTest::newRow("text for a number") << QStringLiteral(R"({"score":"high"})") << QStringLiteral("score");
    QTest::newRow("list") << QStringLiteral(R"({"why":{"channels":[{"share":0.5},{"share":true}]}})")
                          << QStringLiteral("why.channels[1].share");
    QTest::newRow("too large") << QStringLiteral(R"({"raiseCount":4294967296})") << QStringLiteral("raiseCount");
    QTest::newRow("negative") << QStringLiteral(R"({"id":-1})") << QStringLiteral("id");
    QTest::newRow("time") << QStringLiteral(R"({"raised":1.5})") << QStringLiteral("raised");
}

void TestJsonArchive::saysWhatIsWrong()
{
    QFETCH(QString, text);
    QFETCH(QString, where);
    const auto back = json::fromText<Occurrence>(text.toStdString());
    QVERIFY(!back.ok());
    QCOMPARE(back.error().kind, ErrorKind::BadFormat);
    QCOMPARE(QString::fromStdString(back.error().where), where);
}

QTEST_APPLESS_MAIN(TestJsonArchive)
#include "tst_json_archive.moc"
