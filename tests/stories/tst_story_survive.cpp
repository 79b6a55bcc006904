// SPDX-License-Identifier: GPL-3.0-or-later
// Story 12: start and survive. TELLTALE_STORY_CHILD makes of this program the one that is killed: a window on the data folder and the feed
// that it names, which says when its operator is done.
#include "tests/stories/story_plant.h"
#include "tests/stories/story_station.h"
#include "ui/widgets/banner.h"

#include <QAccessible>
#include <QProcess>
#include <QTextStream>
#include <csignal>
#include <set>
#include <sys/resource.h>

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

const SensorKey kFirst{"line/m0000", "s0"}; ///< the one with a P1

/// While one of these lives, no file of this program can grow: to SQLite a full disk.
class FullDisk {
public:
    FullDisk()
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit full{4096, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &full);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

/// What was in the journal when the other program was killed: it said so itself.
class Victim {
public:
    Victim(const std::string &folder, const std::string &feed)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TELLTALE_STORY_CHILD"), QString::fromStdString(folder + ' ' + feed));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), QStringList());
    }
    [[nodiscard]] bool says(const QByteArray &word)
    {
        return QTest::qWaitFor([&] { return read().contains(word); }, StoryStation::kPatienceMs);
    }
    [[nodiscard]] std::vector<EventSeq> committed()
    {
        std::vector<EventSeq> numbers;
        for (const QByteArray &line : read().split('\n')) {
            if (line.startsWith("seq ")) {
                numbers.push_back(line.mid(4).toULongLong());
            }
        }
        return numbers;
    }
    void kill()
    {
        ::kill(pid_t(m_process.processId()), SIGKILL);
        m_process.waitForFinished(StoryStation::kPatienceMs);
    }

private:
    const QByteArray &read() { return m_said += m_process.readAllStandardOutput(); }

    QProcess m_process;
    QByteArray m_said;
};

/// The program that will be killed: acknowledges one alarm and shelves another by keyboard, then watches.
int live(const QStringList &where)
{
    const SystemClock clock{};
    pipeline::PipelineSettings wanted;
    wanted.plant = widePlant(100, 10);
    wanted.dataFolder = where[0].toStdString();
    wanted.extraFeeds = {where[1].toStdString()};
    wanted.onCommitted = [](const AlarmEvent &event) {
        std::printf("seq %llu\n", static_cast<unsigned long long>(event.seq));
        std::fflush(stdout);
    };
    auto street = pipeline::Pipeline::start(std::move(wanted), clock);
    WindowSettings look = WindowDriver::defaults();
    look.dataFolder = where[0].toStdString();
    WindowDriver driver;
    driver.window = std::make_unique<MainWindow>(**street, look);
    driver.window->show();
    const bool both = QTest::qWaitFor([&] { return driver.rows() == 2; }, StoryStation::kPatienceMs) && driver.isActive();
    driver.press(Qt::Key_F2);
    driver.press(Qt::Key_Space);
    const bool acked = QTest::qWaitFor([&] { return driver.cell(1, StateColumn).startsWith("ACK"); }, StoryStation::kPatienceMs);
    driver.press(Qt::Key_F2); // the other one is on top now
    driver.press(Qt::Key_S);
    driver.press(Qt::Key_2);
    driver.press(Qt::Key_Down);
    driver.press(Qt::Key_Return);
    const bool done =
        QTest::qWaitFor([&] { return driver.rows() == 1 && driver.cell(0, StateColumn).startsWith("ACK"); }, StoryStation::kPatienceMs);
    std::printf(both && acked && done ? "done\n" : "failed\n");
    std::fflush(stdout);
    return QApplication::exec();
}

} // namespace

class TestStorySurvive : public QObject {
    Q_OBJECT
private slots:
    void theFirstStart();
    void killedInAFlood();
    void aFullDisk();
    void everythingHasAName();
};

/// From nothing to an acknowledged alarm, as somebody who has never seen it.
void TestStorySurvive::theFirstStart()
{
    const SteadyTime start = std::chrono::steady_clock::now();
    StoryStation station(config::Plant{});
    QVERIFY(QTest::qWaitForWindowExposed(station.window.get()));
    const double shown = since(start);
    QVERIFY(station.isActive());
    QVERIFY(station.find<QWidget>("welcomePage")->isVisible());
    station.publisher.set(kVibration, 1.0); // a sensor that nobody declared, and no detector to wait for
    QTRY_VERIFY_WITH_TIMEOUT(!station.find<QWidget>("welcomePage")->isVisible(), StoryStation::kPatienceMs);
    qInfo("story 12 (first start): window after %.0f ms, it says how to begin, the first sensor shows by itself", shown);
}

