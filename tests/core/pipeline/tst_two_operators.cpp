// SPDX-License-Identifier: GPL-3.0-or-later
// Two operators who see the same list and acknowledge, take back, shelve and remark at the same time, while the alarms come and go and one
// of them leaves in the middle of it. Afterwards the history is checked: every acknowledgement has one winner, none reverts by itself, what
// is stored follows from the events, and the journal's order is that of the commits. TELLTALE_RUNS sets the number of runs (15).
#include "core/alarm/occurrence_fold.h"
#include "core/pipeline/pipeline.h"
#include "core/store/journal_check.h"
#include "core/store/store_reader.h"
#include "tests/support/eventually.h"
#include "tests/support/item_builders.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temp_folder.h"
#include "tests/support/zmq_publisher.h"

#include <QtTest>

#include <atomic>
#include <map>
#include <random>
#include <set>
#include <thread>

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t kSeed = 20261123;
constexpr std::uint64_t kMostCommands = 8; ///< of one operator in one run
const std::vector<std::string> kAssets{"line-a", "line-b", "line-c", "line-d"};

config::Plant restlessPlant()
{
    config::Plant plant = bandPlant(kAssets);
    for (config::AssetEntry &asset : plant.assets)
        asset.alarm->offDelay = Duration::zero();
    return plant;
}

/// What an operator does to an alarm that is in sight, by chance. Acknowledging most often: that is what two people race for.
Command chosen(const Occurrence &alarm, std::mt19937 &random)
{
    const AlarmKey key{alarm.definition.source, alarm.definition.what};
    Command command;
    switch (random() % 10) {
    case 0: command.what = command::UndoAcknowledge{{alarm.id}}; break;
    case 1: command.what = command::Shelve{{key}, 1h, random() % 2 == 0, "known fault"}; break;
    case 2: command.what = command::Unshelve{{key}}; break;
    case 3: command.what = command::Comment{alarm.id, "looking at it"}; break;
    default: command.what = command::Acknowledge{{alarm.id}, alarm.lastSeq, {}};
    }
    return command;
}

/// One person at the same pipeline; leaves after some commands. Thread: its own.
class Operator {
public:
    Operator(Pipeline &pipeline, std::string name, std::uint64_t firstId, std::uint32_t seed, std::uint64_t commands)
        : m_actor{std::move(name), "desk 1", "op"}
        , m_thread([=, this, &pipeline] { work(pipeline, firstId, seed, commands); })
    {
    }
    /// Ids of what was posted, and whether each was an acknowledgement.
    std::map<std::uint64_t, bool> finished()
    {
        m_thread.join();
        return std::move(m_posted);
    }
    [[nodiscard]] bool isDone() const { return m_done; }

private:
    void work(Pipeline &pipeline, std::uint64_t id, std::uint32_t seed, std::uint64_t commands)
    {
        std::mt19937 random(seed);
        SnapshotPtr seen;
        for (const std::uint64_t end = id + commands; id < end; ++id) {
            // Both wait for the same news, and so act at the same moment on the same list.
            if (!eventually([&] { return pipeline.latest() != seen && !pipeline.latest()->alarms->empty(); }))
                break;
            seen = pipeline.latest();
            Command command = chosen((*seen->alarms)[random() % seen->alarms->size()], random);
            command.id = id;
            command.actor = m_actor;
            const bool acknowledges = std::holds_alternative<command::Acknowledge>(command.what);
            if (pipeline.post(std::move(command)))
                m_posted[id] = acknowledges;
        }
        m_done = true;
    }

    Actor m_actor;
    std::map<std::uint64_t, bool> m_posted;
    std::atomic<bool> m_done{false};
    std::thread m_thread;
};

/// Everything that was asked and answered.
struct History {
    std::vector<EventSeq> committed;
    std::map<std::uint64_t, bool> posted; ///< true: an acknowledgement
    std::map<std::uint64_t, CommandEcho> echoes;

    void hear(const SnapshotPtr &snapshot)
    {
        for (const CommandEcho &echo : snapshot->echoes)
            echoes.emplace(echo.id, echo);
    }
    [[nodiscard]] bool allAnswered() const { return posted.size() == echoes.size(); }
};

