// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/alarm/alarm_story.h"

#include <QtTest>
#include <set>

using namespace telltale;
using namespace telltale::alarm;
using namespace telltale::alarm::test;
using namespace std::chrono_literals;

namespace {

/// A story is a line of words: "+5" lets 5 s pass; "RAISE>B" is an event and the state after it; "RAISE>B!" one that is refused and
/// journaled; "Q_BAD>B~" one that is not even that. In brackets: the new priority, or what is special about the event.
struct Word {
    QString event;
    QString argument;
    QString state;
    QChar mark;
};

Word wordOf(QString token)
{
    Word word;
    if (token.endsWith('!') || token.endsWith('~')) {
        word.mark = token.back();
        token.chop(1);
    }
    word.state = token.section('>', 1);
    word.event = token.section('>', 0, 0).section('(', 0, 0);
    word.argument = token.section('>', 0, 0).section('(', 1).chopped(token.contains('(') ? 1 : 0);
    return word;
}

Stimulus stimulusOf(const Word &word, const Hand &hand)
{
    Stimulus stimulus;
    stimulus.kind = kindOf(word.event);
    stimulus.actor.operatorName = word.argument == "other" ? "other" : "op";
    stimulus.comment = word.argument == "noreason" ? "" : "a reason";
    stimulus.seenSeq = word.argument == "stale" ? 0 : hand.seq;
    stimulus.until = hand.now + (word.argument == "long" ? 25h : word.argument == "past" ? -1s : 60s);
    stimulus.oneShot = word.argument == "once";
    stimulus.removed = word.argument == "removed";
    if (word.argument.startsWith('P'))
        stimulus.priority = static_cast<Priority>(word.argument.mid(1).toInt());
    return stimulus;
}

AlarmDefinition definitionOf(const QString &flags)
{
    AlarmDefinition definition;
    definition.latching = flags.contains("latching");
    definition.ackRequired = !flags.contains("noack");
    definition.annunciate = !flags.contains("quiet");
    definition.reAlarm = flags.contains("realarm") ? Duration(30min) : Duration(0);
    definition.priority = flags.contains("diagnostic") ? Priority::Diagnostic : Priority::P2;
    return definition;
}

struct Story {
    const char *name;
    const char *flags;
    const char *words;
};

const std::vector<Story> kStories{
    {"a life", "", "RAISE>B ACK>C CLEAR>A"},
    {"cleared before it was seen", "", "RAISE>B CLEAR>D ACK>A"},
    {"comes back before it was seen", "", "RAISE>B CLEAR>D RAISE>B ACK>C CLEAR>A"},
    {"needs no acknowledgement", "noack", "RAISE>B CLEAR>A"},
    {"diagnostic needs none either", "diagnostic", "RAISE>B CLEAR>A"},
    {"latching, acknowledged first", "latching", "RAISE>B ACK>C CLEAR>L2 RESET>A"},
    {"latching, cleared first", "latching", "RAISE>B CLEAR>L1 ACK>L2 RESET>A"},
    {"latched unseen, back again", "latching", "RAISE>B CLEAR>L1 RAISE>B CLEAR>L1"},
    {"latched seen, back again", "latching", "RAISE>B ACK>C CLEAR>L2 RAISE>B"},
    {"raise while active", "", "RAISE>B RAISE>B! ACK>C RAISE>C!"},
    {"clear while inactive", "", "CLEAR>A! RAISE>B CLEAR>D CLEAR>D!"},
    {"clear while latched", "latching", "RAISE>B CLEAR>L1 CLEAR>L1! ACK>L2 CLEAR>L2!"},
    {"escalates before it was seen", "", "RAISE>B ESCALATE(P1)>B ACK>C"},
    {"escalates after it was seen", "", "RAISE>B ACK>C ESCALATE(P1)>B ACK>C"},
    {"gets stronger within its priority", "", "RAISE>B ACK>C ESCALATE>B"},
    {"an escalation that is none", "", "RAISE>B ESCALATE(P3)>B! ACK>C ESCALATE(P3)>C!"},
    {"deescalates after it was seen", "", "RAISE>B ACK>C DEESCALATE(P3)>C DEESCALATE(P1)>C!"},
    {"keeps its priority until seen", "", "RAISE>B DEESCALATE(P3)>B!"},
    {"changes of priority while inactive", "latching", "ESCALATE(P1)>A! RAISE>B CLEAR>L1 ESCALATE(P1)>L1! DEESCALATE(P3)>L1!"},
    {"ack of what changed", "", "RAISE>B ACK(stale)>B! ACK>C"},
    {"ack of what changed and cleared", "", "RAISE>B ESCALATE(P1)>B CLEAR>D ACK(stale)>D! ACK>A"},
    {"ack of what changed and latched", "latching", "RAISE>B CLEAR>L1 ACK(stale)>L1! ACK>L2"},
    {"ack twice", "latching", "RAISE>B ACK>C ACK>C! CLEAR>L2 ACK>L2!"},
    {"ack of nothing", "", "ACK>A! ACK_UNDO>A!"},
    {"undo", "", "RAISE>B ACK>C +10 ACK_UNDO>B ACK>C"},
    {"undo of a latched one", "latching", "RAISE>B CLEAR>L1 ACK>L2 ACK_UNDO>L1"},
    {"undo too late", "latching", "RAISE>B ACK>C +11 ACK_UNDO>C! CLEAR>L2 ACK_UNDO>L2!"},
    {"undo by somebody else", "", "RAISE>B ACK>C ACK_UNDO(other)>C!"},
    {"undo of a closed one", "", "RAISE>B CLEAR>D ACK>A ACK_UNDO>A!"},
    {"undo of what is not acknowledged", "", "RAISE>B ACK_UNDO>B! CLEAR>D ACK_UNDO>D!"},
    {"reset too early", "latching", "RESET>A! RAISE>B RESET>B! ACK>C RESET>C! CLEAR>L2 RAISE>B CLEAR>L1 RESET>L1!"},
    {"reset of what is not latched", "", "RAISE>B CLEAR>D RESET>D!"},
    {"re-alarm", "realarm", "RAISE>B ACK>C REALARM>C! +1800 REALARM>B"},
    {"no re-alarm asked for", "", "RAISE>B ACK>C +9000 REALARM>C!"},
    {"silence", "", "RAISE>B SILENCE>B SILENCE>B! CLEAR>D SILENCE>D!"},
    {"bad quality freezes", "", "RAISE>B Q_BAD>B Q_BAD>B~ CLEAR>B! ESCALATE(P1)>B! ACK>C Q_GOOD>C Q_GOOD>C~ CLEAR>A"},
    {"bad quality without an alarm", "", "Q_GOOD>A~ Q_BAD>A RAISE>A! Q_GOOD>A RAISE>B"},
    {"closed while bad, raised again", "", "RAISE>B CLEAR>D Q_BAD>D ACK>A RAISE>B"},
    {"restart", "latching", "RAISE>B RESTART>B CLEAR>L1 RESTART>L1 ACK>L2 RESTART>L2 Q_GOOD>L2 RESET>A RESTART>A"},
    {"restart, then really bad", "", "RAISE>B RESTART>B Q_BAD>B CLEAR>B! Q_GOOD>B CLEAR>D"},
    {"configuration", "", "RAISE>B CONFIG_CHANGED>B CONFIG_CHANGED(removed)>A CONFIG_CHANGED>A"},
    {"nobody is left to say that it is over", "", "RAISE>B Q_BAD>B CLEAR>B! CLEAR(removed)>D ACK>A RAISE>B"},
    {"remarks", "", "COMMENT>A! RAISE>B COMMENT>B VERDICT>B ASSIGN>B CLEAR>D COMMENT>D"},
    {"shelved and back, active", "", "RAISE>B ACK>C SHELVE>E ACK>E! UNSHELVE>B"},
    {"shelved and back, latched", "latching", "RAISE>B CLEAR>L1 SHELVE>E UNSHELVE>L1"},
    {"shelved and back, latched meanwhile", "latching", "RAISE>B ACK>C SHELVE>E CLEAR>E UNSHELVE>L1"},
    {"shelved and back, over", "", "RAISE>B SHELVE>E CLEAR>E CLEAR>E! SHELF_EXPIRED>E! +60 SHELF_EXPIRED>A"},
    {"shelved before it ever came", "", "SHELVE>E RAISE>E RAISE>E! ESCALATE(P1)>E UNSHELVE>B"},
    {"shelved, several raises", "", "SHELVE>E RAISE>E CLEAR>E ESCALATE(P1)>E! RAISE>E +60 SHELF_EXPIRED>B"},
    {"shelved for nothing", "", "SHELVE>E +60 SHELF_EXPIRED>A"},
    {"one-shot shelf", "", "RAISE>B SHELVE(once)>E CLEAR>A RAISE>B"},
    {"shelf rules", "", "SHELVE(noreason)>A! RAISE>B SHELVE(long)>B! SHELVE(past)>B! SHELVE>E SHELVE>E! UNSHELVE>B UNSHELVE>B!"},
    {"suppressed by design", "", "RAISE>B ACK>C SUPPRESS_ON>F SUPPRESS_ON>F! ACK>F! CLEAR>F RAISE>F SUPPRESS_OFF>B SUPPRESS_OFF>B!"},
    {"suppressed, latched", "latching", "RAISE>B SUPPRESS_ON>F CLEAR>F SUPPRESS_OFF>L1"},
    {"suppressed, over", "", "SUPPRESS_ON>F RAISE>F CLEAR>F SUPPRESS_OFF>A"},
    {"suppressed while shelved", "", "RAISE>B SHELVE>E SUPPRESS_ON>F SUPPRESS_OFF>E UNSHELVE>B"},
    {"suppressed until the shelf is over", "", "RAISE>B SHELVE>E SUPPRESS_ON>F +61 SUPPRESS_OFF>B"},
    {"out of service", "", "RAISE>B OOS_ON(noreason)>B! OOS_ON>G OOS_ON>G! ACK>G! ESCALATE>G CLEAR>G OOS_OFF>A OOS_OFF>A!"},
    {"out of service, raised meanwhile", "", "OOS_ON>G RAISE>G RAISE>G! SHELVE>G! SUPPRESS_ON>G! OOS_OFF>B ACK>C"},
};

void tell(const Story &story, std::set<int> *rows)
{
    Hand hand;
    hand.definition = definitionOf(story.flags);
    hand.regions.priority = hand.definition.priority;
    for (const QString &token : QString(story.words).split(' ')) {
        if (token.startsWith('+')) {
            hand.now += std::chrono::seconds{token.mid(1).toInt()};
            continue;
        }
        const Word word = wordOf(token);
        Stimulus stimulus = stimulusOf(word, hand);
        stimulus.at = hand.now;
        if (rows)
            rows->insert(rowIndex(hand.regions, stimulus, hand.definition));
        const Regions before = hand.regions;
        const Outcome outcome = hand.does(stimulus);
        const QByteArray place = QByteArray(story.name) + ": " + token.toLatin1();
        QVERIFY2(letters(stateOf(hand.regions)) == word.state, place + " leads to " + letters(stateOf(hand.regions)).toLatin1());
        QVERIFY2(outcome.has(kRefuse) == (word.mark == '!'), place + ' ' + QByteArray(outcome.text.data(), qsizetype(outcome.text.size())));
        QVERIFY2(outcome.has(kSayNothing) == (word.mark == '~'), place);
        if (word.mark != QChar())
            QVERIFY2(hand.regions == before, place);
        QVERIFY2(!outcome.has(kRefuse) || !outcome.text.empty(), place);
    }
}

/// What the table says about sound, as a story too: '-' off, 's' sounding, 'q' silenced.
QString soundOf(const Hand &hand)
{
    static const QStringList words{"-", "s", "q"};
    return words.at(int(hand.regions.audible));
}

} // namespace

