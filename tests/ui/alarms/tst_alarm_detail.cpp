// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/alarm_builders.h"
#include "ui/alarms/alarm_detail.h"

#include <QLabel>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;

class TestAlarmDetail : public QObject {
    Q_OBJECT

private slots:
    void theModelBehindAnAlarmIsNamed();
    void stretchesAreShownWithTheirScale();
    void anAlarmWithoutStretchesShowsNone();
    void onlyABandThatWasLeftIsCalledSo();
    void theReadingsThatDifferAreNamed();
    void sensorsWithoutABarAreSummedUp();

private:
    static QString whyOf(const AlarmDetail &detail) { return detail.findChild<QLabel *>("detailWhy")->text(); }
};

void TestAlarmDetail::theModelBehindAnAlarmIsNamed()
{
    AlarmDetail detail;
    Occurrence alarm = test::raisedAlarm(1, 1);
    detail.show(alarm, test::at(10), ZoneChoice::Utc, false);
    QVERIFY2(!whyOf(detail).contains("model"), qPrintable(whyOf(detail)));
    alarm = test::raisedAlarm(2, 2);
    alarm.why.model = "/srv/models/<b>pump1</b>.model";
    detail.show(alarm, test::at(10), ZoneChoice::Utc, false);
    QVERIFY2(whyOf(detail).contains("Trained model /srv/models/<b>pump1</b>.model"), qPrintable(whyOf(detail)));
}

void TestAlarmDetail::stretchesAreShownWithTheirScale()
{
    AlarmDetail detail;
    Occurrence alarm = test::raisedAlarm(1, 1);
    alarm.why.actualStretch = {27.0, 27.1, 29.1};
    alarm.why.nearestStretch = {27.0, 27.1, 26.5};
    detail.show(alarm, test::at(10), ZoneChoice::Utc, false);
    const auto *stretch = detail.findChild<QWidget *>("stretch");
    QVERIFY(!stretch->isHidden());
    QVERIFY2(stretch->accessibleName().contains("All between 26.5 °C and 29.1 °C"), qPrintable(stretch->accessibleName()));
}

void TestAlarmDetail::anAlarmWithoutStretchesShowsNone()
{
    AlarmDetail detail;
    detail.show(test::raisedAlarm(1, 1), test::at(10), ZoneChoice::Utc, false);
    QVERIFY(detail.findChild<QWidget *>("stretch")->isHidden());
}

void TestAlarmDetail::onlyABandThatWasLeftIsCalledSo()
{
    AlarmDetail detail;
    Occurrence alarm = test::raisedAlarm(1, 1); // 88.125 of 19.5 to 24.25
    detail.show(alarm, test::at(10), ZoneChoice::Utc, false);
    QVERIFY2(whyOf(detail).contains("Outside the expected band 19.5 to 24.25 °C: got 88.13 °C"), qPrintable(whyOf(detail)));
    alarm.why.channels.front().actual = 20.0;
    detail.show(alarm, test::at(10), ZoneChoice::Utc, false);
    QVERIFY2(!whyOf(detail).contains("Outside"), qPrintable(whyOf(detail)));
    QVERIFY2(whyOf(detail).contains("Not outside the band 19.5 to 24.25 °C (got 20 °C)"), qPrintable(whyOf(detail)));
    alarm.why.lower = alarm.why.upper = kMissing;
    detail.show(alarm, test::at(10), ZoneChoice::Utc, false);
    QVERIFY2(!whyOf(detail).contains("the band"), qPrintable(whyOf(detail)));
    QVERIFY2(whyOf(detail).contains("Score at the raise 4.5, limit 3"), qPrintable(whyOf(detail)));
}

void TestAlarmDetail::theReadingsThatDifferAreNamed()
{
    AlarmDetail detail;
    Occurrence alarm = test::raisedAlarm(1, 1);
    alarm.why.actualStretch = {27.0, 28.0, 27.25, 30.0}; // differences 0, 1, 0.25 and 2: 0, 19, 1 and 79 of a hundred
    alarm.why.nearestStretch = {27.0, 27.0, 27.0, 28.0};
    detail.show(alarm, test::at(10), ZoneChoice::Utc, false);
    QVERIFY2(whyOf(detail).contains("Newest reading: expected 28, got 30 °C (79 % of the difference)"), qPrintable(whyOf(detail)));
    QVERIFY2(whyOf(detail).contains("2 reading(s) before the newest: expected 27, got 28 °C (19 % of the difference)"),
             qPrintable(whyOf(detail)));
    QVERIFY2(!whyOf(detail).contains("1 reading(s) before"), qPrintable(whyOf(detail)));
}

void TestAlarmDetail::sensorsWithoutABarAreSummedUp()
{
    AlarmDetail detail;
    Occurrence alarm = test::raisedAlarm(1, 1);
    alarm.why.channels.assign(20, {"flow", "bar", 0.0625, 1.0, 2.0});
    detail.show(alarm, test::at(10), ZoneChoice::Utc, false);
    const auto *bars = detail.findChild<QWidget *>("contributions");
    QVERIFY2(bars->accessibleName().endsWith("and 8 more, together 50 %"), qPrintable(bars->accessibleName()));
    const int twenty = bars->sizeHint().height();
    alarm = test::raisedAlarm(2, 2);
    alarm.why.channels.assign(12, {"flow", "bar", 0.0625, 1.0, 2.0});
    detail.show(alarm, test::at(11), ZoneChoice::Utc, false);
    QVERIFY2(!bars->accessibleName().contains("more"), qPrintable(bars->accessibleName()));
    QVERIFY(bars->sizeHint().height() < twenty);
}

QTEST_MAIN(TestAlarmDetail)
#include "tst_alarm_detail.moc"
