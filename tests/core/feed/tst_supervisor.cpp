// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/supervisor.h"

#include <QtTest>
#include <set>

using namespace telltale;
using namespace telltale::feed;
using namespace std::chrono_literals;

using Kind = SocketEvent::Kind;
using Step = Supervisor::Step;

namespace {

const SteadyTime kStart{1000h};
constexpr Duration kDeadline = 5s;

/// A supervisor with its first socket open.
struct Opened {
    Supervisor supervisor;
    SteadyTime now = kStart;

    explicit Opened(bool encrypted = false) : supervisor(1, encrypted) { QCOMPARE(int(step()), int(Step::Open)); }

    Step step() { return supervisor.step(now, kDeadline); }
    void event(Kind kind) { supervisor.event(kind, now); }
    void handshake()
    {
        event(Kind::Connected);
        event(Kind::Ready);
    }
    /// Closes if told to, waits until the next socket is due, and returns how long that took.
    Duration untilOpen()
    {
        const SteadyTime from = now;
        for (; step() != Step::Open; now += 10ms) {
        }
        return now - from;
    }
};

} // namespace

class TestSupervisor : public QObject {
    Q_OBJECT

private slots:
    void opensAtOnce();
    void leavesAWorkingSocketAlone();
    void leavesRetriesToTheLibrary();
    void waitsForAPublisherForever();
    void rebuildsAfterTrouble_data();
    void rebuildsAfterTrouble();
    void rebuildsWhenNoRetryIsPlanned();
    void rebuildsWhenConnectedAndSilent();
    void growsMorePatientWithSilence();
    void waitsLongerAfterEveryFailure();
    void whatThePublisherSaysExplainsAFailedHandshake();
    void startsOverAfterAConnectionThatWorked();
    void spreadsItsWaits();
    void givesUpOnAFloodOfNoise();
    void someNoiseAmongValidFramesIsNoFlood();
    void triesAgainAfterAnAddressThatCannotBeUsed();
    void theFirstTroubleCounts();
    void givesUpOnWhoShakesNoHands();
    void takesAFrameForAHandshake();
    void aThirdFailedHandshakeIsAnotherKey();
    void aGoodHandshakeEndsTheCount();
    void withoutEncryptionThereIsNoKeyToMistake();
    void mechanismsThatDifferAreNamedByWhoEncrypts_data();
    void mechanismsThatDifferAreNamedByWhoEncrypts();
    void aRequestDoesNotWaitForTheNextSocket();
};

void TestSupervisor::opensAtOnce()
{
    Supervisor supervisor(1);
    QVERIFY(supervisor.step(kStart, kDeadline) == Step::Open);
    QVERIFY(supervisor.step(kStart, kDeadline) == Step::Stay);
    QCOMPARE(supervisor.rebuilds(), 0u);
    QVERIFY(!supervisor.nextOpening());
}

void TestSupervisor::leavesAWorkingSocketAlone()
{
    Opened opened;
    opened.handshake();
    for (int second = 0; second < 3600; ++second, opened.now += 1s) {
        opened.supervisor.validFrame(opened.now);
        QVERIFY(opened.step() == Step::Stay);
    }
}

void TestSupervisor::leavesRetriesToTheLibrary()
{
    Opened opened;
    opened.handshake();
    opened.supervisor.validFrame(opened.now);
    opened.event(Kind::Disconnected);
    opened.event(Kind::RetryPlanned);
    opened.now += 60s;
    QVERIFY(opened.step() == Step::Stay);
}

void TestSupervisor::waitsForAPublisherForever()
{
    Opened opened;
    for (int i = 0; i < 10'000; ++i, opened.now += 1s) {
        opened.event(Kind::RetryPlanned);
        QVERIFY(opened.step() == Step::Stay);
    }
    QCOMPARE(opened.supervisor.rebuilds(), 0u);
}

