// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/row_judge.h"
#include "app/lab/train_split.h"

#include <QtTest>

#include <numeric>
#include <set>

using namespace telltale;
using namespace telltale::app;

namespace {

constexpr UtcTime kStart = fromNanos(1'700'000'000'000'000'000);

RowTable tableOf(const std::vector<Duration> &times, std::size_t columns = 1)
{
    RowTable table;
    for (std::size_t i = 0; i < columns; ++i)
        table.sensors.push_back(std::string(1, static_cast<char>('a' + i)));
    for (const Duration &time : times) {
        table.times.push_back(kStart + time);
        table.values.insert(table.values.end(), columns, static_cast<double>(table.times.size() % 5));
    }
    return table;
}

DetectorSpec bandSpec()
{
    return {"band", {{"mean", 0.0}, {"sd", 1.0}, {"k", 3.0}}, {}, false};
}

RowJudge judgeOf(const std::vector<std::string> &columns)
{
    auto judge = RowJudge::open(bandSpec(), columns);
    if (!judge)
        qFatal("%s", judge.error().text().c_str());
    return std::move(*judge);
}

} // namespace

class TestRowJudge : public QObject {
    Q_OBJECT

private slots:
    void theStrongestColumnDecides();
    void oneColumnThatCannotBeJudgedDoesNotSilenceTheOthers();
    void aRowThatIsJudgedInPartIsNeverCalledNormal();
    void rowsThatAreNotLaterAreLeftOut();
    void rowsAsWrittenAreAllJudged_data();
    void rowsAsWrittenAreAllJudged();
    void stoppingEndsTheWork();
    void aSplitLosesNoRowAndKeepsTheOrder_data();
    void aSplitLosesNoRowAndKeepsTheOrder();
    void anOrderedSplitTakesTheFirstRows();
    void rowsOutOfOrderAreInNeitherPart();
    void atLeastOneRowIsLearnedFrom();
};

void TestRowJudge::theStrongestColumnDecides()
{
    RowJudge judge = judgeOf({"a", "b", "c"});
    QCOMPARE(judge.judge(kStart, std::vector<double>{0.5, -1.0, 2.0}).verdict, Verdict::Normal);
    const Score score = judge.judge(kStart + std::chrono::seconds(1), std::vector<double>{3.5, -9.0, 0.0});
    QCOMPARE(score.verdict, Verdict::Anomalous);
    QCOMPARE(score.contributions.size(), 3U);
    QCOMPARE(score.contributions[0].channel, 1U);
    QCOMPARE(score.contributions[0].actual, -9.0);
    QCOMPARE(score.contributions[0].share, 9.0 / 12.5);
    QCOMPARE(judge.strength(score), 3.0); // 9 against a limit of 3
}

void TestRowJudge::oneColumnThatCannotBeJudgedDoesNotSilenceTheOthers()
{
    RowJudge judge = judgeOf({"a", "b"});
    const Score score = judge.judge(kStart, std::vector<double>{kMissing, 7.0});
    QCOMPARE(score.verdict, Verdict::Anomalous);
    QCOMPARE(score.contributions.front().channel, 1U);
    const std::vector<double> nothing{kMissing, kMissing};
    QCOMPARE(judge.judge(kStart + std::chrono::seconds(1), nothing).verdict, Verdict::NoDecision);
}

void TestRowJudge::aRowThatIsJudgedInPartIsNeverCalledNormal()
{
    using namespace std::chrono_literals;
    RowJudge judge = judgeOf({"a", "b"});
    RowTable table = tableOf({0s, 1s, 2s, 3s}, 2);
    for (std::size_t row = 0; row < table.rows(); ++row)
        table.values[2 * row] = 0.5;
    for (std::size_t row = 1; row < table.rows(); ++row)
        table.values[2 * row + 1] = kMissing;
    table.values[1] = 0.5;
    table.values[6] = 7.0;
    const auto judged = judgeTable(judge, table, RowOrder::AsTimed, {});
    QVERIFY(judged.ok());
    QCOMPARE(judged->scores[0].verdict, Verdict::Normal);
    QCOMPARE(judged->scores[1].verdict, Verdict::NoDecision);
    QCOMPARE(judged->scores[2].verdict, Verdict::NoDecision);
    QVERIFY(std::isnan(judged->strength[1]));
    QCOMPARE(judged->scores[3].verdict, Verdict::Anomalous);
    QCOMPARE(judged->undecided, 2U);
    QCOMPARE(judged->decided(), 2U);
}

void TestRowJudge::rowsThatAreNotLaterAreLeftOut()
{
    using namespace std::chrono_literals;
    RowJudge judge = judgeOf({"a"});
    const auto judged = judgeTable(judge, tableOf({0s, 10s, 5s, 10s, 11s}), RowOrder::AsTimed, {});
    QVERIFY(judged.ok());
    QCOMPARE(judged->late, 2U);
    QCOMPARE(judged->decided(), 3U);
    QVERIFY(!judged->isDecided(2) && !judged->isDecided(3) && judged->isDecided(4));
    QVERIFY(std::isnan(judged->strength[2]));
}

