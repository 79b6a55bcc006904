// SPDX-License-Identifier: GPL-3.0-or-later
// What the detectors for one sensor are worth on 25 public series with known anomalies (Numenta Anomaly Benchmark). Their constants, and
// the one threshold, were selected on these very files: the numbers below are a check that nothing broke, not a promise for other series.
#include "core/detect/detector.h"
#include "core/evaluate/nab_corpus.h"
#include "tests/support/real_series.h"

#include <QtTest>

#include <algorithm>

using namespace telltale;
using namespace telltale::evaluate;

namespace {

/// Strength of each alert between 0 and 1, 0 for rows without one. The warm-up is what the benchmark grants every detector.
std::vector<double> alertsOn(const NabFile &file, const std::string &kind)
{
    DetectorSpec spec;
    spec.kind = kind;
    spec.params["warmUp"] = static_cast<double>(nabProbation(file.values.size()));
    Result<std::unique_ptr<detect::Detector>> detector = detect::makeDetector(spec, std::vector<detect::ChannelSpec>(1), file.name);
    std::vector<double> alerts;
    const Quality good = Quality::Good;
    for (std::size_t row = 0; detector && row < file.values.size(); ++row) {
        const Score score = (*detector)->update({file.times[row], {&file.values[row], 1}, {&good, 1}});
        alerts.push_back(score.pulse ? std::min(1.0, score.value / 20.0) : 0.0);
    }
    return alerts;
}

} // namespace

class TestDetectorsOnNab : public QObject {
    Q_OBJECT

private slots:
    void reachTheirScore_data();
    void reachTheirScore();
};

void TestDetectorsOnNab::reachTheirScore_data()
{
    QTest::addColumn<double>("standard");
    QTest::addColumn<double>("lowFalseAlarms");
    QTest::addColumn<double>("lowMisses");
    QTest::newRow("shingle_knn") << 75.0 << 66.0 << 80.0;
    QTest::newRow("rcf") << 61.0 << 51.0 << 67.0;
    QTest::newRow("shingle_ensemble") << 80.5 << 68.0 << 84.0;
}

void TestDetectorsOnNab::reachTheirScore()
{
    TELLTALE_NEED_SERIES(windows, "nab/windows.json");
    const Result<std::vector<NabFile>> corpus = readNabCorpus(test::realSeries("nab").toStdString());
    QVERIFY2(corpus.ok(), corpus ? "" : corpus.error().text().c_str());
    QCOMPARE(corpus->size(), 25U);
    std::vector<std::vector<double>> alerts;
    for (const NabFile &file : *corpus)
        alerts.push_back(alertsOn(file, QTest::currentDataTag()));
    std::vector<NabSeries> series;
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        QCOMPARE(alerts[i].size(), (*corpus)[i].values.size());
        series.push_back({alerts[i], (*corpus)[i].windows});
    }
    for (const auto &[profile, column] :
         {std::pair(kNabStandard, "standard"), std::pair(kNabLowFalseAlarms, "lowFalseAlarms"), std::pair(kNabLowMisses, "lowMisses")}) {
        const double reached = nabBestThreshold(series, profile).normalised;
        qInfo("%s: %.2f", profile.name.data(), reached);
        QVERIFY(reached >= *static_cast<const double *>(QTest::qData(column, qMetaTypeId<double>())));
    }
}

QTEST_APPLESS_MAIN(TestDetectorsOnNab)
#include "tst_detectors_on_nab.moc"
