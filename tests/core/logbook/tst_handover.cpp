// SPDX-License-Identifier: GPL-3.0-or-later
// A scripted shift, handed over.
#include "core/base/sha256.h"
#include "core/logbook/handover.h"
#include "core/report/handover_report.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::logbook;
using namespace std::chrono_literals;

namespace {

UtcTime utc(const char *text)
{
    return parseTime(text).value();
}

const UtcTime kFrom = utc("2026-11-22T05:00:00Z");
const UtcTime kTo = utc("2026-11-22T13:00:00Z");
const UtcTime kNextTo = utc("2026-11-22T21:00:00Z");
const Actor kOutgoing{"operator A", "desk 2", "op"};

/// What was there at 12:50 UTC: four alarms, five holds, a lost feed, notes of this shift and of the one before.
struct ScriptedShift {
    std::vector<Occurrence> alarms;
    std::vector<SuppressedAlarm> suppressed;
    std::vector<Incident> incidents;
    std::vector<FeedHealth> feeds;
    std::vector<LogbookEntry> entries;
    std::vector<AlarmEvent> events;

    ScriptedShift()
    {
        addAlarm(1, "pump", Priority::P2, AlarmState::B, "2026-11-22T11:00:00Z");
        addAlarm(2, "fan", Priority::P1, AlarmState::D, "2026-11-22T12:00:00Z");
        addAlarm(3, "mixer", Priority::P3, AlarmState::C, "2026-11-22T06:00:00Z");
        alarms.back().ackedBy = {"operator B", "desk 1", "op"};
        alarms.back().acked = utc("2026-11-22T06:02:00Z");
        addAlarm(4, "valve", Priority::P2, AlarmState::E, "2026-11-22T07:00:00Z");
        alarms.back().suppression = Suppression::ShelvedTimed;
        addShelf("valve", "2026-11-22T22:00:00Z"); // behind the next shift
        addShelf("boiler", "2026-11-22T14:00:00Z");
        addOutOfService("crane", "2026-11-22T09:00:00Z"); // overdue
        addOutOfService("hoist", "2026-12-01T09:00:00Z");
        SuppressedAlarm rule;
        rule.source = {"line-b", "flow"};
        rule.what = "anomalous";
        rule.rule = {utc("2026-11-22T08:00:00Z"), kNoTime, {"system", "", ""}, "line stopped", false};
        suppressed.push_back(rule);
        Incident incident;
        incident.number = 3;
        incident.title = "bearing";
        incident.alarms = {1, 2};
        incidents.push_back(incident);
        FeedHealth lost;
        lost.address = "tcp://a:1";
        lost.state = FeedState::Lost;
        FeedHealth fine = lost;
        fine.address = "tcp://b:2";
        fine.state = FeedState::Live;
        feeds = {lost, fine};
        addNote("2026-11-22T12:00:00Z", "second");
        addNote("2026-11-22T06:00:00Z", "first");
        addNote("2026-11-22T04:59:59Z", "of the shift before");
        AlarmEvent comment;
        comment.kind = AlarmEventKind::Comment;
        comment.at = utc("2026-11-22T07:00:00Z");
        comment.actor = kOutgoing;
        comment.comment = "between";
        AlarmEvent joined = comment;
        joined.actor.operatorName = "system";
        events = {comment, joined};
    }

    [[nodiscard]] Handover handover() const
    {
        HandoverFacts facts;
        facts.from = kFrom;
        facts.to = kTo;
        facts.nextTo = kNextTo;
        facts.now = utc("2026-11-22T12:50:00Z");
        facts.outgoing = kOutgoing;
        facts.alarms = alarms;
        facts.suppressed = suppressed;
        facts.incidents = incidents;
        facts.feeds = feeds;
        facts.entries = entries;
        facts.events = events;
        facts.figures = {{"alarms", "alarms", 4.0}, {"time_to_ack_p50", "s", kMissing}};
        facts.text = "Pump 1 is <hot>.\nCall the mechanic.";
        return handoverOf(facts);
    }

private:
    void addAlarm(OccurrenceId id, const char *asset, Priority priority, AlarmState state, const char *raised)
    {
        Occurrence alarm;
        alarm.id = id;
        alarm.definition.source = {asset, "x"};
        alarm.definition.what = "anomalous";
        alarm.priority = priority;
        alarm.state = state;
        alarm.raisedReceived = utc(raised);
        alarms.push_back(alarm);
    }
    void addShelf(const char *asset, const char *until)
    {
        SuppressedAlarm held;
        held.source = {asset, "x"};
        held.what = "anomalous";
        held.shelf = {kFrom, utc(until), kOutgoing, "works", false};
        suppressed.push_back(held);
    }
    void addOutOfService(const char *asset, const char *review)
    {
        SuppressedAlarm held;
        held.source = {asset, "x"};
        held.what = "anomalous";
        held.outOfService = {kFrom, utc(review), {"supervisor C", "", ""}, "rebuilt", false};
        suppressed.push_back(held);
    }
    void addNote(const char *at, const char *text)
    {
        LogbookEntry entry;
        entry.kind = LogbookKind::RangeNote;
        entry.at = utc(at);
        entry.actor = kOutgoing;
        entry.text = text;
        entries.push_back(entry);
    }
};

template <typename Items>
std::vector<std::string> assetsOf(const Items &items)
{
    std::vector<std::string> assets;
    for (const auto &item : items)
        assets.push_back(item.source.asset);
    return assets;
}

report::Wording plainWording()
{
    return {[](std::string_view text) { return std::string(text); }, [](UtcTime time) { return toIso(time, 0); }, kNoTime};
}

using Words = std::vector<std::string>;

} // namespace

