// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/row_aligner.h"

#include <QtTest>
#include <cmath>

using namespace telltale;
using namespace telltale::detect;

namespace {

UtcTime second(double t)
{
    return UtcTime{std::chrono::sys_days{std::chrono::year{2026} / 1 / 5}} + fromSeconds(t);
}

using Reading = RowAligner::Reading;
using Rows = std::vector<RowAligner::Row>;

Reading reading(std::size_t channel, double t, double value, double periodSec = 1.0)
{
    return {.channel = channel, .t = second(t), .value = value, .period = fromSeconds(periodSec)};
}

/// "12.0: 1 2 -" per row; "-" is missing.
QStringList shown(const Rows &rows)
{
    QStringList lines;
    for (const RowAligner::Row &row : rows) {
        QString line = QString::number(toSeconds(row.t - second(0))) + ':';
        for (const double value : row.values)
            line += ' ' + (std::isnan(value) ? QStringLiteral("-") : QString::number(value));
        lines << line + (row.gapBefore ? QStringLiteral(" gap") : QString());
    }
    return lines;
}

Rows rowsOf(std::size_t channels, const std::vector<std::vector<Reading>> &messages)
{
    RowAligner aligner(channels);
    Rows rows;
    for (const auto &together : messages)
        aligner.add(together, rows);
    return rows;
}

} // namespace

class TestRowAligner : public QObject {
    Q_OBJECT
private slots:
    void aMessageWithAllSensorsIsARow()
    {
        QCOMPARE(shown(rowsOf(2, {{reading(0, 1, 10), reading(1, 1, 20)}, {reading(1, 2, 21), reading(0, 2, 11)}})),
                 QStringList({"1: 10 20", "2: 11 21"}));
    }

    void sensorsOneByOneMakeARowWhenTheLastHasCome()
    {
        const QStringList both{"1.2: 10 20", "2.2: 11 21"};
        QCOMPARE(shown(rowsOf(2, {{reading(0, 1, 10)}, {reading(1, 1.2, 20)}, {reading(0, 2, 11)}, {reading(1, 2.2, 21)}})), both);
    }

    void aFastSensorMakesRowsWithWhatTheSlowOneSaidLast()
    {
        const auto slow = [](double t, double value) { return reading(1, t, value, 4.0); };
        QCOMPARE(shown(rowsOf(2, {{reading(0, 1, 10), slow(1, 20)},
                                  {reading(0, 2, 11)},
                                  {reading(0, 3, 12)},
                                  {reading(0, 4, 13)},
                                  {slow(5, 21), reading(0, 5, 14)}})),
                 QStringList({"1: 10 20", "2: 11 20", "3: 12 20", "4: 13 20", "5: 14 21"}));
    }

    void aSilentSensorIsHeldForTwoPeriodsAndThenMissing()
    {
        std::vector<std::vector<Reading>> messages{{reading(0, 1, 10), reading(1, 1, 20)}};
        for (int t = 2; t <= 6; ++t)
            messages.push_back({reading(0, t, 10.0 + t)});
        QCOMPARE(shown(rowsOf(2, messages)), QStringList({"1: 10 20", "2: 12 20", "3: 13 20", "4: 14 -", "5: 15 -"}));
    }

    void aSensorThatNeverSpokeIsMissing()
    {
        QCOMPARE(shown(rowsOf(2, {{reading(0, 1, 10)}, {reading(0, 2, 11)}, {reading(0, 3, 12)}})), QStringList({"1: 10 -", "2: 11 -"}));
    }

    void nothingIsHeldWhileThePeriodIsUnknown()
    {
        QCOMPARE(
            shown(rowsOf(
                2, {{reading(0, 1, 10, 0), reading(1, 1, 20, 0)}, {reading(0, 2, 11, 0)}, {reading(0, 3, 12, 0)}, {reading(1, 5, 21, 0)}})),
            QStringList({"1: 10 20", "2: 11 -", "5: 12 21"}));
    }

    void timesNeverGoBack()
    {
        // The second sensor's clock runs 3 s ahead; then the first brings two readings that are older than the row it was in.
        QCOMPARE(
            shown(rowsOf(
                2,
                {{reading(0, 1, 10, 9)}, {reading(1, 4, 20, 9)}, {reading(0, 2, 11, 9)}, {reading(0, 3, 12, 9)}, {reading(1, 5, 21, 9)}})),
            QStringList({"4: 10 20", "5: 12 21"}));
    }

    void aMissingReadingIsAReading()
    {
        QCOMPARE(shown(rowsOf(2, {{reading(0, 1, 10), reading(1, 1, kMissing)}, {reading(0, 2, 11), reading(1, 2, 21)}})),
                 QStringList({"1: 10 -", "2: 11 21"}));
    }

    void aGapBeforeAnyOfItsNewReadingsIsPassedOn()
    {
        Reading after = reading(0, 4, 13);
        after.gapBefore = true;
        QCOMPARE(shown(rowsOf(
                     2, {{reading(0, 1, 10), reading(1, 1, 20)}, {after}, {reading(1, 4, 23)}, {reading(0, 5, 14), reading(1, 5, 24)}})),
                 QStringList({"1: 10 20", "4: 13 23 gap", "5: 14 24"}));
    }

    void badQualityIsHeldToo()
    {
        Reading bad = reading(1, 1, 20);
        bad.quality = Quality::Bad;
        const Rows rows = rowsOf(2, {{reading(0, 1, 10), bad}, {reading(0, 2, 11)}, {reading(0, 3, 12)}});
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[1].quality, (std::vector<Quality>{Quality::Good, Quality::Bad}));
    }

    void waitsWhileAReadingIsInNoRow()
    {
        RowAligner aligner(2);
        Rows rows;
        QVERIFY(!aligner.waiting());
        aligner.add(std::vector<Reading>{reading(0, 1, 10)}, rows);
        QVERIFY(aligner.waiting());
        aligner.add(std::vector<Reading>{reading(1, 1, 20)}, rows);
        QVERIFY(!aligner.waiting());
        QCOMPARE(aligner.lastRow(), second(1));
    }
};

QTEST_APPLESS_MAIN(TestRowAligner)
#include "tst_row_aligner.moc"