void TestStorySurvive::killedInAFlood()
{
    const TempFolder folder;
    PlantPublisher publisher(widePlant(100, 10));
    publisher.set(kFirst, kWrong);
    publisher.set({"line/m0000", "s1"}, kWrong);
    std::vector<EventSeq> committed;
    {
        Victim victim(folder.path("data"), publisher.address());
        QVERIFY(victim.says("done"));
        int place = 2;
        const auto swells = [&] {
            for (const int end = std::min(place + 20, 1000); place < end; ++place) {
                publisher.set({"line/m" + std::to_string(10'000 + place / 10).substr(1), "s" + std::to_string(place % 10)}, kWrong);
            }
            return victim.committed().size() >= 300;
        };
        QVERIFY(QTest::qWaitFor(swells, StoryStation::kPatienceMs)); // in the midst of it
        victim.kill();
        committed = victim.committed();
    }
    const auto reader = store::StoreReader::open(folder.path("data"));
    QVERIFY(reader.ok());
    const auto events = (*reader)->events({.since = {}, .until = {}, .occurrence = {}, .limit = 100'000});
    QVERIFY(events.ok());
    std::set<EventSeq> kept;
    std::size_t raises = 0;
    for (const AlarmEvent &event : *events) {
        kept.insert(event.seq);
        raises += event.kind == AlarmEventKind::Raise ? 1 : 0;
    }
    QVERIFY(std::all_of(committed.begin(), committed.end(), [&](EventSeq seq) { return kept.contains(seq); }));

    // The next start shows all of it, without a feed.
    const SystemClock clock{};
    pipeline::PipelineSettings wanted;
    wanted.plant = widePlant(100, 10);
    wanted.dataFolder = folder.path("data");
    const SteadyTime start = std::chrono::steady_clock::now();
    auto again = pipeline::Pipeline::start(std::move(wanted), clock);
    QVERIFY(again.ok());
    WindowSettings look = WindowDriver::defaults();
    look.dataFolder = folder.path("data");
    WindowDriver driver;
    driver.window = std::make_unique<MainWindow>(**again, look);
    driver.window->show();
    QTRY_COMPARE_WITH_TIMEOUT(driver.rows(), int(raises) - 1, StoryStation::kPatienceMs); // without the shelved one
    const double back = since(start);
    std::size_t acked = 0;
    std::size_t shelved = 0;
    const auto alarms = (*again)->latest()->alarms;
    for (const Occurrence &alarm : *alarms) {
        acked += alarm.state == AlarmState::C ? 1 : 0;
        shelved += alarm.state == AlarmState::E ? 1 : 0;
        QVERIFY(alarm.unverifiedSinceRestart || alarm.quality == Quality::Bad);
        QVERIFY(alarm.definition.source != kFirst || alarm.ackedBy.operatorName == "K. Lund");
    }
    QCOMPARE(acked, std::size_t{1});
    QCOMPARE(shelved, std::size_t{1});
    QCOMPARE((*again)->latest()->suppressed->front().shelf.by.operatorName, std::string("K. Lund"));
    driver.window.reset();
    qInfo("story 12 (kill -9 in a flood): %zu of 1,000 raises committed, all back with ack and shelf, %.0f ms after the next start", raises,
          back);
}

void TestStorySurvive::aFullDisk()
{
    std::signal(SIGXFSZ, SIG_IGN); // as the program does
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kCurrent, kWrong);
    QVERIFY(station.isRaised(kCurrent));
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Raise).size(), std::size_t{1}, StoryStation::kPatienceMs);
    {
        const FullDisk disk;
        station.publisher.set(kVibration, kWrong);
        QVERIFY(station.isRaised(kVibration)); // monitoring goes on
        QTRY_VERIFY_WITH_TIMEOUT(station.find<Banner>("journalBanner")->text().startsWith("NOT WRITING"), StoryStation::kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(station.alarmOf({"system", ""}).definition.what, std::string("journal not written"),
                                  StoryStation::kPatienceMs);
        QCOMPARE(station.alarmOf({"system", ""}).priority, Priority::P1);
        station.press(Qt::Key_F2);
        station.press(Qt::Key_Space); // a word that is not written is not taken
        QTRY_VERIFY_WITH_TIMEOUT(station.problem().contains("nothing can be written"), StoryStation::kPatienceMs);
        station.publisher.set(kTemperature, kWrong);
        QVERIFY(station.isRaised(kTemperature));
        QVERIFY(station.street->latest()->health.unsavedEvents >= 3);
    }
    QTRY_VERIFY_WITH_TIMEOUT(station.find<Banner>("journalBanner")->isHidden(), StoryStation::kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Raise).size(), std::size_t{4}, StoryStation::kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(station.street->latest()->health.unsavedEvents, std::uint64_t{0}, StoryStation::kPatienceMs);
    station.press(Qt::Key_F2);
    station.press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Ack).size(), std::size_t{1}, StoryStation::kPatienceMs);
    qInfo("story 12 (full disk): said, acknowledgement refused with its reason, 3 raises waited and were written in order afterwards");
}

/// What a screen reader says of each tile and each row.
void TestStorySurvive::everythingHasAName()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kVibration, kWrong);
    station.publisher.set(kCurrent, kWrong);
    QVERIFY(station.isRaised(kVibration) && station.isRaised(kCurrent));
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(station.list());
    QVERIFY(table && table->tableInterface());
    for (int row = 0; row < station.rows(); ++row) {
        QString said;
        for (int column = 0; column < table->tableInterface()->columnCount(); ++column) {
            said += table->tableInterface()->cellAt(row, column)->text(QAccessible::Name) + QLatin1Char(' ');
        }
        QVERIFY2(said.contains("line-") && said.contains("NEW"), qPrintable(said));
    }
    station.press(Qt::Key_2, Qt::ControlModifier);
    int tiles = 0;
    for (const QWidget *tile :
         station.find<QWidget>("tilesPage")->findChildren<QWidget *>(QRegularExpression("^(tile[0-9]+|machine.*)$"))) {
        if (tile->isVisible() && tile->focusPolicy() != Qt::NoFocus) {
            QVERIFY2(!tile->accessibleName().isEmpty(), qPrintable(tile->objectName()));
            ++tiles;
        }
    }
    QVERIFY(tiles > 0);
    qInfo("story 12 (screen reader): %d rows and %d tiles or pages of them have names", station.rows(), tiles);
}

int main(int argc, char **argv)
{
    WatchedApplication application(argc, argv);
    const QString child = qEnvironmentVariable("TELLTALE_STORY_CHILD");
    if (!child.isEmpty()) {
        return live(child.split(QLatin1Char(' ')));
    }
    TestStorySurvive test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_story_survive.moc"