class TestHandover : public QObject {
    Q_OBJECT
private slots:
    void listsWhatIsOpenByUrgency();
    void saysWhatEndsInTheNextShiftAndWhatIsOverdue();
    void takesOnlyNotesOfPeopleAndOfTheShift();
    void comesBackFromItsText();
    void refusesForeignText();
    void theSheetHoldsEverythingAndNoMarkup();
};

void TestHandover::listsWhatIsOpenByUrgency()
{
    const Handover handover = ScriptedShift().handover();
    QCOMPARE(assetsOf(handover.unacknowledged),
             (Words{"pump", "fan"})); // as in the list: what is active comes before what has cleared, whatever its priority
    QCOMPARE(assetsOf(handover.acknowledged), (Words{"mixer"})); // what is shelved is handed over as shelved
    QCOMPARE(handover.acknowledged[0].ackedBy, std::string("operator B"));
    QCOMPARE(handover.incidents.size(), std::size_t{1});
    QCOMPARE(handover.incidents[0].alarms, std::uint64_t{2});
    QCOMPARE(handover.feeds.size(), std::size_t{1});
    QCOMPARE(handover.feeds[0].address, std::string("tcp://a:1"));
}

void TestHandover::saysWhatEndsInTheNextShiftAndWhatIsOverdue()
{
    const Handover handover = ScriptedShift().handover();
    QCOMPARE(assetsOf(handover.shelved), (Words{"boiler", "valve"})); // by end
    QVERIFY(handover.shelved[0].due);
    QVERIFY(!handover.shelved[1].due);
    QCOMPARE(assetsOf(handover.outOfService), (Words{"crane", "hoist"}));
    QVERIFY(handover.outOfService[0].due);
    QVERIFY(!handover.outOfService[1].due);
    QCOMPARE(assetsOf(handover.byDesign), (Words{"line-b"}));
}

void TestHandover::takesOnlyNotesOfPeopleAndOfTheShift()
{
    Words texts;
    for (const HandoverNote &note : ScriptedShift().handover().notes)
        texts.push_back(note.text);
    QCOMPARE(texts, (Words{"first", "between", "second"}));
}

void TestHandover::comesBackFromItsText()
{
    const Handover handover = ScriptedShift().handover();
    const std::string text = toJson(handover);
    const auto read = handoverFromJson(text);
    QVERIFY(read);
    QCOMPARE(toJson(*read), text);
    QCOMPARE(read->text, handover.text);
    QCOMPARE(read->from, kFrom);
    Handover changed = *read;
    changed.unacknowledged.pop_back();
    QVERIFY(sha256(toJson(changed)) != sha256(text));
}

void TestHandover::refusesForeignText()
{
    QVERIFY(!handoverFromJson("{}"));
    QVERIFY(!handoverFromJson("nothing"));
    QCOMPARE(handoverFromJson(R"({"format":"telltale-handover","version":2})").error().kind, ErrorKind::Unsupported);
}

void TestHandover::theSheetHoldsEverythingAndNoMarkup()
{
    const Handover handover = ScriptedShift().handover();
    const auto sections = report::handoverSections(handover, plainWording());
    for (const report::HandoverSection &section : sections) {
        QCOMPARE(section.header.size(), section.widths.size());
        double sum = 0.0;
        for (const double width : section.widths)
            sum += width;
        QVERIFY(std::abs(sum - 1.0) < 1e-9);
        for (const auto &row : section.rows)
            QCOMPARE(row.size(), section.header.size());
    }
    const std::string html = report::toHtml(handover, {7, sha256(toJson(handover)), "operator A", kTo, "operator B", kTo}, plainWording());
    for (const char *wanted : {"fan · x", "pump · x", "mixer · x", "boiler · x", "crane · x", "line-b · flow", "bearing", "tcp://a:1",
                               "between", "OVERDUE", "Taken over: operator B", "&lt;hot&gt;"})
        QVERIFY2(html.find(wanted) != std::string::npos, wanted);
    QVERIFY(html.find("<hot>") == std::string::npos);
    QVERIFY(html.find("<script") == std::string::npos);
}

QTEST_APPLESS_MAIN(TestHandover)
#include "tst_handover.moc"
