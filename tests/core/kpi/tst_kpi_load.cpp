// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kpi/kpi_csv.h"
#include "tests/core/kpi/kpi_journal.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::kpi;
using namespace std::chrono_literals;

class TestKpiLoad : public QObject {
    Q_OBJECT
private slots:
    void nothingIsMissingAndNotZeroPercent();
    void theWindowIsHalfOpen();
    void theLastBinMayBeShorter();
    void aFloodBeginsAboveTenAndEndsBelowFive();
    void aFloodThatWasOnGoesOn();
    void aFloodIsNoFloodForOneOfItsAssets();
    void limitsAreSettings();
    void ratesAreOverWhatWasWatched();
    void withoutRowsTheRatesAreOverTheWindow();
};

namespace {

/// `count` alarms of their own, one every `step` from `first` on.
void burst(test::Journal &journal, const std::string &first, int count, Duration step, const std::string &asset = "line-a")
{
    for (int i = 0; i < count; ++i)
        journal.blip(test::clockTime(first) + step * i, journal.alarm({asset, "s" + std::to_string(i)}, Priority::P2));
}

} // namespace

void TestKpiLoad::nothingIsMissingAndNotZeroPercent()
{
    const Kpis kpis = test::Journal().kpis("06:00:00", "14:00:00");
    QCOMPARE(kpis.load.raises, 0U);
    QCOMPARE(kpis.load.perHour, 0.0);
    QCOMPARE(kpis.load.crowdedPercent, 0.0);
    QVERIFY(std::isnan(kpis.priorities[0].percent));
    QVERIFY(std::isnan(kpis.topPercent));
    QVERIFY(std::isnan(kpis.response.p50Sec));
    QVERIFY(std::isnan(kpis.fleeting.percent));
    const Kpis empty = test::Journal().kpis("06:00:00", "06:00:00");
    QVERIFY(std::isnan(empty.load.perHour));
    QVERIFY(empty.load.bins.empty());
}

void TestKpiLoad::theWindowIsHalfOpen()
{
    test::Journal journal;
    journal.blip(test::clockTime("05:59:59"), journal.alarm({"a", "1"}, Priority::P1));
    journal.blip(test::clockTime("06:00:00"), journal.alarm({"a", "2"}, Priority::P1));
    journal.blip(test::clockTime("07:00:00") - 1ns, journal.alarm({"a", "3"}, Priority::P1));
    journal.blip(test::clockTime("07:00:00"), journal.alarm({"a", "4"}, Priority::P1));
    const Kpis kpis = journal.kpis("06:00:00", "07:00:00");
    QCOMPARE(kpis.load.raises, 2U);
    QCOMPARE(kpis.load.bins.front(), 1U);
    QCOMPARE(kpis.load.bins.back(), 1U);
}

void TestKpiLoad::theLastBinMayBeShorter()
{
    test::Journal journal;
    burst(journal, "06:20:00", 12, 10s);
    // 25 min are two bins and a half one, which holds all 12: 1 of 3 bins is crowded, 12 in 2.5 bins are 4.8 a bin.
    const Kpis kpis = journal.kpis("06:00:00", "06:25:00");
    QCOMPARE(kpis.load.bins, (std::vector<std::uint32_t>{0, 0, 12}));
    QCOMPARE(kpis.load.crowdedPercent, 100.0 / 3);
    QCOMPARE(kpis.load.meanPerBin, 4.8);
    QCOMPARE(kpis.load.perHour, 28.8);
}

void TestKpiLoad::aFloodBeginsAboveTenAndEndsBelowFive()
{
    test::Journal journal;
    burst(journal, "06:00:00", 10, 1min); // 06:00 … 06:09: ten in ten minutes are no flood yet
    QVERIFY(journal.kpis("06:00:00", "07:00:00").load.floods.empty());
    journal.blip(test::clockTime("06:09:30"), journal.alarm({"a", "b"}, Priority::P2)); // the eleventh
    const Kpis kpis = journal.kpis("06:00:00", "07:00:00");
    // Of 06:00 … 06:09 and 06:09:30, the fifth newest is 06:06: at 06:16 four are left, and the flood is over.
    QCOMPARE(kpis.load.floods.size(), std::size_t{1});
    QCOMPARE(kpis.load.floods[0].from, test::clockTime("06:09:30"));
    QCOMPARE(kpis.load.floods[0].to, test::clockTime("06:16:00"));
    QCOMPARE(kpis.load.floods[0].peak, 11U);
    QCOMPARE(kpis.load.inFlood, Duration{6min + 30s});
    // The bins cut it differently: 06:00 has all eleven.
    QCOMPARE(kpis.load.crowdedBins, 1U);
}

