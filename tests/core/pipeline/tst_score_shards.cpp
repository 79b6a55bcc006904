// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/score_shards.h"

#include <QtTest>
#include <numeric>

using namespace telltale::pipeline;

class TestScoreShards : public QObject {
    Q_OBJECT
private slots:
    void runsEveryShardOncePerRound();
    void startsNoThreadForOneShard();
};

void TestScoreShards::runsEveryShardOncePerRound()
{
    ScoreShards shards(3);
    QCOMPARE(shards.count(), std::size_t(3));
    std::vector<int> runs(3, 0); // deliberately not atomic: the sanitizer sees a missing hand-over
    for (int round = 0; round < 2000; ++round)
        shards.run([&](std::size_t shard) { ++runs[shard]; });
    QCOMPARE(runs, std::vector<int>({2000, 2000, 2000}));
}

void TestScoreShards::startsNoThreadForOneShard()
{
    ScoreShards shards(1);
    std::thread::id ran;
    shards.run([&](std::size_t) { ran = std::this_thread::get_id(); });
    QVERIFY(ran == std::this_thread::get_id());
}

QTEST_APPLESS_MAIN(TestScoreShards)
#include "tst_score_shards.moc"
