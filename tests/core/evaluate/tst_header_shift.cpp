// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/header_shift.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <fstream>
#include <set>

using namespace telltale;
using namespace telltale::evaluate;

namespace {

using Renames = std::vector<std::pair<std::string, std::string>>;

/// Five sensors whose readings lie around 1, 10, 100, 1000 and 10000.
const std::vector<SensorRange> &ranges()
{
    static const std::vector<SensorRange> kRanges{
        {"ones", 0.5, 5.0}, {"tens", 5.0, 50.0}, {"hundreds", 50.0, 500.0}, {"thousands", 500.0, 5000.0}, {"myriads", 5000.0, 50000.0}};
    return kRanges;
}

/// Columns that hold 1, 10, 100, … under the given names.
std::vector<ColumnSample> columnsNamed(const std::vector<std::string> &names, double first = 1.0)
{
    std::vector<ColumnSample> columns;
    for (const std::string &name : names) {
        columns.push_back({name, {first, 1.1 * first, 0.9 * first}, {}});
        first *= 10.0;
    }
    return columns;
}

} // namespace

class TestHeaderShift : public QObject {
    Q_OBJECT

private slots:
    void aRightHeaderIsNotSuspected();
    void namesOneToTheRightOfTheirDataAreFound();
    void namesOneToTheLeftOfTheirDataAreFound();
    void theEdgeTakesTheOneNameThatTheHeaderLacks();
    void aHeaderWithANameTwiceGetsNoOffer();
    void columnsWithoutANameGetNamesOfTheirOwn();
    void noNameIsGivenTwice();
    void aDriftingPlantIsNoShift();
    void oneColumnThatFitsNowhereSpeaksAgainstAShift();
    void withoutRangesNothingIsSaid();
    void readsTheFirstRowsOfAFile();
    void aMissingNameIsPlacedByTheValues_data();
    void aMissingNameIsPlacedByTheValues();
    void wordsUnderASensorsNameAreNoticed_data();
    void wordsUnderASensorsNameAreNoticed();
};

void TestHeaderShift::aRightHeaderIsNotSuspected()
{
    QVERIFY(!findHeaderShift(columnsNamed({"ones", "tens", "hundreds", "thousands", "myriads"}), ranges()));
}

void TestHeaderShift::namesOneToTheRightOfTheirDataAreFound()
{
    const auto columns = columnsNamed({"tens", "hundreds", "thousands", "myriads", "noise"});
    const auto shift = findHeaderShift(columns, ranges());
    QVERIFY(shift);
    QCOMPARE(shift->renames,
             (Renames{{"tens", "ones"}, {"hundreds", "tens"}, {"thousands", "hundreds"}, {"myriads", "thousands"}, {"noise", "myriads"}}));
    QVERIFY(shift->why.find("tens") != std::string::npos && shift->why.find("shifted by one column") != std::string::npos);
}

void TestHeaderShift::namesOneToTheLeftOfTheirDataAreFound()
{
    const auto columns = columnsNamed({"noise", "ones", "tens", "hundreds", "thousands"});
    const auto shift = findHeaderShift(columns, ranges());
    QVERIFY(shift);
    QCOMPARE(shift->renames.front(), (std::pair<std::string, std::string>("noise", "ones")));
    QCOMPARE(shift->renames.back(), (std::pair<std::string, std::string>("thousands", "myriads")));
}

void TestHeaderShift::theEdgeTakesTheOneNameThatTheHeaderLacks()
{
    const auto one = findHeaderShift(columnsNamed({"tens", "hundreds", "thousands"}), std::span(ranges()).first(4));
    QVERIFY(one);
    QCOMPARE(one->renames.front(), (std::pair<std::string, std::string>("tens", "ones")));
    // Two models know the same sensors.
    std::vector<SensorRange> twice(ranges().begin(), ranges().begin() + 4);
    twice.insert(twice.end(), ranges().begin(), ranges().begin() + 4);
    const auto again = findHeaderShift(columnsNamed({"tens", "hundreds", "thousands"}), twice);
    QVERIFY(again);
    QCOMPARE(again->renames, one->renames);
    // Two names are missing: which of them the first column holds cannot be known, but the others can.
    const auto two = findHeaderShift(columnsNamed({"tens", "hundreds", "thousands"}), ranges());
    QVERIFY(two);
    QCOMPARE(two->renames.front(), (std::pair<std::string, std::string>("hundreds", "tens")));
}

/// What is offered must be possible: --rename could not tell two columns of one name apart.
void TestHeaderShift::aHeaderWithANameTwiceGetsNoOffer()
{
    auto columns = columnsNamed({"tens", "hundreds", "thousands", "myriads"});
    QVERIFY(findHeaderShift(columns, ranges()));
    columns.push_back({"hundreds", {10.0, 11.0}, {}});
    QVERIFY(!findHeaderShift(columns, ranges()));
}

/// Two columns lose their names to their neighbours and hold something that no sensor is known for.
void TestHeaderShift::columnsWithoutANameGetNamesOfTheirOwn()
{
    auto columns = columnsNamed({"ones", "tens", "hundreds", "thousands"}, 0.1);
    columns.insert(columns.begin() + 2, {"extra", {}, {}});
    columns.push_back({"unknown", {}, {}});
    const auto shift = findHeaderShift(columns, std::span(ranges()).first(4));
    QVERIFY(shift);
    std::set<std::string> given;
    for (const auto &[from, to] : shift->renames)
        given.insert(to);
    QCOMPARE(given.size(), shift->renames.size());
    QVERIFY(!given.contains("unknown") && given.contains("unknown2"));
}

