// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random instants: the real program under alarms that come and go, and a program whose operator acknowledges all the time.
// Whatever was shown is there after the kill, --verify finds all in order, and a recorded feed that is played again loses and doubles
// nothing. TELLTALE_RUNS sets the number of kills of each (20). TELLTALE_KILL_CHILD makes of this program the one that acknowledges.
#include "core/pipeline/pipeline.h"
#include "core/store/store_reader.h"
#include "tests/support/built_program.h"
#include "tests/support/item_builders.h"
#include "tests/support/no_orphan.h"
#include "tests/support/sanitized.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temp_folder.h"
#include "tests/support/zmq_publisher.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

#include <csignal>
#include <random>
#include <set>

using namespace telltale;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t kSeed = 20261123;
constexpr int kAssets = 20;
constexpr int kPatienceMs = 30'000;

std::vector<std::string> assetNames()
{
    std::vector<std::string> names;
    for (int i = 0; i < kAssets; ++i)
        names.push_back("line-" + std::to_string(i));
    return names;
}

QByteArray plantFile()
{
    QByteArray text;
    for (const std::string &name : assetNames())
        text += "[[asset]]\npath = \"" + QByteArray::fromStdString(name) + "\"\nsensors.x = { unit = \"bar\", period = 1.0 }\n"
                + "detector = { kind = \"band\", k = 3.0, mean = 0.0, sd = 1.0 }\nalarm = { priority = 1, readings = 1, offDelay = 0.0 }\n";
    return text;
}

/// A sanitized program is some times slower, and would only ever catch up.
constexpr int kTurnsPerRound = test::kSanitized ? 10 : 1;

/// Twenty sensors of which each second value is far out: raises and clears without end.
class RestlessPlant {
public:
    [[nodiscard]] std::string address() const { return m_publisher.address(); }
    void speak()
    {
        if (++m_turn % kTurnsPerRound != 0)
            return;
        ++m_round;
        for (int i = 0; i < kAssets; ++i)
            m_publisher.send("line-" + std::to_string(i) + " {\"values\":{\"x\":" + ((m_round + i) % 2 == 0 ? "9.0" : "0.5") + "}}");
    }

private:
    test::ZmqPublisher m_publisher;
    int m_turn = 0;
    int m_round = 0;
};

/// A process that says line by line what it shows.
class Victim {
public:
    Victim(const QString &program, const QStringList &words, const QString &child = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!child.isEmpty())
            environment.insert(QStringLiteral("TELLTALE_KILL_CHILD"), child);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        test::leaveNoOrphan(m_process);
        m_process.start(program, words);
    }
    /// Lets the plant speak until so many lines were shown, then kills. The lines, those included that came out last.
    QList<QByteArray> linesUntilKilled(RestlessPlant &plant, int wanted)
    {
        const bool enough = QTest::qWaitFor(
            [&] {
                plant.speak();
                m_said += m_process.readAllStandardOutput();
                return m_said.count('\n') >= wanted;
            },
            kPatienceMs);
        kill();
        m_said += m_process.readAllStandardOutput();
        QList<QByteArray> lines = m_said.split('\n');
        lines.removeLast(); // what is not whole was not shown
        return enough ? lines : QList<QByteArray>();
    }

    void kill()
    {
        ::kill(pid_t(m_process.processId()), SIGKILL);
        m_process.waitForFinished(kPatienceMs);
    }

private:
    QProcess m_process;
    QByteArray m_said;
};

/// The plant file lies beside the data folder.
QStringList monitorWords(const std::string &folder, const std::string &address)
{
    QFile file(QString::fromStdString(folder + ".toml"));
    if (!file.open(QIODevice::WriteOnly) || file.write(plantFile()) <= 0)
        qFatal("the test cannot write");
    return {"--data",         QString::fromStdString(folder),
            "--plant",        file.fileName(),
            "--feed",         QString::fromStdString(address),
            "--print-alarms", "--no-sound",
            "--notify",       "never"};
}

struct Said {
    int code = -1;
    QByteArray text;
};

