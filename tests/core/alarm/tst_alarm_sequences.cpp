// SPDX-License-Identifier: GPL-3.0-or-later
// Whole sequences of events: all short ones against a second, much smaller model, and long random ones against the invariants.
#include "core/alarm/alarm_book.h"
#include "tests/core/alarm/alarm_story.h"

#include <QtTest>
#include <map>
#include <random>
#include <set>

using namespace telltale;
using namespace telltale::alarm;
using namespace telltale::alarm::test;
using namespace std::chrono_literals;

namespace {

/// What an alarm does, told in the plainest way: one letter (1 and 2 are the latched states) and whether its quality is known.
struct PlainAlarm {
    bool latching = false;
    char state = 'A';
    char quality = 'g'; ///< good, bad, unverified

    bool takes(AlarmEventKind kind, char &next) const
    {
        static const std::map<std::pair<AlarmEventKind, char>, const char *> moves{
            // the second letter is for latching definitions
            {{AlarmEventKind::Raise, 'A'}, "BB"},   {{AlarmEventKind::Raise, 'D'}, "BB"},    {{AlarmEventKind::Raise, '1'}, "BB"},
            {{AlarmEventKind::Raise, '2'}, "BB"},   {{AlarmEventKind::Escalate, 'B'}, "BB"}, {{AlarmEventKind::Escalate, 'C'}, "BB"},
            {{AlarmEventKind::Clear, 'B'}, "D1"},   {{AlarmEventKind::Clear, 'C'}, "A2"},    {{AlarmEventKind::Ack, 'B'}, "CC"},
            {{AlarmEventKind::Ack, 'D'}, "AA"},     {{AlarmEventKind::Ack, '1'}, "22"},      {{AlarmEventKind::AckUndo, 'C'}, "BB"},
            {{AlarmEventKind::AckUndo, '2'}, "11"}, {{AlarmEventKind::Reset, '2'}, "AA"},
        };
        const auto move = moves.find({kind, state});
        if (move == moves.end())
            return false;
        next = move->second[latching ? 1 : 0];
        return true;
    }

    /// True when something came of it.
    bool does(AlarmEventKind kind)
    {
        if (kind == AlarmEventKind::Restart || kind == AlarmEventKind::QualityBad || kind == AlarmEventKind::QualityGood) {
            const char was = quality;
            quality = kind == AlarmEventKind::Restart ? 'u' : kind == AlarmEventKind::QualityBad ? 'b' : 'g';
            return quality != was || kind == AlarmEventKind::Restart;
        }
        const bool judged = kind == AlarmEventKind::Raise || kind == AlarmEventKind::Clear || kind == AlarmEventKind::Escalate;
        char next = state;
        if ((judged && quality == 'b') || !takes(kind, next))
            return false;
        if (judged && quality == 'u')
            quality = 'g';
        const bool closes = next == 'A' && state != 'A';
        quality = closes ? 'g' : quality;
        state = next;
        return true;
    }
};

char plainLetter(AlarmState state)
{
    return state == AlarmState::L1 ? '1' : state == AlarmState::L2 ? '2' : toText(state).front();
}

char plainQuality(const Regions &regions)
{
    return regions.unverified ? 'u' : regions.quality == Quality::Bad ? 'b' : 'g';
}

QString differences(const Hand &hand, const PlainAlarm &plain)
{
    QString found;
    const auto check = [&found](bool same, const char *what) { found += same ? "" : QString(" %1").arg(what); };
    const Regions &r = hand.regions;
    const AlarmState state = stateOf(r);
    check(plainLetter(state) == plain.state, "state");
    check(plainQuality(r) == plain.quality, "quality");
    check(r.audible == (state == AlarmState::B || state == AlarmState::L1 ? Audible::Sounding : Audible::Off), "sound");
    check(r.open == (state != AlarmState::A), "open");
    check(r.open == (hand.row.id != 0), "row");
    if (!r.open)
        return found;
    check(hand.row.state == state, "row.state");
    check(hand.row.condition == r.condition, "row.condition");
    check(hand.row.ack == r.ack, "row.ack");
    check(hand.row.latch == r.latch, "row.latch");
    check(hand.row.quality == r.quality, "row.quality");
    check(hand.row.unverifiedSinceRestart == r.unverified, "row.unverified");
    check(hand.row.priority == r.priority, "row.priority");
    check(hand.row.acked == r.acked, "row.acked");
    check(hand.row.ackedBy.operatorName == r.ackedBy, "row.ackedBy");
    return found;
}

const std::vector<AlarmEventKind> kAlphabet{AlarmEventKind::Raise,   AlarmEventKind::Escalate,  AlarmEventKind::Clear,
                                            AlarmEventKind::Ack,     AlarmEventKind::AckUndo,   AlarmEventKind::Reset,
                                            AlarmEventKind::Restart, AlarmEventKind::QualityBad /* good when it is bad */};

struct Search {
    QString failure;
    std::uint64_t steps = 0;