/// What may make an acknowledged alarm wait once more: besides news of it, its return from a shelf, whatever it was before.
bool reopens(AlarmEventKind kind)
{
    static const std::set<AlarmEventKind> kKinds{AlarmEventKind::Raise,   AlarmEventKind::AckUndo,  AlarmEventKind::Escalate,
                                                 AlarmEventKind::ReAlarm, AlarmEventKind::Unshelve, AlarmEventKind::ShelfExpired};
    return kKinds.contains(kind);
}

/// What is wrong in the life of one alarm; empty = nothing.
std::string wrongIn(const Occurrence &stored, const std::vector<AlarmEvent> &events)
{
    Occurrence row = alarm::replay(stored.definition, {});
    for (const AlarmEvent &event : events) {
        const Occurrence before = row;
        alarm::fold(row, event);
        const std::string where = "event " + std::to_string(event.seq) + " (" + std::string(toText(event.kind)) + "): ";
        if (&event != &events.front() && event.from != before.state)
            return where + "begins at " + std::string(label(event.from)) + ", was " + std::string(label(before.state));
        if (event.kind == AlarmEventKind::Ack && before.ack != AckState::Unacked)
            return where + "was acknowledged already";
        if (before.ack == AckState::Acked && row.ack == AckState::Unacked && !reopens(event.kind))
            return where + "took an acknowledgement back";
    }
    const bool same = row.state == stored.state && row.ack == stored.ack && row.closed == stored.closed && row.lastSeq == stored.lastSeq
                      && row.ackedBy == stored.ackedBy;
    return same ? std::string() : "alarm " + std::to_string(stored.id) + " is not the sum of its events";
}

/// What is wrong in the whole history.
std::string wrongIn(const History &history, const std::vector<AlarmEvent> &events, const std::vector<Occurrence> &alarms)
{
    std::vector<EventSeq> stored;
    std::map<EventSeq, const AlarmEvent *> acks;
    std::map<OccurrenceId, std::vector<AlarmEvent>> lives;
    for (const AlarmEvent &event : events) {
        stored.push_back(event.seq);
        if (event.occurrence != 0)
            lives[event.occurrence].push_back(event);
        if (event.kind == AlarmEventKind::Ack)
            acks[event.seq] = &event;
    }
    if (stored != history.committed)
        return "the journal's order is not that of the commits";
    std::size_t won = 0;
    for (const auto &[id, echo] : history.echoes) {
        if (!history.posted.at(id) || !echo.accepted)
            continue;
        ++won;
        if (!acks.contains(echo.lastSeq))
            return "command " + std::to_string(id) + " was accepted, and there is no acknowledgement " + std::to_string(echo.lastSeq);
    }
    if (won != acks.size())
        return std::to_string(won) + " acknowledgements were accepted, and " + std::to_string(acks.size()) + " are in the journal";
    for (const Occurrence &alarm : alarms)
        if (std::string wrong = wrongIn(alarm, lives[alarm.id]); !wrong.empty())
            return wrong;
    return {};
}

/// One run: both at once, one of them leaves in the middle. False where a command stays without an answer.
bool race(Pipeline &pipeline, ZmqPublisher &publisher, int run, std::mt19937 &random, History &history)
{
    const std::uint64_t firstId = 1 + 2 * kMostCommands * std::uint64_t(run);
    Operator one(pipeline, "operator A", firstId, std::uint32_t(random()), kMostCommands);
    Operator other(pipeline, "operator B", firstId + kMostCommands, std::uint32_t(random()), random() % kMostCommands);
    const bool acted = eventually([&] {
        for (const std::string &asset : kAssets)
            publisher.send(asset + " {\"values\":{\"x\":" + (random() % 4 == 0 ? "0.5" : "9.0") + "}}");
        history.hear(pipeline.latest());
        return one.isDone() && other.isDone();
    });
    history.posted.merge(one.finished());
    history.posted.merge(other.finished());
    return acted && eventually([&] {
               history.hear(pipeline.latest());
               return history.allAnswered();
           });
}

} // namespace

class TestTwoOperators : public QObject {
    Q_OBJECT
private slots:
    void theCheckFindsWhatIsWrong();
    void everyHistoryIsConsistent();
};

