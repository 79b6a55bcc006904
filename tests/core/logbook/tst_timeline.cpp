// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logbook/timeline.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::logbook;

namespace {

LogbookEntry entry(EventSeq seq, LogbookKind kind, std::string text, OccurrenceId alarm = 0)
{
    LogbookEntry made;
    made.seq = seq;
    made.kind = kind;
    made.subject = 1;
    made.occurrence = alarm;
    made.at = fromNanos(std::int64_t(seq) * 1'000'000'000);
    made.actor = {"operator A", "desk 1", "op"};
    made.text = std::move(text);
    return made;
}

std::vector<LogbookEntry> oneIncident()
{
    using Kind = LogbookKind;
    return {entry(1, Kind::IncidentOpened, "bearing"),    entry(2, Kind::IncidentAlarmAdded, "", 11),
            entry(5, Kind::IncidentAlarmAdded, "", 12),   entry(6, Kind::IncidentOwner, "operator B"),
            entry(8, Kind::IncidentAlarmRemoved, "", 11), entry(9, Kind::IncidentClosed, "grease was missing")};
}

} // namespace

class TestTimeline : public QObject {
    Q_OBJECT
private slots:
    void theTimelineIsInTheOrderOfTruth();
};

void TestTimeline::theTimelineIsInTheOrderOfTruth()
{
    AlarmEvent raise;
    raise.seq = 3;
    raise.kind = AlarmEventKind::Raise;
    AlarmEvent ack = raise;
    ack.seq = 7;
    ack.kind = AlarmEventKind::Ack;
    const std::vector<AlarmEvent> events{ack, raise, raise}; // read in pieces that overlap
    const std::vector<TimelineItem> items = timelineOf(oneIncident(), events);
    std::vector<EventSeq> order;
    for (const TimelineItem &item : items)
        order.push_back(item.seq);
    QCOMPARE(order, (std::vector<EventSeq>{1, 2, 3, 5, 6, 7, 8, 9}));
    QCOMPARE(items[2].what, std::string("RAISE"));
    QCOMPARE(items[7].what, std::string("INCIDENT_CLOSED"));
    QCOMPARE(items[7].text, std::string("grease was missing"));
}

QTEST_APPLESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
