// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/detectors/fake_history.h"
#include "ui/detectors/study_runner.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using test::FakeHistory;
using test::SnapshotBuilder;

namespace {

/// Questions about sensor "x", then "y" …; reading waits until the test lets it.
struct Asked {
    Asked()
    {
        for (const char *name : {"x", "y"})
            history.values[name] = std::vector<double>(100, 0.0);
        access = history.access();
        access.samples = [this, read = access.samples](const SensorKey &key, UtcTime from, UtcTime to) {
            reading.release();
            gate.acquire();
            return read(key, from, to);
        };
        access.alarms = [this](const SensorKey &, UtcTime, UtcTime) -> Result<PastAlarms> {
            judging.release();
            return PastAlarms{};
        };
    }
    std::optional<StudyRequest> question() const
    {
        JudgedSource source;
        source.key = {"a", sensor};
        source.sensors = {source.key};
        source.silent = {0};
        source.channels = {{.sensor = sensor, .unit = "", .low = kMissing, .high = kMissing, .period = std::chrono::seconds{1}}};
        const DetectorSpec band{"band", {{"k", 3.0}, {"mean", 0.0}, {"sd", 1.0}}, {}, false};
        return StudyRequest{source, history.first, history.first + std::chrono::seconds{100}, {{"present", band}, {"candidate", band}}};
    }

    FakeHistory history;
    HistoryAccess access;
    std::string sensor = "x";
    QSemaphore reading;
    QSemaphore judging;
    QSemaphore gate;
};

} // namespace

class TestStudyRunner : public QObject {
    Q_OBJECT
private slots:
    void answersWhatWasAskedLast();
    void anAnswerThatIsNoLongerAskedForIsNotTold();
    void nothingIsWorkedOutWhileOutOfSight();
};

void TestStudyRunner::answersWhatWasAskedLast()
{
    Asked asked;
    StudyRunner runner(
        asked.access, [&] { return asked.question(); }, nullptr);
    std::vector<SensorKey> told;
    connect(&runner, &StudyRunner::answered, this, [&](const StudyAnswerPtr &answer) { told.push_back(answer->source); });
    runner.setActive(true);
    QVERIFY(QTest::qWaitFor([&] { return asked.reading.tryAcquire(); }));
    asked.sensor = "y"; // while x is being read
    runner.want();
    asked.gate.release(100);
    QTRY_COMPARE(told.size(), std::size_t{1});
    QCOMPARE(told[0].sensor, std::string("y"));
}

void TestStudyRunner::anAnswerThatIsNoLongerAskedForIsNotTold()
{
    Asked asked;
    StudyRunner runner(
        asked.access, [&] { return asked.question(); }, nullptr);
    QSignalSpy told(&runner, &StudyRunner::answered);
    asked.gate.release(1);
    runner.setActive(true);
    QTRY_COMPARE(told.size(), 1);
    asked.reading.acquire();
    runner.want();
    QVERIFY(QTest::qWaitFor([&] { return asked.reading.tryAcquire(); }));
    asked.gate.release(1);
    asked.judging.acquire(); // of the first
    asked.judging.acquire(); // of the second: its answer is done, or will be in a moment
    asked.sensor = "y";
    runner.setActive(false); // and is no longer asked for
    QTest::qWait(50);
    QCOMPARE(told.size(), 1);
}

void TestStudyRunner::nothingIsWorkedOutWhileOutOfSight()
{
    Asked asked;
    asked.gate.release(100);
    StudyRunner runner(
        asked.access, [&] { return asked.question(); }, nullptr);
    runner.want();
    QTest::qWait(2 * StudyRunner::kDebounceMs);
    QCOMPARE(asked.reading.available(), 0);
}

QTEST_MAIN(TestStudyRunner)
#include "tst_study_runner.moc"
