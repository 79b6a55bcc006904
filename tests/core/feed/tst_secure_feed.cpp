// SPDX-License-Identifier: GPL-3.0-or-later
// Encrypted feeds with real sockets at both ends: the publisher is the simulator's own. TELLTALE_RUNS=100 repeats every case as often.
#include "core/model/feed_address.h"
#include "core/wire/codec.h"
#include "feed_runner.h"
#include "raw_peer.h"
#include "simulator/publish/zmq_publisher.h"
#include "tests/support/curve_keys.h"
#include "tests/support/runs.h"

#include <QtTest>

using namespace telltale;
using namespace std::chrono_literals;
using simulator::WhenFull;
using test::FeedRunner;
using test::KeyPair;

namespace {

constexpr auto kSaidWithin = 3s;
constexpr int kSentAtOnce = 5;
constexpr int kSentAfterwards = 25; ///< messages for which a feed that is refused is watched on

/// A publisher on loopback that numbers its messages.
class Publisher {
public:
    Publisher(const KeyPair *key, const std::string &allowList, const std::string &address = "tcp://127.0.0.1:*")
    {
        std::optional<simulator::Protection> protection;
        if (key != nullptr)
            protection = simulator::Protection{key->secret(), simulator::AllowList::open(allowList).value(), {}};
        m_socket = std::make_unique<simulator::ZmqPublisher>(
            std::move(simulator::ZmqPublisher::bind(address, WhenFull::Drop, std::move(protection))).value());
    }

    [[nodiscard]] const std::string &address() const { return m_socket->endpoint(); }
    void send()
    {
        SampleBatch batch;
        batch.asset = "pump";
        batch.epoch = 7;
        batch.seq = m_sent++;
        batch.columns = {{"temperature", {20.0}, {}}};
        static_cast<void>(m_socket->send(wire::encode(batch)));
    }
    [[nodiscard]] std::uint64_t sent() const { return m_sent; }

private:
    std::unique_ptr<simulator::ZmqPublisher> m_socket;
    std::uint64_t m_sent = 0;
};

bool says(const FeedRunner::Seen &seen, const QString &words)
{
    return QString::fromStdString(seen.health.detail).contains(words);
}

const char *const kVerified = "encrypted, the publisher's key is verified";
const char *const kDenied = "this station is not authorised";
const char *const kMismatch = "the publisher's key is not the pinned one, or it is no CURVE server";

} // namespace

class TestSecureFeed : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCaseHasItsOwnWords_data();
    void everyCaseHasItsOwnWords();
    void whoIsTakenFromTheListIsRefusedAtTheNextConnection();
    void aStationThatIsPutOnTheListNeedsNoRestart();
    void theSecondPinnedKeyIsTriedToo();
    void aKeyFileThatIsPutRightIsUsed();
    void bytesWithoutAHandshakeAreNotReceived_data();
    void bytesWithoutAHandshakeAreNotReceived();
    void otherComputersNeedKeys_data();
    void otherComputersNeedKeys();
    void theLogNeverHoldsTheSecret();

private:
    [[nodiscard]] feed::ZmqFeedSettings settingsFor(const std::string &address, const std::vector<curve::PublicKey> &pinned) const;
    std::string allowed(const std::vector<curve::PublicKey> &stations) const;

    test::TempFolder m_folder;
    std::unique_ptr<KeyPair> m_publisher;
    std::unique_ptr<KeyPair> m_other;
    std::unique_ptr<KeyPair> m_station;
};

void TestSecureFeed::initTestCase()
{
    m_publisher = std::make_unique<KeyPair>(m_folder, "publisher");
    m_other = std::make_unique<KeyPair>(m_folder, "other");
    m_station = std::make_unique<KeyPair>(m_folder, "station");
}

feed::ZmqFeedSettings TestSecureFeed::settingsFor(const std::string &address, const std::vector<curve::PublicKey> &pinned) const
{
    feed::ZmqFeedSettings settings;
    settings.address = address;
    settings.serverKeys = pinned;
    settings.stationKey = m_station->secretFile();
    return settings;
}

std::string TestSecureFeed::allowed(const std::vector<curve::PublicKey> &stations) const
{
    test::writeAllowList(m_folder.path("allowed"), stations);
    return m_folder.path("allowed");
}

