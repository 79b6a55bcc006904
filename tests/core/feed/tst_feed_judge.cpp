// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/feed_judge.h"

#include "core/feed/feed_explanation.h"

#include <QtTest>

Q_DECLARE_METATYPE(telltale::feed::FeedFacts)

using namespace telltale;
using namespace telltale::feed;
using namespace std::chrono_literals;

namespace {

const SteadyTime kStart{1000h};

/// A feed with data every `interval` for `length`; returns the time of the last message.
SteadyTime flow(FeedJudge &judge, SteadyTime from, Duration length, Duration interval)
{
    judge.connected(true, from);
    SteadyTime now = from;
    for (; now + interval <= from + length; now += interval)
        judge.data(now);
    return now - interval;
}

} // namespace

class TestFeedJudge : public QObject {
    Q_OBJECT

private slots:
    void beginsAsConnecting();
    void connectedButSilentHasNoValidFrames();
    void connectedAndUnreadableHasNoValidFrames();
    void failedHandshakesAreNoValidFrames();
    void isLiveWithTheFirstValidFrame();
    void heartbeatsShortenTheDeadline();
    void heartbeatsAloneKeepAFeedAlive();
    void withoutHeartbeatsTheSettingCounts();
    void slowFeedsGetThreeMedianIntervals();
    void missedHeartbeatsNoLongerCount();
    void noiseIsToldFromSilence();
    void aBrokenConnectionDoesNotWaitForASlowFeed();
    void explainsWhatIsWrong_data();
    void explainsWhatIsWrong();
};

void TestFeedJudge::beginsAsConnecting()
{
    FeedJudge judge(5s);
    QVERIFY(judge.state(kStart) == FeedState::Connecting);
    QVERIFY(judge.state(kStart + 1h) == FeedState::Connecting);
}

void TestFeedJudge::connectedButSilentHasNoValidFrames()
{
    FeedJudge judge(5s);
    judge.connected(true, kStart);
    QVERIFY(judge.state(kStart + 1s) == FeedState::Connecting);
    QVERIFY(judge.state(kStart + 4s) == FeedState::NoValidFrames);
}

void TestFeedJudge::connectedAndUnreadableHasNoValidFrames()
{
    FeedJudge judge(5s);
    judge.connected(true, kStart);
    judge.rejected(kStart);
    QVERIFY(judge.state(kStart) == FeedState::NoValidFrames);
}

void TestFeedJudge::failedHandshakesAreNoValidFrames()
{
    FeedJudge judge(5s);
    judge.handshakeFailed(kStart);
    QVERIFY(judge.state(kStart + 5s) == FeedState::NoValidFrames);
    QVERIFY(judge.state(kStart + 20s) == FeedState::Connecting);
}

void TestFeedJudge::isLiveWithTheFirstValidFrame()
{
    FeedJudge judge(5s);
    judge.connected(true, kStart);
    judge.rejected(kStart);
    judge.otherValid(kStart + 1ms);
    QVERIFY(judge.state(kStart + 1ms) == FeedState::Live);
}

void TestFeedJudge::heartbeatsShortenTheDeadline()
{
    FeedJudge judge(5s);
    judge.connected(true, kStart);
    judge.heartbeat(kStart);
    QVERIFY(judge.deadline() < 3s);
    QVERIFY(judge.state(kStart + 2s) == FeedState::Live);
    QVERIFY(judge.state(kStart + 3s) == FeedState::Lost);
}

void TestFeedJudge::heartbeatsAloneKeepAFeedAlive()
{
    FeedJudge judge(5s);
    judge.connected(true, kStart);
    for (int second = 0; second < 3600; ++second) {
        // Ten milliseconds of jitter, and one of three heartbeats lost.
        if (second % 3 != 2)
            judge.heartbeat(kStart + std::chrono::seconds(second) + std::chrono::milliseconds(second % 2 * 10));
        QVERIFY(judge.state(kStart + std::chrono::seconds(second) + 400ms) == FeedState::Live);
    }
}

void TestFeedJudge::withoutHeartbeatsTheSettingCounts()
{
    FeedJudge judge(5s);
    const SteadyTime last = flow(judge, kStart, 10s, 100ms);
    QVERIFY(judge.deadline() == Duration(5s));
    QVERIFY(judge.state(last + 5s) == FeedState::Live);
    QVERIFY(judge.state(last + 5s + 1ms) == FeedState::Lost);
}

void TestFeedJudge::slowFeedsGetThreeMedianIntervals()
{
    FeedJudge judge(5s);
    const SteadyTime last = flow(judge, kStart, 10min, 60s);
    QVERIFY(judge.deadline() == Duration(180s));
    QVERIFY(judge.state(last + 179s) == FeedState::Live);
    QVERIFY(judge.state(last + 181s) == FeedState::Lost);
}

void TestFeedJudge::missedHeartbeatsNoLongerCount()
{
    FeedJudge judge(5s);
    judge.heartbeat(kStart);
    const SteadyTime last = flow(judge, kStart, 60s, 1s);
    QVERIFY(judge.deadline() == Duration(5s));
    QVERIFY(judge.state(last + 4s) == FeedState::Live);
}

