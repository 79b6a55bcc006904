// SPDX-License-Identifier: GPL-3.0-or-later
// Story 9: as an operator I report what happened. Story 10: I hand my shift over.
#include "core/logbook/handover.h"
#include "core/report/incident_report.h"
#include "tests/stories/story_plant.h"
#include "tests/stories/story_station.h"
#include "tests/support/built_program.h"
#include "ui/widgets/fitting_label.h"

#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QTableWidget>

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 120'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QDir folderOf(const StoryStation &station, const char *name)
{
    return QDir(QString::fromStdString(station.folder.path(name)));
}

/// Its content; empty = there is not exactly one.
QByteArray onlyFile(const QDir &folder, const char *pattern)
{
    const QStringList files = folder.entryList({QLatin1String(pattern)}, QDir::Files);
    return files.size() == 1 ? contentOf(folder.absoluteFilePath(files.first())) : QByteArray();
}

/// The same from the command line.
QByteArray fromCommandLine(const StoryStation &station, const QString &what)
{
    const TempFolder out;
    QProcess::execute(test::builtProgram("telltale"), {"--data", QString::fromStdString(station.folder.path("data")), "--export-incident",
                                                       what, "--format", "json", "-o", QString::fromStdString(out.path())});
    return onlyFile(QDir(QString::fromStdString(out.path())), "*.json");
}

/// The journal's transitions of each alarm are the report's.
void compareWithJournal(const StoryStation &station, const report::IncidentReport &report)
{
    const auto reader = store::StoreReader::open(station.folder.path("data"));
    QVERIFY(reader.ok());
    for (const report::ReportedAlarm &alarm : report.alarms) {
        const auto events = (*reader)->events({.since = {}, .until = {}, .occurrence = alarm.occurrence.id});
        QVERIFY(events.ok());
        QCOMPARE(alarm.events.size(), events->size());
        for (std::size_t i = 0; i < events->size(); ++i) {
            QCOMPARE(alarm.events[i].seq, (*events)[i].seq);
            QCOMPARE(alarm.events[i].at, (*events)[i].at);
            QCOMPARE(alarm.events[i].kind, (*events)[i].kind);
        }
        const auto stored = (*reader)->occurrence(alarm.occurrence.id);
        QVERIFY(stored.ok());
        QCOMPARE(alarm.occurrence.raised, stored->raised);
        QCOMPARE(alarm.occurrence.maxScore, stored->maxScore);
    }
}

void write(StoryStation &station, const char *field, const QString &text)
{
    auto *edit = station.find<QLineEdit>(field);
    QTRY_VERIFY_WITH_TIMEOUT(edit->hasFocus(), kPatienceMs);
    station.type(text);
    station.press(Qt::Key_Return);
}

} // namespace

class TestStoryShift : public QObject {
    Q_OBJECT
private slots:
    void aReportOfFiftyAlarms();
    void theSameIncidentFromTheCommandLine();
    void aShiftIsHandedOver();
};

void TestStoryShift::aReportOfFiftyAlarms()
{
    StoryStation station(widePlant(5, 10));
    QVERIFY(station.isReady());
    station.publisher.setAll(kWrong);
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), 50, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Raise).size(), std::size_t{50}, kPatienceMs);
    station.press(Qt::Key_F2);
    station.takeKeys();
    station.press(Qt::Key_A, Qt::ControlModifier);
    const SteadyTime pressed = std::chrono::steady_clock::now();
    station.press(Qt::Key_E);
    const int keys = station.takeKeys();
    QVERIFY(QTest::qWaitFor([&] { return station.note().contains("Report written") || !station.problem().isEmpty(); }, kPatienceMs));
    const double ms = since(pressed);
    QCOMPARE(station.problem(), QString());
    const QDir out = folderOf(station, "reports");
    const auto report = report::fromJson(onlyFile(out, "*.json").toStdString());
    QVERIFY(report.ok());
    QCOMPARE(report->alarms.size(), std::size_t{50});
    compareWithJournal(station, *report);
    QVERIFY(onlyFile(out, "*.pdf").startsWith("%PDF-"));
    const QByteArray html = onlyFile(out, "*.html");
    QVERIFY(html.contains("line/m0000") && !html.contains("src=\"http") && !html.contains("<link") && !html.contains("<script src"));
    QCOMPARE(onlyFile(out, "*.csv").count("RAISE") >= 50, true);
    qInfo("story 9: %d keys, PDF, HTML, CSV and JSON of 50 alarms after %.0f ms, numbers as in the journal", keys, ms);
}

