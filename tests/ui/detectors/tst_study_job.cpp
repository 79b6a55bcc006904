// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/model_drift.h"
#include "tests/support/temp_folder.h"
#include "tests/ui/detectors/fake_history.h"
#include "ui/detectors/detector_texts.h"

#include <QtTest>
#include <cmath>

using namespace telltale;
using namespace telltale::ui;
using test::FakeHistory;
using test::SnapshotBuilder;

namespace {

constexpr UtcTime kFirst = SnapshotBuilder::kStart;

DetectorSpec band(double k)
{
    return {"band", {{"k", k}, {"mean", 0.0}, {"sd", 1.0}}, {}, false};
}

JudgedSource sourceOf(const std::vector<std::string> &sensors)
{
    JudgedSource source;
    source.key = {"a", sensors.size() == 1 ? sensors[0] : ""};
    for (const std::string &sensor : sensors) {
        source.sensors.push_back({"a", sensor});
        source.silent.push_back(0);
        source.channels.push_back({.sensor = sensor, .unit = "", .low = kMissing, .high = kMissing, .period = std::chrono::seconds{1}});
    }
    return source;
}

UtcTime at(int second)
{
    return kFirst + std::chrono::seconds{second};
}

StudyAnswerPtr studyOf(const HistoryAccess &history, const StudyRequest &request, const study::StudyWatch &watch)
{
    return std::make_shared<const StudyAnswer>(runStudy(history, request, watch));
}

FakeHistory spikes()
{
    FakeHistory history;
    history.values["x"] = std::vector<double>(1000, 0.0);
    history.values["y"] = std::vector<double>(1000, 1.0);
    for (std::size_t i = 0; i < 1000; ++i)
        history.values["y"][i] += 0.01 * double(i % 7);
    for (const std::size_t i : {100U, 600U, 800U})
        std::fill_n(history.values["x"].begin() + std::ptrdiff_t(i), 10, 5.0);
    return history;
}

StudyRequest request(double k)
{
    return {sourceOf({"x"}), at(500), at(1000), {{"present", band(9.0)}, {"candidate", band(k)}}};
}

} // namespace

class TestStudyJob : public QObject {
    Q_OBJECT
private slots:
    void saysHowOftenItWouldHaveFired();
    void namesWhatIsMissed();
    void nothingStoredIsSaid();
    void aModelThatCannotBeReadIsNoDecision();
    void alarmsThatCannotBeReadAreNoZero();
    void historyThatCannotBeReadIsSaid();
    void aSensorThatNeverReportedIsLeftOut();
    void tooMuchIsCutAndSaid();
    void warmsUpOverAPause();
    void canBeStoppedWhileReading();
    void readingsOfBadQualityAreNotLearned();
    void trainsAModelAndShelvesIt();
    void aForestsCutOffIsKept();
    void switchingOffNeverFires();
    void trainingWithoutHistorySaysWhy();
    void trainingCanBeStopped();
    void aTrainedModelJudgesAsACandidate();
    void detectorsAreSpokenOfInFull();
};

void TestStudyJob::saysHowOftenItWouldHaveFired()
{
    const FakeHistory history = spikes();
    const StudyAnswerPtr answer = studyOf(history.access(), request(3.0), {});
    const StudyView view{answer, "the last hour", ZoneChoice::Utc};
    QCOMPARE(view.headline(), QStringLiteral("In the last hour this would have fired 2 times, was 0."));
    QVERIFY2(view.details().startsWith("500 rows, 20 anomalous (4 %), 0 without a decision. The present detector on the same rows: never."),
             qPrintable(view.details()));
    QVERIFY(view.details().contains("Alarm after 2 s."));
    QCOMPARE(view.times().size(), 2);
}

void TestStudyJob::namesWhatIsMissed()
{
    FakeHistory history = spikes();
    history.alarmed = {"a", "x"};
    history.past.raises = {{12, at(602), at(610)}, {14, at(700), at(710)}, {14, at(720), at(722)}};
    const StudyAnswerPtr answer = studyOf(history.access(), request(3.0), {});
    QCOMPARE((StudyView{answer, "the last hour"}.headline()),
             QStringLiteral("In the last hour this would have fired 2 times, was 3; misses #14."));
}

void TestStudyJob::nothingStoredIsSaid()
{
    const FakeHistory history;
    const StudyAnswerPtr answer = studyOf(history.access(), request(3.0), {});
    QCOMPARE((StudyView{answer, "the last hour"}.headline()), QStringLiteral("Nothing is stored of it in the last hour."));
}

void TestStudyJob::aModelThatCannotBeReadIsNoDecision()
{
    const FakeHistory history = spikes();
    StudyRequest wanted = request(3.0);
    wanted.candidates[1].second.model = "/nowhere/x.model";
    const StudyAnswerPtr answer = studyOf(history.access(), wanted, {});
    const QString text = StudyView{answer, "the last hour"}.headline();
    QVERIFY2(text.startsWith("NO DECISION: ") && text.contains("x.model"), qPrintable(text));
    QVERIFY(answer->study.candidates[0].problem.empty());
}