void TestFeedJudge::noiseIsToldFromSilence()
{
    FeedJudge judge(5s);
    const SteadyTime last = flow(judge, kStart, 10s, 100ms);
    judge.rejected(last + 9s);
    QVERIFY(judge.state(last + 10s) == FeedState::NoValidFrames);
    QVERIFY(judge.state(last + 20s) == FeedState::Lost);
    judge.data(last + 21s);
    QVERIFY(judge.state(last + 21s) == FeedState::Live);
}

void TestFeedJudge::aBrokenConnectionDoesNotWaitForASlowFeed()
{
    FeedJudge judge(5s);
    const SteadyTime last = flow(judge, kStart, 10min, 60s);
    judge.connected(false, last + 55s);
    QVERIFY(judge.state(last + 56s) == FeedState::Live);
    QVERIFY(judge.state(last + 61s) == FeedState::Lost);
    judge.connected(true, last + 62s);
    QVERIFY(judge.state(last + 62s) == FeedState::Live);
}

void TestFeedJudge::explainsWhatIsWrong_data()
{
    QTest::addColumn<FeedFacts>("facts");
    QTest::addColumn<QString>("text");
    const UtcTime last = fromNanos(1'795'000'000'000'000'000);
    const auto row = [](const char *name, FeedFacts facts, const char *text) { QTest::newRow(name) << facts << QString(text); };
    row("live", {FeedState::Live, true, false, "bad-json: x", Trouble::Silent, {}, last}, "");
    row("nobody there", {FeedState::Connecting, false, false, "", {}, {}, kNoTime}, "no connection; trying again");
    row("waiting", {FeedState::Connecting, false, false, "", Trouble::CannotOpen, Duration(3500ms), kNoTime},
        "the address cannot be used; next try in 4 s");
    row("HTTP", {FeedState::NoValidFrames, false, true, "", Trouble::HandshakeFailed, {}, kNoTime},
        "the other end does not speak ZeroMQ, or does not answer; trying again");
    row("unreadable", {FeedState::NoValidFrames, true, false, "bad-json: NaN is not JSON", {}, {}, kNoTime},
        "connected, but nothing can be read: bad-json: NaN is not JSON");
    row("silent", {FeedState::Lost, true, false, "", {}, {}, last}, "nothing since 2026-11-18T11:06:40Z: connected, but silent");
    row("gone", {FeedState::Lost, false, false, "", {}, {}, last}, "nothing since 2026-11-18T11:06:40Z: no connection; trying again");
    row("two feeds, one asset", {FeedState::Live, true, false, "", {}, {}, last, "asset pump comes in over tcp://a:1 already"},
        "asset pump comes in over tcp://a:1 already");
    row("nothing but another feed's assets", {FeedState::NoValidFrames, true, false, "x", {}, {}, kNoTime, "asset pump comes in over b"},
        "asset pump comes in over b");
    row("broke off", {FeedState::Lost, false, false, "", Trouble::NoRetry, Duration(3s), last},
        "nothing since 2026-11-18T11:06:40Z: the connection broke: no proper ZeroMQ, or a message of more than 256 KiB; next try in 3 s");
    row("denied", {FeedState::NoValidFrames, false, true, "", Trouble::NotAuthorised, Duration(30s), kNoTime},
        "this station is not authorised: the publisher does not know its key; next try in 30 s");
    row("denied long ago", {FeedState::Connecting, false, false, "", Trouble::NotAuthorised, Duration(3s), kNoTime},
        "this station is not authorised: the publisher does not know its key; next try in 3 s");
    row("another key", {FeedState::NoValidFrames, false, true, "", Trouble::KeyMismatch, Duration(2s), kNoTime, "", "", true},
        "the publisher's key is not the pinned one, or it is no CURVE server; next try in 2 s");
    row("another key, and gone since", {FeedState::Lost, false, false, "", Trouble::KeyMismatch, {}, last, "", "", true},
        "nothing since 2026-11-18T11:06:40Z: no connection; trying again");
    row("plain publisher", {FeedState::Lost, false, true, "", Trouble::NotEncrypted, Duration(1s), last, "", "", true},
        "nothing since 2026-11-18T11:06:40Z: the publisher does not encrypt, so nothing is taken from it; trying again");
    row("plain station", {FeedState::NoValidFrames, false, true, "", Trouble::EncryptionRequired, Duration(1s), kNoTime},
        "the publisher requires encryption: its key belongs into the plant file (serverKeys); trying again");
    row("no key of our own",
        {FeedState::Connecting, false, false, "", Trouble::StationKey, Duration(4s), kNoTime, "", "x: no such file", true},
        "this station's secret key cannot be used: x: no such file; next try in 4 s");
    row("encrypted", {FeedState::Live, true, false, "", Trouble::KeyMismatch, {}, last, "", "", true},
        "encrypted, the publisher's key is verified");
    row("encrypted, one asset refused", {FeedState::Live, true, false, "", {}, {}, last, "asset pump comes in over b", "", true},
        "asset pump comes in over b");
}

void TestFeedJudge::explainsWhatIsWrong()
{
    QFETCH(FeedFacts, facts);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(explain(facts)), text);
}

QTEST_APPLESS_MAIN(TestFeedJudge)
#include "tst_feed_judge.moc"