void TestRowJudge::rowsAsWrittenAreAllJudged_data()
{
    QTest::addColumn<std::vector<qint64>>("seconds");
    using Seconds = std::vector<qint64>;
    QTest::newRow("back by months") << Seconds{0, 60, 120, -5'000'000, -4'999'940, 180};
    QTest::newRow("standing still") << Seconds{7, 7, 7, 7};
    QTest::newRow("to and fro") << Seconds{0, 86'400, 0, 86'400, 0, 86'400};
    Seconds long_;
    for (int i = 0; i < 200'000; ++i)
        long_.push_back(i % 2 == 0 ? 0 : 2'000'000'000);
    QTest::newRow("beyond what nanoseconds can count") << long_;
}

void TestRowJudge::rowsAsWrittenAreAllJudged()
{
    QFETCH(std::vector<qint64>, seconds);
    std::vector<Duration> times;
    for (const qint64 second : seconds)
        times.push_back(std::chrono::seconds(second));
    RowJudge judge = judgeOf({"a"});
    const auto judged = judgeTable(judge, tableOf(times), RowOrder::AsWritten, {});
    QVERIFY(judged.ok());
    QCOMPARE(judged->late, 0U);
    QCOMPARE(judged->decided(), seconds.size());
}

void TestRowJudge::stoppingEndsTheWork()
{
    RowJudge judge = judgeOf({"a"});
    std::vector<Duration> times(1000);
    for (std::size_t i = 0; i < times.size(); ++i)
        times[i] = std::chrono::seconds(i);
    double reached = 0.0;
    const auto judged = judgeTable(judge, tableOf(times), RowOrder::AsTimed, [&](double share) {
        reached = share;
        return share < 0.5;
    });
    QVERIFY(!judged.ok());
    QCOMPARE(judged.error().kind, ErrorKind::Cancelled);
    QVERIFY(reached < 0.6);
}

void TestRowJudge::aSplitLosesNoRowAndKeepsTheOrder_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<bool>("ordered");
    for (const double share : {0.01, 0.5, 0.75, 0.999, 1.0}) {
        QTest::addRow("random %g", share) << share << false;
        QTest::addRow("ordered %g", share) << share << true;
    }
}

void TestRowJudge::aSplitLosesNoRowAndKeepsTheOrder()
{
    QFETCH(double, share);
    QFETCH(bool, ordered);
    std::vector<Duration> times(400);
    for (std::size_t i = 0; i < times.size(); ++i)
        times[i] = std::chrono::seconds(i);
    const RowTable table = tableOf(times, 2);
    const SplitTable parts = splitTable(table, {share, ordered, 777}, false);
    QCOMPARE(parts.learned.rows(), std::size_t(share * 400.0));
    QCOMPARE(parts.learned.values.size(), 2 * parts.learned.rows());
    std::set<UtcTime> all(parts.learned.times.begin(), parts.learned.times.end());
    all.insert(parts.heldBack.times.begin(), parts.heldBack.times.end());
    QCOMPARE(all.size(), 400U);
    QCOMPARE(parts.learned.rows() + parts.heldBack.rows(), 400U);
    for (const RowTable *part : {&parts.learned, &parts.heldBack})
        QVERIFY(std::is_sorted(part->times.begin(), part->times.end()));
}

void TestRowJudge::anOrderedSplitTakesTheFirstRows()
{
    using namespace std::chrono_literals;
    const SplitTable parts = splitTable(tableOf({0s, 1s, 2s, 3s}), {0.75, true, 1}, false);
    QCOMPARE(parts.learned.times.back(), kStart + 2s);
    QCOMPARE(parts.heldBack.times.front(), kStart + 3s);
}

void TestRowJudge::rowsOutOfOrderAreInNeitherPart()
{
    using namespace std::chrono_literals;
    const RowTable table = tableOf({0s, 5s, 3s, 5s, 6s});
    const SplitTable strict = splitTable(table, {1.0, true, 1}, true);
    QCOMPARE(strict.late, 2U);
    QCOMPARE(strict.learned.rows(), 3U);
    QCOMPARE(splitTable(table, {1.0, true, 1}, false).learned.rows(), 5U);
}

void TestRowJudge::atLeastOneRowIsLearnedFrom()
{
    using namespace std::chrono_literals;
    QCOMPARE(splitTable(tableOf({0s, 1s}), {1e-6, false, 1}, false).learned.rows(), 1U);
    QCOMPARE(splitTable(tableOf({}), {0.5, false, 1}, true).learned.rows(), 0U);
}

QTEST_APPLESS_MAIN(TestRowJudge)
#include "tst_row_judge.moc"
