// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/charts/stored_day.h"

#include "core/base/clock.h"
#include "core/store/data_folder.h"
#include "core/store/store_writer.h"
#include "tests/bench/charts/frame_meter.h"
#include "tests/bench/charts/goal_report.h"
#include "tests/bench/charts/recording.h"
#include "tests/support/temp_folder.h"
#include "tests/support/ui_builders.h"
#include "ui/charts/elided_label.h"
#include "ui/charts/trend_view.h"
#include "ui/reports/history_loader.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace telltale::bench {

namespace {

using namespace std::chrono_literals;
using test::SnapshotBuilder;

constexpr std::size_t kAssets = 250;
constexpr std::size_t kSensors = 9;
constexpr int kOpened = 7;
constexpr std::size_t kMostQueued = 400; ///< the writer keeps a thousand sealed chunks when it cannot keep up
constexpr double kGiveUpMs = 60'000.0;

[[noreturn]] void giveUp(const std::string &why)
{
    std::printf("%s\n", why.c_str());
    std::exit(1);
}

SensorKey keyOf(std::size_t index)
{
    return {"hall/unit" + std::to_string(index / kSensors), "s" + std::to_string(index % kSensors)};
}

/// All sensors had the same values: what is measured does not depend on them, and each is encoded for itself.
ChunkPtr chunkAt(std::size_t first, std::size_t count)
{
    return SnapshotBuilder::chunk(SensorId{0}, SnapshotBuilder::kStart + std::chrono::seconds{first}, 1s, count, [&](std::size_t i) {
        const double value = madeUpValue(first + i);
        return SnapshotBuilder::Reading{.value = value, .score = 0.3, .lower = value - 0.5, .upper = value + 0.5};
    });
}

void fill(const std::string &folder, std::size_t seconds)
{
    const SystemClock clock{};
    store::StoreWriter::Settings settings;
    settings.folder = folder;
    auto opened = store::StoreWriter::open(std::move(settings), clock);
    if (!opened)
        giveUp(opened.error().text());
    store::StoreWriter &writer = *opened.value();
    for (std::size_t first = 0; first < seconds; first += Chunk::kCapacity) {
        const ChunkPtr chunk = chunkAt(first, std::min(Chunk::kCapacity, seconds - first));
        for (std::size_t sensor = 0; sensor < kAssets * kSensors; ++sensor) {
            while (writer.queued() > kMostQueued)
                std::this_thread::sleep_for(2ms);
            writer.submit(store::SaveChunk{keyOf(sensor), "°C", chunk});
        }
    }
    writer.close();
    if (writer.state() != JournalState::Writing)
        giveUp("the day could not be written: " + writer.stateDetail());
}

/// Makes the system read it from the disk again.
void forgetInMemory(const std::string &path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    ::fsync(file);
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
}

double readFromDiskMb()
{
    QFile io(QStringLiteral("/proc/self/io"));
    if (!io.open(QIODevice::ReadOnly))
        return 0.0;
    for (const QByteArray &line : io.readAll().split('\n'))
        if (line.startsWith("read_bytes:"))
            return line.mid(11).trimmed().toDouble() / (1024.0 * 1024.0);
    return 0.0;
}

/// A window as it stands before an operator picks a sensor.
class Desk {
public:
    Desk(const std::string &folder, std::size_t seconds)
    {
        m_builder.now(SnapshotBuilder::kStart + std::chrono::seconds{seconds});
        for (std::size_t i = 0; i < kAssets * kSensors; ++i)
            m_builder.addSensor(keyOf(i).asset, keyOf(i).sensor, "°C");
        m_view.setHistoryLoader(ui::historyLoader(folder));
        m_view.resize(1200, 400);
        m_view.setSpan(std::chrono::seconds{seconds});
        m_view.applySnapshot(m_builder.build());
        m_view.show();
        settle();
    }
    /// Milliseconds until all of it is painted.
    double open(std::size_t sensor)
    {
        const auto *remark = m_view.findChild<ui::ElidedLabel *>(QStringLiteral("trendRemark"));
        QElapsedTimer clock;
        clock.start();
        m_view.showSensor(m_builder.spec(SensorId{static_cast<std::uint32_t>(sensor)}));
        if (remark->text().isEmpty())
            giveUp("the trend does not load anything");
        while (!remark->text().isEmpty()) {
            QApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
            if (static_cast<double>(clock.elapsed()) > kGiveUpMs)
                giveUp("the trend still loads after a minute");
        }
        settle();
        return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
    }

private:
    SnapshotBuilder m_builder;
    ui::TrendView m_view;
};

void measure(const std::string &folder, std::size_t seconds)
{
    Desk desk(folder, seconds);
    std::vector<double> cold;
    std::vector<double> read;
    std::vector<double> warm;
    (void)desk.open(0); // what is only loaded once per program is not asked for
    for (int i = 0; i < kOpened; ++i) {
        const auto sensor = static_cast<std::size_t>(i + 1) * kAssets * kSensors / (kOpened + 2);
        for (const char *name : {store::kHistoryName, store::kJournalName})
            forgetInMemory(folder + name);
        const double before = readFromDiskMb();
        cold.push_back(desk.open(sensor));
        read.push_back(readFromDiskMb() - before);
        (void)desk.open(0);
        warm.push_back(desk.open(sensor));
    }
    report({"day", "trend of one sensor opened, database not in memory", 200.0, "ms"}, cold);
    remark("read from the disk meanwhile", read, "MB");
    report({"day", "trend of one sensor opened, database in memory", 200.0, "ms"}, warm);
}

} // namespace

void openStoredDay(const StoredDay &day)
{
    const auto seconds = static_cast<std::size_t>(day.hours * 3600.0);
    const test::TempFolder temporary;
    const std::string folder = day.folder.empty() ? temporary.path() : day.folder;
    const QFileInfo history(QString::fromStdString(folder + store::kHistoryName));
    if (!history.exists()) {
        QElapsedTimer clock;
        clock.start();
        fill(folder, seconds);
        std::printf("stored %zu sensors x %zu values, one a second, in %.0f s\n", kAssets * kSensors, seconds,
                    static_cast<double>(clock.elapsed()) * 1e-3);
    }
    std::printf("%.1f h in %s: %.0f MB\n", day.hours, folder.c_str(),
                static_cast<double>(QFileInfo(history.filePath()).size()) / 1048576.0);
    measure(folder, seconds);
}

} // namespace telltale::bench
