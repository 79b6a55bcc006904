// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_builders.h"
#include "ui/models/alarm_filter.h"
#include "ui/models/alarm_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>
#include <random>
#include <set>

using namespace telltale;
using namespace telltale::ui;
using test::SnapshotBuilder;

class TestAlarmFilter : public QObject {
    Q_OBJECT
private slots:
    void init();
    void showsAllWithoutAFilter();
    void tabsSplitByAcknowledgement();
    void textFindsAssetSensorAndOwner();
    void aSourceHoldsWhatIsBelowIt_data();
    void aSourceHoldsWhatIsBelowIt();
    void saysWhatItHides();
    void followsAnAlarmThatIsAcknowledged();
    void clearTakesEverythingBack();
    void showsLatchedAndDoubtfulAlone();
    void sortsByAColumnAndKeepsIt();
    void groupsByAssetWithTheWorstOnTop();
    void foldingHidesNoUnacknowledgedP1();
    void thePinnedRowKeepsItsNeighbours();
    void thePinnedRowOutlivesItsAlarm();
    void anySequenceOfChangesKeepsEveryAlarm();
    void aViewReadsBackFromItsLine();
    void sortsTenThousandRowsInOneGo();

private:
    [[nodiscard]] QStringList shown() const;

    std::unique_ptr<AlarmModel> m_alarms;
    std::unique_ptr<AlarmFilter> m_filter;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<SnapshotBuilder> m_build;
};

void TestAlarmFilter::init()
{
    m_tester.reset();
    m_filter.reset();
    m_alarms = std::make_unique<AlarmModel>();
    m_filter = std::make_unique<AlarmFilter>(*m_alarms);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_filter.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_build = std::make_unique<SnapshotBuilder>();
    const SensorId pump = m_build->addSensor("line-a/pump1", "vibration", "mm/s");
    const SensorId fan = m_build->addSensor("line-a/fan", "current", "A");
    const SensorId other = m_build->addSensor("line-ab/pump1", "vibration", "mm/s");
    m_build->addAlarm(pump, Priority::P1, AlarmState::B);
    m_build->addAlarm(fan, Priority::P2, AlarmState::D);
    m_build->addAlarm(other, Priority::P3, AlarmState::C).ackedBy.operatorName = "K. Lund";
    m_alarms->apply(m_build->build());
}

QStringList TestAlarmFilter::shown() const
{
    QStringList assets;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        assets << m_filter->index(row, AssetColumn).data().toString();
    }
    return assets;
}

void TestAlarmFilter::showsAllWithoutAFilter()
{
    QCOMPARE(shown(), (QStringList{"line-a/pump1", "line-a/fan", "line-ab/pump1"}));
    QVERIFY(!m_filter->isActive());
    QCOMPARE(m_filter->hiddenUnacked(), (std::array<int, 4>{}));
}

void TestAlarmFilter::tabsSplitByAcknowledgement()
{
    m_filter->setTab(AlarmFilter::Tab::Unacked);
    QCOMPARE(shown(), (QStringList{"line-a/pump1", "line-a/fan"}));
    m_filter->setTab(AlarmFilter::Tab::Acked);
    QCOMPARE(shown(), (QStringList{"line-ab/pump1"}));
}

void TestAlarmFilter::textFindsAssetSensorAndOwner()
{
    m_filter->setText("FAN");
    QCOMPARE(shown(), (QStringList{"line-a/fan"}));
    m_filter->setText("vibra");
    QCOMPARE(shown(), (QStringList{"line-a/pump1", "line-ab/pump1"}));
    m_filter->setText("lund");
    QCOMPARE(shown(), (QStringList{"line-ab/pump1"}));
}

void TestAlarmFilter::aSourceHoldsWhatIsBelowIt_data()
{
    QTest::addColumn<QString>("asset");
    QTest::addColumn<QString>("sensor");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("line, not its namesake") << "line-a"
                                            << "" << QStringList{"line-a/pump1", "line-a/fan"};
    QTest::newRow("one asset") << "line-a/fan"
                               << "" << QStringList{"line-a/fan"};
    QTest::newRow("one sensor") << "line-ab/pump1"
                                << "vibration" << QStringList{"line-ab/pump1"};
    QTest::newRow("a sensor without alarms") << "line-a/fan"
                                             << "speed" << QStringList{};
    QTest::newRow("everything") << ""
                                << "" << QStringList{"line-a/pump1", "line-a/fan", "line-ab/pump1"};
}

void TestAlarmFilter::aSourceHoldsWhatIsBelowIt()
{
    QFETCH(QString, asset);
    QFETCH(QString, sensor);
    QFETCH(QStringList, expected);
    m_filter->setSource({asset.toStdString(), sensor.toStdString()});
    QCOMPARE(shown(), expected);
}

void TestAlarmFilter::saysWhatItHides()
{
    m_filter->setPriorityShown(Priority::P1, false);
    QCOMPARE(m_filter->hiddenUnacked(), (std::array<int, 4>{1, 0, 0, 0}));
    m_filter->setText("nothing is called that");
    QCOMPARE(m_filter->hiddenUnacked(), (std::array<int, 4>{1, 1, 0, 0})); // the acknowledged P3 does not count
}

