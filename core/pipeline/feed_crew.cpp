// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/feed_crew.h"

#include <utility>

namespace telltale::pipeline {

FeedCrew::FeedCrew(std::unordered_set<SensorKey> declared, IntakeQueue &intake, const Clock &clock, LogSink log)
    : m_declared(std::move(declared))
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
    auto made = feed::ZmqFeed::make(std::move(wanted), m_clock, m_log);
    if (!made)
        return made.error();
    const std::lock_guard lock(m_mutex);
    if (m_stopped)
        return Error{ErrorKind::Busy, "the program is ending", spec.address};
    m_members.push_back({spec.id, std::move(*made), {}});
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
    member.thread = std::thread([this, id = member.id, source = member.feed.get()] {
        source->run([this, id](feed::Delivery delivery) { m_intake.put({id, std::move(delivery)}); });
    });
}

void FeedCrew::reconnect()
{
    const std::lock_guard lock(m_mutex);
    for (const Member &member : m_members)
        member.feed->reconnect();
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
