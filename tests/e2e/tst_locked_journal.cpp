// SPDX-License-Identifier: GPL-3.0-or-later
// Another process keeps journal and history locked under the real program: its window goes on, says what is wrong, and everything that
// happened meanwhile is written afterwards. TELLTALE_RUNS sets for how many seconds (3, 10 at most); the longest time that the window stood
// still is printed.
#include "core/store/store_reader.h"
#include "tests/soak/faults/fault.h"
#include "tests/soak/history_checker.h"
#include "tests/soak/seated_program.h"
#include "tests/soak/steady_ms.h"
#include "tests/support/band_plant_text.h"
#include "tests/support/built_program.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temp_folder.h"
#include "tests/support/zmq_publisher.h"

#include <QtTest>
#include <algorithm>
#include <memory>

using namespace telltale;

namespace {

constexpr int kPatienceMs = 60'000;
constexpr int kMachines = 10;
constexpr const char *kHolder = "TELLTALE_LOCK_HOLDER";

std::string machine(int number)
{
    return "line/machine" + std::to_string(number);
}

/// This program once more, until its input ends.
class OtherProcess {
public:
    explicit OtherProcess(const std::string &folder)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(kHolder), QString::fromStdString(folder));
        m_process.setProcessEnvironment(environment);
        m_process.start(QCoreApplication::applicationFilePath(), QStringList());
    }
    [[nodiscard]] bool holds() { return m_process.waitForReadyRead(kPatienceMs); }
    [[nodiscard]] bool lets()
    {
        m_process.closeWriteChannel();
        return m_process.waitForFinished(kPatienceMs) && m_process.exitCode() == 0;
    }

private:
    QProcess m_process;
};

std::size_t raisesIn(const std::string &folder)
{
    const auto reader = store::StoreReader::open(folder);
    const auto events = reader ? (*reader)->events({.since = {}, .until = {}, .occurrence = {}, .limit = 1'000'000})
                               : Result<std::vector<AlarmEvent>>(reader.error());
    if (!events)
        return 0;
    return std::size_t(std::ranges::count_if(
        *events, [](const AlarmEvent &event) { return event.kind == AlarmEventKind::Raise && event.source.sensor == "load"; }));
}

} // namespace

class TestLockedJournal : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void theWindowGoesOnAndEverythingIsWrittenAfterwards();

private:
    void speak();
    bool waitFor(const std::function<bool()> &what);
    /// -1 = never.
    [[nodiscard]] std::int64_t bannerAfter(std::int64_t ms, std::uint64_t shows) const;

    test::TempFolder m_temp;
    test::ZmqPublisher m_publisher;
    soak::ShownLines m_shown;
    std::unique_ptr<soak::SeatedProgram> m_program;
    int m_out = 0; ///< so many machines are out of their band
};

void TestLockedJournal::initTestCase()
{
    std::vector<std::string> machines;
    for (int i = 0; i < kMachines; ++i)
        machines.push_back(machine(i));
    test::appendBandPlant(m_temp.path("plant.toml"), machines, "0.1");
    m_program = std::make_unique<soak::SeatedProgram>(soak::SeatedProgram::Settings{.program = test::builtProgram("telltale").toStdString(),
                                                                                    .dataFolder = m_temp.path("data"),
                                                                                    .plantFile = m_temp.path("plant.toml"),
                                                                                    .feeds = {m_publisher.address()},
                                                                                    .ownFolder = m_temp.path("own"),
                                                                                    .acknowledgeMs = 200},
                                                      m_shown);
}

void TestLockedJournal::speak()
{
    m_program->read();
    for (int i = 0; i < kMachines; ++i)
        m_publisher.send(machine(i) + " {\"values\":{\"load\":" + (i < m_out ? "9" : "0.5") + "}}");
}

bool TestLockedJournal::waitFor(const std::function<bool()> &what)
{
    return QTest::qWaitFor(
        [&] {
            speak();
            return what();
        },
        kPatienceMs);
}

std::int64_t TestLockedJournal::bannerAfter(std::int64_t ms, std::uint64_t shows) const
{
    for (const soak::ShownLine &line : m_shown.all())
        if (line.word == "banner" && line.number == shows && line.ms >= ms)
            return line.ms - ms;
    return -1;
}

void TestLockedJournal::theWindowGoesOnAndEverythingIsWrittenAfterwards()
{
    m_out = 1;
    QVERIFY(waitFor([&] { return m_program->isReady() && raisesIn(m_temp.path("data")) == 1; }));
    const int seconds = std::clamp(test::runs(3), 1, 10);
    OtherProcess other(m_temp.path("data"));
    QVERIFY(other.holds());
    const std::int64_t locked = soak::steadyMs();
    QVERIFY(waitFor([&] {
        m_out = std::min(kMachines, 2 + int((soak::steadyMs() - locked) / 300)); // alarms go on coming
        return soak::steadyMs() - locked >= seconds * 1000;
    }));
    m_out = kMachines;
    const std::int64_t told = bannerAfter(locked, 1);
    QVERIFY2(told >= 0, "the window does not say that the journal is not written");
    QCOMPARE(raisesIn(m_temp.path("data")), std::size_t{1});
    QVERIFY(other.lets());
    const std::int64_t open = soak::steadyMs();
    QVERIFY(waitFor([&] { return bannerAfter(open, 0) >= 0 && raisesIn(m_temp.path("data")) == std::size_t(kMachines); }));
    const std::int64_t stored = soak::steadyMs() - open;
    QVERIFY(m_program->close());
    const auto verdict = soak::checkHistory(m_shown.all(), m_temp.path("data"));
    QVERIFY(verdict.ok());
    QVERIFY2(verdict->good(), verdict->lost.empty() ? "twice" : verdict->lost.front().c_str());
    const std::string stall = soak::longestStall(m_shown.all(), locked, open).text();
    qInfo("locked for %d s: the window stood still for %s at most, said so after %lld ms; %lld ms after the lock all %d alarms were stored",
          seconds, stall.c_str(), static_cast<long long>(told), static_cast<long long>(stored), kMachines);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet(kHolder))
        return soak::holdLocks(qEnvironmentVariable(kHolder).toUtf8().constData());
    TestLockedJournal test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_locked_journal.moc"