void TestStudyJob::alarmsThatCannotBeReadAreNoZero()
{
    const FakeHistory history = spikes();
    HistoryAccess access = history.access();
    access.alarms = [](const SensorKey &, UtcTime, UtcTime) -> Result<PastAlarms> {
        return Error{ErrorKind::Corrupt, "the journal is torn", {}};
    };
    const StudyAnswerPtr answer = studyOf(access, request(3.0), {});
    const QString text = StudyView{answer, "the last hour"}.headline();
    QVERIFY2(text.startsWith("In the last hour this would have fired 2 times;") && text.contains("the journal is torn"), qPrintable(text));
    PastAlarms many;
    many.raises = {{12, at(602), at(610)}};
    many.cut = true;
    access.alarms = [many](const SensorKey &, UtcTime, UtcTime) -> Result<PastAlarms> { return many; };
    const StudyAnswerPtr cut = studyOf(access, request(3.0), {});
    QVERIFY((StudyView{cut, "the last hour"}.headline().contains("was more than 1")));
}

void TestStudyJob::historyThatCannotBeReadIsSaid()
{
    FakeHistory history = spikes();
    history.broken = "disk image is malformed";
    const StudyAnswerPtr answer = studyOf(history.access(), request(3.0), {});
    const QString text = StudyView{answer, "the last hour"}.headline();
    QVERIFY2(text.startsWith("No preview: ") && text.contains("disk image is malformed"), qPrintable(text));
}

void TestStudyJob::aSensorThatNeverReportedIsLeftOut()
{
    const FakeHistory history = spikes();
    StudyRequest wanted{sourceOf({"x", "never", "y"}), at(500), at(1000), {{"present", {}}, {"candidate", {"kmeans", {}, {}, false}}}};
    const StudyAnswerPtr waits = studyOf(history.access(), wanted, {});
    QVERIFY(waits->study.times.size() > 400);
    QCOMPARE(waits->study.candidates.at(1).undecided, waits->study.times.size()); // it has reported: what it says now is missing
    wanted.source.silent = {0, 1, 0};
    const StudyAnswerPtr answer = studyOf(history.access(), wanted, {});
    QCOMPARE(answer->silent, std::vector<std::string>{"never"});
    QVERIFY(answer->study.candidates.at(1).undecided < 500);
    QVERIFY((StudyView{answer, "the last hour"}.details().contains("Without never, which never reported.")));
}

void TestStudyJob::tooMuchIsCutAndSaid()
{
    FakeHistory history;
    history.values["x"] = std::vector<double>(StoredRows::kMostCells / 2, 0.0);
    history.values["y"] = history.values["x"];
    history.values["z"] = history.values["x"]; // three columns: more than the cells that fit
    const std::size_t rows = history.values["x"].size();
    const auto stored = readRows(history.access(), sourceOf({"x", "y", "z"}), kFirst, at(int(rows)), 4096, {});
    QVERIFY(stored.ok() && stored->cut);
    const std::size_t cells = stored->rows.rows() * 3;
    QVERIFY2(cells >= StoredRows::kMostCells && cells < StoredRows::kMostCells * 5 / 4, qPrintable(QString::number(cells)));
    QCOMPARE(stored->rows.table.times.back(), at(int(rows) - 1));
    QCOMPARE(stored->from, stored->rows.table.times[4096]);
    const auto one = readRows(history.access(), sourceOf({"x"}), kFirst, at(int(rows)), 0, {});
    QVERIFY(one.ok() && !one->cut);
    QCOMPARE(one->rows.rows(), rows);
}

void TestStudyJob::warmsUpOverAPause()
{
    FakeHistory history;
    history.values["x"] = std::vector<double>(6000, 0.0);
    const UtcTime monthLater = at(6000) + std::chrono::hours{720};
    const auto stored = readRows(history.access(), sourceOf({"x"}), monthLater, monthLater + std::chrono::hours{1}, 4096, {});
    QVERIFY(stored.ok());
    QVERIFY(stored->rows.rows() >= 4096);
    QVERIFY2(*history.reads < 10, qPrintable(QString::number(*history.reads)));
}

