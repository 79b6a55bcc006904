// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/model_drift.h"

#include <QtTest>
#include <cmath>

using namespace telltale;
using namespace telltale::study;

namespace {

TrainedModelPtr modelWithLimit(double limit)
{
    TrainedModel model;
    model.limit = limit;
    return std::make_shared<const TrainedModel>(std::move(model));
}

} // namespace

class TestModelDrift : public QObject {
    Q_OBJECT
private slots:
    void scaledModelsKnowTheirData();
    void rememberedRowsAreCountedUp();
    void largeValuesKeepTheirSpread();
    void whatIsNotKeptIsLeftOut();
    void aCutOffThatJumpsIsOutOfControl();
    void modelsWithoutACutOffAreLeftOut();
};

void TestModelDrift::scaledModelsKnowTheirData()
{
    TrainedModel model;
    model.channels = {{"x", 20.0, 2.0}, {"y", 0.0, 3.0}};
    const auto moments = dataMoments(model);
    QCOMPARE(moments.size(), std::size_t{2});
    QCOMPARE(moments[0].mean, 20.0);
    QCOMPARE(moments[1].sd, 3.0);
}

void TestModelDrift::rememberedRowsAreCountedUp()
{
    TrainedModel model;
    model.channels = {{"x", 0.0, 1.0}, {"y", 0.0, 1.0}};
    model.tables = {{"rows", 3, {1, 10, 5, 2, 14, kMissing, 3, 12, 7}}}; // time, x, y
    const auto moments = dataMoments(model);
    QCOMPARE(moments[0].mean, 12.0);
    QCOMPARE(moments[0].sd, std::sqrt(8.0 / 3.0));
    QCOMPARE(moments[1].mean, 6.0);
    QCOMPARE(moments[1].sd, 1.0);
}

void TestModelDrift::largeValuesKeepTheirSpread()
{
    TrainedModel model;
    model.channels = {{"x", 0.0, 1.0}};
    model.tables = {{"rows", 2, {1, 1e9 + 1, 2, 1e9 - 1, 3, 1e9 + 1, 4, 1e9 - 1}}};
    QVERIFY(std::abs(dataMoments(model)[0].sd - 1.0) < 1e-6);
}

void TestModelDrift::whatIsNotKeptIsLeftOut()
{
    TrainedModel model;
    model.channels = {{"x", 0.0, 1.0}};
    QVERIFY(dataMoments(model).empty());
}

void TestModelDrift::aCutOffThatJumpsIsOutOfControl()
{
    std::vector<TrainedModelPtr> models(30, modelWithLimit(2.0));
    models.push_back(modelWithLimit(9.0));
    const CutOffChart chart = cutOffChart(models);
    QCOMPARE(chart.models.size(), std::size_t{31});
    QCOMPARE(chart.rules.back(), evaluate::ControlSignal::BeyondLimits);
    QCOMPARE(chart.rules.front(), evaluate::ControlSignal::None);
}

void TestModelDrift::modelsWithoutACutOffAreLeftOut()
{
    const CutOffChart chart = cutOffChart({modelWithLimit(kMissing), modelWithLimit(2.0)});
    QCOMPARE(chart.models.size(), std::size_t{1});
    QCOMPARE(chart.limits.mean, 2.0);
    QVERIFY(cutOffChart({modelWithLimit(kMissing)}).models.empty());
}

QTEST_APPLESS_MAIN(TestModelDrift)
#include "tst_model_drift.moc"
