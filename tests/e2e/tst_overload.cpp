// SPDX-License-Identifier: GPL-3.0-or-later
// More than detection can do: the real simulator at 1, 10 and 50 times a plant's rate, and detection that stands still meanwhile.
// Everything that was sent is accounted for, exactly: sent = judged + dropped + lost + refused. TELLTALE_RUNS: seconds of each (2), of
// which detection stands still for one, with five and more for five. bench_overload prints the same with the window, and with encryption.
#include "core/pipeline/pipeline.h"
#include "tests/support/eventually.h"
#include "tests/support/frozen_thread.h"
#include "tests/support/item_builders.h"
#include "tests/support/sample_account.h"
#include "tests/support/sanitized.h"
#include "tests/support/simulator_process.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::pipeline;
using test::SampleAccount;
using test::SimulatorProcess;

namespace {

constexpr int kStations = 20;
constexpr int kValues = 9;
constexpr int kNormalRate = 10; ///< messages a second of each station
/// A sanitizer makes the reader ten times slower: the publisher, which waits a second for its last words to go, would be gone before.
constexpr int kMuch = test::kSanitized ? 20 : 50;
constexpr double kTooSlowSec = 60.0;

int seconds()
{
    return std::max(2, qEnvironmentVariableIntValue("TELLTALE_RUNS"));
}

/// The default detector for everything that reports; a queue in which a few seconds of the usual have room.
std::unique_ptr<Pipeline> monitorOf(const std::string &address, const std::string &folder, const Clock &clock)
{
    PipelineSettings settings;
    settings.extraFeeds = {address};
    settings.dataFolder = folder;
    settings.queueCapacity = 512;
    auto started = Pipeline::start(std::move(settings), clock);
    return started ? std::move(*started) : nullptr;
}

QStringList simulatorWords(int factor)
{
    return {"run",    "stations", "--stations", QString::number(kStations), "--rate",           QString::number(factor * kNormalRate),
            "--seed", "5",        "--for",      QString::number(seconds()), "--wait-subscriber"};
}

} // namespace

class TestOverload : public QObject {
    Q_OBJECT
private slots:
    void everythingSentIsAccountedFor_data();
    void everythingSentIsAccountedFor();
};

void TestOverload::everythingSentIsAccountedFor_data()
{
    QTest::addColumn<int>("factor");
    QTest::addColumn<bool>("pause");
    QTest::newRow("1 x") << 1 << false;
    QTest::newRow("10 x") << 10 << false;
    QTest::addRow("%d x", kMuch) << kMuch << false;
    QTest::addRow("%d x, detection stands still", kMuch) << kMuch << true;
}

void TestOverload::everythingSentIsAccountedFor()
{
    QFETCH(int, factor);
    QFETCH(bool, pause);
    const test::TempFolder folder;
    const SystemClock clock{};
    SimulatorProcess simulator(simulatorWords(factor));
    QVERIFY(!simulator.address().empty());
    const auto monitor = monitorOf(simulator.address(), folder.path(), clock);
    QVERIFY(monitor != nullptr);
    const auto account = [&] { return SampleAccount(monitor->latest(), kValues); };
    QVERIFY(test::eventually([&] { return account().judged > 0; }));
    if (pause) {
        const test::FrozenThread frozen("alarms");
        QVERIFY(frozen.found());
        std::this_thread::sleep_for(std::chrono::seconds{seconds() >= 5 ? 5 : 1});
    }
    const SimulatorProcess::Published sent = simulator.finish();
    QCOMPARE(sent.values, sent.messages * kValues);
    const bool exact = QTest::qWaitFor([&] { return account().sum() >= sent.values; }, int(kTooSlowSec * 1e3));
    const SampleAccount own = account();
    qInfo("sent %llu = judged %llu + late %llu + dropped %llu + lost %llu + refused %llu", qulonglong(sent.values), qulonglong(own.judged),
          qulonglong(own.late), qulonglong(own.dropped), qulonglong(own.lost), qulonglong(own.refused));
    QVERIFY(exact);
    QCOMPARE(own.sum(), sent.values);
    QVERIFY(own.judged > 0);
    if (pause)
        QVERIFY(own.dropped > 0);
}

QTEST_GUILESS_MAIN(TestOverload)
#include "tst_overload.moc"