/// The first column holds something of its own, but its name belongs to the second.
void TestHeaderShift::noNameIsGivenTwice()
{
    const auto shift = findHeaderShift(columnsNamed({"ones", "tens", "hundreds", "thousands"}, 0.1), std::span(ranges()).first(4));
    QVERIFY(shift);
    QCOMPARE(shift->renames, (Renames{{"tens", "ones"}, {"hundreds", "tens"}, {"thousands", "hundreds"}, {"ones", "unknown"}}));
}

void TestHeaderShift::aDriftingPlantIsNoShift()
{
    QVERIFY(!findHeaderShift(columnsNamed({"ones", "tens", "hundreds", "thousands", "myriads"}, 100.0), ranges()));
    auto columns = columnsNamed({"ones", "tens", "hundreds", "thousands", "myriads"});
    columns[1].numbers = {2.0, 2.0, 2.0};
    QVERIFY(!findHeaderShift(columns, ranges()));
}

void TestHeaderShift::oneColumnThatFitsNowhereSpeaksAgainstAShift()
{
    auto columns = columnsNamed({"tens", "hundreds", "thousands", "myriads"});
    QVERIFY(findHeaderShift(columns, ranges()));
    columns[2].numbers = {1e9, 1e9, 1e9};
    QVERIFY(!findHeaderShift(columns, ranges()));
}

void TestHeaderShift::withoutRangesNothingIsSaid()
{
    QVERIFY(!findHeaderShift(columnsNamed({"tens", "hundreds", "thousands"}), {}));
    QVERIFY(!findHeaderShift({}, ranges()));
}

void TestHeaderShift::readsTheFirstRowsOfAFile()
{
    const test::TempFolder folder;
    std::ofstream(folder.path("x.csv")) << "timestamp,a,b,status\n2021-03-18 11:36:00,1.5,,Normal\n2021-03-18 11:37:00,nan,2,Abnormal\n";
    const std::vector<std::pair<std::string, std::string>> renamed{{"a", "rpm"}};
    const auto columns = readColumnSamples(folder.path("x.csv"), renamed);
    QVERIFY(columns.ok());
    QCOMPARE(columns->size(), 4U);
    QVERIFY((*columns)[0].word.empty() && (*columns)[0].numbers.empty() && (*columns)[0].holdsTimes);
    QVERIFY(!(*columns)[3].holdsTimes);
    QCOMPARE((*columns)[1].name, std::string("rpm"));
    QCOMPARE((*columns)[1].numbers, std::vector<double>{1.5});
    QCOMPARE((*columns)[2].numbers, std::vector<double>{2.0});
    QCOMPARE((*columns)[3].word, std::string("Normal"));
    QCOMPARE(readColumnSamples(folder.path("none.csv"), {}).error().kind, ErrorKind::NotFound);
}

void TestHeaderShift::aMissingNameIsPlacedByTheValues_data()
{
    using Names = std::vector<std::string>;
    QTest::addColumn<Names>("header");
    QTest::addColumn<Names>("named"); // empty = it cannot be told
    QTest::newRow("first of the sensors") << Names{"time", "tens", "hundreds", "thousands", "status"}
                                          << Names{"time", "ones", "tens", "hundreds", "thousands", "status"};
    QTest::newRow("in the middle") << Names{"time", "ones", "tens", "thousands", "status"}
                                   << Names{"time", "ones", "tens", "hundreds", "thousands", "status"};
    QTest::newRow("two sensors unknown") << Names{"time", "ones", "tens", "noise", "status"} << Names{};
    QTest::newRow("the label, or the last sensor") << Names{"time", "ones", "tens", "hundreds", "status"} << Names{};
    QTest::newRow("nothing fits") << Names{"time", "myriads", "tens", "hundreds", "status"} << Names{};
    QTest::newRow("two names short") << Names{"time", "tens", "hundreds", "thousands"} << Names{};
}

void TestHeaderShift::aMissingNameIsPlacedByTheValues()
{
    QFETCH(std::vector<std::string>, header);
    QFETCH(std::vector<std::string>, named);
    std::vector<ColumnSample> columns = columnsNamed({{}, {}, {}, {}});
    columns.insert(columns.begin(), {{}, {}, {}, true});
    columns.push_back({{}, {}, "Normal"});
    const auto found = findMissingName(header, columns, std::span(ranges()).first(4));
    QCOMPARE(found.value_or(std::vector<std::string>{}), named);
    QVERIFY(!findMissingName(header, columns, {})); // nothing is known of any sensor
}

void TestHeaderShift::wordsUnderASensorsNameAreNoticed_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<bool>("noticed");
    QTest::newRow("a sensor") << std::string("voltage") << true;
    QTest::newRow("a label") << std::string("Status") << false;
    QTest::newRow("another label") << std::string("is_anomaly") << false;
    QTest::newRow("a name") << std::string("vehicle_id") << false;
}

void TestHeaderShift::wordsUnderASensorsNameAreNoticed()
{
    QFETCH(std::string, name);
    QFETCH(bool, noticed);
    std::vector<ColumnSample> columns = columnsNamed({"ones"});
    columns.push_back({name, {}, "Normal"});
    QCOMPARE(wordsUnderASensorsName(columns) != nullptr, noticed);
    columns.push_back({"tens", {10.0}, {}});
    QVERIFY(wordsUnderASensorsName(columns) == nullptr); // only the last column is suspicious
}

QTEST_APPLESS_MAIN(TestHeaderShift)
#include "tst_header_shift.moc"