void TestSupervisor::rebuildsAfterTrouble_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<int>("minWaitMs");
    QTest::addColumn<int>("maxWaitMs");
    QTest::newRow("handshake failed") << int(Trouble::HandshakeFailed) << 150 << 210;
    QTest::newRow("not authorised") << int(Trouble::NotAuthorised) << 30'000 << 30'010;
    QTest::newRow("another key") << int(Trouble::KeyMismatch) << 150 << 210;
    QTest::newRow("publisher not encrypted") << int(Trouble::NotEncrypted) << 150 << 210;
    QTest::newRow("encryption required") << int(Trouble::EncryptionRequired) << 150 << 210;
    QTest::newRow("no key of our own") << int(Trouble::StationKey) << 150 << 210;
    QTest::newRow("multipart") << int(Trouble::Multipart) << 150 << 210;
    QTest::newRow("memory") << int(Trouble::Memory) << 150 << 210;
    QTest::newRow("noise") << int(Trouble::Noise) << 150 << 210;
    QTest::newRow("cannot open") << int(Trouble::CannotOpen) << 150 << 210;
    QTest::newRow("requested") << int(Trouble::Requested) << 0 << 10;
}

void TestSupervisor::rebuildsAfterTrouble()
{
    QFETCH(int, trouble);
    QFETCH(int, minWaitMs);
    QFETCH(int, maxWaitMs);
    Opened opened;
    opened.supervisor.report(Trouble(trouble));
    const Duration waited = opened.untilOpen();
    QVERIFY(waited >= std::chrono::milliseconds(minWaitMs) && waited <= std::chrono::milliseconds(maxWaitMs));
    QCOMPARE(opened.supervisor.rebuilds(), 1u);
    QVERIFY(opened.supervisor.lastTrouble() == Trouble(trouble));
    QVERIFY(!toText(Trouble(trouble)).empty());
    QVERIFY(opened.step() == Step::Stay);
}

void TestSupervisor::rebuildsWhenNoRetryIsPlanned()
{
    Opened opened;
    opened.handshake();
    opened.event(Kind::Disconnected);
    opened.now += 2 * kReconnectInterval;
    QVERIFY(opened.step() == Step::Stay);
    opened.now += 1ms;
    QVERIFY(opened.step() == Step::Close);
    QVERIFY(opened.supervisor.lastTrouble() == Trouble::NoRetry);
    QVERIFY(opened.supervisor.nextOpening().has_value());
}

void TestSupervisor::rebuildsWhenConnectedAndSilent()
{
    Opened opened;
    opened.handshake();
    opened.now += 10s;
    QVERIFY(opened.step() == Step::Stay);
    opened.now += 1ms;
    QVERIFY(opened.step() == Step::Close);
    QVERIFY(opened.supervisor.lastTrouble() == Trouble::Silent);
    QVERIFY(opened.step() == Step::Open);
}

void TestSupervisor::growsMorePatientWithSilence()
{
    Opened opened;
    std::vector<Duration> patience;
    for (int i = 0; i < 5; ++i) {
        opened.handshake();
        patience.push_back(opened.untilOpen());
    }
    QVERIFY(patience[1] > 1.9 * patience[0]);
    QVERIFY(patience[2] > 1.9 * patience[1]);
    QVERIFY(patience[4] <= 81s);
    opened.handshake();
    opened.supervisor.validFrame(opened.now);
    QVERIFY(opened.untilOpen() < 11s);
}

void TestSupervisor::waitsLongerAfterEveryFailure()
{
    Opened opened;
    Duration former = 0s;
    for (int i = 0; i < 12; ++i) {
        opened.supervisor.report(Trouble::Multipart);
        const Duration waited = opened.untilOpen();
        QVERIFY(i > 4 || waited > former);
        QVERIFY(waited <= 4010ms);
        QVERIFY(i < 6 || waited >= 3s);
        former = waited;
    }
    QCOMPARE(opened.supervisor.rebuilds(), 12u);
}