    void visit(const Hand &hand, const PlainAlarm &plain, int left, const QString &path)
    {
        for (AlarmEventKind kind : kAlphabet) {
            if (!failure.isEmpty())
                return;
            if (kind == AlarmEventKind::QualityBad && plain.quality == 'b')
                kind = AlarmEventKind::QualityGood;
            Hand next = hand;
            PlainAlarm plainNext = plain;
            next.now += 1s;
            const Outcome outcome = next.does(kind);
            const bool came = plainNext.does(kind);
            const QString here = path + ' ' + QString::fromLatin1(toText(kind).data());
            ++steps;
            const QString wrong = differences(next, plainNext) + (came == outcome.has(kRefuse) ? " taken" : "");
            if (!wrong.isEmpty())
                failure = here + ':' + wrong;
            if (left > 1)
                visit(next, plainNext, left - 1, here);
        }
    }
};

AlarmBook::Key keyOf(const AlarmDefinition &definition)
{
    return {definition.source, definition.what};
}

/// Eight definitions of every sort in two assets.
std::vector<AlarmDefinition> someDefinitions()
{
    std::vector<AlarmDefinition> definitions(8);
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        AlarmDefinition &definition = definitions[i];
        definition.source = {i < 4 ? "line-a" : "line-b", "s" + std::to_string(i)};
        definition.what = "anomalous";
        definition.latching = i % 2 == 1;
        definition.ackRequired = i % 4 != 2;
        definition.annunciate = i != 6;
        definition.reAlarm = i == 3 || i == 4 ? Duration(40s) : Duration(0);
        definition.priority = static_cast<Priority>(1 + i % 3);
    }
    return definitions;
}

/// A book under random fire, with everything it ever said.
class Storm {
public:
    explicit Storm(unsigned seed) : m_random(seed), m_definitions(someDefinitions())
    {
        for (const AlarmDefinition &definition : m_definitions)
            m_book.define(definition);
    }

