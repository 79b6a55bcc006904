// SPDX-License-Identifier: GPL-3.0-or-later
// More than the program can do: the real simulator at 1, 10 and 50 times a plant's rate (180 sensors, 10 messages a second of each of 20
// stations), and detection that stands still for five seconds meanwhile; the real window on top; plain and encrypted. Everything that was
// sent must be accounted for, or it ends with 1. Usage: bench_overload [SECONDS of each, default 20]
#include "core/config/plant_file.h"
#include "core/detect/detector.h"
#include "core/pipeline/pipeline.h"
#include "tests/bench/process_meter.h"
#include "tests/bench/stall_watch.h"
#include "tests/support/curve_keys.h"
#include "tests/support/frozen_thread.h"
#include "tests/support/sample_account.h"
#include "tests/support/simulator_process.h"
#include "tests/support/temp_folder.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QEventLoop>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace telltale;
using test::SampleAccount;
using test::SimulatorProcess;

namespace {

constexpr int kStations = 20;
constexpr int kValues = 9;
constexpr int kNormalRate = 10;
constexpr int kPauseSec = 5;
constexpr int kTooSlowSec = 120;
constexpr double kStallGoalMs = 100.0;

struct Round {
    int factor = 1;
    bool paused = false;
    bool encrypted = false;
};

[[noreturn]] void giveUp(const std::string &why)
{
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1);
}

bool runUntil(const std::function<bool()> &done, int seconds)
{
    bool reached = false;
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        reached = done();
        if (reached)
            loop.quit();
    });
    look.start(20);
    QTimer::singleShot(seconds * 1000, &loop, &QEventLoop::quit);
    loop.exec();
    return reached;
}

/// Keys and list of an encrypted feed, in files beside each other.
struct Keys {
    explicit Keys(const test::TempFolder &folder)
        : publisher(folder, "publisher")
        , station(folder, "station")
        , list(folder.path("stations"))
    {
        test::writeAllowList(list, {station.key()});
    }

    [[nodiscard]] std::string plantFor(const std::string &address) const
    {
        return "[[feed]]\naddress = \"" + address + "\"\nserverKeys = [\"" + publisher.key().text() + "\"]\nclientKey = \""
               + station.secretFile() + "\"\n";
    }
    [[nodiscard]] QStringList words() const
    {
        return {"--curve-secret", QString::fromStdString(publisher.secretFile()), "--allow", QString::fromStdString(list)};
    }

    test::KeyPair publisher;
    test::KeyPair station;
    std::string list;
};

config::Plant readPlant(const std::string &text)
{
    auto plant = config::parsePlant(text, "bench.toml", detect::catalog());
    if (const auto *problems = std::get_if<config::PlantProblems>(&plant))
        giveUp(problems->text());
    return std::move(std::get<config::Plant>(plant));
}

/// The pipeline with its window.
class Monitor {
public:
    /// `keys` null = plain.
    Monitor(const std::string &address, const Keys *keys)
    {
        pipeline::PipelineSettings settings;
        settings.plant = readPlant(keys != nullptr ? keys->plantFor(address) : std::string());
        settings.extraFeeds = {address};
        settings.dataFolder = m_folder.path("data");
        settings.startedBy = {"operator A", "desk 1", "a"};
        ui::WindowSettings look;
        look.dataFolder = settings.dataFolder;
        look.actor = settings.startedBy;
        auto started = pipeline::Pipeline::start(std::move(settings), m_clock);
        if (!started)
            giveUp(started.error().text());
        m_pipeline = std::move(*started);
        m_window = std::make_unique<ui::MainWindow>(*m_pipeline, look);
        m_window->resize(1920, 1080);
        m_window->show();
    }
    ~Monitor()
    {
        m_window.reset();
        m_pipeline->stop();
    }
    Monitor(const Monitor &) = delete;
    Monitor &operator=(const Monitor &) = delete;

    [[nodiscard]] SampleAccount account() const { return {m_pipeline->latest(), kValues}; }

private:
    test::TempFolder m_folder;
    SystemClock m_clock;
    std::unique_ptr<pipeline::Pipeline> m_pipeline;
    std::unique_ptr<ui::MainWindow> m_window;
};

QStringList simulatorWords(const Round &round, int seconds, const Keys &keys)
{
    const QStringList words{
        "run",    "stations", "--stations", QString::number(kStations), "--rate",           QString::number(round.factor * kNormalRate),
        "--seed", "5",        "--for",      QString::number(seconds),   "--wait-subscriber"};
    return round.encrypted ? words + keys.words() : words;
}

/// False when a value is unaccounted for.
bool measure(const Round &round, int seconds)
{
    const test::TempFolder folder;
    const Keys keys(folder);
    SimulatorProcess simulator(simulatorWords(round, seconds, keys));
    if (simulator.address().empty())
        giveUp("the simulator did not start");
    Monitor monitor(simulator.address(), round.encrypted ? &keys : nullptr);
    if (!runUntil([&] { return monitor.account().judged > 0; }, kTooSlowSec))
        giveUp("nothing arrived");
    const double memory = bench::residentMib();
    const bench::StallWatch stalls;
    if (round.paused) {
        const test::FrozenThread frozen("alarms");
        (void)runUntil([] { return false; }, kPauseSec);
    }
    (void)runUntil([&] { return !simulator.isRunning(); }, seconds + kTooSlowSec);
    const SimulatorProcess::Published sent = simulator.finish();
    (void)runUntil([&] { return monitor.account().sum() >= sent.values; }, kTooSlowSec);
    const SampleAccount own = monitor.account();
    const double stallMs = toSeconds(*std::max_element(stalls.stalls().begin(), stalls.stalls().end())) * 1e3;
    const auto difference = std::int64_t(sent.values) - std::int64_t(own.sum());
    std::printf("%4d x %-6s %-6s %9llu %9llu %9llu %9llu %6llu %7llu %6lld %8.0f ms%s %+7.0f MiB\n", round.factor,
                round.encrypted ? "CURVE" : "plain", round.paused ? "paused" : "", qulonglong(sent.values), qulonglong(own.judged),
                qulonglong(own.dropped), qulonglong(own.lost), qulonglong(own.late), qulonglong(own.refused), qlonglong(difference),
                stallMs, stallMs > kStallGoalMs ? " MISSED" : "", bench::residentMib() - memory);
    std::fflush(stdout);
    return difference == 0 && sent.values > 0;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int seconds = std::max(argc > 1 ? std::atoi(argv[1]) : 20, kPauseSec + 1);
    std::printf("platform %s, %d s each, seed 5; values sent = judged + dropped (before detection) + lost (on the way) + late + refused\n"
                "  rate                    sent    judged   dropped      lost   late refused  diff.  longest UI stall  memory\n",
                qPrintable(QGuiApplication::platformName()), seconds);
    bool exact = true;
    for (const bool encrypted : {false, true})
        for (const Round &round : {Round{1, false, encrypted}, Round{10, false, encrypted}, Round{50, false, encrypted},
                                   Round{10, true, encrypted}, Round{50, true, encrypted}})
            exact = measure(round, seconds) && exact;
    std::printf(exact ? "every value is accounted for\n" : "MISSED: not every value is accounted for\n");
    return exact ? 0 : 1;
}
