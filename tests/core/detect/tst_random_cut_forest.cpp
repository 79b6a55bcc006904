// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/random_cut_forest.h"
#include "tests/core/detect/naive_forest.h"

#include <QtTest>

#include <array>
#include <bit>
#include <functional>
#include <map>
#include <random>
#include <set>

using namespace telltale;
using detect::CutTree;
using detect::RandomCutForest;
using detect::SeededRandom;
using Setup = RandomCutForest::Setup;
using Rows = std::vector<std::vector<float>>;

Q_DECLARE_METATYPE(Setup)

namespace {

/// Waves with noise, one per channel; in steps of `step` where that is not 0.
Rows waves(std::size_t rows, std::size_t channels, float step = 0.0F)
{
    std::mt19937_64 random(3);
    std::normal_distribution<float> noise(0.0F, 0.3F);
    Rows all;
    for (std::size_t row = 0; row < rows; ++row) {
        std::vector<float> values;
        for (std::size_t channel = 0; channel < channels; ++channel) {
            const float value = 5.0F * std::sin(static_cast<float>(row) / static_cast<float>(17 + 10 * channel)) + noise(random);
            values.push_back(step > 0.0F ? std::round(value / step) * step : value);
        }
        all.push_back(std::move(values));
    }
    return all;
}

std::vector<float> pointAt(const Rows &rows, std::size_t row, std::size_t shingle)
{
    std::vector<float> point;
    for (std::size_t i = row + 1 - shingle; i <= row; ++i)
        point.insert(point.end(), rows[i].begin(), rows[i].end());
    return point;
}

void feed(RandomCutForest &forest, const Rows &rows)
{
    for (const std::vector<float> &row : rows) {
        forest.push(row);
        if (forest.hasPoint())
            forest.learn();
    }
}

void forEachLeaf(const CutTree &tree, CutTree::Id id, const std::function<void(CutTree::Id)> &visit)
{
    if (CutTree::isLeaf(id)) {
        visit(id);
        return;
    }
    forEachLeaf(tree, tree.nodes()[id].left(), visit);
    forEachLeaf(tree, tree.nodes()[id].right(), visit);
}

void forEachNode(const CutTree &tree, CutTree::Id id, const std::function<void(CutTree::Id)> &visit)
{
    if (CutTree::isLeaf(id))
        return;
    visit(id);
    forEachNode(tree, tree.nodes()[id].left(), visit);
    forEachNode(tree, tree.nodes()[id].right(), visit);
}

} // namespace

class TestRandomCutForest : public QObject {
    Q_OBJECT

private slots:
    void agreesWithItsDefinition_data();
    void agreesWithItsDefinition();
    void everyKeptBoxIsTheSmallestAroundItsLeaves_data() { agreesWithItsDefinition_data(); }
    void everyKeptBoxIsTheSmallestAroundItsLeaves();
    void everyCutPartsItsLeaves_data() { agreesWithItsDefinition_data(); }
    void everyCutPartsItsLeaves();
    void aPointIsUsedOncePerLeaf_data() { agreesWithItsDefinition_data(); }
    void aPointIsUsedOncePerLeaf();
    void theSameSeedGivesTheSameBits();
    void anotherSeedOrNameGivesOtherCuts();
    void oldPointsFadeExponentially();
    void withoutDecayAllPointsAreAlikeLikely();
    void scoringLeavesNoTrace();
    void extremeValuesGiveNumbers();
    void foreseesTheNextValueOfAWave();
    void packingKeepsThePointsInUse();
};