void TestSecureFeed::everyCaseHasItsOwnWords_data()
{
    QTest::addColumn<bool>("publisherEncrypts");
    QTest::addColumn<bool>("stationAllowed");
    QTest::addColumn<QString>("pinned");
    QTest::addColumn<QString>("words");
    QTest::newRow("encrypted, allowed") << true << true << "publisher" << kVerified;
    QTest::newRow("another key is pinned") << true << true << "other" << kMismatch;
    QTest::newRow("the station is not allowed") << true << false << "publisher" << kDenied;
    QTest::newRow("the station does not encrypt") << true << true << ""
                                                  << "the publisher requires encryption";
    QTest::newRow("the publisher does not encrypt") << false << true << "publisher"
                                                    << "the publisher does not encrypt";
}

void TestSecureFeed::everyCaseHasItsOwnWords()
{
    QFETCH(bool, publisherEncrypts);
    QFETCH(bool, stationAllowed);
    QFETCH(QString, pinned);
    QFETCH(QString, words);
    const bool good = words == kVerified;
    std::vector<curve::PublicKey> keys;
    if (!pinned.isEmpty())
        keys.push_back((pinned == "other" ? *m_other : *m_publisher).key());
    const std::string list = allowed({(stationAllowed ? *m_station : *m_other).key()});
    for (int run = 0; run < test::runs(2); ++run) {
        Publisher publisher(publisherEncrypts ? m_publisher.get() : nullptr, list);
        const auto start = std::chrono::steady_clock::now();
        FeedRunner runner(settingsFor(publisher.address(), keys));
        const auto send = [&] { publisher.send(); };
        const bool said = runner.waitFor([&](const auto &seen) { return says(seen, words); }, send);
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
        qInfo("%s, run %d: said after %d ms%s", QTest::currentDataTag(), run, int(took.count()), took < kSaidWithin ? "" : ", MISSED");
        QVERIFY2(said, runner.seen().health.detail.c_str());
        const std::uint64_t enough = publisher.sent() + kSentAfterwards;
        const auto sendMore = [&] {
            for (int i = 0; i < kSentAtOnce; ++i)
                publisher.send();
        };
        QVERIFY(runner.waitFor([&](const auto &seen) { return good ? seen.batches > 0 : publisher.sent() >= enough; }, sendMore));
        QCOMPARE(runner.seen().health.state == FeedState::Live, good);
        QCOMPARE(runner.seen().batches > 0, good);
        QCOMPARE(runner.seen().health.frames > 0, good);
    }
}

void TestSecureFeed::whoIsTakenFromTheListIsRefusedAtTheNextConnection()
{
    Publisher publisher(m_publisher.get(), allowed({m_station->key()}));
    const auto send = [&] { publisher.send(); };
    FeedRunner runner(settingsFor(publisher.address(), {m_publisher->key()}));
    QVERIFY(runner.waitForState(FeedState::Live, send));
    allowed({m_other->key()});
    runner.reconnect();
    QVERIFY(runner.waitFor([](const auto &seen) { return says(seen, kDenied); }, send));
    const auto refused = runner.seen();
    QVERIFY2(says(refused, "next try in"), refused.health.detail.c_str());
    const std::uint64_t enough = publisher.sent() + kSentAfterwards;
    QVERIFY(runner.waitFor([&](const auto &) { return publisher.sent() >= enough; }, send));
    QCOMPARE(runner.seen().batches, refused.batches);
}

/// The supervisor waits 30 s after a refusal, but not for somebody who asks.
void TestSecureFeed::aStationThatIsPutOnTheListNeedsNoRestart()
{
    Publisher publisher(m_publisher.get(), allowed({}));
    const auto send = [&] { publisher.send(); };
    FeedRunner runner(settingsFor(publisher.address(), {m_publisher->key()}));
    QVERIFY(runner.waitFor([](const auto &seen) { return says(seen, kDenied); }, send));
    allowed({m_other->key(), m_station->key()});
    const auto asked = std::chrono::steady_clock::now();
    runner.reconnect();
    QVERIFY(runner.waitForState(FeedState::Live, send));
    QVERIFY(std::chrono::steady_clock::now() - asked < 20s);
}

void TestSecureFeed::theSecondPinnedKeyIsTriedToo()
{
    const std::string list = allowed({m_station->key()});
    auto publisher = std::make_unique<Publisher>(m_publisher.get(), list);
    const std::string address = publisher->address();
    const auto send = [&] { publisher->send(); };
    FeedRunner runner(settingsFor(address, {m_publisher->key(), m_other->key()}));
    QVERIFY(runner.waitForState(FeedState::Live, send));
    publisher.reset();
    publisher = std::make_unique<Publisher>(m_other.get(), list, address);
    const std::size_t before = runner.seen().batches;
    QVERIFY2(runner.waitFor([&](const auto &seen) { return seen.batches > before && seen.health.state == FeedState::Live; }, send),
             runner.seen().health.detail.c_str());
    QVERIFY(runner.waitFor([](const auto &seen) { return says(seen, kVerified); }, send));
    for (const FeedState state : runner.seen().states)
        QVERIFY(state != FeedState::Lost || !says(runner.seen(), kMismatch));
}

