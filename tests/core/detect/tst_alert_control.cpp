// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/alert_control.h"
#include "tests/core/detect/naive_stream_a.h"

#include <QtTest>

#include <random>

using namespace telltale;
using detect::AlertControl;

class TestAlertControl : public QObject {
    Q_OBJECT

private slots:
    void agreesWithItsDefinition();
    void restsAfterAnAlert();
    void aMuchStrongerRowAlertsWithinTheRest();
    void remembersTheStrengthOfTheLastAlert();
    void learnsToAlertLessOften();
};

namespace {

/// Numbers of the rows (from 0) that alert.
std::vector<int> pulses(AlertControl &control, const std::vector<double> &scores)
{
    std::vector<int> rows;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (control.step(scores[i]).pulse)
            rows.push_back(static_cast<int>(i));
    }
    return rows;
}

AlertControl::Setup setupFor(double warmUp)
{
    AlertControl::Setup setup;
    setup.refractory = 0.2 * warmUp;
    setup.decay = 0.5 * warmUp;
    return setup;
}

} // namespace

void TestAlertControl::agreesWithItsDefinition()
{
    for (const double warmUp : {20.0, 169.0, 750.0}) {
        std::mt19937_64 random(static_cast<std::uint64_t>(warmUp));
        std::exponential_distribution<double> strength(1.2);
        AlertControl control(setupFor(warmUp));
        test::NaiveControl naive(warmUp);
        int alerts = 0;
        for (int row = 0; row < 20000; ++row) {
            const double s = random() % 4 == 0 ? std::min(8.0, strength(random) * (random() % 50 == 0 ? 4.0 : 1.0)) : 0.0;
            const bool pulse = control.step(s).pulse;
            alerts += pulse;
            QCOMPARE(pulse ? s : 0.0, naive.output(s));
        }
        QVERIFY(alerts > 10);
    }
}

void TestAlertControl::restsAfterAnAlert()
{
    AlertControl control(setupFor(100.0));
    std::vector<double> scores(60, 2.0);
    QCOMPARE(pulses(control, scores).front(), 0);
    AlertControl again(setupFor(100.0));
    const std::vector<int> rows = pulses(again, scores);
    QVERIFY(rows.size() > 1);
    QVERIFY(rows[1] > 20);
}

void TestAlertControl::aMuchStrongerRowAlertsWithinTheRest()
{
    AlertControl control(setupFor(100.0));
    QCOMPARE(pulses(control, {2.0, 4.0, 4.1, 8.0}), (std::vector<int>{0, 2}));
}

void TestAlertControl::remembersTheStrengthOfTheLastAlert()
{
    AlertControl control(setupFor(100.0));
    std::vector<double> scores(200, 0.0);
    scores[0] = 8.0;
    scores[40] = 3.0;  // rest is over, but 8·exp(−40/50) = 3.6
    scores[100] = 3.0; // 8·exp(−2) = 1.08
    QCOMPARE(pulses(control, scores), (std::vector<int>{0, 100}));
}

void TestAlertControl::learnsToAlertLessOften()
{
    AlertControl control(setupFor(100.0));
    const double atFirst = control.step(0.0).limit;
    QCOMPARE(atFirst, 0.97);
    int alerts = 0;
    for (int row = 0; row < 20000; ++row)
        alerts += control.step(row % 60 == 0 ? 2.0 : 0.0).pulse;
    const double later = control.step(0.0).limit;
    QVERIFY(later > 1.9);
    QVERIFY2(alerts < 30, qPrintable(QString::number(alerts))); // 334 rows of 2.0; about one in 2000 rows in the long run
    for (int row = 0; row < 20000; ++row)
        (void)control.step(0.0);
    QCOMPARE(control.step(0.0).limit, 0.97);
}

QTEST_APPLESS_MAIN(TestAlertControl)
#include "tst_alert_control.moc"