void TestRandomCutForest::agreesWithItsDefinition_data()
{
    QTest::addColumn<Setup>("setup");
    QTest::addColumn<Rows>("rows");
    const auto row = [](const char *name, Setup setup, std::size_t rows, float step = 0.0F) {
        QTest::newRow(name) << setup << waves(rows, setup.channels, step);
    };
    row("one channel, eight rows", {10, 64, 8, 1, 0.1 / 64}, 900);
    row("a single value", {10, 64, 1, 1, 0.1 / 64}, 900);
    row("few distinct values", {10, 64, 1, 1, 0.1 / 64}, 900, 1.0F);
    row("few distinct points", {6, 64, 2, 1, 0.1 / 64}, 900, 2.5F);
    row("five rows: not a whole number of fours", {6, 64, 5, 1, 0.1 / 64}, 700);
    row("three channels of four rows", {6, 64, 4, 3, 0.1 / 64}, 700);
    row("many channels, one row", {4, 64, 1, 37, 0.1 / 64}, 500);
    row("quick decay", {6, 48, 8, 1, 0.2}, 900);
    row("no decay", {6, 48, 8, 1, 0.0}, 900);
    row("more samples", {3, 300, 8, 1, 0.1 / 300}, 900);
    row("one tree, two samples", {1, 2, 8, 1, 0.05}, 300);
}

void TestRandomCutForest::agreesWithItsDefinition()
{
    QFETCH(Setup, setup);
    QFETCH(Rows, rows);
    RandomCutForest forest(setup, SeededRandom(5, "a/x"));
    test::NaiveForest naive(setup.trees, setup.samples, setup.timeDecay, SeededRandom(5, "a/x"));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        forest.push(rows[row]);
        if (row + 1 < setup.shingle)
            continue;
        const std::vector<float> point = pointAt(rows, row, setup.shingle);
        if (forest.mass() > 0) {
            const double wanted = naive.score(point);
            QVERIFY2(std::abs(forest.score() - wanted) < 2e-6 * wanted,
                     qPrintable(QStringLiteral("row %1: %2, not %3").arg(row).arg(forest.score()).arg(wanted)));
        }
        if (row % 20 == 19) {
            const std::vector<double> shares = forest.attribution();
            const std::vector<double> wanted = naive.attribution(point);
            for (std::size_t i = 0; i < wanted.size(); ++i)
                QVERIFY(std::abs(shares[i] - wanted[i]) < 1e-5);
        }
        forest.learn();
        naive.learn(point);
    }
}

void TestRandomCutForest::everyKeptBoxIsTheSmallestAroundItsLeaves()
{
    QFETCH(Setup, setup);
    QFETCH(Rows, rows);
    RandomCutForest forest(setup, SeededRandom(5, "a/x"));
    feed(forest, rows);
    const std::size_t dimensions = forest.store().dimensions();
    for (const CutTree &tree : forest.trees()) {
        std::size_t kept = 0;
        forEachNode(tree, tree.root(), [&](CutTree::Id node) {
            const float *box = tree.keptBox(node);
            if (box == nullptr)
                return;
            ++kept;
            for (std::size_t i = 0; i < dimensions; ++i) {
                std::vector<float> values;
                forEachLeaf(tree, node, [&](CutTree::Id leaf) { values.push_back(forest.store().values(tree.pointOf(leaf))[i]); });
                QCOMPARE(box[i], *std::min_element(values.begin(), values.end()));
                QCOMPARE(box[tree.shape().boxWidth() / 2 + i], *std::max_element(values.begin(), values.end()));
            }
        });
        QVERIFY(kept <= tree.shape().boxes());
        QVERIFY(kept > 0 || tree.leafCount() <= tree.shape().boxAbove());
    }
}

void TestRandomCutForest::everyCutPartsItsLeaves()
{
    QFETCH(Setup, setup);
    QFETCH(Rows, rows);
    RandomCutForest forest(setup, SeededRandom(5, "a/x"));
    feed(forest, rows);
    for (std::size_t t = 0; t < setup.trees; ++t) {
        const CutTree &tree = forest.trees()[t];
        forEachNode(tree, tree.root(), [&](CutTree::Id id) {
            const CutTree::Node node = tree.nodes()[id];
            const auto valueOf = [&](CutTree::Id leaf) { return forest.store().values(tree.pointOf(leaf))[node.dimension()]; };
            forEachLeaf(tree, node.left(), [&](CutTree::Id leaf) { QVERIFY(valueOf(leaf) <= node.cut); });
            forEachLeaf(tree, node.right(), [&](CutTree::Id leaf) { QVERIFY(valueOf(leaf) > node.cut); });
        });
        std::map<CutTree::Id, unsigned> sampled;
        for (const std::uint16_t leaf : forest.reservoirs()[t].leaves())
            ++sampled[leaf];
        std::map<CutTree::Id, unsigned> held;
        forEachLeaf(tree, tree.root(), [&](CutTree::Id leaf) { held[leaf] = tree.massOf(leaf); });
        QCOMPARE(held, sampled);
        QCOMPARE(held.size(), tree.leafCount());
        QCOMPARE(forest.reservoirs()[t].leaves().size(), std::min(setup.samples, rows.size() + 1 - setup.shingle));
    }
}

