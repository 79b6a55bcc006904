// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that mean harm, through real sockets into the whole street: what listens on the port of a publisher says whatever it likes, to
// plain feeds and to encrypted ones. Nothing of it is taken for readings, memory comes back, and a good publisher on the same port is
// heard again. Ordinarily all attack at once with little; TELLTALE_HOSTILE_BYTES=1000000 lets each attack alone with as many bytes, and
// prints the figures.
#include "core/config/plant_file.h"
#include "core/detect/detector.h"
#include "core/feed/memory_watch.h"
#include "core/pipeline/pipeline.h"
#include "core/wire/codec.h"
#include "simulator/publish/zmq_publisher.h"
#include "tests/core/feed/raw_peer.h"
#include "tests/support/curve_keys.h"
#include "tests/support/sanitized.h"

#include <QElapsedTimer>
#include <QtTest>

#include <random>

using namespace telltale;
using test::RawConnection;

namespace {

constexpr int kPatienceMs = 40'000;
constexpr int kComeBackMs = 5'000;
constexpr std::size_t kMiB = 1024 * 1024;
constexpr std::size_t kMemoryPromise = 64 * kMiB;
constexpr std::size_t kBytesPerHangUp = 125'000;
constexpr std::size_t kBytesPerRefusal = 5'000;
constexpr std::size_t kBytesAtOnce = 50'000;

/// Of each attack alone.
std::size_t wantedBytes()
{
    return std::size_t(std::max(0, qEnvironmentVariableIntValue("TELLTALE_HOSTILE_BYTES")));
}

/// Bytes with noughts in them.
template <std::size_t N>
std::string bytes(const char (&text)[N])
{
    return {text, N - 1};
}

std::string repeated(const std::string &text, std::size_t atLeast)
{
    std::string all;
    while (all.size() < atLeast)
        all += text;
    return all;
}

std::string noise()
{
    std::mt19937 random(20'261'123);
    std::string text(65'536, '\0');
    for (char &each : text)
        each = static_cast<char>(random());
    return text;
}

/// The header of a frame that announces so many bytes.
std::string announced(std::uint64_t length)
{
    std::string header = "\x02";
    for (int shift = 56; shift >= 0; shift -= 8)
        header += static_cast<char>((length >> shift) & 0xFF);
    return header;
}

std::string greeting(const char *mechanism)
{
    std::string text = bytes("\xFF\0\0\0\0\0\0\0\x01\x7F\x03\0") + mechanism;
    text.resize(64, '\0');
    return text;
}

const std::string kPart = bytes("\x01\x01x");                                    ///< one byte, and another part follows
const std::string kReading = bytes("\x00\x18pump {\"values\":{\"a\":1}}") + ' '; ///< as a publisher would send it
const std::string kNoReading = bytes("\0\x19pump {\"values\":{\"a\":nan}}");     ///< as one would not
const std::string kReady = bytes("\x04\x19\x05READY\x0BSocket-Type\0\0\0\x03PUB");

/// First the greeting; then, once the other side has begun with its own, the opening; then the block again and again, until everything is
/// said or the other side hangs up. Without a block the peer hangs up.
struct Attack {
    const char *name;
    std::string greeting;
    std::string opening;
    std::string block;
};

const std::vector<Attack> &attacks()
{
    static const std::string kNull = greeting("NULL");
    static const std::string kCurve = greeting("CURVE");
    static const std::vector<Attack> kAttacks{
        {"an HTTP request", "", "GET / HTTP/1.1\r\nHost: plant\r\nUser-Agent: probe\r\n", repeated("X-Fill: 0123456789abcdef\r\n", 60'000)},
        {"an HTTP response", "", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000000\r\n\r\n",
         repeated("<p>nothing to see</p>\n", 60'000)},
        {"a TLS greeting", "", bytes("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"), noise()},
        {"a remote shell", "", "SSH-2.0-OpenSSH_9.2p1\r\n", repeated("diffie-hellman-group14-sha256,", 60'000)},
        {"noise", "", "", noise()},
        {"greetings without end", kNull, "", repeated(kNull, 60'000)},
        {"a truncated frame", kNull, kReady + bytes("\x02\0\0\0\0\0\0\xEA\x60") + std::string(59'000, 'x'), ""},
        {"a bad READY: a property longer than the rest", kNull, bytes("\x04\x19\x05READY\x0BSocket-Type\x7F\xFF\xFF\xFFPUB"), noise()},
        {"a bad READY: another type of socket", kNull, bytes("\x04\x1A\x05READY\x0BSocket-Type\0\0\0\x04PUSH"), repeated(kReading, 60'000)},
        {"a bad READY: no property at all", kNull, bytes("\x04\x06\x05READY"), repeated(kNoReading, 60'000)},
        {"an ERROR without end", kNull,
         bytes("\x04\x0A\x05"
               "ERROR\x03"
               "abc"),
         repeated(bytes("\x04\x0A\x05"
                        "ERROR\x03"
                        "abc"),
                  60'000)},
        {"a frame of 2^40 bytes", kNull, kReady + announced(1ULL << 40U), std::string(65'536, 'x')},
        {"a frame of 2^62 bytes", kNull, kReady + announced(1ULL << 62U), std::string(65'536, 'x')},
        {"a frame of 2^64 - 1 bytes", kNull, kReady + announced(~0ULL), std::string(65'536, 'x')},
        {"a message without end", kNull, kReady, repeated(kPart, 60'000)},
        {"pings without end", kNull, kReady,
         repeated(bytes("\x04\x0A\x04PING\0\0"
                        "abc"),
                  60'000)},
        {"commands that nobody knows", kNull, kReady, repeated(bytes("\x04\x08\x05WHAT?ab"), 60'000)},
        {"subscriptions from a publisher", kNull, kReady, repeated(bytes("\x04\x0B\x09SUBSCRIBEx"), 60'000)},
        {"old ZMTP 1.0", bytes("\x01\0"), "", repeated(bytes("\x1A\0pump {\"values\":{\"a\":nan}}"), 60'000)},
        {"old ZMTP 2.0", bytes("\xFF\0\0\0\0\0\0\0\x01\x7F\x01\x01\0\0"), "", repeated(kNoReading, 60'000)},
        {"readings before the keys are proven", kCurve, "", repeated(kReading, 60'000)},
        {"a READY before the keys are proven", kCurve, kReady, repeated(kReading, 60'000)},
        {"a WELCOME of noise", kCurve, bytes("\x04\xA8\x07WELCOME") + noise().substr(0, 160), noise()},
        {"a message without end before the keys are proven", kCurve, "", repeated(kPart, 60'000)},
    };
    return kAttacks;
}

/// The peer, what it has sent, and the good publisher that takes its port over.
class Attacked {
public:
    Attacked(const Attack &attack, const test::KeyPair *key, std::string allowList, std::size_t wanted)
        : m_wanted(wanted)
        , m_hangsUp(attack.block.empty())
        , m_key(key)
        , m_allowList(std::move(allowList))
        , m_peer(std::make_unique<test::RawPeer>([this, &attack](RawConnection &connection) { strike(attack, connection); }))
        , m_address(m_peer->address())
        , m_asset("asset-" + std::to_string(m_peer->port()))
    {
    }

    [[nodiscard]] const std::string &address() const { return m_address; }
    [[nodiscard]] bool isEncrypted() const { return m_key != nullptr; }
    /// A peer that hangs up, or is hung up on before it could say much, has to wait for each new connection: then some are enough.
    [[nodiscard]] bool isThrough() const
    {
        return m_sent >= m_wanted || std::size_t(connections()) > m_wanted / (m_hangsUp ? kBytesPerHangUp : kBytesPerRefusal);
    }
    [[nodiscard]] std::size_t sent() const { return m_sent; }
    [[nodiscard]] int connections() const { return m_peer->connections(); }

    void giveWay()
    {
        m_peer.reset();
        std::optional<simulator::Protection> protection;
        if (m_key != nullptr)
            protection = simulator::Protection{m_key->secret(), simulator::AllowList::open(m_allowList).value(), {}};
        auto bound = simulator::ZmqPublisher::bind(m_address, simulator::WhenFull::Drop, std::move(protection));
        if (!bound)
            qFatal("%s", bound.error().text().c_str());
        m_publisher = std::make_unique<simulator::ZmqPublisher>(std::move(*bound));
    }
    void speak()
    {
        SampleBatch batch;
        batch.asset = m_asset;
        batch.epoch = 1;
        batch.seq = m_seq++;
        batch.columns = {{"temperature", {20.0}, {}}};
        static_cast<void>(m_publisher->send(wire::encode(batch)));
    }

private:
    void strike(const Attack &attack, RawConnection &connection)
    {
        const bool greeted = attack.greeting.empty() || (say(connection, attack.greeting) && connection.receive(10));
        if (greeted && say(connection, attack.opening))
            while (m_sent < m_wanted && !attack.block.empty() && say(connection, attack.block)) {
            }
        if (m_sent >= m_wanted || !attack.block.empty())
            connection.hold();
    }
    bool say(RawConnection &connection, const std::string &text)
    {
        const std::size_t before = connection.sent();
        const bool said = connection.send(text);
        m_sent += connection.sent() - before;
        return said;
    }

    std::size_t m_wanted;
    bool m_hangsUp;
    const test::KeyPair *m_key;
    std::string m_allowList;
    std::atomic<std::size_t> m_sent = 0;
    std::unique_ptr<test::RawPeer> m_peer;
    std::string m_address;
    std::string m_asset;
    std::uint64_t m_seq = 0;
    std::unique_ptr<simulator::ZmqPublisher> m_publisher;
};

} // namespace

class TestSocketAttacks : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void allAtOnceAreSurvived();
    void eachAloneIsSurvived_data();
    void eachAloneIsSurvived();

private:
    std::unique_ptr<Attacked> attacked(const Attack &attack, bool encrypted, std::size_t wanted) const;
    std::unique_ptr<pipeline::Pipeline> listen(const std::vector<std::unique_ptr<Attacked>> &all) const;
    void survive(const std::vector<std::unique_ptr<Attacked>> &all, const char *name);

    test::TempFolder m_folder;
    std::unique_ptr<test::KeyPair> m_publisher;
    std::unique_ptr<test::KeyPair> m_station;
    const SystemClock m_clock{};
    int m_runs = 0;
};

void TestSocketAttacks::initTestCase()
{
    m_publisher = std::make_unique<test::KeyPair>(m_folder, "publisher");
    m_station = std::make_unique<test::KeyPair>(m_folder, "station");
    test::writeAllowList(m_folder.path("allowed"), {m_station->key()});
}

std::unique_ptr<Attacked> TestSocketAttacks::attacked(const Attack &attack, bool encrypted, std::size_t wanted) const
{
    return std::make_unique<Attacked>(attack, encrypted ? m_publisher.get() : nullptr, m_folder.path("allowed"), wanted);
}

std::unique_ptr<pipeline::Pipeline> TestSocketAttacks::listen(const std::vector<std::unique_ptr<Attacked>> &all) const
{
    std::string text;
    for (const auto &each : all) {
        text += "[[feed]]\naddress = \"" + each->address() + "\"\n";
        if (each->isEncrypted())
            text += "serverKeys = [\"" + m_publisher->key().text() + "\"]\nclientKey = \"" + m_station->secretFile() + "\"\n";
    }
    auto plant = config::parsePlant(text, m_folder.path("plant.toml"), detect::catalog());
    if (const auto *problems = std::get_if<config::PlantProblems>(&plant))
        qFatal("%s", problems->text().c_str());
    pipeline::PipelineSettings settings;
    settings.plant = std::move(std::get<config::Plant>(plant));
    settings.dataFolder = m_folder.path("data" + std::to_string(m_runs));
    settings.startedBy = {"operator A", "desk 1", "op"};
    auto started = pipeline::Pipeline::start(std::move(settings), m_clock);
    if (!started)
        qFatal("%s", started.error().text().c_str());
    return std::move(*started);
}

void TestSocketAttacks::survive(const std::vector<std::unique_ptr<Attacked>> &all, const char *name)
{
    ++m_runs;
    const std::size_t before = feed::residentBytes().value_or(0);
    const auto station = listen(all);
    std::size_t most = before;
    const auto grown = [&] {
        const std::size_t now = feed::residentBytes().value_or(0);
        most = std::max(most, now);
        return now > before ? now - before : 0;
    };
    const auto haveAll = [&](auto &&condition) { return std::all_of(all.begin(), all.end(), condition); };
    QTRY_VERIFY_WITH_TIMEOUT((static_cast<void>(grown()), haveAll([&](const auto &each) { return each->isThrough(); })), 2 * kPatienceMs);
    QElapsedTimer shrinking;
    shrinking.start();
    if (!test::kSanitized)
        QTRY_VERIFY_WITH_TIMEOUT(grown() < kMemoryPromise, kPatienceMs);
    const qint64 shrunk = shrinking.elapsed();

    std::uint64_t frames = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const FeedHealth feed = station->latest()->feeds.at(i);
        QCOMPARE(feed.address, all[i]->address());
        QCOMPARE(feed.samples, 0u);
        QVERIFY2(!all[i]->isEncrypted() || feed.frames == 0, feed.detail.c_str());
        QVERIFY(feed.state != FeedState::Live);
        frames += feed.frames;
    }
    std::size_t sent = 0;
    int connections = 0;
    for (const auto &each : all) {
        sent += each->sent();
        connections += each->connections();
        each->giveWay();
    }
    QElapsedTimer comingBack;
    comingBack.start();
    const auto isBack = [&](const FeedHealth &feed) { return feed.state == FeedState::Live && feed.samples > 0; };
    const auto areBack = [&] {
        for (const auto &each : all)
            each->speak();
        const auto seen = station->latest();
        return std::all_of(seen->feeds.begin(), seen->feeds.end(), isBack);
    };
    QTRY_VERIFY_WITH_TIMEOUT(areBack(), kPatienceMs);
    const qint64 back = comingBack.elapsed();
    qInfo("%s: %zu bytes in %d connections, %llu frames read and refused, memory at most +%zu MiB, below +64 MiB after %d ms, readings "
          "again after %d ms%s",
          name, sent, connections, static_cast<unsigned long long>(frames), (most - before) / kMiB, int(shrunk), int(back),
          std::max(shrunk, back) <= kComeBackMs ? "" : ", MISSED");
}

void TestSocketAttacks::allAtOnceAreSurvived()
{
    std::vector<std::unique_ptr<Attacked>> all;
    for (const Attack &attack : attacks())
        for (const bool encrypted : {false, true})
            all.push_back(attacked(attack, encrypted, kBytesAtOnce));
    survive(all, "all at once");
}

void TestSocketAttacks::eachAloneIsSurvived_data()
{
    if (wantedBytes() == 0)
        QSKIP("only where TELLTALE_HOSTILE_BYTES says with how much");
    QTest::addColumn<std::size_t>("attack");
    QTest::addColumn<bool>("encrypted");
    for (std::size_t i = 0; i < attacks().size(); ++i)
        for (const bool encrypted : {false, true})
            QTest::addRow("%s, %s feed", attacks()[i].name, encrypted ? "encrypted" : "plain") << i << encrypted;
}

void TestSocketAttacks::eachAloneIsSurvived()
{
    QFETCH(std::size_t, attack);
    QFETCH(bool, encrypted);
    std::vector<std::unique_ptr<Attacked>> one;
    one.push_back(attacked(attacks()[attack], encrypted, wantedBytes()));
    survive(one, QTest::currentDataTag());
}

QTEST_GUILESS_MAIN(TestSocketAttacks)
#include "tst_socket_attacks.moc"
