// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 of the real program while a person acknowledges by keyboard in its window: what the list showed as acknowledged is so at the next
// start, and stays it. TELLTALE_RUNS sets the number of kills (4).
#include "tests/soak/history_checker.h"
#include "tests/soak/seated_program.h"
#include "tests/soak/steady_ms.h"
#include "tests/support/band_plant_text.h"
#include "tests/support/built_program.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temp_folder.h"
#include "tests/support/zmq_publisher.h"

#include <QProcess>
#include <QtTest>
#include <algorithm>
#include <random>

using namespace telltale;

namespace {

constexpr std::uint32_t kSeed = 20261123;
constexpr int kMachines = 20;
constexpr int kPatienceMs = 60'000;
constexpr int kAcknowledgeMs = 20;

std::vector<std::string> machines()
{
    std::vector<std::string> names;
    for (int i = 0; i < kMachines; ++i)
        names.push_back("line/machine" + std::to_string(i));
    return names;
}

/// All machines are out of their band for a second and a half, and in it for half a second.
class BusyPlant {
public:
    [[nodiscard]] std::string address() const { return m_publisher.address(); }
    void speak()
    {
        const bool out = soak::steadyMs() % 2000 < 1500;
        for (const std::string &machine : m_machines)
            m_publisher.send(machine + " {\"values\":{\"load\":" + (out ? "9" : "0.5") + "}}");
    }

private:
    const std::vector<std::string> m_machines = machines();
    test::ZmqPublisher m_publisher;
};

std::ptrdiff_t acknowledged(const soak::ShownLines &shown)
{
    return std::ranges::count(shown.all(), "ACK", &soak::ShownLine::text);
}

int verified(const std::string &folder)
{
    return QProcess::execute(test::builtProgram("telltale"), {"--verify", "--data", QString::fromStdString(folder)});
}

} // namespace

class TestKillSeated : public QObject {
    Q_OBJECT
private slots:
    void whatWasShownAsAcknowledgedStaysSo();
};

void TestKillSeated::whatWasShownAsAcknowledgedStaysSo()
{
    const test::TempFolder temp;
    test::appendBandPlant(temp.path("plant.toml"), machines(), "0.1");
    BusyPlant plant;
    soak::ShownLines shown;
    std::mt19937 random(kSeed);
    const int kills = test::runs(4);
    for (int kill = 0; kill < kills; ++kill) {
        soak::SeatedProgram program({.program = test::builtProgram("telltale").toStdString(),
                                     .dataFolder = temp.path("data"),
                                     .plantFile = temp.path("plant.toml"),
                                     .feeds = {plant.address()},
                                     .ownFolder = temp.path("own"),
                                     .acknowledgeMs = kAcknowledgeMs},
                                    shown);
        const std::ptrdiff_t wanted = acknowledged(shown) + 1 + std::ptrdiff_t(random() % 25);
        const auto enough = [&] {
            plant.speak();
            program.read();
            return acknowledged(shown) >= wanted;
        };
        const QByteArray said = "seed " + QByteArray::number(kSeed) + ", kill " + QByteArray::number(kill) + ": ";
        QVERIFY2(QTest::qWaitFor(enough, kPatienceMs), said + "nothing was acknowledged");
        program.kill();
        const auto verdict = soak::checkHistory(shown.all(), temp.path("data"));
        QVERIFY2(verdict.ok(), said + (verdict.ok() ? "" : verdict.error().text().c_str()));
        QVERIFY2(verdict->lost.empty(), said + (verdict->lost.empty() ? "" : verdict->lost.front().c_str()));
        QVERIFY2(verdict->twice.empty(), said + (verdict->twice.empty() ? "" : verdict->twice.front().c_str()));
        QCOMPARE(verified(temp.path("data")), 0);
    }
    qInfo("%d kills: %td acknowledgements by keyboard shown, 0 lost, each journal in order; seed %u", kills, acknowledged(shown), kSeed);
}

QTEST_GUILESS_MAIN(TestKillSeated)
#include "tst_kill_seated.moc"
