// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/tail_likelihood.h"
#include "core/detect/yardstick.h"
#include "tests/core/detect/naive_stream_a.h"

#include <QtTest>

#include <random>

using namespace telltale;
using detect::TailFit;
using detect::TailLikelihood;

namespace {

/// A tail with the yardstick that measures the sensor beside it.
struct Measured {
    explicit Measured(const TailLikelihood::Setup &setup) : tail(setup) {}

    double judge(double raw, double x)
    {
        yardstick.add(x);
        return tail.judge(raw, yardstick.spread());
    }
    [[nodiscard]] double rawAt(double s) const { return tail.rawAt(s); }

    detect::Yardstick yardstick;
    TailLikelihood tail;
};

} // namespace

class TestTailLikelihood : public QObject {
    Q_OBJECT

private slots:
    void agreesWithItsDefinition_data();
    void agreesWithItsDefinition();
    void givesTheRawScoreBehindALimit_data();
    void givesTheRawScoreBehindALimit();
    void aConstantSensorIsNeverStrange();
    void staysSilentWhileItWarmsUp();
    void isCapped();
    void standsHugeAndTinyScores_data();
    void standsHugeAndTinyScores();
    void severalTailsShareOneHistory();
};

void TestTailLikelihood::agreesWithItsDefinition_data()
{
    QTest::addColumn<bool>("pareto");
    QTest::addColumn<double>("p");
    QTest::addColumn<int>("history");
    QTest::addColumn<double>("offset");
    QTest::newRow("pareto .95") << true << 0.95 << 6000 << 0.0;
    QTest::newRow("pareto .90, short history") << true << 0.90 << 300 << 0.0;
    QTest::newRow("exponential .90") << false << 0.90 << 6000 << 0.0;
    QTest::newRow("a large offset with little noise") << true << 0.95 << 500 << 1e9;
}

void TestTailLikelihood::agreesWithItsDefinition()
{
    QFETCH(bool, pareto);
    QFETCH(double, p);
    QFETCH(int, history);
    QFETCH(double, offset);
    const auto rows = static_cast<std::size_t>(history);
    Measured tail({{{pareto ? TailFit::Shape::Pareto : TailFit::Shape::Exponential, p}}, rows, 400.0});
    test::NaiveTail naive(pareto, p, rows, 400.0);
    std::mt19937_64 random(7);
    std::normal_distribution<double> noise;
    int strange = 0;
    for (int row = 0; row < 2500; ++row) {
        const double x = offset + noise(random);
        // As float, so that both sides see the same ties.
        const double raw = row < 30 ? 0.0 : static_cast<float>(std::abs(noise(random)) * (random() % 200 == 0 ? 20.0 : 1.0));
        const double s = tail.judge(raw, x);
        const double wanted = naive.score(raw, x);
        strange += wanted > 3.0;
        QVERIFY2(std::abs(s - wanted) < 1e-6, qPrintable(QStringLiteral("row %1: %2, not %3").arg(row).arg(s).arg(wanted)));
    }
    QVERIFY(strange > 0);
}

void TestTailLikelihood::givesTheRawScoreBehindALimit_data()
{
    QTest::addColumn<bool>("pareto");
    QTest::addColumn<double>("limit");
    for (const double limit : {2.0, 4.5, 7.5}) {
        QTest::addRow("pareto %g", limit) << true << limit;
        QTest::addRow("exponential %g", limit) << false << limit;
    }
}

void TestTailLikelihood::givesTheRawScoreBehindALimit()
{
    QFETCH(bool, pareto);
    QFETCH(double, limit);
    Measured tail({{{pareto ? TailFit::Shape::Pareto : TailFit::Shape::Exponential, 0.95}}, 1000, 100.0});
    QVERIFY(std::isnan(tail.rawAt(limit)));
    std::mt19937_64 random(3);
    std::normal_distribution<double> noise;
    for (int row = 0; row < 800; ++row) {
        const double value = noise(random); // in this order with every compiler
        (void)tail.judge(std::abs(noise(random)), value);
    }
    const Measured same = tail;
    (void)tail.judge(0.0, 0.0); // makes the fit that the next line asks about
    const double raw = tail.rawAt(limit);
    // Scores are rounded to 8 bits before they are judged: one step below and above must enclose the limit.
    const auto judged = [&](double score) { return Measured(same).judge(score, 0.0); };
    const double below = judged(raw * (1.0 - 1.0 / 128.0));
    const double above = judged(raw * (1.0 + 1.0 / 128.0));
    QVERIFY2(below < limit && limit < above, qPrintable(QStringLiteral("%1 to %2").arg(below).arg(above)));
    QVERIFY(above - below < 0.2);
}

void TestTailLikelihood::aConstantSensorIsNeverStrange()
{
    Measured tail({});
    for (int row = 0; row < 3000; ++row)
        QCOMPARE(tail.judge(0.0, 42.0), 0.0);
    QCOMPARE(tail.rawAt(3.0), 0.0);
}

void TestTailLikelihood::staysSilentWhileItWarmsUp()
{
    Measured tail({{{TailFit::Shape::Pareto, 0.95}}, 6000, 100.0});
    for (int row = 0; row < 25; ++row)
        QCOMPARE(tail.judge(row, row), 0.0);
    QVERIFY(tail.judge(100.0, 100.0) > 0.0);
}

void TestTailLikelihood::isCapped()
{
    Measured tail({});
    std::mt19937_64 random(1);
    std::normal_distribution<double> noise;
    for (int row = 0; row < 1000; ++row)
        (void)tail.judge(std::abs(noise(random)), noise(random));
    QCOMPARE(tail.judge(1e9, 1e9), TailFit::kCap);
}

void TestTailLikelihood::standsHugeAndTinyScores_data()
{
    QTest::addColumn<double>("size");
    for (const double size : {0.0, 1e-320, 1e-100, 1e-30, 1e30, 1e100})
        QTest::addRow("%g", size) << size;
}

void TestTailLikelihood::standsHugeAndTinyScores()
{
    QFETCH(double, size);
    for (const auto fit : {TailFit::Shape::Pareto, TailFit::Shape::Exponential}) {
        Measured tail({{{fit, 0.95}}, 300, 40.0});
        for (int row = 0; row < 1000; ++row) {
            const double s = tail.judge(row % 37 == 0 ? size : 0.0, row % 5 == 0 ? size : -size);
            QVERIFY(s >= 0.0 && s <= TailFit::kCap);
        }
        QVERIFY(!std::isnan(tail.rawAt(3.0)));
    }
}

void TestTailLikelihood::severalTailsShareOneHistory()
{
    const TailFit::Setup pareto{TailFit::Shape::Pareto, 0.95};
    const TailFit::Setup exponential{TailFit::Shape::Exponential, 0.90};
    TailLikelihood both({{pareto, exponential}, 500, 40.0});
    TailLikelihood first({{pareto}, 500, 40.0});
    TailLikelihood second({{exponential}, 500, 40.0});
    std::mt19937_64 random(11);
    std::lognormal_distribution<double> spread(0.0, 1.0);
    for (int row = 0; row < 1200; ++row) {
        const double raw = spread(random);
        QCOMPARE(both.judge(raw, 1.0), (first.judge(raw, 1.0) + second.judge(raw, 1.0)) / 2.0);
        QCOMPARE(both.rawAt(3.0), (first.rawAt(3.0) + second.rawAt(3.0)) / 2.0);
    }
    QVERIFY(both.bytes() < first.bytes() + second.bytes() - 900);
}

QTEST_APPLESS_MAIN(TestTailLikelihood)
#include "tst_tail_likelihood.moc"
