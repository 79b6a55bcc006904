// SPDX-License-Identifier: GPL-3.0-or-later
// What one row costs, against the definition of the same detector written down without any thought of speed.
#include "core/detect/detector.h"
#include "core/detect/shingle_library.h"
#include "tests/bench/peer_program.h"
#include "tests/bench/stopwatch.h"
#include "tests/core/detect/naive_stream_a.h"

#include <algorithm>
#include <cstdio>
#include <random>

using namespace telltale;

namespace {

constexpr std::size_t kFilled = 8000; ///< rows after which library and history are full

std::vector<double> series(std::size_t rows)
{
    std::mt19937_64 random(1);
    std::normal_distribution<double> noise(0.0, 0.3);
    std::vector<double> values;
    for (std::size_t row = 0; row < rows; ++row)
        values.push_back(20.0 + 5.0 * std::sin(static_cast<double>(row) / 288.0 * 6.283) + noise(random));
    return values;
}

/// Rows every five minutes, fed on and on.
class Feeding {
public:
    Feeding(const char *kind, std::vector<std::string> stages)
        : m_detector(detect::makeDetector({kind, {}, std::move(stages), true}, std::vector<detect::ChannelSpec>(1), "bench").value())
    {
    }

    void feed(const std::vector<double> &values)
    {
        const Quality good = Quality::Good;
        for (const double value : values) {
            m_time += std::chrono::minutes(5);
            m_sum += m_detector->update({m_time, {&value, 1}, {&good, 1}}).likelihood;
        }
    }
    [[nodiscard]] std::size_t bytes() const { return m_detector->bytes(); }
    [[nodiscard]] double sum() const { return m_sum; }

private:
    std::unique_ptr<detect::Detector> m_detector;
    UtcTime m_time{};
    double m_sum = 0.0; ///< printed, so that nothing is optimised away
};

double measure(const char *kind, std::vector<std::string> stages, const char *name)
{
    Feeding feeding(kind, std::move(stages));
    feeding.feed(series(kFilled));
    const std::vector<double> values = series(4000);
    const double micros = bench::microsPer(values.size(), [&] { feeding.feed(values); });
    std::printf("%-32s %8.2f us a row  %9.0f rows/s  %7zu bytes  (sum %g)\n", name, micros, 1e6 / micros, feeding.bytes(), feeding.sum());
    return micros;
}

/// The default for an asset, with as many sensors.
void measureAsset(std::size_t channels)
{
    const auto detector = detect::makeDetector({"t2_residual", {}, {}, false}, std::vector<detect::ChannelSpec>(channels), "bench").value();
    const std::vector<Quality> good(channels, Quality::Good);
    UtcTime time{};
    double sum = 0.0;
    const auto feed = [&](const std::vector<double> &values) {
        for (std::size_t at = 0; at + channels <= values.size(); at += channels) {
            time += std::chrono::seconds(1);
            const Score score = detector->update({time, std::span(values).subspan(at, channels), good});
            sum += score.likelihood;
        }
    };
    feed(series(500 * channels));
    const std::vector<double> values = series(4000 * channels);
    const double micros = bench::microsPer(4000, [&] { feed(values); });
    std::printf("t2_residual, %2zu sensors          %8.2f us a row  %9.0f rows/s  %7zu bytes  (sum %g)\n", channels, micros, 1e6 / micros,
                detector->bytes(), sum);
}

double measureNaive()
{
    test::NaiveShingleKnn knn(10, 2, 4000, true);
    test::NaiveTail tail(true, 0.95, 6000, 750.0);
    test::NaiveControl control(750.0);
    double sum = 0.0;
    double second = 0.0;
    const auto feed = [&](const std::vector<double> &values) {
        for (const double value : values) {
            second += 300.0;
            sum += control.output(tail.score(knn.raw(value, second), value));
        }
    };
    feed(series(6200));
    const std::vector<double> values = series(50);
    const double micros = bench::microsPer(
        values.size(), [&] { feed(values); }, 3);
    std::printf("%-32s %8.2f us a row  (sum %g)\n", "shingle_knn, as defined", micros, sum);
    return micros;
}

double measureSearch()
{
    detect::ShingleLibrary library(10, 4000);
    for (const double value : series(kFilled))
        library.push(value, 0.0);
    std::vector<detect::Neighbour> found(2);
    const detect::ShingleQuestion question{10, 1e-9, found};
    double sum = 0.0;
    const double micros = bench::microsPer(2000, [&] {
        for (int row = 0; row < 2000; ++row) {
            std::fill(found.begin(), found.end(), detect::Neighbour{});
            library.answer({&question, 1});
            sum += found[0].squaredDistance;
        }
    });
    std::printf("%-32s %8.2f us a row  (sum %g)\n", "  of which the search", micros, sum);
    return micros;
}

void printRiver(double ensemble)
{
    const std::string folder = bench::peerFolder("river", "river/__init__.py");
    if (folder.empty()) {
        std::printf("river: SKIPPED, it is not here; fetch it with tests/bench/peers.sh river\n");
        return;
    }
    const bench::PeerRun river("/usr/bin/python3 '" TELLTALE_SOURCE "/tests/bench/river_peer.py' '" + folder + "'", series(4000));
    for (const char *name : {"halfSpaceTrees", "localOutlierFactor"})
        std::printf("river's %-24s %8.0f us a row: shingle_ensemble is %.0f times as fast\n", name, river.value(name),
                    river.value(name) / ensemble);
}

} // namespace

int main()
{
    const double fast = measure("shingle_knn", {"tail", "control"}, "shingle_knn, tail, control");
    measureSearch();
    const double ensemble = measure("shingle_ensemble", {"control"}, "shingle_ensemble, control");
    measure("shingle_knn", {}, "shingle_knn alone");
    measure("band", {}, "band");
    measure("band", {"tail", "control"}, "band, tail, control");
    measureAsset(8);
    measureAsset(64);
    const double naive = measureNaive();
    std::printf("shingle_ensemble to shingle_knn: %.2fx\n", ensemble / fast);
    printRiver(ensemble);
    std::printf("ratio to the plain definition: %.0fx\n", naive / fast);
    return 0;
}