void TestStoryShift::theSameIncidentFromTheCommandLine()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kVibration, kWrong);
    station.publisher.set(kTemperature, kWrong);
    QVERIFY(station.isRaised(kVibration) && station.isRaised(kTemperature));
    station.press(Qt::Key_F2);
    station.press(Qt::Key_A, Qt::ControlModifier);
    station.press(Qt::Key_I);
    write(station, "incidentTitleEdit", QStringLiteral("bearing"));
    station.press(Qt::Key_7, Qt::ControlModifier);
    const auto *incidents = station.find<QTableWidget>("incidentList");
    QTRY_COMPARE_WITH_TIMEOUT(incidents->rowCount(), 1, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(station.find<QTableWidget>("incidentAlarms")->rowCount(), 2, kPatienceMs);
    station.publisher.stop(); // what is still coming in would be in the second report only
    QTRY_VERIFY_WITH_TIMEOUT(station.street->latest()->feeds[0].state == FeedState::Lost, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(station.street->latest()->health.unsavedEvents, std::uint64_t{0}, kPatienceMs);
    station.press(Qt::Key_E);
    QVERIFY(QTest::qWaitFor([&] { return station.note().contains("Report written") || !station.problem().isEmpty(); }, kPatienceMs));
    const QByteArray window = onlyFile(folderOf(station, "reports"), "*.json");
    QVERIFY(report::fromJson(window.toStdString()).ok());
    QCOMPARE(report::fromJson(window.toStdString())->alarms.size(), std::size_t{2});
    const QByteArray commandLine = fromCommandLine(station, QStringLiteral("incident:1"));
    QVERIFY(commandLine == window);
    qInfo("story 9 (command line): byte-identical JSON, %lld bytes", static_cast<long long>(window.size()));
}

void TestStoryShift::aShiftIsHandedOver()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    for (const SensorKey &source : {kVibration, kTemperature, kCurrent, kTorque}) {
        station.publisher.set(source, kWrong);
        QVERIFY(station.isRaised(source));
    }
    const auto choose = [&](const SensorKey &source) { station.choose(station.rowOf(station.alarmOf(source).id)); };
    station.list()->setFocus();
    choose(kTemperature);
    station.press(Qt::Key_Space);
    choose(kCurrent);
    station.press(Qt::Key_S);
    station.press(Qt::Key_1);
    station.press(Qt::Key_Down);
    station.press(Qt::Key_Return);
    choose(kTorque);
    station.press(Qt::Key_O);
    station.press(Qt::Key_1);
    station.press(Qt::Key_Down);
    station.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), 2, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(station.stateOf(kTemperature), QStringLiteral("ACK"), kPatienceMs);

    station.takeKeys();
    station.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(station.find<QPlainTextEdit>("handoverText")->hasFocus(), kPatienceMs);
    station.type(QStringLiteral("hot"));
    QTRY_VERIFY_WITH_TIMEOUT(station.find<QPushButton>("handoverSign")->isEnabled(), kPatienceMs);
    QVERIFY(station.tabTo("handoverSign"));
    station.press(Qt::Key_Space);
    const SteadyTime signedAt = std::chrono::steady_clock::now();
    station.publisher.set(kVibration, 0.0); // alarms never stop: one goes, one comes
    write(station, "handoverName", QStringLiteral("operator B"));
    QVERIFY(QTest::qWaitFor([&] { return station.find<FittingLabel>("handoverState")->text() == "Signed by both sides."; }, kPatienceMs));
    const double ms = since(signedAt);
    const int keys = station.takeKeys();

    const auto reader = store::StoreReader::open(station.folder.path("data"));
    const auto sheets = (*reader)->logbook({.kind = LogbookKind::HandoverSigned});
    const auto taken = (*reader)->logbook({.kind = LogbookKind::HandoverTaken});
    QVERIFY(sheets.ok() && taken.ok());
    QCOMPARE(sheets->size(), std::size_t{1});
    QCOMPARE(taken->size(), std::size_t{1});
    QCOMPARE(taken->front().actor.operatorName, std::string("operator B"));
    const auto sheet = logbook::handoverFromJson(sheets->front().content);
    QVERIFY(sheet);
    QCOMPARE(sheet->unacknowledged.size(), std::size_t{1});
    QCOMPARE(sheet->acknowledged.size(), std::size_t{1});
    QCOMPARE(sheet->acknowledged[0].ackedBy, std::string("K. Lund"));
    QCOMPARE(sheet->shelved.size(), std::size_t{1});
    QVERIFY(sheet->shelved[0].due || sheet->shelved[0].until < sheet->to); // ends in this shift or in the one that comes
    QCOMPARE(sheet->outOfService.size(), std::size_t{1});
    QVERIFY(!sheet->figures.empty());
    QCOMPARE(sheet->text, std::string("hot"));

    // The new one acts, without a restart, and nothing has been missed.
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Clear).size(), std::size_t{1}, kPatienceMs);
    station.press(Qt::Key_F2);
    station.press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Ack).size(), std::size_t{2}, kPatienceMs);
    QCOMPARE(station.stored(AlarmEventKind::Ack).back().actor.operatorName, std::string("operator B"));
    qInfo("story 10: %d keys with 3 letters of text and a name of 10; signed to taken over %.0f ms; the sheet has all parts", keys, ms);
}

STORY_MAIN(TestStoryShift)
#include "tst_story_shift.moc"
