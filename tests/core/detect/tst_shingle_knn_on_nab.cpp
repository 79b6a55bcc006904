// SPDX-License-Identifier: GPL-3.0-or-later
// What the default detector is worth on 25 public series with known anomalies (Numenta Anomaly Benchmark). The detector's constants,
// and the one threshold, were selected on these very files: the number below is a check that nothing broke, not a promise for other series.
#include "core/detect/detector.h"
#include "core/evaluate/nab_corpus.h"
#include "tests/support/real_series.h"

#include <QtTest>

#include <algorithm>

using namespace telltale;
using namespace telltale::evaluate;

namespace {

/// Strength of each alert between 0 and 1, 0 for rows without one. The warm-up is what the benchmark grants every detector.
std::vector<double> alertsOn(const NabFile &file)
{
    DetectorSpec spec;
    spec.kind = "shingle_knn";
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

class TestShingleKnnOnNab : public QObject {
    Q_OBJECT

private slots:
    void reachesItsScore();
};

void TestShingleKnnOnNab::reachesItsScore()
{
    TELLTALE_NEED_SERIES(windows, "nab/windows.json");
    const Result<std::vector<NabFile>> corpus = readNabCorpus(test::realSeries("nab").toStdString());
    QVERIFY2(corpus.ok(), corpus ? "" : corpus.error().text().c_str());
    QCOMPARE(corpus->size(), 25U);
    std::vector<std::vector<double>> alerts;
    for (const NabFile &file : *corpus)
        alerts.push_back(alertsOn(file));
    std::vector<NabSeries> series;
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        QCOMPARE(alerts[i].size(), (*corpus)[i].values.size());
        series.push_back({alerts[i], (*corpus)[i].windows});
    }
    for (const NabProfile &profile : {kNabStandard, kNabLowFalseAlarms, kNabLowMisses})
        qInfo("%s: %.2f", profile.name.data(), nabBestThreshold(series, profile).normalised);
    QVERIFY(nabBestThreshold(series, kNabStandard).normalised >= 75.0);
    QVERIFY(nabBestThreshold(series, kNabLowFalseAlarms).normalised >= 66.0);
    QVERIFY(nabBestThreshold(series, kNabLowMisses).normalised >= 80.0);
}

QTEST_APPLESS_MAIN(TestShingleKnnOnNab)
#include "tst_shingle_knn_on_nab.moc"
