// SPDX-License-Identifier: GPL-3.0-or-later
// The panels that show a study: counts, agreement, and the threshold that is tried on its scores.
#include "ui/detectors/compare_panel.h"
#include "ui/detectors/model_panel.h"
#include "ui/detectors/preview_panel.h"
#include "ui/widgets/palette.h"

#include <QApplication>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableWidget>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;

namespace {

constexpr UtcTime kFirst = fromNanos(1'795'350'660'000'000'000);

study::CandidateStudy judged(const std::string &name, const std::vector<double> &values, double limit)
{
    study::CandidateStudy made;
    made.name = name;
    made.detector = {"band", {{"k", limit}}, {}, false};
    made.limit = limit;
    for (const double value : values) {
        const bool anomalous = value >= limit;
        made.values.push_back(value);
        made.ratios.push_back(float(value / limit));
        made.verdicts.push_back(anomalous ? Verdict::Anomalous : Verdict::Normal);
        made.anomalous += anomalous ? 1 : 0;
    }
    return made;
}

/// Scores 0, 1, … 9: the present limit is 8, the candidate's 5.
StudyAnswerPtr answer()
{
    StudyAnswer made;
    const std::vector<double> values{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    made.study.from = kFirst;
    for (std::size_t i = 0; i < values.size(); ++i)
        made.study.times.push_back(kFirst + std::chrono::seconds{i});
    made.study.candidates = {judged("present", values, 8.0), judged("candidate", values, 5.0)};
    made.study.candidates[1].episodes = {{kFirst, kFirst + std::chrono::seconds{5}, kNoTime}};
    return std::make_shared<const StudyAnswer>(std::move(made));
}

} // namespace

class TestStudyPanels : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }
    void aThresholdIsCountedAsItMoves();
    void aClearedModelPanelShowsNothing();
    void agreementIsCountedByRows();
    void atMostFourAreCompared();
    void theStripDrawsWhatItIsGiven();
};

void TestStudyPanels::aThresholdIsCountedAsItMoves()
{
    ModelPanel panel;
    QSignalSpy chosen(&panel, &ModelPanel::thresholdChosen);
    panel.show({answer(), "the last hour"});
    const auto *count = panel.findChild<QLabel *>("thresholdCount");
    auto *threshold = panel.findChild<QDoubleSpinBox *>("thresholdValue");
    QCOMPARE(threshold->value(), 5.0);
    QCOMPARE(count->text(), QStringLiteral("at 5: 5 of 10 rows, 50 %"));
    threshold->setValue(7.5);
    QCOMPARE(count->text(), QStringLiteral("at 7.5: 2 of 10 rows, 20 %"));
    auto *slider = panel.findChild<QSlider *>("thresholdSlider");
    slider->setValue(0);
    QCOMPARE(count->text(), QStringLiteral("at 0: 10 of 10 rows, 100 %"));
    threshold->setValue(7.0);
    panel.show({answer(), "the last hour"}); // worked out anew: what is being tried stays
    QCOMPARE(threshold->value(), 7.0);
    panel.findChild<QPushButton *>("useThreshold")->click();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0].at(0).toString(), QStringLiteral("k"));
    QCOMPARE(chosen[0].at(1).toDouble(), 7.0);
}

void TestStudyPanels::aClearedModelPanelShowsNothing()
{
    ModelPanel panel;
    panel.show({answer(), "the last hour"});
    panel.clear();
    QCOMPARE(panel.findChild<QLabel *>("thresholdCount")->text(), QStringLiteral("No scores yet."));
    QVERIFY(!panel.findChild<QPushButton *>("useThreshold")->isEnabled());
}

void TestStudyPanels::agreementIsCountedByRows()
{
    ComparePanel panel;
    panel.setScope(false);
    panel.show({answer(), "the last hour"});
    const auto *counts = panel.findChild<QTableWidget *>("compareCounts");
    QCOMPARE(counts->rowCount(), 2);
    QCOMPARE(counts->item(1, 1)->text(), QStringLiteral("1")); // fires
    QCOMPARE(counts->item(1, 2)->text(), QStringLiteral("5"));
    const auto *agreement = panel.findChild<QTableWidget *>("compareAgreement");
    QCOMPARE(agreement->rowCount(), 1);
    QCOMPARE(agreement->item(0, 2)->text(), QStringLiteral("2")); // both
    QCOMPARE(agreement->item(0, 3)->text(), QStringLiteral("0"));
    QCOMPARE(agreement->item(0, 4)->text(), QStringLiteral("3")); // only the candidate
    QCOMPARE(agreement->item(0, 5)->text(), QStringLiteral("0.40"));
    panel.clear();
    QCOMPARE(counts->rowCount(), 0);
}

void TestStudyPanels::atMostFourAreCompared()
{
    ComparePanel panel;
    panel.setScope(false);
    QSignalSpy changed(&panel, &ComparePanel::choiceChanged);
    panel.findChild<QCheckBox *>("compare_rcf")->click();
    panel.findChild<QCheckBox *>("compare_shingle_knn")->click();
    QCOMPARE(changed.size(), 2);
    QCOMPARE(panel.chosen().size(), std::size_t{2});
    QVERIFY(!panel.findChild<QCheckBox *>("compare_band")->isEnabled());
    panel.findChild<QCheckBox *>("compare_rcf")->click();
    QVERIFY(panel.findChild<QCheckBox *>("compare_band")->isEnabled());
}

void TestStudyPanels::theStripDrawsWhatItIsGiven()
{
    PreviewPanel panel;
    panel.resize(500, 400);
    auto *strip = panel.findChild<QWidget *>("scoreStrip");
    panel.tell("nothing yet");
    const QImage empty = panel.grab().toImage();
    panel.show({answer(), "the last hour", ZoneChoice::Utc});
    const QImage drawn = panel.grab().toImage();
    QVERIFY(drawn != empty);
    QCOMPARE(panel.grab().toImage(), drawn); // out of what it kept
    panel.resize(800, 500);
    QVERIFY(!panel.grab().isNull());
    QVERIFY(strip->width() > 500);
    panel.tell("another sensor");
    QVERIFY(panel.grab().toImage() != drawn);
}

QTEST_MAIN(TestStudyPanels)
#include "tst_study_panels.moc"