class TestAlarmMachine : public QObject {
    Q_OBJECT

private slots:
    void tellsItsStories_data()
    {
        QTest::addColumn<int>("story");
        for (std::size_t i = 0; i < kStories.size(); ++i)
            QTest::newRow(kStories[i].name) << int(i);
    }

    void tellsItsStories()
    {
        QFETCH(int, story);
        tell(kStories[std::size_t(story)], nullptr);
    }

    /// Every row of the table decides something in one of the stories.
    void everyRowIsTold()
    {
        std::set<int> told;
        for (const Story &story : kStories)
            tell(story, &told);
        Hand never;
        never.definition.shelveAllowed = false;
        Stimulus shelve;
        shelve.kind = AlarmEventKind::Shelve;
        shelve.comment = "because";
        shelve.at = never.now;
        told.insert(rowIndex(never.regions, shelve, never.definition));
        QVERIFY(never.does(shelve).has(kRefuse));
        QStringList untold;
        for (const TransitionRow *row = tableBegin(); row != tableEnd(); ++row)
            if (!told.contains(int(row - tableBegin())))
                untold
                    << QString("row %1 (%2)").arg(row - tableBegin()).arg(QString::fromUtf8(row->text.data(), qsizetype(row->text.size())));
        QVERIFY2(untold.isEmpty(), qPrintable(untold.join(", ")));
        QVERIFY2(!told.contains(-1), "an event without a row");
    }