void TestAlarmFilter::followsAnAlarmThatIsAcknowledged()
{
    m_filter->setTab(AlarmFilter::Tab::Unacked);
    Occurrence &pump = m_build->alarms()[0];
    pump.state = AlarmState::C;
    pump.lastSeq = 20;
    m_alarms->apply(m_build->build());
    QCOMPARE(shown(), (QStringList{"line-a/fan"}));
}

void TestAlarmFilter::clearTakesEverythingBack()
{
    m_filter->setTab(AlarmFilter::Tab::Acked);
    m_filter->setText("x");
    m_filter->setPriorityShown(Priority::P2, false);
    m_filter->setSource({"line-a", ""});
    QSignalSpy changed(m_filter.get(), &AlarmFilter::filterChanged);
    m_filter->clear();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_filter->rowCount(), 3);
    QVERIFY(!m_filter->isActive());
}

void TestAlarmFilter::showsLatchedAndDoubtfulAlone()
{
    m_build->alarms()[1].state = AlarmState::L2;
    m_build->alarms()[2].quality = Quality::Bad;
    m_alarms->apply(m_build->build());
    m_filter->setTab(AlarmFilter::Tab::Latched);
    QCOMPARE(shown(), (QStringList{"line-a/fan"}));
    m_filter->clear();
    m_filter->setDoubtful(true);
    QCOMPARE(shown(), (QStringList{"line-ab/pump1"}));
    QCOMPARE(m_filter->hiddenUnacked(), (std::array<int, 4>{1, 0, 0, 0}));
}

void TestAlarmFilter::sortsByAColumnAndKeepsIt()
{
    m_filter->sortBy(AssetColumn, false);
    QCOMPARE(shown(), (QStringList{"line-a/fan", "line-a/pump1", "line-ab/pump1"}));
    m_filter->sortBy(AssetColumn, true);
    QCOMPARE(shown(), (QStringList{"line-ab/pump1", "line-a/pump1", "line-a/fan"}));
    const SensorId late = m_build->addSensor("line-a/fan-10", "current", "A");
    m_build->addAlarm(late, Priority::P1, AlarmState::B);
    m_alarms->apply(m_build->build());
    QCOMPARE(shown(), (QStringList{"line-ab/pump1", "line-a/pump1", "line-a/fan-10", "line-a/fan"}));
    m_filter->clear(); // shows all: the order is not a filter
    QCOMPARE(shown().first(), QStringLiteral("line-ab/pump1"));
    m_filter->sortBy(AlarmView::kDefaultOrder, false);
    QCOMPARE(shown().first(), QStringLiteral("line-a/pump1"));
}

void TestAlarmFilter::groupsByAssetWithTheWorstOnTop()
{
    m_build->addAlarm(SensorId{1}, Priority::P1, AlarmState::C);
    m_alarms->apply(m_build->build());
    m_filter->setGrouped(true);
    QCOMPARE(shown(),
             (QStringList{"line-a/pump1", "line-a/pump1", "line-a/fan", "line-a/fan", "line-a/fan", "line-ab/pump1", "line-ab/pump1"}));
    const AlarmFilter::Group *fan = m_filter->groupAt(2);
    QVERIFY(fan);
    QCOMPARE(fan->open, 2);
    QCOMPARE(fan->unacked, 1);
    QCOMPARE(fan->worst->state, AlarmState::D); // waiting comes before acknowledged, whatever the priority
    QCOMPARE(m_filter->alarmsBelow(2), (std::vector<OccurrenceId>{2, 4}));
    QCOMPARE(m_filter->index(2, WhatColumn).data().toString(), QStringLiteral("2 alarm(s), 1 not acknowledged"));
    QVERIFY(m_filter->index(2, SymbolColumn).data(Qt::AccessibleTextRole).toString().contains("group line-a/fan, worst P2"));
    m_filter->setGrouped(false);
    QCOMPARE(m_filter->rowCount(), 4);
}

void TestAlarmFilter::foldingHidesNoUnacknowledgedP1()
{
    m_build->addAlarm(SensorId{0}, Priority::P2, AlarmState::B);
    m_alarms->apply(m_build->build());
    m_filter->setGrouped(true);
    m_filter->foldAll(true);
    QCOMPARE(shown(), (QStringList{"line-a/pump1", "line-a/pump1", "line-a/fan", "line-ab/pump1"}));
    QCOMPARE(m_filter->alarmAt(1)->priority, Priority::P1);
    QCOMPARE(m_filter->alarmsBelow(0).size(), std::size_t{1}); // what is folded away cannot be acknowledged unseen
    m_filter->fold(0, false);
    QCOMPARE(m_filter->alarmsBelow(0).size(), std::size_t{2});
}