    void run(int steps)
    {
        for (int i = 0; i < steps && m_broken.isEmpty(); ++i) {
            m_now += std::chrono::milliseconds(pick(9000));
            oneStep();
            checkOpenOnes();
            checkSuppressed();
        }
        checkJournal();
    }
    [[nodiscard]] QString broken() const { return m_broken; }
    [[nodiscard]] const std::vector<AlarmEvent> &journal() const { return m_journal; }

private:
    int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(m_random); }

    void expect(bool holds, const QString &what)
    {
        if (!holds && m_broken.isEmpty())
            m_broken = QString("event %1: %2").arg(m_journal.size()).arg(what);
    }

    void oneStep()
    {
        const int what = pick(20);
        if (what == 0) {
            take(m_book.silence(m_now, {"op", "st", "os"}));
        } else if (what < 4) {
            take(m_book.tick(m_now));
        } else {
            applyOne();
        }
    }

    void applyOne()
    {
        static const std::vector<AlarmEventKind> kinds{
            AlarmEventKind::Raise,      AlarmEventKind::Raise,       AlarmEventKind::Raise,       AlarmEventKind::Clear,
            AlarmEventKind::Clear,      AlarmEventKind::Clear,       AlarmEventKind::Escalate,    AlarmEventKind::Deescalate,
            AlarmEventKind::Ack,        AlarmEventKind::Ack,         AlarmEventKind::AckUndo,     AlarmEventKind::Reset,
            AlarmEventKind::QualityBad, AlarmEventKind::QualityGood, AlarmEventKind::QualityGood, AlarmEventKind::Comment,
            AlarmEventKind::Shelve,     AlarmEventKind::Unshelve,    AlarmEventKind::SuppressOn,  AlarmEventKind::SuppressOff,
            AlarmEventKind::OosOn,      AlarmEventKind::OosOff,      AlarmEventKind::OosOff,      AlarmEventKind::Restart,
            AlarmEventKind::Verdict,    AlarmEventKind::Assign,
        };
        const AlarmDefinition &definition = m_definitions[std::size_t(pick(int(m_definitions.size())))];
        Stimulus stimulus;
        stimulus.kind = kinds[std::size_t(pick(int(kinds.size())))];
        stimulus.at = m_now;
        stimulus.sourceTime = m_now - 1s;
        stimulus.actor.operatorName = pick(2) ? "op" : "other";
        stimulus.comment = pick(4) ? "because" : "";
        stimulus.seenSeq = m_book.lastSeq() - EventSeq(pick(int(m_book.lastSeq()) + 1) * pick(2));
        stimulus.score = pick(100) / 10.0;
        stimulus.until = m_now + std::chrono::minutes(pick(70));
        if (pick(2))
            stimulus.priority = static_cast<Priority>(1 + pick(3));
        stimulus.oneShot = pick(3) == 0;
        stimulus.verdict = static_cast<Judgement>(pick(5));
        const Occurrence *open = m_book.openFor(keyOf(definition));
        const EventSeq rose = open ? open->priorityRoseSeq : 0;
        const bool wasBad = open && open->quality == Quality::Bad && !open->unverifiedSinceRestart;
        const auto said = m_book.apply(keyOf(definition), stimulus);
        for (const Recorded &recorded : said) {
            expect(recorded.event.kind != AlarmEventKind::Ack || stimulus.seenSeq >= rose, "8: an ack hit what could not be seen");
            const bool moved = recorded.event.kind == AlarmEventKind::Raise || recorded.event.kind == AlarmEventKind::Clear;
            expect(!(moved && wasBad), "7: moved while its quality was bad");
        }
        take(said);
    }

    void take(const std::vector<Recorded> &said)
    {
        for (const Recorded &recorded : said) {
            m_journal.push_back(recorded.event);
            checkEvent(recorded.event);
            if (recorded.suppression)
                m_suppressed[recorded.suppression->source] = *recorded.suppression;
            if (recorded.event.occurrence == 0)
                continue;
            m_byOccurrence[recorded.event.occurrence].push_back(recorded.event);
            checkReplay(recorded.occurrence);
            m_closed += recorded.occurrence.open() ? 0 : 1;
        }
    }

    void checkEvent(const AlarmEvent &event)
    {
        expect(event.seq == m_journal.size(), "11: a number is missing or there twice");
        const bool quality = event.kind == AlarmEventKind::QualityBad || event.kind == AlarmEventKind::QualityGood;
        expect(!quality || event.from == event.to, "7: quality moved the state");
        expect(event.kind != AlarmEventKind::Ignored || (event.from == event.to && !event.comment.empty()),
               "ignored, but moved or without a reason");
        const bool begins = event.kind == AlarmEventKind::Shelve;
        expect(!begins || (event.until > event.at && event.until <= event.at + 24h), "6: a shelf without an end");
        if (!isUnacknowledged(event.from) || (event.to != AlarmState::A && event.to != AlarmState::C))
            return;
        const bool automatic = event.kind == AlarmEventKind::Clear && m_ackNotRequired.contains(event.source.sensor);
        expect(event.kind == AlarmEventKind::Ack || automatic, "4: left unacknowledged without an ack");
        expect(!event.actor.operatorName.empty(), "4: nobody did it");
    }

    /// 1: replaying the events from nothing rebuilds the occurrence.
    void checkReplay(const Occurrence &row)
    {
        const Occurrence again = replay(row.definition, m_byOccurrence[row.id]);
        const auto same = [this](bool holds, const char *what) { expect(holds, QString("1: replay differs in %1").arg(what)); };
        same(again.id == row.id && again.state == row.state, "state");
        same(again.condition == row.condition && again.ack == row.ack && again.latch == row.latch, "regions");
        same(again.suppression == row.suppression, "suppression");
        same(again.shelfUntil == row.shelfUntil && again.shelfOneShot == row.shelfOneShot, "shelf");
        same(again.bornSuppressed == row.bornSuppressed, "birth");
        same(again.verdict == row.verdict && again.owner == row.owner, "remarks");
        same(again.quality == row.quality && again.unverifiedSinceRestart == row.unverifiedSinceRestart, "quality");
        same(again.priority == row.priority && again.maxPriority == row.maxPriority, "priority");
        same(again.raiseCount == row.raiseCount && again.raised == row.raised && again.raisedReceived == row.raisedReceived, "raises");
        same(again.acked == row.acked && again.ackedBy == row.ackedBy, "acknowledgement");
        same(again.cleared == row.cleared && again.closed == row.closed && again.closeReason == row.closeReason, "end");
        same(again.lastSeq == row.lastSeq && again.priorityRoseSeq == row.priorityRoseSeq, "numbers");
        same(again.maxScore == row.maxScore || (std::isnan(again.maxScore) && std::isnan(row.maxScore)), "score");
    }

    void checkOpenOnes()
    {
        const std::vector<Occurrence> rows = m_book.openAlarms();
        std::set<SensorKey> keys;
        for (const Occurrence &row : rows) {
            expect(keys.insert(row.definition.source).second, "2: two open occurrences of one definition");
            expect(row.open() && row.state != AlarmState::A && row.state != AlarmState::G, "a row that should not be listed");
            const bool loud =
                row.audible == Audible::Sounding || (row.audible == Audible::Silenced && row.silencedUntil <= m_now + kLongestSilence);
            expect(row.state != AlarmState::B || !row.definition.annunciate || loud, "3: unacknowledged and quiet");
            const bool hidden = row.state == AlarmState::E || row.state == AlarmState::F;
            expect(hidden == (row.suppression != Suppression::None), "5: suppressed, but not listed as such");
            expect(m_book.find(row.id) != nullptr, "listed, but not to be found");
        }
        expect(rows.size() + m_closed == m_byOccurrence.size(), "11: opened is not open plus closed");
    }

    /// 5: what is suppressed is listed once, by its strongest reason; and what was recorded on the way says the same.
    void checkSuppressed()
    {
        std::map<SensorKey, SuppressedAlarm> listed;
        for (const SuppressedAlarm &held : m_book.suppressed())
            expect(listed.emplace(held.source, held).second, "5: listed twice");
        for (const auto &[source, held] : listed) {
            expect(held.suppression == Suppression::OutOfService ? held.outOfService.holds()
                   : held.suppression == Suppression::ByDesign   ? held.rule.holds()
                                                                 : held.shelf.holds(),
                   "5: listed without a reason");
            expect(!held.shelf.holds() || held.shelf.until <= m_now + 24h, "6: a shelf that is too long");
        }
        std::erase_if(m_suppressed, [](const auto &each) { return each.second.suppression == Suppression::None; });
        expect(listed == m_suppressed, "5: the records do not add up to the list");
        for (const Occurrence &row : m_book.openAlarms())
            expect((row.suppression != Suppression::None) == listed.contains(row.definition.source), "5: row and list differ");
    }

    void checkJournal()
    {
        std::map<AlarmEventKind, std::size_t> counts;
        for (const AlarmEvent &event : m_journal)
            ++counts[event.kind];
        std::size_t sum = 0;
        for (const auto &[kind, count] : counts)
            sum += count;
        expect(sum == m_book.lastSeq(), "11: the journal does not add up");
    }

    std::mt19937 m_random;
    std::vector<AlarmDefinition> m_definitions;
    const std::set<std::string> m_ackNotRequired{"s2", "s6"};
    AlarmBook m_book;
    UtcTime m_now = kStart;
    std::vector<AlarmEvent> m_journal;
    std::map<OccurrenceId, std::vector<AlarmEvent>> m_byOccurrence;
    std::map<SensorKey, SuppressedAlarm> m_suppressed; ///< as it was recorded
    std::size_t m_closed = 0;
    QString m_broken;
};

} // namespace