    void everyEventHasARowInEveryState()
    {
        for (int state = 0; state <= int(AlarmState::G); ++state)
            for (int kind = 0; kind < int(AlarmEventKind::Ignored); ++kind)
                QVERIFY(std::any_of(tableBegin(), tableEnd(), [&](const TransitionRow &row) {
                    return (row.from & (1U << state)) != 0 && (row.event & (1U << kind)) != 0 && row.guard == nullptr;
                }));
    }

    void soundsAsTheTableSays_data()
    {
        QTest::addColumn<QString>("flags");
        QTest::addColumn<QString>("events");
        QTest::addColumn<QString>("sounds");
        QTest::newRow("off at the acknowledgement") << ""
                                                    << "RAISE ACK CLEAR"
                                                    << "s - -";
        QTest::newRow("off at the return") << ""
                                           << "RAISE CLEAR ACK"
                                           << "s - -";
        QTest::newRow("stays while latched") << "latching"
                                             << "RAISE CLEAR ACK RESET"
                                             << "s s - -";
        QTest::newRow("again at the next raise") << ""
                                                 << "RAISE CLEAR RAISE"
                                                 << "s - s";
        QTest::newRow("escalation sounds even if silenced") << ""
                                                            << "RAISE SILENCE ESCALATE(P1)"
                                                            << "s q s";
        QTest::newRow("escalation after the ack") << ""
                                                  << "RAISE ACK ESCALATE"
                                                  << "s - s";
        QTest::newRow("deescalation does not") << ""
                                               << "RAISE ACK DEESCALATE(P3)"
                                               << "s - -";
        QTest::newRow("re-alarm") << "realarm"
                                  << "RAISE ACK +1800 REALARM"
                                  << "s - s";
        QTest::newRow("undo") << ""
                              << "RAISE ACK ACK_UNDO"
                              << "s - s";
        QTest::newRow("unacknowledged ones after a restart") << ""
                                                             << "RAISE SILENCE RESTART"
                                                             << "s q s";
        QTest::newRow("not the acknowledged ones") << ""
                                                   << "RAISE ACK RESTART"
                                                   << "s - -";
        QTest::newRow("not the returned ones") << ""
                                               << "RAISE CLEAR RESTART"
                                               << "s - -";
        QTest::newRow("no sound asked for") << "quiet"
                                            << "RAISE ESCALATE(P1) RESTART"
                                            << "- - -";
        QTest::newRow("diagnostic") << "diagnostic"
                                    << "RAISE"
                                    << "-";
        QTest::newRow("shelved") << ""
                                 << "RAISE SHELVE CLEAR RAISE UNSHELVE"
                                 << "s - - - s";
        QTest::newRow("suppressed") << ""
                                    << "RAISE SUPPRESS_ON RESTART SUPPRESS_OFF"
                                    << "s - - s";
        QTest::newRow("out of service") << ""
                                        << "RAISE OOS_ON CLEAR RAISE OOS_OFF"
                                        << "s - - - s";
    }