Said verified(const std::string &folder)
{
    QProcess verify;
    verify.start(test::builtProgram("telltale"), {"--verify", "--data", QString::fromStdString(folder)});
    verify.waitForFinished(kPatienceMs);
    return {verify.exitStatus() == QProcess::NormalExit ? verify.exitCode() : -1, verify.readAllStandardOutput()};
}

/// The one that will be killed: acknowledges whatever is raised, and says each acknowledgement once it is shown as stored.
int acknowledge(const QStringList &where)
{
    const SystemClock clock{};
    pipeline::PipelineSettings settings;
    settings.plant = test::bandPlant(assetNames());
    for (config::AssetEntry &asset : settings.plant.assets)
        asset.alarm->offDelay = Duration::zero();
    settings.dataFolder = where[0].toStdString();
    settings.extraFeeds = {where[1].toStdString()};
    settings.startedBy = {"operator A", "desk 1", "op"};
    auto running = pipeline::Pipeline::start(std::move(settings), clock);
    if (!running)
        return 1;
    std::set<EventSeq> shown;
    std::set<EventSeq> answered; // once each: a slow program must not drown in the same wish
    std::uint64_t command = 0;
    while (true) {
        std::this_thread::sleep_for(5ms);
        const SnapshotPtr now = (*running)->latest();
        if (!now)
            continue;
        for (const Occurrence &alarm : *now->alarms)
            if (alarm.ack == AckState::Unacked && answered.insert(alarm.lastSeq).second)
                static_cast<void>((*running)->post({.id = ++command,
                                                    .actor = {"operator A", "desk 1", "op"},
                                                    .what = command::Acknowledge{{alarm.id}, alarm.lastSeq, {}}}));
        for (const AlarmEvent &event : now->events)
            if (event.kind == AlarmEventKind::Ack && event.source.sensor == "x" && event.seq <= now->storedThrough
                && shown.insert(event.seq).second) {
                std::printf("{\"seq\":%llu,\"event\":\"ACK\"}\n", static_cast<unsigned long long>(event.seq));
                std::fflush(stdout);
            }
    }
}

/// What is missing of the lines that were shown; empty when nothing is.
QString missing(const std::string &folder, const QList<QByteArray> &lines)
{
    const auto reader = store::StoreReader::open(folder);
    if (!reader)
        return QString::fromStdString(reader.error().text());
    const auto events = (*reader)->events({.since = {}, .until = {}, .occurrence = {}, .limit = 1'000'000});
    if (!events)
        return QString::fromStdString(events.error().text());
    std::map<EventSeq, std::string> stored;
    for (const AlarmEvent &event : *events)
        stored[event.seq] = toText(event.kind);
    for (const QByteArray &line : lines) {
        const QJsonObject shown = QJsonDocument::fromJson(line).object();
        const auto found = stored.find(EventSeq(shown["seq"].toInteger()));
        if (found == stored.end() || found->second != shown["event"].toString().toStdString())
            return QString::fromUtf8(line);
    }
    return {};
}

/// The recording: three sensors that leave their band one after the other, and stay outside.
void play(test::ZmqPublisher &publisher, int round)
{
    for (int i = 0; i < 3; ++i)
        publisher.send("line-" + std::to_string(i) + " {\"t\":" + std::to_string(1'767'600'000 + round)
                       + ",\"values\":{\"x\":" + (round > 20 * (i + 1) ? "9.0" : "0.5") + "}}");
}

/// Sources of all alarms that there ever were, each as often as it was raised anew.
std::multiset<std::string> alarmsIn(const std::string &folder)
{
    std::multiset<std::string> alarms;
    const auto reader = store::StoreReader::open(folder);
    const auto all = reader ? (*reader)->occurrences(fromNanos(0), fromNanos(INT64_MAX)) : Result<std::vector<Occurrence>>(reader.error());
    for (std::size_t i = 0; all && i < all->size(); ++i)
        if (all.value()[i].definition.source.sensor == "x")
            alarms.insert(all.value()[i].definition.source.asset);
    return alarms;
}

/// Plays the recording from its beginning, so many rounds at least and until `enough`, and kills.
bool playUntil(const std::string &folder, int rounds, const std::function<bool()> &enough)
{
    test::ZmqPublisher publisher;
    Victim victim(test::builtProgram("telltale"), monitorWords(folder, publisher.address()));
    int round = 0;
    const bool done = QTest::qWaitFor(
        [&] {
            play(publisher, ++round);
            return round >= rounds && enough();
        },
        kPatienceMs);
    victim.kill();
    return done;
}

} // namespace