void TestKpiLoad::aFloodThatWasOnGoesOn()
{
    test::Journal journal;
    burst(journal, "05:50:00", 12, 30s); // 05:50:00 … 05:55:30, a flood from 05:55:00; the fifth newest, 05:53:30, ends it at 06:03:30
    const Kpis after = journal.kpis("06:00:00", "07:00:00");
    QCOMPARE(after.load.raises, 0U);
    QCOMPARE(after.load.floods.size(), std::size_t{1});
    QCOMPARE(after.load.floods[0].to, test::clockTime("06:03:30"));
    QCOMPARE(after.load.inFlood, Duration{3min + 30s});
    const Kpis during = journal.kpis("05:00:00", "06:00:00");
    QCOMPARE(during.load.floods[0].to, kNoTime);
    QCOMPARE(during.load.inFlood, Duration{5min});
    QVERIFY(journal.kpis("06:03:30", "07:00:00").load.floods.empty());
}

void TestKpiLoad::aFloodIsNoFloodForOneOfItsAssets()
{
    test::Journal journal;
    burst(journal, "06:00:00", 8, 10s, "line-a/pump1");
    burst(journal, "06:02:00", 8, 10s, "line-a/pump10");
    QCOMPARE(journal.kpis("06:00:00", "07:00:00", {"line-a", {}, {}}).load.floods.size(), std::size_t{1});
    const Kpis one = journal.kpis("06:00:00", "07:00:00", {"line-a/pump1", {}, {}});
    QCOMPARE(one.load.raises, 8U); // pump10 is another asset, not one below pump1
    QVERIFY(one.load.floods.empty());
}

void TestKpiLoad::limitsAreSettings()
{
    test::Journal journal;
    burst(journal, "06:00:00", 4, 10s);
    KpiLimits limits;
    limits.floodAbove = 3;
    limits.floodBelow = 2;
    const Kpis kpis = journal.kpis("06:00:00", "07:00:00", {}, limits);
    QCOMPARE(kpis.load.crowdedBins, 1U);
    QCOMPARE(kpis.load.floods.size(), std::size_t{1});
    QCOMPARE(kpis.load.floods[0].to, test::clockTime("06:10:20")); // when the second newest is ten minutes old
}

/// Six minutes of eight hours: 12 alarms in them are 120 an hour, and every span that was watched was crowded.
void TestKpiLoad::ratesAreOverWhatWasWatched()
{
    test::Journal journal;
    burst(journal, "09:01:00", 12, 10s);
    for (int i = 0; i < 34; ++i) // the last one holds for 30 s
        journal.feed(toIso(test::clockTime("09:00:30") + i * 10s).substr(11, 8), i % 2 == 0 ? FeedState::Lost : FeedState::Live);
    const Kpis kpis = journal.kpis("06:00:00", "14:00:00");
    QVERIFY(kpis.load.watched.known);
    QCOMPARE(toSeconds(kpis.load.watched.time), 360.0);
    QCOMPARE(kpis.load.watched.bins, std::size_t{1});
    QCOMPARE(kpis.load.perHour, 120.0);
    QCOMPARE(kpis.load.meanPerBin, 20.0);
    QCOMPARE(kpis.load.crowdedPercent, 100.0);
}

void TestKpiLoad::withoutRowsTheRatesAreOverTheWindow()
{
    test::Journal journal;
    burst(journal, "09:01:00", 12, 10s);
    const Kpis kpis = journal.kpis("06:00:00", "14:00:00");
    QVERIFY(!kpis.load.watched.known);
    QCOMPARE(kpis.load.perHour, 1.5);
    QCOMPARE(kpis.load.crowdedPercent, 100.0 / 48);
    QVERIFY(kpiCsv(kpis).find("window,,rates_over,length (watched time not known),,") != std::string::npos);
    QVERIFY(kpiCsv(kpis).find("figure,,watched_hours,,h,") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestKpiLoad)
#include "tst_kpi_load.moc"
