// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/follow_source.h"

#include "core/base/latest_slot.h"
#include "core/config/overrides.h"
#include "core/detect/detector.h"
#include "core/replay/followed_folder.h"
#include "core/replay/followed_journal.h"
#include "core/replay/followed_plant.h"
#include "core/replay/looking_inbox.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace telltale::replay {

namespace {

using namespace std::chrono_literals;

constexpr auto kPeriod = 1s;
constexpr Duration kSilentAfter = 15s; ///< a running program stores every four to eight seconds that it lives

const std::string *textNamed(const std::vector<store::StoredDefinition> &texts, std::string_view name)
{
    const auto found = std::find_if(texts.begin(), texts.end(), [&](const auto &each) { return each.name == name; });
    return found == texts.end() ? nullptr : &found->content;
}

/// A text that this program cannot read is no reason to show nothing.
config::Plant plantOf(const std::vector<store::StoredDefinition> &texts)
{
    config::Plant plant;
    if (const std::string *text = textNamed(texts, "plant")) {
        auto read = config::parsePlant(*text, "plant", detect::catalog());
        if (auto *fine = std::get_if<config::Plant>(&read))
            plant = std::move(*fine);
    }
    if (const std::string *text = textNamed(texts, "detectors")) {
        auto read = config::withOverridesOf(plant, *text, "detectors", detect::catalog());
        if (auto *fine = std::get_if<config::Plant>(&read))
            plant = std::move(*fine);
    }
    return plant;
}

} // namespace

struct FollowSource::Room {
    Room(std::string from, std::unique_ptr<store::StoreReader> opened, FollowedJournal read, const Clock &time, Arrived heard)
        : folder(std::move(from))
        , reader(std::move(opened))
        , journal(std::move(read))
        , plant(plantOf(journal.definitions()))
        , followed(plant)
        , clock(time)
        , arrived(std::move(heard))
    {
    }

    void run();
    void readAgain();
    [[nodiscard]] Result<void> read();
    void publish();

    const std::string folder;
    std::unique_ptr<store::StoreReader> reader; ///< as all up to `slot` the following thread's, once it runs
    FollowedJournal journal;
    const config::Plant plant;
    FollowedPlant followed;
    std::uint64_t number = 0;
    const Clock &clock;
    const Arrived arrived;
    LatestSlot<Snapshot> slot;
    LookingInbox inbox{"this window only reads: do it where the plant is watched"};

    mutable std::mutex mutex; ///< of what follows
    std::condition_variable wake;
    FollowState state;
    bool pictureWanted = false;
    bool readingWanted = false;
    bool ending = false;

    std::thread thread;
};

void FollowSource::Room::run()
{
    std::unique_lock lock(mutex);
    while (!ending) {
        lock.unlock();
        readAgain();
        publish();
        lock.lock();
        readingWanted = false;
        const auto until = std::chrono::steady_clock::now() + kPeriod;
        while (wake.wait_until(lock, until, [this] { return ending || readingWanted || pictureWanted; })) {
            if (ending || readingWanted)
                break;
            pictureWanted = false;
            lock.unlock();
            publish();
            lock.lock();
        }
    }
}

void FollowSource::Room::readAgain()
{
    const Result<void> done = read();
    if (!done)
        reader.reset(); // whatever is there next time may be another file
    for (const AlarmEvent &event : done &&arrived ? journal.arrived() : std::vector<AlarmEvent>{})
        arrived(event);
    const UtcTime alive = journal.alive();
    const bool silent = alive == kNoTime || clock.utcNow() - alive > kSilentAfter;
    if (silent)
        reader.reset(); // a journal that was set aside is never written again
    const std::lock_guard lock(mutex);
    state = {alive, silent, done ? std::string() : done.error().text()};
}

Result<void> FollowSource::Room::read()
{
    if (!reader) {
        if (auto checked = checkFolder(folder); !checked)
            return checked;
        auto opened = store::StoreReader::open(folder);
        if (!opened)
            return opened.error();
        reader = std::move(*opened);
    }
    if (auto done = journal.read(*reader); !done)
        return done;
    return followed.read(*reader, journal.alive());
}

void FollowSource::Room::publish()
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->number = ++number;
    snapshot->echoes = inbox.echoes();
    journal.fill(*snapshot);
    followed.fill(*snapshot, inbox.watched());
    snapshot->health.journal = JournalState::ReadOnly;
    snapshot->health.journalDetail = "this window reads what another program writes";
    slot.store(std::move(snapshot));
}

Result<std::unique_ptr<FollowSource>> FollowSource::open(const std::string &folder, const Clock &clock, Arrived arrived)
{
    if (auto checked = checkFolder(folder); !checked)
        return checked.error();
    auto reader = store::StoreReader::open(folder);
    if (!reader)
        return reader.error();
    FollowedJournal journal;
    if (auto read = journal.read(**reader); !read)
        return read.error();
    auto room = std::make_unique<Room>(folder, std::move(*reader), std::move(journal), clock, std::move(arrived));
    room->thread = std::thread([inside = room.get()] { inside->run(); });
    return std::unique_ptr<FollowSource>(new FollowSource(std::move(room)));
}

FollowSource::FollowSource(std::unique_ptr<Room> room) : m_room(std::move(room)) {}

FollowSource::~FollowSource()
{
    {
        const std::lock_guard lock(m_room->mutex);
        m_room->ending = true;
    }
    m_room->wake.notify_all();
    m_room->thread.join();
}

SnapshotPtr FollowSource::latest() const
{
    return m_room->slot.load();
}

bool FollowSource::post(Command command)
{
    m_room->inbox.take(std::move(command));
    {
        const std::lock_guard lock(m_room->mutex);
        m_room->pictureWanted = true;
    }
    m_room->wake.notify_all();
    return true;
}

void FollowSource::reconnectFeeds()
{
    {
        const std::lock_guard lock(m_room->mutex);
        m_room->readingWanted = true;
    }
    m_room->wake.notify_all();
}

FollowState FollowSource::state() const
{
    const std::lock_guard lock(m_room->mutex);
    return m_room->state;
}

const config::Plant &FollowSource::plant() const
{
    return m_room->plant;
}

} // namespace telltale::replay
