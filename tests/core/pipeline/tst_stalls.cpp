// SPDX-License-Identifier: GPL-3.0-or-later
// The real threads, one of them stopped at a time: it is noticed, said, and where that can be, mended. TELLTALE_RUNS: how often each (1).
#include "core/pipeline/heartbeat.h"
#include "core/pipeline/pipeline.h"

#include "core/store/database.h"
#include "tests/support/eventually.h"
#include "tests/support/frozen_thread.h"
#include "tests/support/item_builders.h"
#include "tests/support/runs.h"
#include "tests/support/temp_folder.h"
#include "tests/support/zmq_publisher.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;

namespace {

/// A pipeline whose feed is never quiet.
class Street {
public:
    Street()
    {
        PipelineSettings settings;
        settings.plant = bandPlant({"line-a"});
        settings.extraFeeds = {m_publisher.address()};
        settings.dataFolder = m_folder.path();
        settings.shards = 2;
        m_pipeline = std::move(Pipeline::start(std::move(settings), m_clock)).value();
    }

    template <typename Condition>
    [[nodiscard]] bool until(Condition condition)
    {
        return eventually([&] {
            m_publisher.send("line-a {\"values\":{\"x\":1.0}}");
            m_pipeline->noteScreen();
            return condition();
        });
    }
    [[nodiscard]] bool reads()
    {
        const auto before = samples();
        return until([&] { return samples() > before; });
    }
    [[nodiscard]] Pipeline &pipeline() { return *m_pipeline; }
    [[nodiscard]] std::string folder() const { return m_folder.path(); }
    [[nodiscard]] std::int64_t audits(const char *like)
    {
        const auto journal = Database::open(m_folder.path("journal.db"), Database::Mode::Read);
        const std::string sql = std::string("SELECT count(*) FROM audit WHERE what = 'stall' AND detail LIKE '") + like + "'";
        return journal ? journal->number(sql.c_str()).value() : 0;
    }

private:
    using Database = store::Database;
    [[nodiscard]] std::uint64_t samples() const
    {
        const SnapshotPtr snapshot = m_pipeline->latest();
        return snapshot && !snapshot->sensors.empty() ? snapshot->sensors[0].samples : 0;
    }

    TempFolder m_folder;
    SystemClock m_clock;
    ZmqPublisher m_publisher;
    std::unique_ptr<Pipeline> m_pipeline;
};

} // namespace

class TestStalls : public QObject {
    Q_OBJECT
private slots:
    void everyThreadIsNoticed_data();
    void everyThreadIsNoticed();
    void aScreenThatStandsStillIsNoticed();
    void aFeedThatStandsStillIsBegunAnew();
    void nothingIsSaidOfAProgramThatRuns();
};

void TestStalls::everyThreadIsNoticed_data()
{
    QTest::addColumn<QString>("thread");
    QTest::addColumn<QString>("said");
    QTest::newRow("feed") << "feed 0"
                          << "feed tcp";
    QTest::newRow("alarms") << "alarms"
                            << "alarms for";
    QTest::newRow("shard") << "shard 1"
                           << "shard 1";
    QTest::newRow("store") << "store"
                           << "store for";
}

void TestStalls::everyThreadIsNoticed()
{
    QFETCH(QString, thread);
    QFETCH(QString, said);
    Street street;
    QVERIFY(street.reads());
    const int runs = test::runs(1);
    for (int run = 1; run <= runs; ++run) {
        {
            const FrozenThread frozen(thread.toStdString());
            QVERIFY(frozen.found());
            QVERIFY2(street.until([&] { return street.pipeline().stalled().find(said.toStdString()) != std::string::npos; }),
                     qPrintable(QString::fromStdString(street.pipeline().stalled())));
            QVERIFY(street.until([&] { return !livenessOf(readHeartbeat(heartbeatPath(street.folder())), SystemClock().utcNow()).alive; }));
        }
        QVERIFY(street.until([&] { return street.pipeline().stalled().empty(); }));
        QVERIFY(street.reads());
        QVERIFY(street.until([&] { return street.audits(("%" + said.toStdString() + "%").c_str()) >= run; }));
    }
    QVERIFY(street.until([&] { return livenessOf(readHeartbeat(heartbeatPath(street.folder())), SystemClock().utcNow()).alive; }));
    qInfo("%d times %s was stopped, noticed each time, in the sign of life and in the audit trail too", runs, qPrintable(thread));
}

void TestStalls::aScreenThatStandsStillIsNoticed()
{
    Street street;
    QVERIFY(street.reads());
    QVERIFY(eventually([&] { return street.pipeline().stalled().starts_with("screen for"); }));
    street.pipeline().endScreen();
    QVERIFY(eventually([&] { return street.pipeline().stalled().empty(); }));
    QVERIFY(street.until([&] { return street.audits("%screen%") == 1; }));
}

void TestStalls::aFeedThatStandsStillIsBegunAnew()
{
    Street street;
    QVERIFY(street.reads());
    const FrozenThread frozen("feed 0");
    QVERIFY(frozen.found());
    QVERIFY(street.until([&] { return street.audits("%begun anew%") == 1; }));
    QVERIFY(street.reads()); // while the old thread still stands
    QVERIFY(street.until([&] { return street.pipeline().stalled().empty(); }));
}

void TestStalls::nothingIsSaidOfAProgramThatRuns()
{
    Street street;
    QVERIFY(street.reads());
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{5};
    QVERIFY(street.until([&] { return std::chrono::steady_clock::now() > end || !street.pipeline().stalled().empty(); }));
    QCOMPARE(QString::fromStdString(street.pipeline().stalled()), QString());
    QCOMPARE(street.audits("%"), 0);
}

QTEST_APPLESS_MAIN(TestStalls)
#include "tst_stalls.moc"
