// SPDX-License-Identifier: GPL-3.0-or-later
// Twenty years of one sample a minute: written, then browsed at every zoom, cold and warm; and what the codec makes of real series. The
// peer is the same samples of one sensor as plain rows of SQLite.
// See --help.
#include "core/envelope/envelope.h"
#include "core/envelope/rollup_choice.h"
#include "core/store/chunk_codec.h"
#include "core/store/data_folder.h"
#include "core/store/history_file.h"
#include "core/store/rollup_cells.h"
#include "core/store/store_file.h"
#include "core/store/store_reader.h"
#include "tests/bench/history/plain_rows.h"
#include "tests/bench/history/real_chunks.h"
#include "tests/bench/history/slow_plant.h"
#include "tests/bench/stopwatch.h"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>

using namespace telltale;
using namespace telltale::store;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kDay = 86'400'000'000'000;
constexpr std::size_t kPixels = 2000;
constexpr const char *kUsage = "usage: bench_history [--folder FOLDER] [--keep] [--sensors 8] [--years 20] [--full]\n"
                               "  --folder: one that is empty or not there yet; without it one is made below the temporary folder\n"
                               "  --full: 1,000 sensors, 13 GB and a quarter of an hour; --keep: to be looked at\n";

struct Size {
    std::size_t sensors = 8;
    std::size_t years = 20;
};

double msOf(const std::function<void()> &work)
{
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

template <typename T>
T needed(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().text().c_str());
        std::exit(1);
    }
    return std::move(result).value();
}

/// What is measured is written here. Only what was made here is removed again: a folder that was there stays, empty as it was.
class OwnFolder {
public:
    /// Empty = one of its own below the temporary folder. Ends the program where it cannot have one that is empty.
    OwnFolder(std::string wanted, bool keep) : m_path(std::move(wanted)), m_keep(keep)
    {
        std::error_code failed;
        if (m_path.empty()) {
            m_path = (fs::temp_directory_path() / "telltale-bench-history-XXXXXX").string();
            m_made = ::mkdtemp(m_path.data()) != nullptr;
        } else
            m_made = fs::create_directories(m_path, failed);
        if (!m_made && (!fs::is_empty(m_path, failed) || failed)) {
            std::fprintf(stderr, "%s: not an empty folder, and none that could be made\n", m_path.c_str());
            std::exit(2);
        }
    }
    OwnFolder(const OwnFolder &) = delete;
    OwnFolder &operator=(const OwnFolder &) = delete;
    ~OwnFolder()
    {
        if (m_keep) {
            std::printf("kept: %s\n", m_path.c_str());
            return;
        }
        std::error_code none;
        for (const auto &entry : fs::directory_iterator(m_path, none))
            fs::remove_all(entry.path(), none);
        if (m_made)
            fs::remove(m_path, none);
    }

    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    std::string m_path;
    bool m_keep;
    bool m_made = false;
};

void measureCodec(const char *name, const std::vector<std::string> &files)
{
    const std::vector<Chunk> chunks = bench::realChunks(files);
    if (chunks.empty()) {
        std::printf("%-6s skipped: set TELLTALE_DATA to the folder of real series\n", name);
        return;
    }
    std::size_t bytes = 0;
    std::vector<Bytes> cells;
    for (const Chunk &chunk : chunks) {
        cells.push_back(encodeChunk(chunk)->samples);
        bytes += cells.back().size();
    }
    const std::size_t samples = chunks.size() * Chunk::kCapacity;
    std::size_t sum = 0;
    const double encode = bench::microsPer(samples, [&] {
        for (const Chunk &chunk : chunks)
            sum += encodeChunk(chunk)->samples.size();
    });
    const double decode = bench::microsPer(samples, [&] {
        for (const Bytes &cell : cells)
            sum += decodeChunk(cell)->size();
    });
    std::printf("%-6s %7zu samples  %.2f bytes a sample  encode %5.1f ns  decode %5.1f ns (%.0f M samples/s)  [%zu]\n", name, samples,
                double(bytes) / double(samples), encode * 1e3, decode * 1e3, 1.0 / decode, sum % 10);
}

std::vector<std::string> csvFiles(const std::string &folder)
{
    std::vector<std::string> files;
    std::error_code none;
    for (const auto &entry : fs::recursive_directory_iterator(folder, none))
        if (entry.path().extension() == ".csv")
            files.push_back(entry.path());
    return files;
}

void write(const std::string &folder, const Size &size)
{
    constexpr std::size_t kAtATime = 64; // chunks of a sensor in one transaction, as an import would
    auto history =
        needed(HistoryFile::over(std::move(needed(openForWriting(folder + kHistoryName, historySchema(), {}, UtcTime())).database)));
    const auto chunks = size.years * 365 * 1440 / Chunk::kCapacity + 1;
    std::vector<bench::SlowSensor> sensors;
    for (std::size_t i = 0; i < size.sensors; ++i)
        sensors.emplace_back(std::uint32_t(i + 1));
    double ms = 0;
    std::size_t samples = 0;
    for (std::size_t done = 0; done < chunks; done += kAtATime) {
        for (std::size_t s = 0; s < sensors.size(); ++s) {
            HistoryBatch batch;
            for (std::size_t c = done; c < std::min(chunks, done + kAtATime); ++c)
                batch.chunks.push_back({bench::slowSensorKey(s), "°C", sensors[s].next(), false});
            std::size_t refused = 0;
            ms += msOf([&] {
                static_cast<void>(needed(history.write(batch, refused).ok() ? Result<int>(0) : Error{ErrorKind::Io, "write", {}}));
            });
            samples += batch.chunks.size() * Chunk::kCapacity;
        }
    }
    std::error_code none;
    const auto bytes = fs::file_size(folder + kHistoryName, none);
    std::printf("written: %zu sensors, %.1f M samples in %.1f s = %.1f M samples/s; %.2f bytes a sample in the file, roll-ups and all\n",
                size.sensors, double(samples) / 1e6, ms / 1e3, double(samples) / ms / 1e3, double(bytes) / double(samples));
}

