// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feed/clock_judge.h"
#include "core/feed/describe_table.h"
#include "core/feed/feed_judge.h"
#include "core/feed/feed_source.h"
#include "core/feed/frame_backlog.h"
#include "core/feed/name_cap.h"
#include "core/feed/rate_meter.h"
#include "core/feed/sequence_ledger.h"
#include "core/feed/zmq_feed.h"
#include "core/wire/codec.h"

#include <deque>
#include <string_view>

namespace telltale::feed {

/// The reason under which frames are counted that were left out unread: more came than can be read, or their connection was given up.
inline constexpr std::string_view kOverload = "overload";

/// Everything between the bytes of a frame and what is delivered of it: decodes, limits names, counts numbers, resolves packed frames,
/// judges times, and keeps the feed's counters. Knows no socket.
/// Accounting: frames = accepted frames + all rejects (those left out unread among them); a frame of which only some sensors were
/// refused is delivered without these and counted under too-many-names as well. Thread: one (T1).
class FrameIntake {
public:
    explicit FrameIntake(const ZmqFeedSettings &settings);

    enum class Outcome : std::uint8_t { Accepted, Rejected };
    Outcome take(std::string_view frame, const Arrival &arrival, const FeedSource::Sink &sink);
    /// A frame that is refused without being read.
    void refuse(std::size_t bytes, const wire::Rejection &rejection, const Arrival &arrival);
    /// Frames that nobody has read. Those with numbers are counted once more in `lostMessages`, as everything is that did not get through.
    void leaveOut(const FrameBacklog::Dropped &dropped);
    /// The connection ended, or was ended by us.
    void interrupted() { m_ledger.interrupted(); }

    [[nodiscard]] FeedJudge &judge() { return m_judge; }
    [[nodiscard]] const FeedJudge &judge() const { return m_judge; }
    [[nodiscard]] const std::string &lastRejection() const { return m_lastRejection; }
    /// Lately an asset was refused because another feed has it: which, and where it comes from. Empty = no.
    [[nodiscard]] std::string conflict(SteadyTime now) const;
    /// All that is known from frames: everything but the feed's name, its state and the socket's counters.
    [[nodiscard]] FeedHealth report(SteadyTime now) const;

private:
    using Problem = std::optional<wire::Rejection>;

    void countFrame(std::size_t bytes, const Arrival &arrival);
    void countReject(const wire::Rejection &rejection, const Arrival &arrival);
    Problem accept(SampleBatch &&batch, const Arrival &arrival, const FeedSource::Sink &sink);
    Problem accept(wire::Describe &&describe, const Arrival &arrival, const FeedSource::Sink &sink);
    Problem accept(wire::Heartbeat &&heartbeat, const Arrival &arrival, const FeedSource::Sink &sink);
    Problem accept(wire::PackedSamples &&packed, const Arrival &arrival, const FeedSource::Sink &sink);
    /// Limits names, checks times, counts and delivers; the batch's number has been noted before.
    Problem deliver(SampleBatch &&batch, const Arrival &arrival, const FeedSource::Sink &sink);
    Problem admitAsset(const std::string &asset, const Arrival &arrival);
    /// Nothing where the asset is this feed's; else why not.
    Problem compareOwner(const std::string &asset, const Arrival &arrival);
    /// Removes what the cap refuses; counts the frame once if anything was.
    template <typename Named, typename NameOf>
    Problem admitSensors(const std::string &asset, std::vector<Named> &sensors, NameOf &&nameOf);
    void note(const SequenceNote &note, const std::string &asset, std::uint64_t epoch, const Arrival &arrival,
              const FeedSource::Sink &sink);
    void noteEpoch(std::uint64_t epoch, bool restart);

    const FeedId m_feed;
    const std::string m_address;
    const std::shared_ptr<AssetOwners> m_owners;
    wire::Decoder m_decoder;
    NameCap m_names;
    SequenceLedger m_ledger;
    DescribeTable m_describes;
    ClockJudge m_clock;
    FeedJudge m_judge;
    RateMeter m_frameRate;
    RateMeter m_sampleRate;
    FeedHealth m_counts;                ///< the fields that only frames change
    std::deque<std::uint64_t> m_epochs; ///< seen, newest last; bounded
    std::string m_lastRejection;
    std::string m_conflict;
    SteadyTime m_conflictAt{};
    bool m_nameRejectCounted = false; ///< in the present frame
};

} // namespace telltale::feed