/// Which of the two ends hangs up first is chance, and only one of them says why.
void TestSupervisor::whatThePublisherSaysExplainsAFailedHandshake()
{
    for (const bool encrypted : {false, true}) {
        const Trouble other = encrypted ? Trouble::NotEncrypted : Trouble::EncryptionRequired;
        Opened opened(encrypted);
        opened.event(Kind::HandshakeFailed);
        QVERIFY(!opened.supervisor.isUnexplained()); // the socket is still there
        QVERIFY(opened.step() == Step::Close);
        QVERIFY(opened.supervisor.isUnexplained());
        QVERIFY(opened.supervisor.lastTrouble() == Trouble::HandshakeFailed);
        opened.supervisor.publisherSays(!encrypted);
        QVERIFY(opened.supervisor.lastTrouble() == other);
        opened.untilOpen();
        opened.event(Kind::HandshakeFailed);
        QVERIFY(opened.step() == Step::Close);
        QVERIFY(opened.supervisor.lastTrouble() == other);
        opened.supervisor.publisherSays(encrypted); // it was started anew
        opened.untilOpen();
        opened.event(Kind::HandshakeFailed);
        QVERIFY(opened.step() == Step::Close);
        QVERIFY(opened.supervisor.lastTrouble() == (encrypted ? Trouble::KeyMismatch : Trouble::HandshakeFailed));
        opened.untilOpen();
        opened.handshake();
        opened.supervisor.publisherSays(!encrypted); // too late to mean anything
        QVERIFY(!opened.supervisor.lastTrouble());
    }
}

void TestSupervisor::startsOverAfterAConnectionThatWorked()
{
    Opened opened;
    for (int i = 0; i < 8; ++i) {
        opened.event(Kind::HandshakeFailed);
        opened.untilOpen();
    }
    // A valid frame alone proves nothing: a peer that mixes valid frames with poison must not be called in a tight loop.
    opened.supervisor.validFrame(opened.now);
    opened.supervisor.report(Trouble::Multipart);
    QVERIFY(opened.untilOpen() > 2s);
    opened.supervisor.validFrame(opened.now);
    opened.now += 6s;
    opened.supervisor.report(Trouble::Multipart);
    QVERIFY(opened.untilOpen() <= 210ms);
}

void TestSupervisor::spreadsItsWaits()
{
    std::set<std::int64_t> waits;
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        Supervisor supervisor(seed * 7919);
        (void)supervisor.step(kStart, kDeadline);
        supervisor.report(Trouble::HandshakeFailed);
        QVERIFY(supervisor.step(kStart, kDeadline) == Step::Close);
        waits.insert((*supervisor.nextOpening() - kStart).count());
    }
    QVERIFY(waits.size() > 10);
}

void TestSupervisor::givesUpOnAFloodOfNoise()
{
    Opened opened;
    opened.handshake();
    for (int i = 0; i < 1000; ++i)
        opened.supervisor.rejectedFrame(opened.now);
    QVERIFY(opened.step() == Step::Stay);
    opened.supervisor.rejectedFrame(opened.now);
    QVERIFY(opened.step() == Step::Close);
    QVERIFY(opened.supervisor.lastTrouble() == Trouble::Noise);
}

void TestSupervisor::someNoiseAmongValidFramesIsNoFlood()
{
    Opened opened;
    opened.handshake();
    for (int i = 0; i < 5000; ++i) {
        opened.supervisor.rejectedFrame(opened.now);
        if (i % 100 == 0)
            opened.supervisor.validFrame(opened.now);
    }
    QVERIFY(opened.step() == Step::Stay);
    for (int i = 0; i < 5000; ++i, opened.now += 2ms)
        opened.supervisor.rejectedFrame(opened.now);
    opened.supervisor.validFrame(opened.now);
    QVERIFY(opened.step() == Step::Stay);
}

void TestSupervisor::triesAgainAfterAnAddressThatCannotBeUsed()
{
    Supervisor supervisor(1);
    SteadyTime now = kStart;
    int opened = 0;
    for (; now < kStart + 60s; now += 50ms) {
        if (supervisor.step(now, kDeadline) == Step::Open) {
            supervisor.report(Trouble::CannotOpen);
            ++opened;
        }
    }
    QVERIFY(opened > 10 && opened < 30);
}

void TestSupervisor::theFirstTroubleCounts()
{
    Opened opened;
    opened.supervisor.report(Trouble::Multipart);
    opened.event(Kind::HandshakeFailed);
    QVERIFY(opened.step() == Step::Close);
    QVERIFY(opened.supervisor.lastTrouble() == Trouble::Multipart);
    opened.supervisor.report(Trouble::Memory);
    QVERIFY(opened.untilOpen() > 0s);
    QVERIFY(opened.step() == Step::Stay);
}

