// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faults/faulted_scenario.h"

#include <QtTest>
#include <cmath>

using namespace telltale;
using namespace telltale::simulator;

namespace {

/// Two sensors: one counts rows, one stays at 100.
class CountingScenario final : public Scenario {
public:
    const std::vector<AssetPlan> &assets() const override { return m_assets; }
    Row next(std::size_t, double) override
    {
        Row row;
        row.values = {double(m_row++), 100.0};
        return row;
    }

private:
    std::vector<AssetPlan> m_assets{{"line/a",
                                     {{"count", "", std::nullopt, std::nullopt, "", NormalBand{50.0, 10.0}},
                                      {"level", "", std::nullopt, std::nullopt, "", std::nullopt}}},
                                    {"line/b", {{"count", "", std::nullopt, std::nullopt, "", std::nullopt}}}};
    std::uint64_t m_row = 0;
};

/// 40 rows, one a second, with a fault from second 10 to 20 on the counting sensor.
std::vector<Row> rowsWith(FaultKind kind, double size)
{
    FaultedScenario scenario(std::make_unique<CountingScenario>(), listedFaults({{kind, 0, 0, 10.0, 10.0, size}}));
    std::vector<Row> rows;
    for (int i = 0; i < 40; ++i)
        rows.push_back(scenario.next(0, i));
    return rows;
}

bool inFault(int row)
{
    return row >= 10 && row < 20;
}

} // namespace

class TestFaults : public QObject {
    Q_OBJECT

private slots:
    void namesGoBothWays();
    void valueFaultsChangeOnlyTheirSensor_data();
    void valueFaultsChangeOnlyTheirSensor();
    void dropOutWithholdsRowsAndLabelsTheNext();
    void outOfOrderDatesEverySecondRowBack();
    void malformedAddsBrokenFrames();
    void transportFaultsLeaveTheValuesAlone_data();
    void transportFaultsLeaveTheValuesAlone();
    void listedFaultsAreSortedAndEnd();
    void faultsMayOverlap();
    void otherAssetsAreSpared();
    void aWrittenFaultIsRead();
    void aWrongFaultIsNamed_data();
    void aWrongFaultIsNamed();
};

void TestFaults::namesGoBothWays()
{
    for (std::size_t i = 0; i < kFaultKinds; ++i) {
        const auto kind = static_cast<FaultKind>(i);
        QCOMPARE(faultKind(toText(kind)).value(), kind);
    }
    QVERIFY(!faultKind("spikes"));
}

void TestFaults::valueFaultsChangeOnlyTheirSensor_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("size");
    QTest::addColumn<QList<double>>("expected"); ///< rows 10 to 19
    QTest::newRow("spike") << int(FaultKind::Spike) << 1000.0 << QList<double>{1010, 11, 12, 13, 14, 1015, 16, 17, 18, 19};
    QTest::newRow("step") << int(FaultKind::Step) << 5.0 << QList<double>{15, 16, 17, 18, 19, 20, 21, 22, 23, 24};
    QTest::newRow("drift") << int(FaultKind::Drift) << 10.0 << QList<double>{10, 12, 14, 16, 18, 20, 22, 24, 26, 28};
    QTest::newRow("stuck") << int(FaultKind::Stuck) << 0.0 << QList<double>{10, 10, 10, 10, 10, 10, 10, 10, 10, 10};
    QTest::newRow("variance") << int(FaultKind::Variance) << 2.0 << QList<double>{-30, -28, -26, -24, -22, -20, -18, -16, -14, -12};
}

void TestFaults::valueFaultsChangeOnlyTheirSensor()
{
    QFETCH(int, kind);
    QFETCH(double, size);
    QFETCH(QList<double>, expected);
    const auto rows = rowsWith(static_cast<FaultKind>(kind), size);
    for (int i = 0; i < 40; ++i) {
        const Row &row = rows[std::size_t(i)];
        QCOMPARE(row.values[0], inFault(i) ? expected[i - 10] : double(i));
        QCOMPARE(row.values[1], 100.0);
        QCOMPARE(row.truth->anomaly, inFault(i));
        QCOMPARE(row.truth->kind, inFault(i) ? std::string(toText(static_cast<FaultKind>(kind))) : std::string());
        QCOMPARE(row.truth->sensors, inFault(i) ? std::vector<std::string>{"count"} : std::vector<std::string>{});
        QCOMPARE(row.delivery, Delivery::Sent);
    }
}

void TestFaults::dropOutWithholdsRowsAndLabelsTheNext()
{
    const auto rows = rowsWith(FaultKind::DropOut, 0.0);
    for (int i = 0; i < 40; ++i) {
        QCOMPARE(rows[std::size_t(i)].delivery, inFault(i) ? Delivery::Withheld : Delivery::Sent);
        QCOMPARE(rows[std::size_t(i)].truth->kind, inFault(i) || i == 20 ? std::string("drop-out") : std::string());
    }
}

void TestFaults::outOfOrderDatesEverySecondRowBack()
{
    const auto rows = rowsWith(FaultKind::OutOfOrder, 0.0);
    for (int i = 0; i < 40; ++i)
        QCOMPARE(rows[std::size_t(i)].shift, inFault(i) && i % 2 == 1 ? Duration(std::chrono::seconds(-2)) : Duration::zero());
}