void TestSecureFeed::aKeyFileThatIsPutRightIsUsed()
{
    Publisher publisher(m_publisher.get(), allowed({m_station->key()}));
    const auto send = [&] { publisher.send(); };
    QFile file(QString::fromStdString(m_station->secretFile()));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    FeedRunner runner(settingsFor(publisher.address(), {m_publisher->key()}));
    QVERIFY(runner.waitFor([](const auto &seen) { return says(seen, "this station's secret key cannot be used"); }, send));
    QVERIFY2(says(runner.seen(), "0640"), runner.seen().health.detail.c_str());
    QCOMPARE(runner.seen().batches, 0u);
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(runner.waitForState(FeedState::Live, send));
}

void TestSecureFeed::bytesWithoutAHandshakeAreNotReceived_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<QByteArray>("frame");
    const QByteArray payload = R"(pump {"values":{"a":1}})";
    const auto size = char(payload.size());
    QTest::newRow("ZMTP 1.0, of ZeroMQ 2") << QByteArray("\x01\0", 2) << char(size + 1) + QByteArray(1, '\0') + payload;
    QTest::newRow("ZMTP 2.0, of ZeroMQ 3") << QByteArray("\xFF\0\0\0\0\0\0\0\x01\x7F\x01\x01\0\0", 14)
                                           << QByteArray(1, '\0') + size + payload;
}

/// What a plain feed takes for an old publisher is taken for nothing here.
void TestSecureFeed::bytesWithoutAHandshakeAreNotReceived()
{
    QFETCH(QByteArray, greeting);
    QFETCH(QByteArray, frame);
    test::RawPeer peer([&](test::RawConnection &connection) {
        bool sent = connection.send(greeting.toStdString());
        while (sent && connection.send(frame.toStdString()))
            sent = connection.pause(20ms);
    });
    FeedRunner runner(settingsFor(peer.address(), {m_publisher->key()}));
    QVERIFY(runner.waitFor([&](const auto &) { return peer.connections() >= 3; }));
    QCOMPARE(runner.seen().health.frames, 0u);
    QCOMPARE(runner.seen().batches, 0u);
    qInfo("said: %s", runner.seen().health.detail.c_str());
}

void TestSecureFeed::otherComputersNeedKeys_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("keys");
    QTest::addColumn<bool>("mayBePlain");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << "tcp://192.0.2.1:5556" << false << false << false;
    QTest::newRow("plain, by name") << "tcp://plant-gateway.example:5556" << false << false << false;
    QTest::newRow("plain, as was asked for") << "tcp://192.0.2.1:5556" << false << true << true;
    QTest::newRow("encrypted") << "tcp://192.0.2.1:5556" << true << false << true;
    QTest::newRow("plain, on this computer") << "tcp://127.0.0.1:5556" << false << false << true;
}

void TestSecureFeed::otherComputersNeedKeys()
{
    QFETCH(QString, address);
    QFETCH(bool, keys);
    QFETCH(bool, mayBePlain);
    QFETCH(bool, good);
    auto settings = settingsFor(address.toStdString(), keys ? std::vector{m_publisher->key()} : std::vector<curve::PublicKey>());
    settings.mayBePlain = mayBePlain;
    const SystemClock clock{};
    const auto made = feed::ZmqFeed::make(std::move(settings), clock);
    QCOMPARE(made.ok(), good);
    if (good)
        return;
    QCOMPARE(made.error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(made.error().text(), address.toStdString() + ": " + std::string(kEncryptionRule));
}

void TestSecureFeed::theLogNeverHoldsTheSecret()
{
    Publisher publisher(m_publisher.get(), allowed({}));
    const auto send = [&] { publisher.send(); };
    FeedRunner runner(settingsFor(publisher.address(), {m_publisher->key()}));
    QVERIFY(runner.waitFor([](const auto &seen) { return says(seen, kDenied); }, send));
    allowed({m_station->key()});
    runner.reconnect();
    QVERIFY(runner.waitForState(FeedState::Live, send));
    const auto seen = runner.seen();
    QVERIFY(!seen.log.empty());
    for (const std::string &text : {seen.log, seen.health.detail})
        QVERIFY(text.find(m_station->secretText()) == std::string::npos);
}

QTEST_APPLESS_MAIN(TestSecureFeed)
#include "tst_secure_feed.moc"