    void soundsAsTheTableSays()
    {
        QFETCH(QString, flags);
        QFETCH(QString, events);
        QFETCH(QString, sounds);
        Hand hand;
        hand.definition = definitionOf(flags);
        hand.regions.priority = hand.definition.priority;
        QStringList heard;
        for (const QString &token : events.split(' ')) {
            if (token.startsWith('+')) {
                hand.now += std::chrono::seconds{token.mid(1).toInt()};
                continue;
            }
            hand.does(stimulusOf(wordOf(token), hand));
            heard << soundOf(hand);
        }
        QCOMPARE(heard.join(' '), sounds);
    }

    void silenceEndsByItself()
    {
        Hand hand;
        hand.does(AlarmEventKind::Raise);
        hand.does(AlarmEventKind::Silence);
        QCOMPARE(hand.regions.silencedUntil, hand.now + 120s);
        QCOMPARE(wake(hand.regions, hand.now + 119s), hand.regions);
        QCOMPARE(wake(hand.regions, hand.now + 120s).audible, Audible::Sounding);
    }

    void chatteringAlarmStaysQuietAfterItsLastSound()
    {
        Hand hand;
        hand.does(AlarmEventKind::Raise);
        hand.now += 5s;
        hand.does(AlarmEventKind::Clear); // the last moment it sounded
        const UtcTime lastSound = hand.now;
        hand.now += 5s;
        hand.regions.chattering = true;
        hand.does(AlarmEventKind::Raise);
        QCOMPARE(hand.regions.audible, Audible::Silenced);
        QCOMPARE(hand.regions.silencedUntil, lastSound + 60s);
        hand.now = lastSound + 30s;
        hand.does(AlarmEventKind::Clear);
        hand.now = lastSound + 60s;
        hand.does(AlarmEventKind::Raise);
        QCOMPARE(hand.regions.audible, Audible::Sounding);
    }

