// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bare_subscriber.h"

#include "core/base/clock.h"
#include "core/feed/zmq_socket.h"
#include "core/wire/codec.h"

#include <utility>

namespace telltale::bench {

BareSubscriber::BareSubscriber(std::string address, std::string asset) : m_address(std::move(address)), m_asset(std::move(asset))
{
    m_thread = std::thread([this] { run(); });
}

BareSubscriber::~BareSubscriber()
{
    m_ending = true;
    m_thread.join();
}

UtcTime BareSubscriber::receivedAt(std::int64_t eventNanos) const
{
    const std::scoped_lock lock(m_guard);
    const auto found = m_received.find(eventNanos);
    return found == m_received.end() ? kNoTime : found->second;
}

std::vector<Duration> BareSubscriber::latencies() const
{
    const std::scoped_lock lock(m_guard);
    std::vector<Duration> latencies;
    for (const auto &[sent, received] : m_received)
        latencies.push_back(received - fromNanos(sent));
    return latencies;
}

void BareSubscriber::run()
{
    const auto socket = feed::ZmqSocket::open(m_address);
    if (!socket)
        return;
    wire::Decoder decoder;
    std::string frame;
    bool more = false;
    while (!m_ending) {
        (*socket)->wait(std::chrono::milliseconds(50));
        (void)(*socket)->events(); // else they keep the socket awake
        while ((*socket)->receive(frame, more)) {
            const UtcTime now = SystemClock().utcNow();
            if (!frame.starts_with(m_asset + ' '))
                continue;
            const wire::Decoded decoded = decoder.decode(frame, now);
            const auto *message = std::get_if<wire::Message>(&decoded);
            const auto *batch = message ? std::get_if<SampleBatch>(message) : nullptr;
            if (!batch)
                continue;
            const std::scoped_lock lock(m_guard);
            m_received.emplace(toNanos(batch->times.front()), now);
        }
    }
}

} // namespace telltale::bench
