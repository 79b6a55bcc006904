// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/staged_detector.h"
#include "tests/core/detect/rows.h"

#include <QtTest>

#include <cmath>
#include <functional>

using namespace telltale;
using namespace telltale::detect;
using test::show;

namespace {

/// Answers what the test tells it to: the raw score is the row's value.
class ScriptedModel final : public RawDetector {
public:
    explicit ScriptedModel(RawScore pattern) : m_pattern(std::move(pattern)) {}

    RawScore judge(const Point &point) override
    {
        RawScore score = m_pattern;
        score.raw = m_last = point.values[0];
        score.yardstick = point.values[0];
        return score;
    }
    /// Unordered, and not summing to 1; the reading 5 stands for a model that cannot say.
    std::vector<Contribution> contributions() const override
    {
        if (m_last == 5.0)
            return {{0, 0.0, 1.0, 2.0}, {2, 0.0, 1.0, 5.0}};
        return {{0, 1.0, 1.0, 2.0}, {2, 3.0, 1.0, 5.0}};
    }
    std::size_t bytes() const override { return 1000; }

private:
    double m_last = 0.0;
    RawScore m_pattern;
};

RawScore withLimit(double limit)
{
    RawScore pattern;
    pattern.limit = limit;
    pattern.likelihood = 0.5;
    pattern.expected = 10.0;
    pattern.unitsPerRaw = 2.0;
    return pattern;
}

StagedDetector staged(const StagePlan &plan, double limit = 4.0)
{
    return {std::make_unique<ScriptedModel>(withLimit(limit)), plan};
}

Settings settingsOf(const std::string &kind, std::map<std::string, ParamValue> params = {})
{
    return Settings::check(*catalog().find(kind), {kind, std::move(params), {}, false}).value();
}

/// A kind as far as the planning of stages looks at it.
DetectorKind kindWith(bool hasOwnLimit, bool givesTail = false)
{
    DetectorKind kind;
    kind.hasOwnLimit = hasOwnLimit;
    kind.givesTail = givesTail;
    return kind;
}

} // namespace

class TestStagedDetector : public QObject {
    Q_OBJECT

private slots:
    void withoutStagesTheModelDecides();
    void ranksTheContributionsOfAnomalousRows();
    void aRowWithoutARawScoreReachesNoStage();
    void controlAloneWorksOnMultiplesOfTheLimit();
    void oneAbsurdReadingDoesNotHideFaultsForLong();
    void aPulseIsAlwaysAnomalous();
    void theTailAloneHasItsOwnLimit();
    void aModelThatGivesATailNeedsNone();
    void plansStages_data();
    void plansStages();
    void measuresTheStagesInWarmUps();
};

void TestStagedDetector::withoutStagesTheModelDecides()
{
    StagedDetector detector = staged({});
    QCOMPARE(show(detector, 0, 3.9).verdict, Verdict::Normal);
    const Score score = show(detector, 1, 4.0);
    QCOMPARE(score.verdict, Verdict::Anomalous);
    QCOMPARE(score.value, 4.0);
    QCOMPARE(score.limit, 4.0);
    QCOMPARE(score.likelihood, 0.5);
    QCOMPARE(score.expected, 10.0);
    QCOMPARE(score.lower, 2.0);
    QCOMPARE(score.upper, 18.0);
    QCOMPARE(detector.warmUp(), 1.0);
    QVERIFY(detector.bytes() > 1000);
}

void TestStagedDetector::ranksTheContributionsOfAnomalousRows()
{
    StagedDetector detector = staged({}, 4.0);
    QVERIFY(show(detector, 0, 3.9).contributions.empty());
    const Score score = show(detector, 1, 4.0);
    QCOMPARE(score.contributions.size(), 2U);
    QCOMPARE(score.contributions[0].channel, 2U);
    QCOMPARE(score.contributions[0].share, 0.75);
    QCOMPARE(score.contributions[1].share, 0.25);
    const Score unsure = show(detector, 2, 5.0);
    QCOMPARE(unsure.contributions[0].share, 0.5);
    QCOMPARE(unsure.contributions[1].share, 0.5);
}