    void priorityRisesAndFallsByTheRules()
    {
        Hand hand;
        hand.does(AlarmEventKind::Raise);
        hand.does(AlarmEventKind::Escalate, Priority::P1);
        QCOMPARE(hand.regions.priority, Priority::P1);
        hand.does(AlarmEventKind::Clear);
        hand.does(AlarmEventKind::Raise);
        QCOMPARE(hand.regions.priority, Priority::P1); // nobody has seen it yet: it may not get less urgent
        hand.does(AlarmEventKind::Ack);
        hand.does(AlarmEventKind::Deescalate, Priority::P3);
        QCOMPARE(hand.row.priority, Priority::P3);
        QCOMPARE(hand.row.maxPriority, Priority::P1);
        hand.does(AlarmEventKind::Clear);
        hand.does(AlarmEventKind::Raise);
        QCOMPARE(hand.regions.priority, Priority::P2); // a new occurrence begins with its definition's
    }

    void closingReasonsAreThoseOfTheTable_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("event");
        QTest::addColumn<QString>("reason");
        const auto add = [](const char *name, AlarmState from, AlarmEventKind event, const char *reason) {
            QTest::newRow(name) << int(from) << int(event) << reason;
        };
        add("B CLEAR", AlarmState::B, AlarmEventKind::Clear, "auto");
        add("C CLEAR", AlarmState::C, AlarmEventKind::Clear, "normal");
        add("D ACK", AlarmState::D, AlarmEventKind::Ack, "normal");
        add("L2 RESET", AlarmState::L2, AlarmEventKind::Reset, "reset");
        add("E SHELF_EXPIRED", AlarmState::E, AlarmEventKind::ShelfExpired, "shelved");
        add("F SUPPRESS_OFF", AlarmState::F, AlarmEventKind::SuppressOff, "suppressed");
        add("B OOS_ON", AlarmState::B, AlarmEventKind::OosOn, "oos");
        add("L1 CONFIG_CHANGED", AlarmState::L1, AlarmEventKind::ConfigChanged, "config");
        add("B ACK", AlarmState::B, AlarmEventKind::Ack, "");
    }

    void closingReasonsAreThoseOfTheTable()
    {
        QFETCH(int, from);
        QFETCH(int, event);
        QFETCH(QString, reason);
        const std::string_view text = closeReason(static_cast<AlarmState>(from), static_cast<AlarmEventKind>(event));
        QCOMPARE(QString::fromLatin1(text.data(), qsizetype(text.size())), reason);
    }
};

QTEST_APPLESS_MAIN(TestAlarmMachine)
#include "tst_alarm_machine.moc"
