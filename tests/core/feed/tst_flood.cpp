// SPDX-License-Identifier: GPL-3.0-or-later
// A publisher that sends as fast as it can, and a reader that stands still meanwhile. TCP alone holds the publisher back, so nothing of
// what is seen here is its own memory.
#include "core/feed/memory_watch.h"
#include "core/wire/codec.h"
#include "feed_runner.h"
#include "raw_peer.h"
#include "tests/support/frozen_thread.h"
#include "tests/support/sanitized.h"

#include <QtTest>

using namespace telltale;
using namespace std::chrono_literals;
using test::FeedRunner;
using test::RawConnection;
using test::RawPeer;

namespace {

constexpr std::size_t kMiB = 1024 * 1024;
constexpr std::size_t kLimit = 16 * kMiB;
constexpr std::size_t kPadding = 8000;
constexpr auto kFrozen = 2s;

/// What comes within a look of the guard, and what the system still holds for us when the connection ends.
constexpr std::size_t kAllowance = 256 * kMiB;

/// Numbered readings without end, over as many connections as it takes. After `finish` it says how many they were.
class Flood {
public:
    Flood() : m_peer([this](RawConnection &connection) { serve(connection); }) {}

    [[nodiscard]] std::string address() const { return m_peer.address(); }
    [[nodiscard]] int connections() const { return m_peer.connections(); }
    void finish() { m_finished = true; }
    [[nodiscard]] std::uint64_t sent() const { return m_next; }

private:
    void serve(RawConnection &connection)
    {
        bool up = connection.handshake();
        while (up && !m_finished)
            up = connection.send(RawConnection::frame(reading()));
        while (up && connection.send(RawConnection::frame(wire::encode(wire::Heartbeat{"pump", 1, m_next}))))
            up = connection.pause(20ms);
    }

    std::string reading()
    {
        SampleBatch batch;
        batch.asset = "pump";
        batch.epoch = 1;
        batch.seq = m_next++;
        batch.columns = {{"temperature", {20.0}, {}}};
        return wire::encode(batch) + std::string(kPadding, ' ');
    }

    std::atomic<bool> m_finished{false};
    std::atomic<std::uint64_t> m_next{0};
    RawPeer m_peer;
};

feed::ZmqFeedSettings settingsFor(const std::string &address)
{
    feed::ZmqFeedSettings settings;
    settings.address = address;
    settings.memoryLimitBytes = kLimit;
    return settings;
}

/// The most that the program used in that time.
std::size_t peakOver(std::chrono::milliseconds length)
{
    std::size_t peak = 0;
    for (const auto end = std::chrono::steady_clock::now() + length; std::chrono::steady_clock::now() < end;) {
        peak = std::max(peak, feed::residentBytes().value_or(0));
        std::this_thread::sleep_for(5ms);
    }
    return peak;
}

} // namespace

class TestFlood : public QObject {
    Q_OBJECT

private slots:
    void whatComesWhileTheReaderStandsStillIsBoundedAndCounted();
};

void TestFlood::whatComesWhileTheReaderStandsStillIsBoundedAndCounted()
{
    if (test::kSanitized)
        QSKIP("a sanitizer's allocator keeps freed memory, so that resident memory says nothing");
    Flood flood;
    FeedRunner runner(settingsFor(flood.address()));
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.batches > 100; }));
    std::size_t before = 0;
    std::size_t peak = 0;
    {
        const test::FrozenThread frozen(FeedRunner::kThread);
        QVERIFY(frozen.found());
        before = *feed::residentBytes();
        peak = peakOver(kFrozen);
    }
    qInfo("grew by %zu MiB while the reader stood still", (peak - before) / kMiB);
    QVERIFY2(peak < before + kLimit + kAllowance, qPrintable(QString::number(peak - before)));
    const std::size_t after = runner.seen().batches;
    QVERIFY(runner.waitFor([&](const auto &seen) { return seen.batches > after + 1000 && seen.health.disconnects > 0; }));
    flood.finish();
    const bool exact = runner.waitFor([&](const auto &seen) { return seen.batches + seen.health.lostMessages == flood.sent(); });
    const auto seen = runner.seen();
    qInfo("sent %llu = read %zu + lost %llu, over %d connections", static_cast<unsigned long long>(flood.sent()), seen.batches,
          static_cast<unsigned long long>(seen.health.lostMessages), flood.connections());
    QVERIFY(exact);
    QVERIFY(seen.health.lostMessages > 0);
}

QTEST_APPLESS_MAIN(TestFlood)
#include "tst_flood.moc"