void TestFaults::malformedAddsBrokenFrames()
{
    const auto rows = rowsWith(FaultKind::Malformed, 0.0);
    int garbled = 0;
    for (const Row &row : rows)
        garbled += row.delivery == Delivery::Garbled;
    QCOMPARE(garbled, 1);
    QCOMPARE(rows[10].delivery, Delivery::Garbled);
}

void TestFaults::transportFaultsLeaveTheValuesAlone_data()
{
    QTest::addColumn<int>("kind");
    for (const FaultKind kind : {FaultKind::DropOut, FaultKind::OutOfOrder, FaultKind::Malformed})
        QTest::newRow(std::string(toText(kind)).c_str()) << int(kind);
}

void TestFaults::transportFaultsLeaveTheValuesAlone()
{
    QFETCH(int, kind);
    const auto rows = rowsWith(static_cast<FaultKind>(kind), 3.0);
    for (int i = 0; i < 40; ++i) {
        QCOMPARE(rows[std::size_t(i)].values, (std::vector<double>{double(i), 100.0}));
        QVERIFY(!rows[std::size_t(i)].truth->anomaly);
    }
    QCOMPARE(rows[12].truth->kind, std::string(toText(static_cast<FaultKind>(kind))));
}

void TestFaults::listedFaultsAreSortedAndEnd()
{
    const FaultScript script = listedFaults({{FaultKind::Step, 0, 0, 30, 1, 1}, {FaultKind::Spike, 0, 0, 5, 1, 1}});
    QCOMPARE(script(0)->beginSec, 5.0);
    QCOMPARE(script(1)->beginSec, 30.0);
    QVERIFY(!script(2));
}

void TestFaults::faultsMayOverlap()
{
    FaultedScenario scenario(std::make_unique<CountingScenario>(),
                             listedFaults({{FaultKind::Step, 0, 0, 0, 300, 1000}, {FaultKind::Step, 0, 1, 2, 2, 7}}));
    for (int i = 0; i < 200; ++i) {
        const Row row = scenario.next(0, i);
        QCOMPARE(row.values[0], 1000.0 + i);
        QCOMPARE(row.values[1], i == 2 || i == 3 ? 107.0 : 100.0);
        QCOMPARE(row.truth->sensors.size(), std::size_t(i == 2 || i == 3 ? 2 : 1));
    }
}

void TestFaults::otherAssetsAreSpared()
{
    FaultedScenario scenario(std::make_unique<CountingScenario>(), listedFaults({{FaultKind::Step, 1, 0, 0, 10, 1000}}));
    QVERIFY(!scenario.next(0, 0.0).truth->anomaly);
    QVERIFY(scenario.next(1, 0.0).truth->anomaly);
}

void TestFaults::aWrittenFaultIsRead()
{
    const CountingScenario scenario;
    const auto fault = parseFault("kind=step,at=720,for=9.5,size=-2,sensor=level,asset=line/a", scenario.assets());
    QVERIFY2(fault.ok(), fault ? "" : fault.error().text().c_str());
    QCOMPARE(fault->kind, FaultKind::Step);
    QCOMPARE(fault->asset, std::size_t(0));
    QCOMPARE(fault->sensor, std::size_t(1));
    QCOMPARE(fault->beginSec, 720.0);
    QCOMPARE(fault->endSec(), 729.5);
    QCOMPARE(fault->size, -2.0);
    QVERIFY(parseFault("kind=stuck,at=1,for=2", scenario.assets()).ok());
    QCOMPARE(parseFault("kind=drop-out,at=1,for=2,asset=line/b", scenario.assets())->asset, std::size_t(1));
}

void TestFaults::aWrongFaultIsNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << ""
                           << "kind: missing";
    QTest::newRow("kind") << "kind=jump,at=1,for=1,size=1"
                          << "kind: expected one of spike, step,";
    QTest::newRow("no at") << "kind=step,for=1,size=1"
                           << "at: missing";
    QTest::newRow("no size") << "kind=step,at=1,for=1"
                             << "size: missing";
    QTest::newRow("number") << "kind=step,at=soon,for=1,size=1"
                            << "at: expected a number, found \"soon\"";
    QTest::newRow("before the start") << "kind=step,at=-1,for=1,size=1"
                                      << "at: expected a number, found \"-1\"";
    QTest::newRow("no length") << "kind=step,at=1,for=0,size=1"
                               << "for: expected a number";
    QTest::newRow("infinite") << "kind=step,at=1,for=inf,size=1"
                              << "for: expected a number";
    QTest::newRow("part") << "kind=step,when=1"
                          << "when: unknown part";
    QTest::newRow("twice") << "kind=step,kind=step"
                           << "kind: given more than once";
    QTest::newRow("no value") << "kind"
                              << "kind: expected name=value";
    QTest::newRow("sensor") << "kind=step,at=1,for=1,size=1,sensor=levle"
                            << "sensor: nothing is called \"levle\"";
    QTest::newRow("asset") << "kind=step,at=1,for=1,size=1,asset=line/c"
                           << "asset: nothing is called \"line/c\"; did you mean \"line/a\"?";
}

void TestFaults::aWrongFaultIsNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    const auto fault = parseFault(text.toStdString(), CountingScenario().assets());
    QVERIFY(!fault);
    const QString found = QString::fromStdString(fault.error().text());
    QVERIFY2(found.startsWith(message), qPrintable(found));
}

QTEST_APPLESS_MAIN(TestFaults)
#include "tst_faults.moc"
