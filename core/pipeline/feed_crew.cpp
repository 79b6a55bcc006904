// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/feed_crew.h"

#include "core/base/thread_name.h"

#include <algorithm>
#include <utility>

namespace telltale::pipeline {

namespace {

/// About a second: what was sent last is still on its way.
constexpr int kQuietReports = 3;
constexpr std::chrono::seconds kPatienceAtEnd{3};     ///< a thread that goes on after all should end before what it uses does
constexpr std::chrono::seconds kPatienceAtRemoval{1}; ///< the alarm thread waits as long, and must not seem to stand still itself

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
    member->ended = false;
    member->thread = std::thread([this, member] {
        nameThread("feed " + std::to_string(static_cast<std::uint32_t>(member->spec.id)));
        EndWatch end;
        member->feed->run([&](feed::Delivery delivery) {
            if (!member->unheard)
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
    if (health != nullptr)
        member.counts.take(*health);
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
        member->feed->giveWay();
        giveUp(member);
        m_intake.put({member->spec.id, feed::Gap{.asset = {}, .at = m_clock.utcNow()}}); // nobody knows what has come meanwhile
        (*fresh)->mayEnd = member->mayEnd.load();
        (*fresh)->counts.takeOver(member->counts, member->feed->unread());
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
    member->unheard = true;
    member->pulse->rest();
    member->thread.detach();
    m_givenUp.push_back(member);
}

/// Asks them to end; those that have not by then are given up.
void FeedCrew::dismiss(const std::vector<MemberPtr> &leaving, SteadyTime deadline)
{
    for (const MemberPtr &member : leaving)
        member->feed->stop();
    awaitEnd(leaving, deadline);
    const std::lock_guard lock(m_mutex);
    for (const MemberPtr &member : leaving) {
        if (!member->ended)
            giveUp(member);
        else if (member->thread.joinable())
            member->thread.join();
    }
}

void FeedCrew::awaitEnd(const std::vector<MemberPtr> &leaving, SteadyTime deadline)
{
    const auto ended = [](const MemberPtr &member) { return member->ended.load(); };
    while (!std::ranges::all_of(leaving, ended) && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
}

void FeedCrew::end(const std::string &address)
{
    const std::lock_guard lock(m_mutex);
    for (const MemberPtr &member : m_members)
        if (member->spec.address == address)
            member->mayEnd = true;
}

/// Out of the crew, and not heard from here on; null where it is not in the crew.
FeedCrew::MemberPtr FeedCrew::takeOut(FeedId feed)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_members.begin(), m_members.end(), [feed](const MemberPtr &each) { return each->spec.id == feed; });
    if (found == m_members.end())
        return {};
    MemberPtr member = std::move(*found);
    m_members.erase(found);
    member->unheard = true;
    return member;
}

void FeedCrew::close(FeedId feed)
{
    const MemberPtr member = takeOut(feed);
    if (!member)
        return;
    dismiss({member}, std::chrono::steady_clock::now() + kPatienceAtRemoval);
    m_owners->release(feed);
    note(member->spec.address, "removed");
}

/// No lock while it waits: the alarm thread still runs and looks after the feeds.
void FeedCrew::stop()
{
    const SteadyTime deadline = std::chrono::steady_clock::now() + kPatienceAtEnd;
    std::unique_lock lock(m_mutex);
    m_stopped = true;
    const auto leaving = std::exchange(m_members, {});
    const auto givenUp = std::exchange(m_givenUp, {});
    lock.unlock();
    dismiss(leaving, deadline);
    awaitEnd(givenUp, deadline);
}

} // namespace telltale::pipeline
