// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/journal_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;

namespace {

std::vector<JournalRow> eventsOf(EventSeq first, EventSeq last)
{
    std::vector<AlarmEvent> events;
    std::vector<LogbookEntry> entries;
    for (EventSeq seq = first; seq <= last; ++seq) {
        if (seq % 4 == 0) {
            entries.emplace_back().seq = seq;
        } else {
            events.emplace_back().seq = seq;
            events.back().occurrence = seq / 3;
        }
    }
    return journalRows(events, entries);
}

std::vector<EventSeq> seqsOf(const JournalModel &model)
{
    std::vector<EventSeq> seqs;
    for (int row = 0; row < model.rowCount(); ++row) {
        seqs.push_back(model.rowAt(row).seq());
    }
    return seqs;
}

} // namespace

class TestJournalModel : public QObject {
    Q_OBJECT
private slots:
    void newestComesFirst();
    void asksForOlderPagesOnce();
    void overlappingPagesGiveEachEventOnce();
    void takesOverNewEvents();
    void refusesToHideAHole();
    void doesNotGrowForEverWhileNobodyScrolls();
    void keepsWhatSomebodyScrolledTo();
    void anAssetAsAWholeIsNamedAsOne();
    void anEntryOfTheLogbookIsALineToo();
};

void TestJournalModel::newestComesFirst()
{
    JournalModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset(eventsOf(5, 8), true);
    QCOMPARE(seqsOf(model), (std::vector<EventSeq>{8, 7, 6, 5}));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("8"));
}

void TestJournalModel::asksForOlderPagesOnce()
{
    JournalModel model;
    model.reset(eventsOf(5, 8), true);
    QSignalSpy wanted(&model, &JournalModel::olderWanted);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QVERIFY(!model.canFetchMore({})); // one page is under way
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].value<EventSeq>(), EventSeq{5});
    model.appendOlder(eventsOf(1, 4), false);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.rowCount(), 8);
}

void TestJournalModel::overlappingPagesGiveEachEventOnce()
{
    JournalModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset(eventsOf(5, 8), true);
    model.appendOlder(eventsOf(3, 6), true);
    QCOMPARE(seqsOf(model), (std::vector<EventSeq>{8, 7, 6, 5, 4, 3}));
}

void TestJournalModel::takesOverNewEvents()
{
    JournalModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.prependNewer(eventsOf(1, 3)));
    QVERIFY(model.prependNewer(eventsOf(2, 5)));
    QVERIFY(model.prependNewer(eventsOf(2, 5)));
    QCOMPARE(seqsOf(model), (std::vector<EventSeq>{5, 4, 3, 2, 1}));
}

void TestJournalModel::refusesToHideAHole()
{
    JournalModel model;
    model.reset(eventsOf(1, 3), false);
    QVERIFY(!model.prependNewer(eventsOf(5, 6)));
    QCOMPARE(model.rowCount(), 3);
}

void TestJournalModel::doesNotGrowForEverWhileNobodyScrolls()
{
    constexpr auto kKept = EventSeq(JournalModel::kKept);
    JournalModel model;
    model.reset(eventsOf(1, 3), false);
    QVERIFY(model.prependNewer(eventsOf(4, kKept)));
    QVERIFY(!model.canFetchMore({}));
    QVERIFY(model.prependNewer(eventsOf(kKept + 1, kKept + 10)));
    QCOMPARE(model.rowCount(), int(kKept));
    QCOMPARE(model.rowAt(0).seq(), kKept + 10);
    QCOMPARE(model.oldestSeq(), EventSeq{11});
    QVERIFY(model.canFetchMore({})); // what was left out comes back when it is looked at
}

void TestJournalModel::keepsWhatSomebodyScrolledTo()
{
    constexpr auto kKept = EventSeq(JournalModel::kKept);
    JournalModel model;
    model.reset(eventsOf(101, kKept + 100), true);
    model.fetchMore({});
    QVERIFY(model.prependNewer(eventsOf(kKept + 101, kKept + 101)));
    QCOMPARE(model.oldestSeq(), EventSeq{101}); // the page on its way follows this row
    model.appendOlder(eventsOf(51, 100), true);
    QVERIFY(model.prependNewer(eventsOf(kKept + 102, kKept + 103)));
    QCOMPARE(model.rowCount(), int(kKept + 51));
    QCOMPARE(model.oldestSeq(), EventSeq{53});
}

void TestJournalModel::anAssetAsAWholeIsNamedAsOne()
{
    const auto sensorCell = [](const SensorKey &source) {
        AlarmEvent event;
        event.source = source;
        const auto &columns = journalColumns();
        const auto sensor = std::find_if(columns.begin(), columns.end(),
                                         [](const JournalColumn &column) { return QLatin1String(column.title) == "Sensor"; });
        return sensor->text(event, ZoneChoice::Utc);
    };
    QCOMPARE(sensorCell({"line-a/pump1", "flow"}), QStringLiteral("flow"));
    QCOMPARE(sensorCell({"line-a/pump1", ""}), QStringLiteral("(whole asset)"));
    QCOMPARE(sensorCell({"system", ""}), QString());
}

void TestJournalModel::anEntryOfTheLogbookIsALineToo()
{
    LogbookEntry entry;
    entry.seq = 7;
    entry.kind = LogbookKind::IncidentNote;
    entry.subject = 3;
    entry.occurrence = 12;
    entry.actor.operatorName = "operator A";
    entry.text = "mechanic <b>called</b>";
    AlarmEvent verdict;
    verdict.seq = 8;
    verdict.kind = AlarmEventKind::Verdict;
    verdict.verdict = Judgement::False;
    verdict.comment = "a fly";
    JournalModel model;
    model.reset(journalRows({verdict}, {entry}), false);
    const auto cell = [&model](int row, const char *title) {
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() == QLatin1String(title)) {
                return model.index(row, column).data().toString();
            }
        }
        return QStringLiteral("no such column");
    };
    QCOMPARE(cell(1, "Event"), QStringLiteral("INCIDENT_NOTE"));
    QCOMPARE(cell(1, "Comment"), QStringLiteral("no. 3: mechanic <b>called</b>"));
    QCOMPARE(cell(1, "By"), QStringLiteral("operator A"));
    QCOMPARE(cell(1, "Alarm"), QStringLiteral("#12"));
    QCOMPARE(cell(1, "Pri"), QString());
    QCOMPARE(cell(0, "Comment"), QStringLiteral("false: a fly"));
    QVERIFY(model.index(1, 8).data(Qt::ToolTipRole).toString().contains("&lt;b&gt;"));
}

QTEST_APPLESS_MAIN(TestJournalModel)
#include "tst_journal_model.moc"