void TestStagedDetector::aRowWithoutARawScoreReachesNoStage()
{
    StagePlan plan;
    plan.tail = TailLikelihood::Setup{{{TailFit::Shape::Pareto, 0.95}}, 500, 50.0};
    plan.control = AlertControl::Setup{};
    plan.warmUpRows = 50.0;
    StagedDetector clean = staged(plan);
    StagedDetector disturbed = staged(plan);
    for (std::size_t row = 0; row < 300; ++row) {
        if (row % 3 == 0) {
            const Score score = show(disturbed, row, kMissing);
            QCOMPARE(score.verdict, Verdict::NoDecision);
            QVERIFY(std::isnan(score.value) && std::isnan(score.limit) && !score.pulse && score.controlled);
        }
        const double raw = static_cast<double>((row * 29) % 31);
        QVERIFY(test::sameBits(show(disturbed, row, raw), show(clean, row, raw)));
        QCOMPARE(disturbed.warmUp(), clean.warmUp());
    }
}

void TestStagedDetector::controlAloneWorksOnMultiplesOfTheLimit()
{
    StagePlan plan;
    plan.control = AlertControl::Setup{};
    StagedDetector detector = staged(plan);
    const Score calm = show(detector, 0, 3.9);
    QCOMPARE(calm.verdict, Verdict::Normal);
    QVERIFY(calm.controlled && !calm.pulse);
    QCOMPARE(calm.limit, 4.0);
    const Score alert = show(detector, 1, 4.0);
    QCOMPARE(alert.verdict, Verdict::Anomalous);
    QVERIFY(alert.pulse);
    const Score resting = show(detector, 2, 7.0);
    QCOMPARE(resting.verdict, Verdict::Anomalous);
    QVERIFY(!resting.pulse);
    QVERIFY(show(detector, 3, 9.0).pulse);
}

void TestStagedDetector::oneAbsurdReadingDoesNotHideFaultsForLong()
{
    StagePlan plan;
    plan.control = AlertControl::Setup{};
    StagedDetector detector = staged(plan);
    QVERIFY(show(detector, 0, 4e6).pulse);
    const auto rest = static_cast<std::size_t>(plan.control->refractory + 2.0 * plan.control->decay);
    for (std::size_t row = 1; row <= rest; ++row)
        QVERIFY(!show(detector, row, 1.0).pulse);
    QVERIFY(show(detector, rest + 1, 12.0).pulse); // three times the limit
}

void TestStagedDetector::aPulseIsAlwaysAnomalous()
{
    StagePlan plan;
    plan.control = AlertControl::Setup{0.1, 100.0, 100.0, 1.0, 3.0, 2000.0};
    StagedDetector detector = staged(plan, 1.0);
    QVERIFY(show(detector, 0, 1.0).pulse);
    const Score stronger = show(detector, 1, 2.0); // the limit is at 31 now
    QVERIFY(stronger.pulse);
    QCOMPARE(stronger.verdict, Verdict::Anomalous);
    QVERIFY(show(detector, 2, 1.9).limit > 2.0);
}

void TestStagedDetector::theTailAloneHasItsOwnLimit()
{
    StagePlan plan;
    plan.tail = TailLikelihood::Setup{{{TailFit::Shape::Pareto, 0.95}}, 500, 50.0};
    plan.tailLimit = 2.5;
    plan.warmUpRows = 50.0;
    StagedDetector detector = staged(plan);
    for (std::size_t row = 0; row < 500; ++row)
        (void)show(detector, row, static_cast<double>((row * 29) % 31));
    const Score score = show(detector, 500, 1e6);
    QCOMPARE(score.limit, 2.5);
    QCOMPARE(score.value, 8.0);
    QCOMPARE(score.verdict, Verdict::Anomalous);
    QVERIFY(!score.controlled);
    QVERIFY(score.upper > 10.0 && score.upper < 1e6);
}