void TestRandomCutForest::aPointIsUsedOncePerLeaf()
{
    QFETCH(Setup, setup);
    QFETCH(Rows, rows);
    RandomCutForest forest(setup, SeededRandom(5, "a/x"));
    feed(forest, rows);
    std::map<detect::ShingleStore::Name, std::size_t> uses;
    for (const CutTree &tree : forest.trees())
        forEachLeaf(tree, tree.root(), [&](CutTree::Id leaf) { ++uses[tree.pointOf(leaf)]; });
    for (std::size_t name = 0; name < forest.store().rows(); ++name) {
        const auto found = uses.find(static_cast<detect::ShingleStore::Name>(name));
        QCOMPARE(forest.store().uses(static_cast<detect::ShingleStore::Name>(name)), found == uses.end() ? 0U : found->second);
    }
}

void TestRandomCutForest::theSameSeedGivesTheSameBits()
{
    const Rows rows = waves(800, 1);
    RandomCutForest first({}, SeededRandom(1, "a/x"));
    RandomCutForest second({}, SeededRandom(1, "a/x"));
    RandomCutForest other({}, SeededRandom(9, "b/y"));
    for (const std::vector<float> &row : rows) {
        first.push(row);
        other.push(row);
        second.push(row);
        if (!first.hasPoint())
            continue;
        QCOMPARE(std::bit_cast<std::uint64_t>(first.score()), std::bit_cast<std::uint64_t>(second.score()));
        first.learn();
        other.learn();
        second.learn();
    }
}

void TestRandomCutForest::anotherSeedOrNameGivesOtherCuts()
{
    const Rows rows = waves(800, 1);
    std::set<double> scores;
    for (const SeededRandom &random : {SeededRandom(1, "a/x"), SeededRandom(2, "a/x"), SeededRandom(1, "a/y"), SeededRandom(0, "a/x")}) {
        RandomCutForest forest({}, random);
        feed(forest, rows);
        forest.push(rows.front());
        QVERIFY(scores.insert(forest.score()).second);
    }
}

/// In the long run a point of age a is in a sample with probability 1 − exp(−c·exp(−a·decay)); with decay = 0.1 / samples this gives
/// c = 0.1026 and a mean age of 1.0128 / decay. 12,800 ages around it have a standard error of 0.9 %.
void TestRandomCutForest::oldPointsFadeExponentially()
{
    constexpr double kDecay = 0.1 / 256.0;
    constexpr std::size_t kRows = 40'000;
    RandomCutForest forest({50, 256, 1, 1, kDecay}, SeededRandom(4, "ages"));
    for (std::size_t row = 0; row < kRows; ++row) {
        const auto value = static_cast<float>(row);
        forest.push({&value, 1});
        forest.learn();
    }
    double age = 0.0;
    double old = 0.0;
    for (const CutTree &tree : forest.trees()) {
        forEachLeaf(tree, tree.root(), [&](CutTree::Id leaf) {
            const double own = static_cast<double>(kRows) - 1.0 - static_cast<double>(*forest.store().values(tree.pointOf(leaf)));
            age += own / (50.0 * 256.0);
            old += (own > 2.0 / kDecay) / (50.0 * 256.0);
        });
    }
    QVERIFY2(std::abs(age * kDecay - 1.0128) < 0.04, qPrintable(QString::number(age * kDecay)));
    QVERIFY2(std::abs(old - std::exp(-2.0)) < 0.02, qPrintable(QString::number(old)));
}