class TestAlarmSequences : public QObject {
    Q_OBJECT

private slots:
    void allShortSequencesAgreeWithAPlainModel_data()
    {
        QTest::addColumn<bool>("latching");
        QTest::newRow("not latching") << false;
        QTest::newRow("latching") << true;
    }

    void allShortSequencesAgreeWithAPlainModel()
    {
        QFETCH(bool, latching);
        Hand hand;
        hand.definition.latching = latching;
        Search search;
        search.visit(hand, PlainAlarm{latching, 'A', 'g'}, 7, {});
        QVERIFY2(search.failure.isEmpty(), qPrintable(search.failure));
        QCOMPARE(search.steps, 2'396'744U); // 8 + 8^2 + … + 8^7
    }

    void randomSequencesKeepTheInvariants_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void randomSequencesKeepTheInvariants()
    {
        QFETCH(unsigned, seed);
        Storm storm(seed);
        storm.run(1500);
        QVERIFY2(storm.broken().isEmpty(), qPrintable(storm.broken()));
        QVERIFY(storm.journal().size() > 1000);
    }

    void sameCallsGiveTheSameEvents()
    {
        Storm first(99);
        Storm second(99);
        first.run(500);
        second.run(500);
        QCOMPARE(first.journal().size(), second.journal().size());
        for (std::size_t i = 0; i < first.journal().size(); ++i) {
            const AlarmEvent &a = first.journal()[i];
            const AlarmEvent &b = second.journal()[i];
            QVERIFY(a.kind == b.kind && a.from == b.from && a.to == b.to && a.at == b.at && a.source == b.source && a.comment == b.comment);
        }
    }

