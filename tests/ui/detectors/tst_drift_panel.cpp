// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_builders.h"
#include "ui/detectors/drift_panel.h"
#include "ui/widgets/palette.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;

namespace {

constexpr UtcTime kStart = test::SnapshotBuilder::kStart;

/// A model every ten days; the last cut-off is far off, and the data move.
study::Shelf shelfOf(int models)
{
    study::Shelf shelf;
    for (int i = 0; i < models; ++i) {
        TrainedModel model;
        model.detector = "kmeans";
        model.channels = {{"temperature", 60.0 + i, 2.0}, {"pressure", 6.0, 0.1 + 0.01 * i}};
        model.limit = i + 1 == models ? 9.0 : 2.9 + 0.05 * (i % 3);
        model.training.rows = 12'500;
        model.training.trainedAt = kStart + std::chrono::hours{240 * i};
        shelf.models.push_back({"kmeans-" + std::to_string(i) + ".model", "00ff", std::make_shared<const TrainedModel>(std::move(model))});
    }
    return shelf;
}

} // namespace

class TestDriftPanel : public QObject {
    Q_OBJECT
private slots:
    void saysInWordsWhichCutOffIsOutOfControl();
    void withoutModelsItSaysHowToGetOne();
    void filesThatCannotBeReadAreSaid();
    void theScheduleIsShownAndChosen();
    void leavingTheDaysChoosesNothing();
    void onlyAWaitingChallengerCanBePromoted();
};

void TestDriftPanel::saysInWordsWhichCutOffIsOutOfControl()
{
    applyTheme(*qApp, Theme::light());
    DriftPanel panel;
    panel.resize(520, 560);
    panel.showShelf(shelfOf(16), "kmeans", ZoneChoice::Utc);
    const auto *table = panel.findChild<QTableWidget *>("driftTable");
    QCOMPARE(table->rowCount(), 16);
    QVERIFY2(table->item(0, 3)->text().startsWith("OUT OF CONTROL: "), qPrintable(table->item(0, 3)->text())); // newest first
    QCOMPARE(table->item(10, 3)->text(), QStringLiteral("in control"));
    QCOMPARE(table->item(15, 4)->text(), QStringLiteral("temperature 60 ± 2, pressure 6 ± 0.1"));
    QVERIFY(!panel.findChild<QLabel *>("driftNote")->isVisibleTo(&panel));
    const QString pictures = qEnvironmentVariable("TELLTALE_PICTURES");
    if (!pictures.isEmpty()) {
        panel.grab().save(QDir(pictures).filePath("drift-panel.png"));
    }
}

void TestDriftPanel::withoutModelsItSaysHowToGetOne()
{
    DriftPanel panel;
    panel.showShelf(shelfOf(3), "ocsvm", ZoneChoice::Utc); // models of another kind
    QVERIFY(panel.findChild<QLabel *>("driftNote")->text().contains("no model of the kind ocsvm"));
    QVERIFY(panel.findChild<QLabel *>("driftNote")->text().contains("Train one"));
    QCOMPARE(panel.findChild<QTableWidget *>("driftTable")->rowCount(), 0);
}

void TestDriftPanel::filesThatCannotBeReadAreSaid()
{
    DriftPanel panel;
    study::Shelf shelf = shelfOf(1);
    shelf.problems = {"x.model: not a model"};
    panel.showShelf(shelf, "kmeans", ZoneChoice::Utc);
    QCOMPARE(panel.findChild<QLabel *>("driftNote")->text(), QStringLiteral("Not read: x.model: not a model"));
}

void TestDriftPanel::theScheduleIsShownAndChosen()
{
    DriftPanel panel;
    QSignalSpy chosen(&panel, &DriftPanel::everyDaysChosen);
    panel.showSchedule(nullptr, {}, ZoneChoice::Utc);
    auto *on = panel.findChild<QCheckBox *>("retrainOn");
    QVERIFY(!on->isChecked());
    on->click();
    QCOMPARE(chosen.takeFirst().at(0).toDouble(), 10.0);
    study::RetrainingEntry entry{.source = {"a", ""}, .everyDays = 3.0, .last = kStart};
    panel.showSchedule(&entry, {}, ZoneChoice::Utc);
    QVERIFY(on->isChecked());
    QCOMPARE(panel.findChild<QDoubleSpinBox *>("retrainDays")->value(), 3.0);
    QCOMPARE(panel.findChild<QLabel *>("retrainNext")->text(), QStringLiteral("next 2026-11-25 12:31:00 UTC"));
    on->click();
    QCOMPARE(chosen.takeFirst().at(0).toDouble(), 0.0);
}

void TestDriftPanel::leavingTheDaysChoosesNothing()
{
    DriftPanel panel;
    QSignalSpy chosen(&panel, &DriftPanel::everyDaysChosen);
    auto *days = panel.findChild<QDoubleSpinBox *>("retrainDays");
    panel.showSchedule(nullptr, {}, ZoneChoice::Utc);
    emit days->editingFinished();
    QVERIFY(chosen.isEmpty());
    const study::RetrainingEntry entry{.source = {"a", ""}, .everyDays = 3.0, .last = kStart};
    panel.showSchedule(&entry, {}, ZoneChoice::Utc);
    emit days->editingFinished();
    QVERIFY(chosen.isEmpty());
    days->setValue(4.0);
    emit days->editingFinished();
    QCOMPARE(chosen.takeFirst().at(0).toDouble(), 4.0);
    panel.showSchedule(nullptr, {}, ZoneChoice::Utc); // another source
    QCOMPARE(days->value(), study::RetrainingEntry::kDefaultDays);
}

void TestDriftPanel::onlyAWaitingChallengerCanBePromoted()
{
    DriftPanel panel;
    const auto *promote = panel.findChild<QPushButton *>("promoteButton");
    const auto *rollBack = panel.findChild<QPushButton *>("rollBackButton");
    study::RetrainingEntry entry{.source = {"a", ""}, .last = kStart};
    panel.showSchedule(&entry, {}, ZoneChoice::Utc);
    QVERIFY(!promote->isEnabled() && !rollBack->isEnabled());
    entry.challenger.kind = "kmeans";
    panel.showSchedule(&entry, {}, ZoneChoice::Utc);
    QVERIFY(promote->isEnabled() && !rollBack->isEnabled());
    entry.challenger = {};
    entry.previous.kind = "kmeans";
    panel.showSchedule(&entry, {}, ZoneChoice::Utc);
    QVERIFY(!promote->isEnabled() && rollBack->isEnabled());
    panel.showSchedule(&entry, "read-only", ZoneChoice::Utc);
    QVERIFY(!rollBack->isEnabled());
}

QTEST_MAIN(TestDriftPanel)
#include "tst_drift_panel.moc"
