// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/command/broadcast_commands.h"

#include "core/model/asset_path.h"
#include "core/wire/codec.h"
#include "simulator/command/protection_options.h"
#include "simulator/command/scenario_options.h"
#include "simulator/command/stop_signal.h"
#include "simulator/host/host_programme.h"
#include "simulator/publish/zmq_publisher.h"
#include "simulator/replay/replay_programme.h"

#include <filesystem>
#include <memory>
#include <mutex>

namespace telltale::simulator {

namespace {

constexpr std::string_view kDefaultAddress = "tcp://127.0.0.1:5556";
/// Long enough for a monitor to see that the feed ended and did not break.
constexpr Duration kTail = std::chrono::seconds{3};

struct Manner {
    WhenFull whenFull = WhenFull::Drop;
    bool awaitSubscriber = false;
    Duration tail{0};
};

/// Lines of several threads, each whole.
LogSink linesTo(std::ostream &err)
{
    return [&err, line = std::make_shared<std::mutex>()](LogLevel, std::string_view, std::string_view text) {
        const std::lock_guard lock(*line);
        err << "telltale-sim: " << text << std::endl;
    };
}

Result<void> publish(Programme &programme, const Options &options, const Manner &manner, std::ostream &out, std::ostream &err)
{
    const auto lasting = options.number("--for", 0.0, 0.0, 1e8);
    if (!lasting)
        return lasting.error();
    StopSignal stop(options.has("--exit-with-parent"));
    const LogSink log = linesTo(err);
    const std::string address = options.text("--bind", kDefaultAddress);
    auto protection = readProtection(options, address, log);
    if (!protection)
        return protection.error();
    auto publisher = ZmqPublisher::bind(address, manner.whenFull, std::move(*protection));
    if (!publisher)
        return publisher.error();
    out << "bound " << publisher->endpoint() << std::endl;
    const SystemClock clock;
    Transmitter transmitter(programme, *publisher, clock, stop, freshEpoch(), log);
    transmitter.run({fromSeconds(*lasting), manner.awaitSubscriber, manner.tail});
    out << "published " << transmitter.tally().messages << " messages, " << transmitter.tally().values << " values" << std::endl;
    return {};
}

Result<std::string> replayAsset(const Options &options, const std::string &path)
{
    if (!options.has("--asset"))
        return assetPathFrom(std::filesystem::path(path).stem().string());
    const std::string asset = options.text("--asset");
    if (!isAssetPath(asset))
        return Error{ErrorKind::InvalidArgument, "expected " + std::string(kAssetPathRule) + ", found \"" + asset + '"', "--asset"};
    return asset;
}

} // namespace

Result<void> runScenario(const Options &options, std::ostream &out, std::ostream &err)
{
    const auto request = readScenario(options);
    if (!request)
        return request.error();
    const auto schedule = readSchedule(options, *request->entry, SystemClock().utcNow());
    if (!schedule)
        return schedule.error();
    auto scenario = buildScenario(*request->entry, request->settings);
    if (!scenario)
        return scenario.error();
    ScenarioProgramme programme(std::move(*scenario), *schedule);
    return publish(programme, options, {WhenFull::Drop, options.has("--wait-subscriber"), {}}, out, err);
}

Result<void> replayFile(const Options &options, std::ostream &out, std::ostream &err)
{
    const std::string &path = options.positional().at(0);
    const auto speed = options.number("--speed", 1.0, 1e-3, 1e9);
    const auto pace = options.number("--pace", 0.0, 1e-3, 1e6);
    const auto asset = replayAsset(options, path);
    if (!speed || !pace || !asset)
        return !speed ? speed.error() : !pace ? pace.error() : asset.error();
    auto recording = Recording::load(path);
    if (!recording)
        return recording.error();
    for (const std::string &note : recording->notes())
        err << "telltale-sim: " << path << ": " << note << '\n';
    const double factor = *pace > 0.0 ? *pace * toSeconds(recording->typicalStep()) : *speed;
    ReplayProgramme programme(std::move(*recording), {*asset, factor, options.has("--loop")});
    return publish(programme, options, {WhenFull::Wait, !options.has("--no-wait"), kTail}, out, err);
}

Result<void> publishHost(const Options &options, std::ostream &out, std::ostream &err)
{
    const SystemClock clock;
    HostProgramme programme(hostAsset(), HostMeter({}, options.has("--per-core")), clock);
    return publish(programme, options, {WhenFull::Drop, options.has("--wait-subscriber"), {}}, out, err);
}

} // namespace telltale::simulator
