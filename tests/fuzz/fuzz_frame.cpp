// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes -> Decoder, and -> FrameIntake, which counts. Whatever is accepted must keep the format's promises and must survive being encoded
// and decoded once more; whatever is refused is refused for one reason and counted under it.
#include "core/feed/frame_intake.h"
#include "core/model/asset_path.h"
#include "core/wire/codec.h"
#include "fuzz_target.h"

#include <cstdint>

using namespace telltale;
using fuzz::kAccepted;
using fuzz::require;

namespace {

constexpr UtcTime kReceived = fromNanos(1'795'000'000'000'000'000);

void check(const SampleBatch &batch)
{
    require(isAssetPath(batch.asset) && batch.rows() > 0 && !batch.columns.empty());
    for (const SensorColumn &column : batch.columns)
        require(column.values.size() == batch.rows() && (column.quality.empty() || column.quality.size() == batch.rows()));
}

void check(const wire::PackedSamples &packed)
{
    require(isAssetPath(packed.asset) && !packed.samples.empty());
}

void check(const wire::Describe &describe)
{
    require(isAssetPath(describe.asset) && describe.speed > 0.0);
}

void check(const wire::Heartbeat &heartbeat)
{
    require(isAssetPath(heartbeat.asset));
}

/// What a feed makes of the same frames, one after the other, and whether its counters say so.
class Counted {
public:
    std::string_view take(std::string_view frame)
    {
        ++m_sent;
        const bool accepted = m_intake.take(frame, {kReceived, SteadyTime(std::chrono::milliseconds(m_sent))}, [](auto &&) {})
                              == feed::FrameIntake::Outcome::Accepted;
        const std::string_view why = m_intake.lastRejection();
        const std::string_view outcome = accepted ? kAccepted : why.substr(0, why.find(':'));
        m_rejected += accepted || outcome == kPartly ? 0 : 1;
        if (m_sent % 4096 == 0)
            compareCounters();
        return outcome;
    }

private:
    /// Counted also for frames that were accepted without some of their sensors.
    static constexpr std::string_view kPartly = "too-many-names";

    void compareCounters() const
    {
        const FeedHealth health = m_intake.report(SteadyTime(std::chrono::milliseconds(m_sent)));
        std::uint64_t rejected = 0;
        for (const auto &[reason, count] : health.rejects)
            rejected += reason == kPartly ? 0 : count;
        require(health.frames == m_sent && rejected == m_rejected);
    }

    feed::FrameIntake m_intake{feed::ZmqFeedSettings{}};
    std::uint64_t m_sent = 0;
    std::uint64_t m_rejected = 0;
};

} // namespace

std::string_view fuzz::judge(std::string_view bytes)
{
    static wire::Decoder decoder;
    static Counted counted;
    const auto decoded = decoder.decode(bytes, kReceived);
    const std::string_view outcome = counted.take(bytes);
    if (const auto *rejection = std::get_if<wire::Rejection>(&decoded)) {
        require(!rejection->detail.empty() && outcome == wire::toText(rejection->reason));
        return outcome;
    }
    std::visit(
        [](const auto &message) {
            check(message);
            const std::string again = wire::encode(message);
            // Shortest numbers may still be longer than what was sent, so only a frame that fits has to come back.
            require(again.size() > wire::kMaxFrameBytes || std::holds_alternative<wire::Message>(decoder.decode(again, kReceived)));
        },
        std::get<wire::Message>(decoded));
    return outcome;
}