/// Twice as patient after a failure, and again, and then no more.
void TestSupervisor::givesUpOnWhoShakesNoHands()
{
    Opened opened;
    for (const Duration patience : {2s, 4s, 8s, 8s}) {
        opened.event(Kind::Connected);
        QVERIFY(opened.supervisor.awaitsHandshake());
        opened.now += patience;
        QVERIFY(opened.step() == Step::Stay);
        opened.now += 1ms;
        QVERIFY(opened.step() == Step::Close);
        QVERIFY(opened.supervisor.lastTrouble() == Trouble::HandshakeFailed);
        QVERIFY(!opened.supervisor.awaitsHandshake());
        opened.untilOpen();
    }
}

/// The caller reports Ready for the first frame of a connection; one that was lost waits for its next handshake.
void TestSupervisor::takesAFrameForAHandshake()
{
    Opened opened;
    opened.handshake();
    QVERIFY(!opened.supervisor.awaitsHandshake());
    opened.supervisor.validFrame(opened.now);
    opened.now += 5s;
    QVERIFY(opened.step() == Step::Stay);
    opened.event(Kind::Disconnected);
    QVERIFY(!opened.supervisor.awaitsHandshake());
    opened.event(Kind::RetryPlanned);
    opened.event(Kind::Connected);
    QVERIFY(opened.supervisor.awaitsHandshake());
}

/// One alone may be a publisher that was just being ended.
void TestSupervisor::aThirdFailedHandshakeIsAnotherKey()
{
    Opened opened(true);
    const SteadyTime start = opened.now;
    for (const Trouble expected : {Trouble::HandshakeFailed, Trouble::HandshakeFailed, Trouble::KeyMismatch, Trouble::KeyMismatch}) {
        opened.event(Kind::Connected);
        opened.event(Kind::HandshakeFailed);
        QVERIFY(opened.step() == Step::Close);
        QVERIFY(opened.supervisor.lastTrouble() == expected);
        if (expected == Trouble::KeyMismatch)
            QVERIFY(opened.now - start < 2500ms);
        opened.untilOpen();
    }
}

void TestSupervisor::aGoodHandshakeEndsTheCount()
{
    Opened opened(true);
    for (int i = 0; i < 10; ++i) {
        opened.event(Kind::HandshakeFailed);
        QVERIFY(opened.step() == Step::Close);
        QVERIFY(opened.supervisor.lastTrouble() == Trouble::HandshakeFailed);
        opened.untilOpen();
        opened.handshake();
        QVERIFY(!opened.supervisor.lastTrouble());
    }
}

void TestSupervisor::withoutEncryptionThereIsNoKeyToMistake()
{
    Opened opened;
    for (int i = 0; i < 10; ++i) {
        opened.event(Kind::HandshakeFailed);
        QVERIFY(opened.step() == Step::Close);
        QVERIFY(opened.supervisor.lastTrouble() == Trouble::HandshakeFailed);
        opened.untilOpen();
    }
}

void TestSupervisor::mechanismsThatDifferAreNamedByWhoEncrypts_data()
{
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<int>("trouble");
    QTest::newRow("we do") << true << int(Trouble::NotEncrypted);
    QTest::newRow("they do") << false << int(Trouble::EncryptionRequired);
}

void TestSupervisor::mechanismsThatDifferAreNamedByWhoEncrypts()
{
    QFETCH(bool, encrypted);
    QFETCH(int, trouble);
    Opened opened(encrypted);
    opened.event(Kind::Connected);
    opened.event(Kind::OtherMechanism);
    QVERIFY(opened.step() == Step::Close);
    QCOMPARE(int(*opened.supervisor.lastTrouble()), trouble);
}

void TestSupervisor::aRequestDoesNotWaitForTheNextSocket()
{
    Opened opened;
    opened.event(Kind::NotAuthorised);
    QVERIFY(opened.step() == Step::Close);
    opened.now += 1s;
    QVERIFY(opened.step() == Step::Stay);
    opened.supervisor.request(opened.now);
    QVERIFY(opened.step() == Step::Open);
    QVERIFY(opened.supervisor.lastTrouble() == Trouble::NotAuthorised);
    opened.supervisor.request(opened.now);
    QVERIFY(opened.step() == Step::Close);
    QVERIFY(opened.step() == Step::Open);
}

QTEST_APPLESS_MAIN(TestSupervisor)
#include "tst_supervisor.moc"
