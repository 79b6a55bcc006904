// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_builders.h"
#include "ui/models/alarm_filter.h"
#include "ui/models/alarm_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

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

QTEST_APPLESS_MAIN(TestAlarmFilter)
#include "tst_alarm_filter.moc"