void TestStudyJob::canBeStoppedWhileReading()
{
    FakeHistory history;
    history.values["x"] = std::vector<double>(500'000, 0.0);
    const auto stored = readRows(history.access(), sourceOf({"x"}), kFirst, at(500'000), 0, [&](double) { return *history.reads < 2; });
    QVERIFY(!stored.ok());
    QCOMPARE(stored.error().kind, ErrorKind::Cancelled);
    QCOMPARE(history.reads->load(), 2);
}

void TestStudyJob::readingsOfBadQualityAreNotLearned()
{
    const test::TempFolder folder;
    FakeHistory history = spikes();
    history.folder = folder.path();
    history.values["y"][400] = 1e6;
    history.bad["y"] = 400;
    const TrainingRequest wanted{sourceOf({"x", "y"}), {"kmeans", {}, {}, false}, "", at(0), at(1000), at(1000)};
    const auto made = runTraining(history.access(), wanted, {});
    QVERIFY2(made.ok(), made ? "" : made.error().text().c_str());
    QCOMPARE(made->model->training.skipped, std::uint64_t{1});
    QVERIFY(made->model->channels.at(1).sd < 1.0);
}

void TestStudyJob::trainsAModelAndShelvesIt()
{
    const test::TempFolder folder;
    FakeHistory history = spikes();
    history.folder = folder.path();
    const TrainingRequest wanted{sourceOf({"x", "y"}), {"kmeans", {}, {}, false}, "first try", at(0), at(1000), at(1000)};
    const auto made = runTraining(history.access(), wanted, {});
    QVERIFY2(made.ok(), made ? "" : made.error().text().c_str());
    QVERIFY(made->path.starts_with(folder.path("models/a/_asset/kmeans-")));
    QCOMPARE(made->model->training.rows, std::uint64_t{1000});
    QCOMPARE(made->model->training.source, std::string("history of a: first try"));
    const QString text = provenanceText(*made, ZoneChoice::Utc);
    QVERIFY2(text.contains("on 1,000 rows (0 left out)") && text.contains(QString::fromStdString(made->sha256)), qPrintable(text));
}

void TestStudyJob::aForestsCutOffIsKept()
{
    const test::TempFolder folder;
    FakeHistory history;
    history.folder = folder.path();
    for (int i = 0; i < 1000; ++i)
        history.values["x"].push_back(std::sin(i / 9.0) + 0.01 * double(i % 7));
    const DetectorSpec rcf{"rcf", {{"warmUp", 100.0}, {"trees", 10.0}}, {}, false};
    const auto made = runTraining(history.access(), {sourceOf({"x"}), rcf, "", at(0), at(1000), at(1000)}, {});
    QVERIFY2(made.ok(), made ? "" : made.error().text().c_str());
    QVERIFY(std::isfinite(made->model->limit) && made->model->limit > 0.0);
    QCOMPARE(study::cutOffChart({made->model}).models.size(), std::size_t{1});
}

void TestStudyJob::switchingOffNeverFires()
{
    FakeHistory history = spikes();
    history.past.raises = {{12, at(602), at(610)}};
    StudyRequest wanted = request(3.0);
    wanted.candidates[1].second = {"none", {}, {}, false};
    const StudyAnswerPtr answer = studyOf(history.access(), wanted, {});
    QCOMPARE((StudyView{answer, "the last hour"}.headline()),
             QStringLiteral("In the last hour this would have fired never, was 1; misses #12."));
}

void TestStudyJob::trainingWithoutHistorySaysWhy()
{
    const FakeHistory noFolder = spikes();
    const TrainingRequest wanted{sourceOf({"x", "y"}), {"kmeans", {}, {}, false}, "", at(0), at(1000), at(1000)};
    QVERIFY(runTraining(noFolder.access(), wanted, {}).error().text().find("data folder") != std::string::npos);
    FakeHistory empty;
    const test::TempFolder folder;
    empty.folder = folder.path();
    QVERIFY(runTraining(empty.access(), wanted, {}).error().text().find("nothing is stored") != std::string::npos);
}

void TestStudyJob::trainingCanBeStopped()
{
    const test::TempFolder folder;
    FakeHistory history = spikes();
    history.folder = folder.path();
    const TrainingRequest wanted{sourceOf({"x", "y"}), {"kmeans", {}, {}, false}, "", at(0), at(1000), at(1000)};
    const auto made = runTraining(history.access(), wanted, [](double) { return false; });
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Cancelled);
    QVERIFY(study::readShelf(study::modelFolder(folder.path(), {"a", ""})).models.empty());
}

void TestStudyJob::aTrainedModelJudgesAsACandidate()
{
    const test::TempFolder folder;
    FakeHistory history = spikes();
    history.folder = folder.path();
    const DetectorSpec kmeans{"kmeans", {}, {}, false};
    const auto made = runTraining(history.access(), {sourceOf({"x", "y"}), kmeans, "", at(0), at(500), at(500)}, {});
    QVERIFY2(made.ok(), made ? "" : made.error().text().c_str());
    DetectorSpec judged = kmeans;
    judged.model = made->path;
    const StudyAnswerPtr answer =
        studyOf(history.access(), {sourceOf({"x", "y"}), at(500), at(1000), {{"present", kmeans}, {"candidate", judged}}}, {});
    QCOMPARE(answer->study.candidates.at(1).problem, std::string());
    QCOMPARE(answer->study.candidates[1].undecided, std::size_t{0});
    QCOMPARE(answer->study.candidates[1].limit, made->model->limit);
}

void TestStudyJob::detectorsAreSpokenOfInFull()
{
    QCOMPARE(detectorText({"band", {{"k", 3.0}}, {"tail", "control"}, true, "models/a/x/band-1.model"}),
             QStringLiteral("band, k 3, stages tail → control, model band-1.model"));
    QCOMPARE(detectorText({}), QStringLiteral("nothing"));
    QCOMPARE(countText(12500), QStringLiteral("12,500"));
    QCOMPARE(recountText(2.9, {441, 12500}), QStringLiteral("at 2.9: 441 of 12,500 rows, 3.5 %"));
}

QTEST_MAIN(TestStudyJob)
#include "tst_study_job.moc"