void TestRandomCutForest::withoutDecayAllPointsAreAlikeLikely()
{
    constexpr std::size_t kRows = 20'000;
    RandomCutForest forest({50, 256, 1, 1, 0.0}, SeededRandom(4, "ages"));
    for (std::size_t row = 0; row < kRows; ++row) {
        const auto value = static_cast<float>(row);
        forest.push({&value, 1});
        forest.learn();
    }
    std::array<int, 4> quarters{};
    for (const CutTree &tree : forest.trees()) {
        forEachLeaf(tree, tree.root(), [&](CutTree::Id leaf) {
            ++quarters.at(static_cast<std::size_t>(*forest.store().values(tree.pointOf(leaf))) / (kRows / 4));
        });
    }
    for (const int count : quarters)
        QVERIFY2(std::abs(count - 3200) < 250, qPrintable(QString::number(count))); // 5 standard deviations of 12,800 draws
}

void TestRandomCutForest::scoringLeavesNoTrace()
{
    const Rows rows = waves(600, 1);
    RandomCutForest asked({}, SeededRandom(1, "a/x"));
    RandomCutForest left({}, SeededRandom(1, "a/x"));
    for (const std::vector<float> &row : rows) {
        asked.push(row);
        left.push(row);
        if (!asked.hasPoint())
            continue;
        (void)asked.score();
        (void)asked.attribution();
        (void)asked.expected(0);
        asked.learn();
        left.learn();
    }
    QCOMPARE(asked.score(), left.score());
}

void TestRandomCutForest::extremeValuesGiveNumbers()
{
    RandomCutForest forest({10, 64, 4, 2, 0.1 / 64}, SeededRandom(1, "a/x"));
    const float far = RandomCutForest::kFarthest;
    const std::array<float, 7> values{far, -far, 0.0F, 1e-45F, -1e-45F, 1.0F, std::nextafter(far, 0.0F)};
    std::mt19937_64 random(1);
    for (int row = 0; row < 3000; ++row) {
        const std::array<float, 2> both{values[random() % 7], values[random() % 7]};
        forest.push(both);
        if (!forest.hasPoint())
            continue;
        QVERIFY(std::isfinite(forest.score()));
        forest.learn();
    }
}

void TestRandomCutForest::foreseesTheNextValueOfAWave()
{
    const Rows rows = waves(3000, 1);
    RandomCutForest forest({}, SeededRandom(1, "a/x"));
    double squares = 0.0;
    double still = 0.0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        forest.push(rows[row]);
        if (!forest.hasPoint())
            continue;
        if (row >= 1000) {
            squares += std::pow(forest.expected(0) - double(rows[row][0]), 2.0) / 2000.0;
            still += std::pow(double(rows[row - 1][0]) - double(rows[row][0]), 2.0) / 2000.0;
        }
        forest.learn();
    }
    // The noise alone has 0.09.
    QVERIFY2(squares < 0.2 && squares < still, qPrintable(QStringLiteral("%1, %2").arg(squares).arg(still)));
}

void TestRandomCutForest::packingKeepsThePointsInUse()
{
    constexpr std::size_t kShingle = 3;
    detect::ShingleStore store(kShingle, 2);
    std::map<float, detect::ShingleStore::Name> used; // by the point's first value
    std::mt19937_64 random(2);
    for (int row = 0; row < 20'000; ++row) {
        if (store.isFull()) {
            const std::vector<detect::ShingleStore::Name> renamed = store.pack();
            for (auto &[value, name] : used)
                name = renamed[name];
        }
        const std::array<float, 2> values{static_cast<float>(row), static_cast<float>(-row)};
        store.push(values);
        if (store.hasPoint() && random() % 3 == 0) {
            store.retain(store.newest());
            used[*store.values(store.newest())] = store.newest();
        }
        if (used.size() > 300) {
            const auto gone = std::next(used.begin(), static_cast<std::ptrdiff_t>(random() % used.size()));
            store.release(gone->second);
            used.erase(gone);
        }
    }
    for (const auto &[first, name] : used) {
        for (std::size_t i = 0; i < kShingle; ++i) {
            QCOMPARE(store.values(name)[2 * i], first + static_cast<float>(i));
            QCOMPARE(store.values(name)[2 * i + 1], -first - static_cast<float>(i));
        }
    }
    QVERIFY(store.rows() <= 2000);
}

QTEST_APPLESS_MAIN(TestRandomCutForest)
#include "tst_random_cut_forest.moc"
