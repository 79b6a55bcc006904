// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/stored_kpis.h"

#include "core/kpi/kpi_csv.h"
#include "core/store/window_scan.h"
#include "tests/core/kpi/scripted_shift.h"
#include "tests/support/built_program.h"
#include "tests/support/temp_folder.h"
#include "tests/ui/kpi/stored_shift.h"

#include <QProcess>
#include <QtTest>

using namespace telltale;

class TestStoredKpis : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void areThoseOfTheFacts_data();
    void areThoseOfTheFacts();
    void theCommandLineSaysTheSame();
    void onlyWhatTheWindowNeedsIsRead();
    void canBeStopped();
    void aFolderWithoutAJournalIsNamed();

private:
    [[nodiscard]] kpi::KpiQuestion question(const std::string &from, const std::string &to) const
    {
        return {test::clockTime(from), test::clockTime(to)};
    }

    const test::TempFolder m_temp{};
    test::Journal m_shift = test::scriptedShift();
};

void TestStoredKpis::initTestCase()
{
    test::storeJournal(m_temp.path(), m_shift);
}

void TestStoredKpis::areThoseOfTheFacts_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("the shift") << "06:00:00"
                               << "14:00:00";
    QTest::newRow("its second half") << "10:30:00"
                                     << "14:00:00";
    QTest::newRow("in the middle of everything") << "08:00:30"
                                                 << "12:01:00";
    QTest::newRow("two days") << "-1 00:00:00"
                              << "23:59:59";
    QTest::newRow("before") << "-1 00:00:00"
                            << "-1 01:00:00";
}

/// The reader tells only a part of what lies before the window: it must be the part that matters.
void TestStoredKpis::areThoseOfTheFacts()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    const kpi::KpiQuestion asked = question(from.toStdString(), to.toStdString());
    const auto stored = ui::storedKpis(m_temp.path(), asked);
    QVERIFY2(stored.ok(), stored ? "" : stored.error().text().c_str());
    // A feed without a row in reach is not known of at all.
    std::vector<kpi::FeedRow> rows = m_shift.feeds;
    std::erase_if(rows, [&](const kpi::FeedRow &row) { return row.at < asked.from - std::chrono::minutes{1} || row.at >= asked.to; });
    const kpi::Kpis facts = kpi::kpisOf(asked, m_shift.occurrences, m_shift.events, rows);
    QCOMPARE(QString::fromStdString(kpi::kpiCsv(*stored)), QString::fromStdString(kpi::kpiCsv(facts)));
}

void TestStoredKpis::theCommandLineSaysTheSame()
{
    const auto stored = ui::storedKpis(m_temp.path(), question("06:00:00", "14:00:00"));
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(test::builtProgram("telltale"),
                  {QStringLiteral("--kpi"), QStringLiteral("--data"), QString::fromStdString(m_temp.path()), QStringLiteral("--since"),
                   QStringLiteral("2026-11-22T06:00:00Z"), QStringLiteral("--until"), QStringLiteral("2026-11-22T14:00:00Z"),
                   QStringLiteral("-o"), QStringLiteral("-")});
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.readAllStandardOutput(), QByteArray::fromStdString(kpi::kpiCsv(*stored)));
}

void TestStoredKpis::onlyWhatTheWindowNeedsIsRead()
{
    std::vector<EventSeq> told;
    store::WindowVisitor visitor;
    visitor.event = [&](const AlarmEvent &event) { told.push_back(event.seq); };
    // From 08:00 on: the oven's raise and acknowledgement (open), the shelving of the mixer and its end, and from 07:00 on everything.
    const auto done = store::scanWindow(m_temp.path(), {.from = test::clockTime("08:00:00"), .to = test::clockTime("08:01:30")}, visitor);
    QVERIFY(done.ok());
    QStringList kinds;
    for (const EventSeq seq : told) {
        const AlarmEvent &event = m_shift.events[seq - 1];
        kinds << QString::fromStdString(event.source.sensor + ' ' + std::string(toText(event.kind)));
    }
    const QStringList expected{QStringLiteral("heat RAISE"),          QStringLiteral("heat ACK"),
                               QStringLiteral("speed SHELVE"),        QStringLiteral("speed RAISE"),
                               QStringLiteral("speed SHELF_EXPIRED"), QStringLiteral("speed ACK"),
                               QStringLiteral("pressure RAISE"),      QStringLiteral("pressure SILENCE"),
                               QStringLiteral("pressure ACK"),        QStringLiteral("pressure ACK_UNDO")};
    QCOMPARE(kinds, expected);
}

void TestStoredKpis::canBeStopped()
{
    int asked = 0;
    const auto stopped = ui::storedKpis(m_temp.path(), question("06:00:00", "14:00:00"), [&] { return ++asked == 2; });
    QVERIFY(!stopped.ok());
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    QCOMPARE(asked, 2);
}

void TestStoredKpis::aFolderWithoutAJournalIsNamed()
{
    const auto nothing = ui::storedKpis(m_temp.path() + "/none", question("06:00:00", "14:00:00"));
    QVERIFY(!nothing.ok());
    QCOMPARE(nothing.error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(TestStoredKpis)
#include "tst_stored_kpis.moc"
