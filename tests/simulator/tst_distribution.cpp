// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/plant/distribution.h"
#include "statistics.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::simulator;

class TestDistribution : public QObject {
    Q_OBJECT

private slots:
    void thereAreTen() { QCOMPARE(distributionRules().size(), std::size_t(10)); }
    void hasItsMeanAndVariance_data();
    void hasItsMeanAndVariance();
    void drawsMatchTheClosedForm_data() { hasItsMeanAndVariance_data(); }
    void drawsMatchTheClosedForm();
    void refusesWrongParameters_data();
    void refusesWrongParameters();
    void refusesAnUnknownName();
    void sameSeedAndStreamGiveTheSameNumbers();
};

/// Means and variances worked out by hand (weibull with a = 2: sqrt(pi)/2 and 1 - pi/4).
void TestDistribution::hasItsMeanAndVariance_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QList<double>>("params");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("variance");
    QTest::newRow("normal") << "normal" << QList<double>{22, 2} << 22.0 << 4.0;
    QTest::newRow("uniform") << "uniform" << QList<double>{70, 90} << 80.0 << 400.0 / 12.0;
    QTest::newRow("exponential") << "exponential" << QList<double>{3} << 3.0 << 9.0;
    QTest::newRow("poisson") << "poisson" << QList<double>{4.5} << 4.5 << 4.5;
    QTest::newRow("lognormal") << "lognormal" << QList<double>{0.5, 0.4} << 1.786038430750073 << 0.5534881011446778;
    QTest::newRow("gamma") << "gamma" << QList<double>{2, 1.5} << 3.0 << 4.5;
    QTest::newRow("beta") << "beta" << QList<double>{2, 6} << 0.25 << 0.020833333333333332;
    QTest::newRow("weibull") << "weibull" << QList<double>{2} << 0.886226925452758 << 0.21460183660255172;
    QTest::newRow("triangular") << "triangular" << QList<double>{1, 2, 6} << 3.0 << 7.0 / 6.0;
    QTest::newRow("chisquare") << "chisquare" << QList<double>{10} << 10.0 << 20.0;
}

namespace {

Distribution made(const QString &name, const QList<double> &params)
{
    DistributionRule::Values values{};
    std::copy(params.begin(), params.end(), values.begin());
    return Distribution::make(name.toStdString(), values).value();
}

} // namespace

void TestDistribution::hasItsMeanAndVariance()
{
    QFETCH(QString, name);
    QFETCH(QList<double>, params);
    QFETCH(double, mean);
    QFETCH(double, variance);
    const Distribution distribution = made(name, params);
    TELLTALE_NEAR(distribution.mean(), mean, 1e-12 * mean);
    TELLTALE_NEAR(distribution.variance(), variance, 1e-9 * variance);
    TELLTALE_NEAR(distribution.sd(), std::sqrt(variance), 1e-9 * variance);
}

void TestDistribution::drawsMatchTheClosedForm()
{
    QFETCH(QString, name);
    QFETCH(QList<double>, params);
    QFETCH(double, mean);
    QFETCH(double, variance);
    const Distribution distribution = made(name, params);
    Random random(7, "draws");
    test::Moments moments;
    constexpr int kDraws = 100'000;
    for (int i = 0; i < kDraws; ++i)
        moments.add(distribution.draw(random));
    TELLTALE_NEAR(moments.mean(), mean, 5.0 * std::sqrt(variance / kDraws));
    TELLTALE_NEAR(moments.variance(), variance, 0.05 * variance);
}

void TestDistribution::refusesWrongParameters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QList<double>>("params");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("what");
    const double nan = std::nan("");
    QTest::newRow("sd 0") << "normal" << QList<double>{1, 0} << "std"
                          << "expected a number greater than 0, found 0";
    QTest::newRow("negative rate") << "poisson" << QList<double>{-1} << "lam"
                                   << "expected a number greater than 0, found -1";
    QTest::newRow("nan") << "normal" << QList<double>{nan, 1} << "mean"
                         << "expected a number between -1e9 and 1e9, found nan";
    QTest::newRow("falling") << "uniform" << QList<double>{2, 1} << "high"
                             << "expected at least low, found 1";
    QTest::newRow("no width") << "uniform" << QList<double>{2, 2} << "high"
                              << "expected more than low, found 2";
    QTest::newRow("mode left") << "triangular" << QList<double>{2, 1, 3} << "mode"
                               << "expected at least left, found 1";
}

void TestDistribution::refusesWrongParameters()
{
    QFETCH(QString, name);
    QFETCH(QList<double>, params);
    QFETCH(QString, where);
    QFETCH(QString, what);
    DistributionRule::Values values{};
    std::copy(params.begin(), params.end(), values.begin());
    const auto result = Distribution::make(name.toStdString(), values);
    QVERIFY(!result);
    QCOMPARE(QString::fromStdString(result.error().where), where);
    QCOMPARE(QString::fromStdString(result.error().what), what);
}

void TestDistribution::refusesAnUnknownName()
{
    const auto result = Distribution::make("cauchy", {});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::NotFound);
}

void TestDistribution::sameSeedAndStreamGiveTheSameNumbers()
{
    Random a(1, "a");
    Random again(1, "a");
    Random otherStream(1, "b");
    Random otherSeed(2, "a");
    const double first = a.normal();
    QCOMPARE(again.normal(), first);
    QVERIFY(otherStream.normal() != first);
    QVERIFY(otherSeed.normal() != first);
}

QTEST_APPLESS_MAIN(TestDistribution)
#include "tst_distribution.moc"