    /// 12 and 6: the same arguments give the same outcome, and no shelf outlives the longest one allowed.
    void machineIsPureAndKeepsShelvesShort()
    {
        std::mt19937 random(7);
        Hand hand;
        for (int i = 0; i < 20000; ++i) {
            Stimulus event;
            event.kind = static_cast<AlarmEventKind>(random() % unsigned(AlarmEventKind::Ignored));
            hand.now += std::chrono::seconds(random() % 30);
            event.at = hand.now;
            event.comment = "because";
            event.until = hand.now + std::chrono::minutes(random() % 700);
            event.priority = static_cast<Priority>(1 + random() % 3);
            event.seenSeq = hand.seq;
            const Outcome once = step(hand.regions, event, hand.definition);
            const Outcome again = step(hand.regions, event, hand.definition);
            QVERIFY(once.next == again.next && once.from == again.from && once.to == again.to && once.effects == again.effects);
            QCOMPARE(once.to, stateOf(once.next));
            const Regions before = hand.regions;
            hand.does(event);
            if (hand.regions.shelf != Suppression::None && before.shelf == Suppression::None)
                QVERIFY(hand.regions.shelfUntil > hand.now
                        && hand.regions.shelfUntil <= hand.now + longestShelf(hand.definition, before.priority));
        }
    }
};

QTEST_APPLESS_MAIN(TestAlarmSequences)
#include "tst_alarm_sequences.moc"
