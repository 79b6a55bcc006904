// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/clock_judge.h"

#include <QtTest>

using namespace telltale;
using namespace std::chrono_literals;
using telltale::feed::ClockJudge;

namespace {

constexpr UtcTime kNow = fromNanos(1'795'000'000'000'000'000);
const SteadyTime kSteady{1000h};

} // namespace

class TestClockJudge : public QObject {
    Q_OBJECT

private slots:
    void guessesFromTheFirstTime_data();
    void guessesFromTheFirstTime();
    void theFirstGuessStays();
    void aDescriptionDecides();
    void anUnknownDescribedClockDecidesNothing();
    void heartbeatsWithoutDescriptionMeanLive();
    void liveTimesMayBeADayAhead();
    void simulatedTimesMayBeAnything();
    void lagAndSkewAreOfLiveClocksOnly();
    void aRestartIsJudgedAnew();
};

void TestClockJudge::guessesFromTheFirstTime_data()
{
    QTest::addColumn<qint64>("offsetSec");
    QTest::addColumn<bool>("simulated");
    QTest::newRow("now") << qint64(0) << false;
    QTest::newRow("59 minutes ago") << qint64(-59 * 60) << false;
    QTest::newRow("59 minutes ahead") << qint64(59 * 60) << false;
    QTest::newRow("61 minutes ago") << qint64(-61 * 60) << true;
    QTest::newRow("61 minutes ahead") << qint64(61 * 60) << true;
    QTest::newRow("twenty years ago") << qint64(-20LL * 365 * 86400) << true;
    QTest::newRow("in the year 2099") << qint64(72LL * 365 * 86400) << true;
}

void TestClockJudge::guessesFromTheFirstTime()
{
    QFETCH(qint64, offsetSec);
    QFETCH(bool, simulated);
    ClockJudge judge;
    QVERIFY(judge.kind(kSteady) == ClockKind::Unknown);
    QVERIFY(judge.accepts(kNow + std::chrono::seconds(offsetSec), kNow, kSteady));
    judge.sample(kNow + std::chrono::seconds(offsetSec), kNow);
    QVERIFY(judge.kind(kSteady) == (simulated ? ClockKind::Simulated : ClockKind::Live));
}

void TestClockJudge::theFirstGuessStays()
{
    ClockJudge judge;
    judge.sample(kNow - 2h, kNow);
    judge.sample(kNow, kNow);
    QVERIFY(judge.kind(kSteady + 1h) == ClockKind::Simulated);
}

void TestClockJudge::aDescriptionDecides()
{
    ClockJudge judge;
    judge.sample(kNow - 2h, kNow);
    judge.described(ClockKind::Live, 30.0);
    QVERIFY(judge.kind(kSteady) == ClockKind::Live);
    QCOMPARE(judge.speed(), 1.0);
    judge.described(ClockKind::Simulated, 30.0);
    QVERIFY(judge.kind(kSteady) == ClockKind::Simulated);
    QCOMPARE(judge.speed(), 30.0);
}

void TestClockJudge::anUnknownDescribedClockDecidesNothing()
{
    ClockJudge judge;
    judge.described(ClockKind::Unknown, 5.0);
    judge.sample(kNow - 2h, kNow);
    QVERIFY(judge.kind(kSteady) == ClockKind::Simulated);
    QCOMPARE(judge.speed(), 1.0);
}

void TestClockJudge::heartbeatsWithoutDescriptionMeanLive()
{
    ClockJudge judge;
    judge.sample(kNow - 2h, kNow);
    judge.heartbeat(kSteady);
    QVERIFY(judge.kind(kSteady + 1s) == ClockKind::Simulated);
    QVERIFY(judge.kind(kSteady + 10s) == ClockKind::Live);
    QVERIFY(judge.skewed(kSteady + 10s));
    judge.described(ClockKind::Simulated, 2.0);
    QVERIFY(judge.kind(kSteady + 10s) == ClockKind::Simulated);
}

void TestClockJudge::liveTimesMayBeADayAhead()
{
    ClockJudge judge;
    judge.described(ClockKind::Live, 1.0);
    QVERIFY(judge.accepts(kNow - 24h * 365, kNow, kSteady));
    QVERIFY(judge.accepts(kNow + 24h, kNow, kSteady));
    QVERIFY(!judge.accepts(kNow + 24h + 1ns, kNow, kSteady));
}

void TestClockJudge::simulatedTimesMayBeAnything()
{
    ClockJudge judge;
    judge.described(ClockKind::Simulated, 100.0);
    QVERIFY(judge.accepts(kNow + 24h * 365 * 10, kNow, kSteady));
}

void TestClockJudge::lagAndSkewAreOfLiveClocksOnly()
{
    ClockJudge judge;
    judge.sample(kNow - 1500ms, kNow);
    QCOMPARE(judge.lagSec(kSteady), 1.5);
    QVERIFY(!judge.skewed(kSteady));
    judge.sample(kNow - 2001ms, kNow);
    QVERIFY(judge.skewed(kSteady));
    judge.sample(kNow + 2001ms, kNow);
    QCOMPARE(judge.lagSec(kSteady), -2.001);
    QVERIFY(judge.skewed(kSteady));
    judge.described(ClockKind::Simulated, 1.0);
    QCOMPARE(judge.lagSec(kSteady), 0.0);
    QVERIFY(!judge.skewed(kSteady));
}

void TestClockJudge::aRestartIsJudgedAnew()
{
    ClockJudge judge;
    judge.described(ClockKind::Simulated, 60.0);
    judge.restarted();
    QVERIFY(judge.kind(kSteady) == ClockKind::Unknown);
    QCOMPARE(judge.speed(), 1.0);
    judge.sample(kNow, kNow);
    QVERIFY(judge.kind(kSteady) == ClockKind::Live);
}

QTEST_APPLESS_MAIN(TestClockJudge)
#include "tst_clock_judge.moc"
