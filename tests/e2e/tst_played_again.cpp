// SPDX-License-Identifier: GPL-3.0-or-later
// A recorded feed is played, the real program is killed in the midst of it while a person acknowledges in its window, and the recording is
// played again from its beginning: each alarm is raised once. TELLTALE_RUNS sets how often (2).
#include "core/store/store_reader.h"
#include "tests/soak/history_checker.h"
#include "tests/soak/seated_program.h"
#include "tests/support/band_plant_text.h"
#include "tests/support/built_program.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temp_folder.h"

#include <QtTest>
#include <functional>
#include <memory>
#include <random>
#include <set>
#include <zmq.hpp>

using namespace telltale;

namespace {

constexpr std::uint32_t kSeed = 20261123;
constexpr int kPatienceMs = 60'000;
constexpr int kRows = 120;
constexpr std::int64_t kBeginSec = 1'767'600'000; ///< of the recording; a second a row

/// A machine is out of its band in [out, back) and, where it is given, once more from `again` on.
struct Recorded {
    const char *machine;
    int out;
    int back;
    int again;
};
const std::vector<Recorded> kRecording{
    {"line/one", 10, 30, 80}, {"line/two", 20, 22, kRows}, {"line/three", 25, 60, 90}, {"line/four", 50, kRows, kRows}};

bool isOut(const Recorded &recorded, int row)
{
    return (row >= recorded.out && row < recorded.back) || row >= recorded.again;
}

using Raises = std::multiset<std::pair<std::string, std::int64_t>>; ///< machine and row

/// As the recording has them.
Raises recordedRaises()
{
    Raises raises;
    for (const Recorded &each : kRecording)
        for (int row = 1; row < kRows; ++row)
            if (isOut(each, row) && !isOut(each, row - 1))
                raises.emplace(each.machine, row);
    return raises;
}

Raises storedRaises(const std::string &folder)
{
    Raises raises;
    const auto reader = store::StoreReader::open(folder);
    const auto events = reader ? (*reader)->events({.since = {}, .until = {}, .occurrence = {}, .limit = 1'000'000})
                               : Result<std::vector<AlarmEvent>>(reader.error());
    for (std::size_t i = 0; events && i < events->size(); ++i)
        if (const AlarmEvent &event = (*events)[i]; event.kind == AlarmEventKind::Raise && event.source.sensor == "load")
            raises.emplace(event.source.asset, toNanos(event.sourceTime) / 1'000'000'000 - kBeginSec);
    return raises;
}

/// Speaks when somebody listens: none of the first rows is lost.
class Player {
public:
    Player()
    {
        m_socket.set(zmq::sockopt::linger, 0);
        m_socket.set(zmq::sockopt::sndhwm, 100'000);
        m_socket.bind("tcp://127.0.0.1:*");
    }
    [[nodiscard]] std::string address() const { return m_socket.get(zmq::sockopt::last_endpoint); }
    [[nodiscard]] bool isHeard()
    {
        zmq::message_t subscription;
        return m_socket.recv(subscription, zmq::recv_flags::dontwait).has_value();
    }
    void play(int row)
    {
        for (const Recorded &each : kRecording) {
            const std::string frame = std::string(each.machine) + " {\"t\":" + std::to_string(kBeginSec + row)
                                      + ",\"values\":{\"load\":" + (isOut(each, row) ? "9" : "0.5") + "}}";
            m_socket.send(zmq::buffer(frame), zmq::send_flags::dontwait);
        }
    }

private:
    zmq::context_t m_context;
    zmq::socket_t m_socket{m_context, zmq::socket_type::xpub};
};

std::vector<std::string> machines()
{
    std::vector<std::string> names;
    for (const Recorded &each : kRecording)
        names.emplace_back(each.machine);
    return names;
}

} // namespace

class TestPlayedAgain : public QObject {
    Q_OBJECT
private slots:
    void eachAlarmIsRaisedOnce();

private:
    bool playUntil(int end, const std::function<bool()> &enough);

    std::unique_ptr<test::TempFolder> m_temp;
    soak::ShownLines m_shown;
};

/// From the beginning to the row `end`, until `enough`; then kill -9.
bool TestPlayedAgain::playUntil(int end, const std::function<bool()> &enough)
{
    Player player;
    soak::SeatedProgram program({.program = test::builtProgram("telltale").toStdString(),
                                 .dataFolder = m_temp->path("data"),
                                 .plantFile = m_temp->path("plant.toml"),
                                 .feeds = {player.address()},
                                 .ownFolder = m_temp->path("own"),
                                 .acknowledgeMs = 30},
                                m_shown);
    int row = 0;
    const auto playing = [&] {
        program.read();
        if (row < end)
            player.play(row++);
        return row >= end && enough();
    };
    const bool done = QTest::qWaitFor([&] { return player.isHeard(); }, kPatienceMs) && QTest::qWaitFor(playing, kPatienceMs);
    program.kill();
    return done;
}

void TestPlayedAgain::eachAlarmIsRaisedOnce()
{
    const Raises expected = recordedRaises();
    std::mt19937 random(kSeed);
    const int runs = test::runs(2);
    std::size_t alarms = 0;
    for (int run = 0; run < runs; ++run) {
        m_temp = std::make_unique<test::TempFolder>();
        m_shown = {};
        test::appendBandPlant(m_temp->path("plant.toml"), machines(), "1.0");
        const std::string data = m_temp->path("data");
        const QByteArray said = "seed " + QByteArray::number(kSeed) + ", run " + QByteArray::number(run) + ": ";
        const auto is = [&](std::size_t raises) { return [&, raises] { return storedRaises(data).size() >= raises; }; };
        QVERIFY2(playUntil(1 + int(random() % kRows), is(0)), said + "not heard");
        QVERIFY2(playUntil(1 + int(random() % kRows), is(0)), said + "not heard");
        QVERIFY2(playUntil(kRows, is(expected.size())), said + "an alarm is missing");
        QVERIFY2(storedRaises(data) == expected, said + QByteArray::number(storedRaises(data).size()) + " raises");
        const auto verdict = soak::checkHistory(m_shown.all(), data);
        QVERIFY2(verdict.ok() && verdict->good(), said + (verdict.ok() ? "the history is wrong" : verdict.error().text().c_str()));
        alarms += expected.size();
    }
    qInfo("%d recordings, each killed twice and played again: %zu raises, 0 lost, 0 twice; seed %u", runs, alarms, kSeed);
}

QTEST_GUILESS_MAIN(TestPlayedAgain)
#include "tst_played_again.moc"