void TestStagedDetector::aModelThatGivesATailNeedsNone()
{
    const Settings settings = settingsOf("shingle_knn", {{"theta", 1.5}, {"warmUp", 20.0}});
    QCOMPARE(planStages({"tail"}, settings, kindWith(false, true)).error().where, "stages");
    const Result<StagePlan> plan = planStages({"control"}, settings, kindWith(false, true));
    QVERIFY(plan.ok());
    StagedDetector detector = staged(*plan);
    for (std::size_t row = 0; row < 20; ++row)
        QCOMPARE(show(detector, row, 8.0).verdict, Verdict::NoDecision);
    const Score calm = show(detector, 20, 1.4);
    QCOMPARE(calm.verdict, Verdict::Normal);
    QCOMPARE(calm.value, 1.4);
    QCOMPARE(calm.limit, 1.5);
    QVERIFY(std::abs(calm.likelihood - (1.0 - std::pow(10.0, -1.4))) < 1e-12);
    QVERIFY(show(detector, 21, 1.6).pulse);
    const StagedDetector bare = staged(*planStages({}, settings, kindWith(false, true)));
    QVERIFY(bare.warmUp() < 1.0);
}

void TestStagedDetector::plansStages_data()
{
    QTest::addColumn<QStringList>("stages");
    QTest::addColumn<bool>("modelHasLimit");
    QTest::addColumn<QString>("plan"); // t, c, q; or the kind of error
    QTest::newRow("none, own limit") << QStringList{} << true << "";
    QTest::newRow("none, no limit") << QStringList{} << false << "q";
    QTest::newRow("tail") << QStringList{"tail"} << false << "t";
    QTest::newRow("both") << QStringList{"tail", "control"} << false << "tc";
    QTest::newRow("control, own limit") << QStringList{"control"} << true << "c";
    QTest::newRow("control, no limit") << QStringList{"control"} << false << "cq";
    QTest::newRow("wrong order") << QStringList{"control", "tail"} << true << "InvalidArgument";
    QTest::newRow("twice") << QStringList{"tail", "tail"} << true << "InvalidArgument";
    QTest::newRow("unknown") << QStringList{"smooth"} << true << "NotFound";
    QTest::newRow("unknown after a known one") << QStringList{"tail", ""} << true << "NotFound";
}

void TestStagedDetector::plansStages()
{
    QFETCH(QStringList, stages);
    QFETCH(bool, modelHasLimit);
    QFETCH(QString, plan);
    std::vector<std::string> names;
    for (const QString &stage : stages)
        names.push_back(stage.toStdString());
    const Result<StagePlan> result = planStages(names, settingsOf("shingle_knn"), kindWith(modelHasLimit));
    if (!result) {
        QCOMPARE(result.error().kind == ErrorKind::NotFound ? QString("NotFound") : QString("InvalidArgument"), plan);
        QCOMPARE(result.error().where, "stages");
        return;
    }
    QCOMPARE(QString(result->tail ? "t" : "") + (result->control ? "c" : "") + (result->quantileLimit ? "q" : ""), plan);
}

void TestStagedDetector::measuresTheStagesInWarmUps()
{
    const Settings settings = settingsOf("shingle_knn", {{"warmUp", 600.0}, {"theta", 1.5}, {"tailFit", std::string("exp")}});
    const Result<StagePlan> plan = planStages({"tail", "control"}, settings, kindWith(false));
    QVERIFY(plan.ok());
    QCOMPARE(plan->control->refractory, 120.0);
    QCOMPARE(plan->control->decay, 300.0);
    QCOMPARE(plan->control->theta, 1.5);
    QCOMPARE(plan->tail->warmUp, 600.0);
    QVERIFY(plan->tail->tails.front().shape == TailFit::Shape::Exponential);
    QCOMPARE(plan->warmUpRows, 600.0);
}

QTEST_APPLESS_MAIN(TestStagedDetector)
#include "tst_staged_detector.moc"
