// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/shingle_library.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <span>

using namespace telltale;
using detect::Neighbour;
using detect::ShingleLibrary;

namespace {

void nearest(const ShingleLibrary &library, std::size_t width, double dayWeight, std::span<Neighbour> found)
{
    const detect::ShingleQuestion question{width, dayWeight, found};
    library.answer({&question, 1});
}

} // namespace

class TestShingleLibrary : public QObject {
    Q_OBJECT

private slots:
    void countsCandidates();
    void theNewestRowsAreNoNeighbours();
    void findsTheNearestOfAll_data();
    void findsTheNearestOfAll();
    void ofEquallyNearShinglesTheFirstWins();
    void keepsNoiseOnALargeOffset();
    void theTimeOfDayCountsByItsWeight();
    void severalWidthsInOnePassAreTheSameAsAlone();
};

void TestShingleLibrary::countsCandidates()
{
    ShingleLibrary library(3, 5);
    const std::vector<std::size_t> expected{0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 5, 5};
    for (const std::size_t count : expected) {
        library.push(1.0, 0.0);
        QCOMPARE(library.candidates(3), count);
    }
    for (int row = 0; row < 5000; ++row)
        library.push(1.0, 0.0);
    QCOMPARE(library.candidates(3), 5U);
}

void TestShingleLibrary::theNewestRowsAreNoNeighbours()
{
    ShingleLibrary library(3, 100);
    for (int row = 0; row < 40; ++row)
        library.push(row < 30 ? 0.0 : 50.0, 0.0);
    std::vector<Neighbour> found(1);
    nearest(library, 3, 0.0, found);
    QCOMPARE(library.newestOf(found[0]), 50.0); // rows 30 … 33 are old enough
    QCOMPARE(found[0].squaredDistance, 0.0);

    ShingleLibrary sooner(3, 100);
    for (int row = 0; row < 36; ++row)
        sooner.push(row < 30 ? 0.0 : 50.0, 0.0);
    found.assign(1, {});
    nearest(sooner, 3, 0.0, found);
    QCOMPARE(found[0].squaredDistance, 3.0 * 50.0 * 50.0); // none of them was: row 29 is the newest candidate
}

void TestShingleLibrary::findsTheNearestOfAll_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("shingles");
    QTest::addColumn<int>("neighbours");
    QTest::newRow("the default") << 10 << 400 << 2;
    QTest::newRow("one neighbour, narrow") << 2 << 33 << 1;
    QTest::newRow("many neighbours, wide") << 40 << 100 << 16;
    QTest::newRow("less than a block") << 5 << 16 << 3;
}

void TestShingleLibrary::findsTheNearestOfAll()
{
    QFETCH(int, width);
    QFETCH(int, shingles);
    QFETCH(int, neighbours);
    ShingleLibrary library(static_cast<std::size_t>(width), static_cast<std::size_t>(shingles));
    std::mt19937_64 random(11);
    std::normal_distribution<double> noise;
    std::vector<double> values;
    for (int row = 0; row < 1500; ++row) {
        values.push_back(noise(random));
        library.push(values.back(), 0.0);
        if (library.candidates(static_cast<std::size_t>(width)) < static_cast<std::size_t>(neighbours) || row % 13 != 0)
            continue;
        std::vector<Neighbour> found(static_cast<std::size_t>(neighbours));
        nearest(library, static_cast<std::size_t>(width), 0.0, found);

        std::vector<std::pair<double, double>> all; // squared distance, newest value
        for (int s = std::max(width - 1, row - 2 * width - shingles + 1); s <= row - 2 * width; ++s) {
            double sum = 0.0;
            for (int j = 0; j < width; ++j)
                sum += std::pow(values[static_cast<std::size_t>(row - j)] - values[static_cast<std::size_t>(s - j)], 2.0);
            all.emplace_back(sum, values[static_cast<std::size_t>(s)]);
        }
        std::sort(all.begin(), all.end());
        for (std::size_t i = 0; i < found.size(); ++i) {
            QVERIFY(std::abs(found[i].squaredDistance - all[i].first) < 1e-10);
            QCOMPARE(library.newestOf(found[i]), all[i].second);
        }
    }
}

void TestShingleLibrary::ofEquallyNearShinglesTheFirstWins()
{
    ShingleLibrary library(2, 100);
    for (int row = 0; row < 50; ++row)
        library.push(3.0, 0.0);
    std::vector<Neighbour> found(3);
    nearest(library, 2, 0.0, found);
    QCOMPARE(found[1].index, found[0].index + 1);
    QCOMPARE(found[2].index, found[0].index + 2);
    std::vector<Neighbour> all(library.candidates(2));
    nearest(library, 2, 0.0, all);
    QCOMPARE(all[0].index, found[0].index); // the first of all
}

void TestShingleLibrary::keepsNoiseOnALargeOffset()
{
    ShingleLibrary library(2, 100);
    for (int row = 0; row < 50; ++row)
        library.push(1e9 + 0.25 * (row % 2), 0.0);
    library.push(1e9 + 0.5, 0.0);
    std::vector<Neighbour> found(1);
    nearest(library, 2, 0.0, found);
    QCOMPARE(found[0].squaredDistance, 0.125); // the last two values, 0.25 and 0.5, against 0 and 0.25
}

void TestShingleLibrary::theTimeOfDayCountsByItsWeight()
{
    constexpr double kNoon = 3.14159265358979323846;
    ShingleLibrary library(2, 100);
    for (int row = 0; row < 20; ++row)
        library.push(1.0, row < 12 ? 0.0 : kNoon);
    std::vector<Neighbour> found(1);
    nearest(library, 2, 1.0, found);
    QCOMPARE(library.candidates(2), 15U);
    QCOMPARE(found[0].squaredDistance, 0.0);
    const std::size_t noon = found[0].index; // row 12, the first one at noon
    nearest(library, 2, 0.0, found = std::vector<Neighbour>(1));
    QCOMPARE(noon, found[0].index + 11);
    library.push(1.0, kNoon / 2.0);
    found.assign(1, {});
    nearest(library, 2, 1.0, found);
    const double chord = std::sqrt(found[0].squaredDistance) / 32767.0;
    QVERIFY(std::abs(chord - std::sqrt(2.0)) < 1e-4);
}

void TestShingleLibrary::severalWidthsInOnePassAreTheSameAsAlone()
{
    struct Asked {
        std::size_t width;
        double dayWeight;
    };
    const std::vector<Asked> asked{{2, 0.0}, {5, 1e-9}, {5, 0.0}, {20, 0.0}};
    ShingleLibrary library(20, 150);
    std::mt19937_64 random(5);
    std::normal_distribution<double> noise;
    for (int row = 0; row < 1200; ++row) {
        library.push(noise(random), 0.01 * row);
        std::vector<std::vector<Neighbour>> together(asked.size(), std::vector<Neighbour>(3));
        std::vector<detect::ShingleQuestion> questions;
        for (std::size_t i = 0; i < asked.size(); ++i)
            questions.push_back({asked[i].width, asked[i].dayWeight, together[i]});
        library.answer(questions);
        for (std::size_t i = 0; i < asked.size(); ++i) {
            std::vector<Neighbour> alone(3);
            nearest(library, asked[i].width, asked[i].dayWeight, alone);
            for (std::size_t k = 0; k < std::min<std::size_t>(3, library.candidates(asked[i].width)); ++k) {
                QCOMPARE(together[i][k].index, alone[k].index);
                QCOMPARE(together[i][k].squaredDistance, alone[k].squaredDistance);
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestShingleLibrary)
#include "tst_shingle_library.moc"
