// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/feed_crew.h"

#include <algorithm>
#include <utility>

namespace telltale::pipeline {

namespace {

/// About a second: what was sent last is still on its way.
constexpr int kQuietReports = 3;

/// What a feed reports once its publisher has ended, and when it has delivered everything.
class EndWatch {
public:
    /// Its silence is neither a loss nor staleness from the first such report on.
    void take(FeedHealth &health)
    {
        m_quiet = health.frames == m_frames ? m_quiet + 1 : 0;
        m_frames = health.frames;
        health.state = FeedState::Ended;
        health.detail = "played to its end";
        health.lostSince = kNoTime;
        if (isOver())
            health.framesPerSecond = health.samplesPerSecond = 0.0;
    }
    [[nodiscard]] bool isOver() const { return m_quiet >= kQuietReports; }

private:
    std::uint64_t m_frames = 0;
    int m_quiet = -1; ///< reports in a row without a new frame
};

} // namespace

FeedCrew::FeedCrew(std::unordered_set<SensorKey> declared, FeedSecurity security, IntakeQueue &intake, const Clock &clock, LogSink log)
    : m_declared(std::move(declared))
    , m_security(std::move(security))
    , m_intake(intake)
    , m_clock(clock)
    , m_log(std::move(log))
{
}

FeedCrew::~FeedCrew()
{
    stop();
}

Result<void> FeedCrew::add(const FeedSpec &spec)
{
    feed::ZmqFeedSettings wanted;
    wanted.id = spec.id;
    wanted.address = spec.address;
    wanted.declared = m_declared;
    wanted.owners = m_owners;
    wanted.mayBePlain = m_security.allowPlain;
    if (const auto keys = m_security.byAddress.find(spec.address); keys != m_security.byAddress.end()) {
        wanted.serverKeys = keys->second.publisher;
        wanted.stationKey = keys->second.stationKey;
    }
    auto made = feed::ZmqFeed::make(std::move(wanted), m_clock, m_log);
    if (!made)
        return made.error();
    const std::lock_guard lock(m_mutex);
    if (m_stopped)
        return Error{ErrorKind::Busy, "the program is ending", spec.address};
    m_members.push_back({spec.id, spec.address, std::move(*made), std::make_unique<std::atomic<bool>>(false), {}});
    if (m_running)
        run(m_members.back());
    return {};
}

void FeedCrew::start()
{
    const std::lock_guard lock(m_mutex);
    m_running = true;
    for (Member &member : m_members)
        run(member);
}

void FeedCrew::run(Member &member)
{
    member.thread = std::thread([this, id = member.id, source = member.feed.get(), mayEnd = member.mayEnd.get()] {
        EndWatch end;
        source->run([&](feed::Delivery delivery) {
            auto *health = std::get_if<FeedHealth>(&delivery);
            if (health != nullptr && *mayEnd)
                end.take(*health);
            if (health != nullptr && end.isOver()) {
                source->stop();
                note(health->address, "ended");
            }
            m_intake.put({id, std::move(delivery)});
        });
    });
}

void FeedCrew::note(const std::string &address, std::string_view what) const
{
    if (m_log)
        m_log(LogLevel::Note, "feed", address + ": " + std::string(what));
}

void FeedCrew::reconnect()
{
    const std::lock_guard lock(m_mutex);
    for (const Member &member : m_members)
        member.feed->reconnect();
}

void FeedCrew::stop(Member &member)
{
    member.feed->stop();
    if (member.thread.joinable())
        member.thread.join();
}

void FeedCrew::end(const std::string &address)
{
    const std::lock_guard lock(m_mutex);
    for (const Member &member : m_members)
        if (member.address == address)
            *member.mayEnd = true;
}

void FeedCrew::close(FeedId feed)
{
    const std::lock_guard lock(m_mutex);
    const auto member = std::find_if(m_members.begin(), m_members.end(), [feed](const Member &each) { return each.id == feed; });
    if (member == m_members.end())
        return;
    stop(*member);
    m_owners->release(feed);
    note(member->address, "removed");
    m_members.erase(member);
}

void FeedCrew::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    for (const Member &member : m_members)
        member.feed->stop();
    for (Member &member : m_members) {
        if (member.thread.joinable())
            member.thread.join();
    }
}

} // namespace telltale::pipeline