/// A history that is in order, and the same with one thing changed.
void TestTwoOperators::theCheckFindsWhatIsWrong()
{
    const auto event = [](EventSeq seq, AlarmEventKind kind, AlarmState from, AlarmState to) {
        AlarmEvent made;
        made.seq = seq;
        made.occurrence = 1;
        made.source = {"line-a", "x"};
        made.kind = kind;
        made.from = from;
        made.to = to;
        return made;
    };
    using Kind = AlarmEventKind;
    using State = AlarmState;
    const std::vector<AlarmEvent> good{event(1, Kind::Raise, State::A, State::B), event(2, Kind::Ack, State::B, State::C),
                                       event(3, Kind::AckUndo, State::C, State::B), event(4, Kind::Ack, State::B, State::C)};
    const History history{
        {1, 2, 3, 4}, {{7, true}, {8, true}, {9, true}}, {{7, {7, true, {}, 2}}, {8, {8, false, "late", 0}}, {9, {9, true, {}, 4}}}};
    const Occurrence alarm = alarm::replay({}, good);
    QCOMPARE(wrongIn(history, good, {alarm}), std::string());
    std::vector<AlarmEvent> changed = good;
    changed[2].kind = Kind::Comment; // nobody took it back
    QVERIFY(wrongIn(history, changed, {alarm}).starts_with("event 4"));
    changed = good;
    changed[3].kind = Kind::Comment;
    QVERIFY(wrongIn(history, changed, {alarm}).ends_with("there is no acknowledgement 4"));
    History bothWon = history;
    bothWon.echoes[8] = {8, true, {}, 2};
    QVERIFY(wrongIn(bothWon, good, {alarm}).starts_with("3 acknowledgements were accepted"));
    History disordered = history;
    std::swap(disordered.committed[0], disordered.committed[1]);
    QVERIFY(!wrongIn(disordered, good, {alarm}).empty());
    Occurrence reverted = alarm;
    reverted.ack = AckState::Unacked;
    QVERIFY(wrongIn(history, good, {reverted}).ends_with("not the sum of its events"));
}

void TestTwoOperators::everyHistoryIsConsistent()
{
    const TempFolder folder;
    const SystemClock clock{};
    ZmqPublisher publisher;
    std::mt19937 random(kSeed);
    History history;
    PipelineSettings settings;
    settings.plant = restlessPlant();
    settings.extraFeeds = {publisher.address()};
    settings.dataFolder = folder.path("data");
    settings.onCommitted = [&](const AlarmEvent &event) { history.committed.push_back(event.seq); };
    auto pipeline = Pipeline::start(std::move(settings), clock);
    QVERIFY(pipeline.ok());
    QVERIFY(eventually([&] { return (*pipeline)->latest() != nullptr; }));
    const int runs = test::runs(15);
    for (int run = 0; run < runs; ++run)
        QVERIFY2(race(**pipeline, publisher, run, random, history), "a command was not answered, run " + QByteArray::number(run));
    (*pipeline)->stop();
    const auto reader = store::StoreReader::open(folder.path("data"));
    QVERIFY(reader.ok());
    const auto events = (*reader)->events({.since = {}, .until = {}, .occurrence = {}, .limit = 100'000'000});
    const auto alarms = (*reader)->occurrences(fromNanos(0), fromNanos(INT64_MAX));
    QVERIFY(events.ok() && alarms.ok());
    const std::string wrong = wrongIn(history, *events, *alarms);
    QVERIFY2(wrong.empty(), ("seed " + std::to_string(kSeed) + ": " + wrong).c_str());
    const auto check = store::checkJournal(folder.path("data"));
    QVERIFY2(check.ok() && check->good(), check.ok() ? check->verdict().c_str() : check.error().text().c_str());
    const auto refused = std::ranges::count_if(history.echoes, [](const auto &echo) { return !echo.second.accepted; });
    const auto acks = std::ranges::count(*events, AlarmEventKind::Ack, &AlarmEvent::kind);
    qInfo("%d runs of two operators: %zu commands, %td of them refused, %td acknowledgements, %zu alarms, %zu events, all consistent; seed "
          "%u",
          runs, history.posted.size(), refused, acks, alarms->size(), events->size(), kSeed);
}

QTEST_GUILESS_MAIN(TestTwoOperators)
#include "tst_two_operators.moc"