class TestKillNine : public QObject {
    Q_OBJECT
private slots:
    void whatTheProgramPrintedIsThere();
    void whatWasAcknowledgedStaysAcknowledged();
    void aRecordedFeedPlayedAgainGivesTheSameAlarms();

private:
    void killOften(const std::string &folder, const std::function<std::unique_ptr<Victim>(const std::string &address)> &start, int kills);
};

void TestKillNine::killOften(const std::string &folder, const std::function<std::unique_ptr<Victim>(const std::string &address)> &start,
                             int kills)
{
    std::mt19937 random(kSeed);
    RestlessPlant plant;
    qsizetype shown = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const auto victim = start(plant.address());
        const auto lines = victim->linesUntilKilled(plant, int(10 + random() % 60));
        const QByteArray said = "seed " + QByteArray::number(kSeed) + ", kill " + QByteArray::number(kill) + ": ";
        QVERIFY2(!lines.isEmpty(), said + "nothing was shown");
        const QString lost = missing(folder, lines);
        QVERIFY2(lost.isEmpty(), said + lost.toUtf8());
        const Said verdict = verified(folder);
        QVERIFY2(verdict.code == 0, said + verdict.text);
        shown += lines.size();
    }
    qInfo("%d kills: %lld shown, 0 lost, each journal in order; seed %u", kills, static_cast<long long>(shown), kSeed);
}

void TestKillNine::whatTheProgramPrintedIsThere()
{
    const test::TempFolder temp;
    const auto start = [&](const std::string &address) {
        return std::make_unique<Victim>(test::builtProgram("telltale"), monitorWords(temp.path("data"), address));
    };
    killOften(temp.path("data"), start, test::runs(20));
}

void TestKillNine::whatWasAcknowledgedStaysAcknowledged()
{
    const test::TempFolder temp;
    const auto start = [&](const std::string &address) {
        return std::make_unique<Victim>(QCoreApplication::applicationFilePath(), QStringList(),
                                        QString::fromStdString(temp.path("data") + ' ' + address));
    };
    killOften(temp.path("data"), start, test::runs(20));
}

/// The same three alarms, each once, whenever it was killed. Nobody acknowledges; in tst_played_again somebody does.
void TestKillNine::aRecordedFeedPlayedAgainGivesTheSameAlarms()
{
    const test::TempFolder temp;
    const std::multiset<std::string> expected{"line-0", "line-1", "line-2"};
    const int kills = std::max(test::runs(20) / 5, 3);
    std::mt19937 random(kSeed);
    for (int kill = 0; kill < kills; ++kill) {
        const std::string folder = temp.path("data" + std::to_string(kill));
        const std::size_t before = random() % 4;
        QVERIFY(playUntil(folder, int(random() % 40), [&] { return alarmsIn(folder).size() >= before; }));
        QVERIFY(playUntil(folder, 100, [&] { return alarmsIn(folder).size() >= expected.size(); }));
        QByteArray said = "seed " + QByteArray::number(kSeed) + ", kill " + QByteArray::number(kill) + ':';
        for (const std::string &alarm : alarmsIn(folder))
            said += ' ' + QByteArray::fromStdString(alarm);
        QVERIFY2(alarmsIn(folder) == expected, said);
        QCOMPARE(verified(folder).code, 0);
    }
    qInfo("%d recordings played again after a kill: the same 3 alarms each time; seed %u", kills, kSeed);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString child = qEnvironmentVariable("TELLTALE_KILL_CHILD");
    if (!child.isEmpty())
        return acknowledge(child.split(QLatin1Char(' ')));
    TestKillNine test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_kill_nine.moc"