void TestAlarmFilter::thePinnedRowKeepsItsNeighbours()
{
    m_filter->pin(2); // the fan, between the two pumps
    Occurrence fan = m_build->alarms()[1];
    fan.state = AlarmState::B;
    fan.priority = Priority::P1;
    fan.lastSeq = 30;
    std::vector<Occurrence> &alarms = m_build->alarms();
    alarms.erase(alarms.begin() + 1);
    alarms.insert(alarms.begin(), fan);
    m_alarms->apply(m_build->build());
    QCOMPARE(shown(), (QStringList{"line-a/pump1", "line-a/fan", "line-ab/pump1"}));
    QCOMPARE(m_filter->alarmAt(1)->priority, Priority::P1); // it says at once what it has become
    m_filter->pin(0);
    QCOMPARE(shown(), (QStringList{"line-a/fan", "line-a/pump1", "line-ab/pump1"}));
}

void TestAlarmFilter::thePinnedRowOutlivesItsAlarm()
{
    m_filter->pin(2);
    m_build->alarms().erase(m_build->alarms().begin() + 1);
    m_alarms->apply(m_build->build());
    QCOMPARE(shown(), (QStringList{"line-a/pump1", "line-a/fan", "line-ab/pump1"}));
    QVERIFY(m_filter->index(1, StateColumn).data().toString().contains("CLOSED"));
    m_alarms->apply(m_build->build());
    QCOMPARE(m_filter->rowCount(), 3);
    m_filter->pin(1);
    QCOMPARE(shown(), (QStringList{"line-a/pump1", "line-ab/pump1"}));
}

/// Whatever is sorted, grouped, folded and pinned: every alarm that the filter accepts has one row, and Qt's own checks stay content.
void TestAlarmFilter::anySequenceOfChangesKeepsEveryAlarm()
{
    std::mt19937 random(4);
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    OccurrenceId next = 100;
    for (int round = 0; round < 400; ++round) {
        std::vector<Occurrence> &alarms = m_build->alarms();
        if (upTo(2) > 0) {
            Occurrence &added =
                m_build->addAlarm(SensorId{std::uint32_t(upTo(2))}, Priority(upTo(3) + 1), upTo(1) ? AlarmState::B : AlarmState::C);
            added.id = next++;
        } else if (!alarms.empty()) {
            alarms.erase(alarms.begin() + upTo(int(alarms.size()) - 1));
        }
        std::shuffle(alarms.begin(), alarms.end(), random);
        m_filter->pin(m_filter->rowCount() > 0 ? m_filter->keyAt(upTo(m_filter->rowCount() - 1)) : 0);
        m_alarms->apply(m_build->build());
        switch (upTo(7)) {
        case 0: m_filter->setGrouped(upTo(1) == 1); break;
        case 1: m_filter->foldAll(upTo(1) == 1); break;
        case 2: m_filter->sortBy(upTo(AlarmColumnCount) - 1, upTo(1) == 1); break;
        default: break;
        }
        m_filter->foldAll(false);
        std::set<OccurrenceId> ids;
        for (int row = 0; row < m_filter->rowCount(); ++row) {
            if (m_filter->alarmAt(row) && m_filter->alarmAt(row)->open()) {
                QVERIFY(ids.insert(m_filter->alarmAt(row)->id).second);
            }
        }
        QCOMPARE(ids.size(), alarms.size());
    }
}

void TestAlarmFilter::aViewReadsBackFromItsLine()
{
    AlarmView view;
    view.tab = AlarmView::Tab::Latched;
    view.text = QStringLiteral("“fan”, 50 % & more");
    view.priorities = {true, false, true, false};
    view.source = {"line-a/fan", "current"};
    view.doubtful = true;
    view.sortColumn = ScoreColumn;
    view.descending = true;
    view.grouped = true;
    QCOMPARE(viewFromLine(toLine(view)), view);
    QCOMPARE(viewFromLine("no view at all"), AlarmView{});
    QCOMPARE(viewFromLine("{\"tab\":77,\"sort\":99}"), AlarmView{});
}

void TestAlarmFilter::sortsTenThousandRowsInOneGo()
{
    m_tester.reset(); // it looks at every row after every signal
    std::vector<Occurrence> &alarms = m_build->alarms();
    const Occurrence pattern = alarms.front();
    while (alarms.size() < 10'000) {
        Occurrence added = pattern;
        added.id = alarms.size() + 1;
        added.definition.source.asset = "line-" + std::to_string(added.id * 7919 % 250);
        alarms.push_back(added);
    }
    m_alarms->apply(m_build->build());
    const QSignalSpy moved(m_filter.get(), &QAbstractItemModel::layoutChanged);
    const auto took = [](const auto &work) {
        QElapsedTimer timer;
        timer.start();
        work();
        return timer.elapsed();
    };
    const qint64 sorted = took([&] { m_filter->sortBy(AssetColumn, true); });
    QCOMPARE(moved.count(), 1);
    const qint64 filtered = took([&] { m_filter->setText("line-24"); });
    const qint64 all = took([&] { m_filter->clear(); });
    const qint64 grouped = took([&] { m_filter->setGrouped(true); });
    qInfo("10,000 rows: sort %lld ms, filter %lld ms, show all %lld ms, group %lld ms", sorted, filtered, all, grouped);
    QCOMPARE(m_filter->rowCount(), 10'000 + 253);
}

QTEST_APPLESS_MAIN(TestAlarmFilter)
#include "tst_alarm_filter.moc"