/// What the system keeps of the file in memory is given up, so that the next reading comes from the disk.
void forget(const std::string &path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    ::fdatasync(file);
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
}

struct Picture {
    std::size_t columns = 0;
    std::size_t chunks = 0;
};

Picture browse(const StoreReader &reader, const SensorKey &sensor, std::int64_t from, std::int64_t to)
{
    const auto level = envelope::levelFor(to - from, kPixels, bench::SlowSensor::kMinute);
    const auto chunks = level ? drawableChunks(needed(reader.cells(sensor, *level, fromNanos(from), fromNanos(to))))
                              : needed(reader.samples(sensor, fromNanos(from), fromNanos(to)));
    Picture picture{0, chunks.size()};
    for (const auto &column : envelope::reduce(chunks, from, to, kPixels))
        picture.columns += column.empty() ? 0 : 1;
    return picture;
}

const char *nameOf(std::optional<RollupLevel> level)
{
    constexpr std::array kNames{"minutes", "hours", "days"};
    return level ? kNames[std::size_t(*level)] : "samples";
}

void measureBrowsing(const std::string &folder, const Size &size)
{
    const std::int64_t end = bench::SlowSensor::kBegin + std::int64_t(size.years) * 365 * kDay;
    double mostCold = 0;
    double mostWarm = 0;
    std::printf("%10s %8s %10s %10s %8s\n", "days", "from", "cold ms", "warm ms", "pixels");
    for (const double days : {7300.0, 4200.0, 4000.0, 3650.0, 1825.0, 730.0, 365.0, 170.0, 160.0, 90.0, 30.0, 7.0, 1.0, 1.0 / 24}) {
        const auto span = std::int64_t(days * double(kDay));
        const std::int64_t to = end - (end - bench::SlowSensor::kBegin - span) / 3;
        if (to - span < bench::SlowSensor::kBegin)
            continue;
        forget(folder + kHistoryName);
        const auto reader = needed(StoreReader::open(folder));
        Picture picture;
        const double cold = msOf([&] { picture = browse(*reader, bench::slowSensorKey(0), to - span, to); });
        double warm = 1e9;
        for (int round = 0; round < 5; ++round)
            warm = std::min(warm, msOf([&] { picture = browse(*reader, bench::slowSensorKey(0), to - span, to); }));
        std::printf("%10.2f %8s %10.1f %10.1f %8zu\n", days, nameOf(envelope::levelFor(span, kPixels, bench::SlowSensor::kMinute)), cold,
                    warm, picture.columns);
        mostCold = std::max(mostCold, cold);
        mostWarm = std::max(mostWarm, warm);
    }
    std::printf("any zoom of one sensor among %zu: cold %.1f ms at most (goal 50), warm %.1f ms at most (goal 20)\n", size.sensors,
                mostCold, mostWarm);
}

void measurePeer(const std::string &folder, const Size &size)
{
    const std::string path = folder + "/rows.db";
    bench::PlainRows rows(path);
    bench::SlowSensor sensor(1);
    std::vector<std::pair<std::int64_t, ChunkPtr>> chunks;
    for (std::size_t c = 0; c < size.years * 365 * 1440 / Chunk::kCapacity; ++c)
        chunks.emplace_back(1, sensor.next());
    const double ms = msOf([&] { rows.add(chunks); });
    const auto samples = double(chunks.size() * Chunk::kCapacity);
    const std::int64_t from = chunks.front().second->t.front();
    const std::int64_t to = chunks.back().second->t.back() + 1;
    std::size_t columns = 0;
    const double warm = msOf([&] { columns = rows.columns(1, from, to, kPixels); });
    std::printf("peer, plain rows of SQLite: %.2f M samples/s, %.1f bytes a sample, whole range %.0f ms warm (%zu pixels)\n",
                samples / ms / 1e3, double(fs::file_size(path)) / samples, warm, columns);
}

} // namespace

int main(int argc, char **argv)
{
    Size size;
    bool keep = false;
    std::string wanted;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--full")
            size.sensors = 1000;
        else if (word == "--keep")
            keep = true;
        else if (word == "--sensors" && i + 1 < argc)
            size.sensors = std::strtoul(argv[++i], nullptr, 10);
        else if (word == "--years" && i + 1 < argc)
            size.years = std::strtoul(argv[++i], nullptr, 10);
        else if (word == "--folder" && i + 1 < argc)
            wanted = argv[++i];
        else {
            std::fputs(kUsage, word == "--help" ? stdout : stderr);
            return word == "--help" ? 0 : 2;
        }
    }
    const OwnFolder folder(wanted, keep);
    const char *series = std::getenv("TELLTALE_DATA");
    const std::string real = series != nullptr ? series : "";
    measureCodec("SKAB", csvFiles(real + "/skab"));
    measureCodec("NAB", csvFiles(real + "/nab/realKnownCause"));
    static_cast<void>(needed(openForWriting(folder.path() + kJournalName, journalSchema(), {}, UtcTime())));
    write(folder.path(), size);
    measureBrowsing(folder.path(), size);
    measurePeer(folder.path(), size);
    return 0;
}
