// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/feed_crew.h"

#include "core/base/thread_name.h"

#include <algorithm>
#include <utility>

namespace telltale::pipeline {

namespace {

/// About a second: what was sent last is still on its way.
constexpr int kQuietReports = 3;
constexpr std::chrono::seconds kPatienceAtEnd{3};

} // namespace

/// What a feed reports once its publisher has ended, and when it has delivered everything.
class FeedCrew::EndWatch {
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

FeedCrew::FeedCrew(std::unordered_set<SensorKey> declared, FeedSecurity security, IntakeQueue &intake, ThreadWatch &watch,
                   const Clock &clock, LogSink log)
    : m_declared(std::move(declared))
    , m_security(std::move(security))
    , m_intake(intake)
    , m_watch(watch)
    , m_clock(clock)
    , m_log(std::move(log))
{
}

FeedCrew::~FeedCrew()
{
    stop();
}

Result<FeedCrew::MemberPtr> FeedCrew::make(const FeedSpec &spec) const
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
    auto member = std::make_shared<Member>();
    member->spec = spec;
    member->feed = std::move(*made);
    member->pulse = m_watch.add("feed " + spec.address);
    return member;
}

Result<void> FeedCrew::add(const FeedSpec &spec)
{
    auto member = make(spec);
    if (!member)
        return member.error();
    const std::lock_guard lock(m_mutex);
    if (m_stopped)
        return Error{ErrorKind::Busy, "the program is ending", spec.address};
    m_members.push_back(std::move(*member));
    if (m_running)
        run(m_members.back());
    return {};
}

void FeedCrew::start()
{
    const std::lock_guard lock(m_mutex);
    m_running = true;
    for (const MemberPtr &member : m_members)
        run(member);
}

void FeedCrew::run(const MemberPtr &member)
{
    member->thread = std::thread([this, member] {
        nameThread("feed " + std::to_string(static_cast<std::uint32_t>(member->spec.id)));
        EndWatch end;
        member->feed->run([&](feed::Delivery delivery) {
            if (!member->givenUp)
                deliver(*member, end, std::move(delivery));
        });
        member->pulse->rest();
        member->ended = true;
    });
}

void FeedCrew::deliver(Member &member, EndWatch &end, feed::Delivery delivery)
{
    member.pulse->beat(); // at least twice a second: a feed reports its health
    auto *health = std::get_if<FeedHealth>(&delivery);
    if (health != nullptr && member.mayEnd)
        end.take(*health);
    if (health != nullptr && end.isOver()) {
        member.feed->stop();
        note(health->address, "ended");
    }
    m_intake.put({member.spec.id, std::move(delivery)});
}

void FeedCrew::note(const std::string &address, std::string_view what) const
{
    if (m_log)
        m_log(LogLevel::Note, "feed", address + ": " + std::string(what));
}

void FeedCrew::reconnect()
{
    const std::lock_guard lock(m_mutex);
    for (const MemberPtr &member : m_members)
        member->feed->reconnect();
}

std::vector<std::string> FeedCrew::replaceStalled(Duration patience)
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::string> replaced;
    for (MemberPtr &member : m_members) {
        const auto silence = member->pulse->silence();
        if (m_stopped || !silence || *silence < patience)
            continue;
        auto fresh = make(member->spec);
        if (!fresh)
            continue;
        giveUp(member);
        m_intake.put({member->spec.id, feed::Gap{.asset = {}, .at = m_clock.utcNow()}}); // nobody knows what has come meanwhile
        (*fresh)->mayEnd = member->mayEnd.load();
        member = std::move(*fresh);
        run(member);
        note(member->spec.address, "its thread stood still, another one has taken its place");
        replaced.push_back(member->spec.address);
    }
    return replaced;
}

/// Nobody can end a thread that stands still; it keeps what it needs, and ends by itself should it ever go on.
void FeedCrew::giveUp(const MemberPtr &member)
{
    member->givenUp = true;
    member->feed->stop();
    member->pulse->rest();
    member->thread.detach();
    m_givenUp.push_back(member);
}

/// Some seconds: a thread that goes on after all should end before what it uses does.
void FeedCrew::awaitGivenUp() const
{
    const auto end = std::chrono::steady_clock::now() + kPatienceAtEnd;
    const auto ended = [](const MemberPtr &member) { return member->ended.load(); };
    while (!std::ranges::all_of(m_givenUp, ended) && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
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
    for (const MemberPtr &member : m_members)
        if (member->spec.address == address)
            member->mayEnd = true;
}

void FeedCrew::close(FeedId feed)
{
    const std::lock_guard lock(m_mutex);
    const auto member = std::find_if(m_members.begin(), m_members.end(), [feed](const MemberPtr &each) { return each->spec.id == feed; });
    if (member == m_members.end())
        return;
    stop(**member);
    m_owners->release(feed);
    note((*member)->spec.address, "removed");
    m_members.erase(member);
}

void FeedCrew::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    for (const MemberPtr &member : m_members)
        member->feed->stop();
    for (const MemberPtr &member : m_members) {
        if (member->thread.joinable())
            member->thread.join();
    }
    awaitGivenUp();
}

} // namespace telltale::pipeline
