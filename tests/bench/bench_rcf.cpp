// SPDX-License-Identifier: GPL-3.0-or-later
// What a row costs a random cut forest of 50 trees, 256 samples and a shingle of 8: scored, then learnt. Against AWS's own library in
// Java (fetched by peers.sh), once with one model and once with so many in turn that none stays in the cache.
#include "core/detect/detector.h"
#include "core/detect/random_cut_forest.h"
#include "tests/bench/peer_program.h"
#include "tests/bench/stopwatch.h"

#include <cmath>
#include <cstdio>
#include <random>

using namespace telltale;

namespace {

/// Models in turn, rows until sample and store have settled, rows measured in five stretches.
struct Load {
    const char *name;
    std::size_t models;
    std::size_t before;
    std::size_t measured;
    double goal;
};

struct Figures {
    double micros = 0.0;
    double mean = 0.0;
};

std::vector<double> series(std::size_t rows)
{
    std::mt19937_64 random(1);
    std::normal_distribution<double> noise(0.0, 0.3);
    std::vector<double> values;
    for (std::size_t row = 0; row < rows; ++row)
        values.push_back(20.0 + 5.0 * std::sin(static_cast<double>(row) / 288.0 * 6.283) + noise(random));
    return values;
}

Figures measure(const Load &load, const std::vector<double> &values)
{
    std::vector<detect::RandomCutForest> models;
    for (std::size_t i = 0; i < load.models; ++i)
        models.emplace_back(detect::RandomCutForest::Setup{}, detect::SeededRandom(i + 1, "bench"));
    double sum = 0.0;
    std::size_t at = 0;
    const auto show = [&](std::size_t rows) {
        for (const std::size_t end = at + rows; at < end; ++at) {
            const auto value = static_cast<float>(values[at]);
            for (detect::RandomCutForest &model : models) {
                model.push({&value, 1});
                if (!model.hasPoint())
                    continue;
                sum += model.score();
                model.learn();
            }
        }
    };
    show(load.before);
    sum = 0.0;
    const std::size_t stretch = load.measured / 5;
    const double micros = bench::microsPer(stretch * load.models, [&] { show(stretch); });
    return {micros, sum / static_cast<double>(5 * stretch * load.models)};
}

Figures measurePeer(const Load &load, const std::vector<double> &values, const std::string &folder)
{
    const std::string command = "java -Xms2g -Xmx2g -XX:+UseSerialGC -cp '" + folder + "/randomcutforest-core-4.2.0.jar:" + folder
                                + "' RcfPeer " + std::to_string(load.models) + ' ' + std::to_string(load.before) + ' '
                                + std::to_string(load.measured);
    const bench::PeerRun run(command, values);
    return {run.value("micros"), run.value("mean")};
}

void compare(const Load &load)
{
    const std::vector<double> values = series(load.before + load.measured);
    const Figures own = measure(load, values);
    std::printf("%-22s %8.2f us a row, mean score %.4f\n", load.name, own.micros, own.mean);
    const std::string folder = bench::peerFolder("rcf", "RcfPeer.class");
    if (folder.empty()) {
        std::printf("%-22s SKIPPED: AWS's library is not here; fetch it with tests/bench/peers.sh\n", "");
        return;
    }
    const Figures peer = measurePeer(load, values, folder);
    std::printf("%-22s %8.2f us a row, mean score %.4f: Telltale is %.1f times as fast (goal %.0f), the means differ by %.2f %% (goal 2)\n",
                "  AWS's library", peer.micros, peer.mean, peer.micros / own.micros, load.goal,
                100.0 * std::abs(own.mean / peer.mean - 1.0));
}

void printDetector()
{
    const auto detector = detect::makeDetector({"rcf", {}, {}, false}, std::vector<detect::ChannelSpec>(1), "bench").value();
    const std::vector<double> values = series(40'000);
    const Quality good = Quality::Good;
    UtcTime time{};
    const auto feed = [&](std::size_t from, std::size_t to) {
        for (std::size_t row = from; row < to; ++row) {
            time += std::chrono::minutes(5);
            (void)detector->update({time, {&values[row], 1}, {&good, 1}});
        }
    };
    feed(0, 20'000);
    std::size_t at = 20'000;
    const double micros = bench::microsPer(4000, [&] {
        feed(at, at + 4000);
        at += 4000;
    });
    std::printf("%-22s %8.2f us a row, with expected value and stages; %zu bytes (goal 500000)\n", "the detector rcf", micros,
                detector->bytes());
}

} // namespace

int main()
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    compare({"one model", 1, 20'000, 20'000, 4.0});
    compare({"200 models in turn", 200, 1000, 250, 2.0});
    printDetector();
    return 0;
}
