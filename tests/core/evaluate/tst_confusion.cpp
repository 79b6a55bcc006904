// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/confusion.h"

#include <QtTest>

#include <cmath>

using telltale::evaluate::Confusion;

class TestConfusion : public QObject {
    Q_OBJECT

private slots:
    void countsWhatWasSaidAgainstWhatIsTrue();
    void givesTheUsualFigures();
    void whatCannotBeSaidIsNotANumber();
    void poolsCountsAndNotFigures();
};

void TestConfusion::countsWhatWasSaidAgainstWhatIsTrue()
{
    Confusion confusion;
    for (const auto &[said, truth, times] : {std::tuple(true, true, 4), {true, false, 3}, {false, true, 2}, {false, false, 1}}) {
        for (int i = 0; i < times; ++i)
            confusion.add(said, truth);
    }
    QCOMPARE(confusion.truePositives(), 4U);
    QCOMPARE(confusion.falsePositives(), 3U);
    QCOMPARE(confusion.falseNegatives(), 2U);
    QCOMPARE(confusion.trueNegatives(), 1U);
    QCOMPARE(confusion.count(), 10U);
    QVERIFY(confusion == Confusion(4, 3, 2, 1));
}

void TestConfusion::givesTheUsualFigures()
{
    const Confusion confusion(40, 10, 20, 130);
    QCOMPARE(confusion.accuracy(), 0.85);
    QCOMPARE(confusion.precision(), 0.8);
    QCOMPARE(confusion.recall(), 2.0 / 3.0);
    QCOMPARE(confusion.f1(), 8.0 / 11.0);
    QCOMPARE(confusion.falseAlarmRate(), 1.0 / 14.0);
    QCOMPARE(confusion.missedAlarmRate(), 1.0 / 3.0);
}

void TestConfusion::whatCannotBeSaidIsNotANumber()
{
    const Confusion nothing;
    for (const double figure :
         {nothing.accuracy(), nothing.precision(), nothing.recall(), nothing.f1(), nothing.falseAlarmRate(), nothing.missedAlarmRate()})
        QVERIFY(std::isnan(figure));
    const Confusion quiet(0, 0, 0, 7);
    QCOMPARE(quiet.accuracy(), 1.0);
    QCOMPARE(quiet.falseAlarmRate(), 0.0);
    QVERIFY(std::isnan(quiet.precision()) && std::isnan(quiet.f1()) && std::isnan(quiet.missedAlarmRate()));
    const Confusion blind(0, 0, 3, 7);
    QCOMPARE(blind.f1(), 0.0);
    QCOMPARE(blind.missedAlarmRate(), 1.0);
    QVERIFY(std::isnan(blind.precision()));
}

void TestConfusion::poolsCountsAndNotFigures()
{
    Confusion all(1, 0, 0, 0);
    all += Confusion(0, 1, 9, 10);
    QVERIFY(all == Confusion(1, 1, 9, 10));
    QCOMPARE(all.f1(), 2.0 / 12.0); // the mean of the two F1 would be 0.5
}

QTEST_APPLESS_MAIN(TestConfusion)
#include "tst_confusion.moc"
