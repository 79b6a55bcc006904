// SPDX-License-Identifier: GPL-3.0-or-later
// Our charts against QCustomPlot and plain Qt Charts series, interleaved in one run: which drawing goals are reached.
// Usage: bench_charts [PASSES, default 5]
//        bench_charts only NAME [PASSES]     the subjects whose names begin like this; for a profiler
//        bench_charts day [HOURS, default 24] [FOLDER]    how long a trend over a stored day of 250 x 9 sensors takes to open
#include "tests/bench/charts/frame_meter.h"
#include "tests/bench/charts/goal_report.h"
#include "tests/bench/charts/kept_promises.h"
#include "tests/bench/charts/own_charts.h"
#include "tests/bench/charts/qcp_charts.h"
#include "tests/bench/charts/qt_series.h"
#include "tests/bench/charts/stored_day.h"

#include <QApplication>
#include <cstdio>
#include <map>

using namespace telltale;
using namespace telltale::bench;

namespace {

using Motion = Scene::Motion;

constexpr std::size_t kMillion = 1'000'000;
constexpr double kLiveSec = 1.5;
constexpr int kLeastPasses = 5;

/// Subjects by name, and what a frame of each took, pass by pass.
class Field {
public:
    /// A subject that is not there is not measured.
    void add(const std::string &name, SubjectPtr subject, int frames)
    {
        if (subject)
            m_rows.push_back({name, std::move(subject), frames});
    }
    /// Only those whose name begins like this; for a profiler.
    void pass(const std::string &begin = {})
    {
        for (Row &row : m_rows)
            if (row.name.starts_with(begin))
                m_ms[row.name].push_back(frameMs(*row.subject, row.frames));
    }
    /// Empty where nothing was measured.
    [[nodiscard]] std::vector<double> of(const std::string &name) const
    {
        const auto found = m_ms.find(name);
        return found == m_ms.end() ? std::vector<double>{} : found->second;
    }
    [[nodiscard]] std::vector<double> ratio(const std::string &a, const std::string &b) const { return ratios(of(a), of(b)); }
    /// What `more` takes beyond `less`, as a ratio between ours and theirs.
    [[nodiscard]] std::vector<double> added(const std::string &more, const std::string &less) const
    {
        std::vector<double> result;
        for (std::size_t i = 0; i < of(more).size(); ++i)
            result.push_back(of(more)[i] - of(less)[i]);
        return result;
    }
    void printTimes() const
    {
        std::printf("\nms of processor time a frame, median of the passes' medians:\n");
        for (const auto &[name, passes] : m_ms)
            std::printf("     %-40s %9.3f\n", name.c_str(), median(passes));
        std::printf("\n");
    }

private:
    struct Row {
        std::string name;
        SubjectPtr subject;
        int frames;
    };
    std::vector<Row> m_rows;
    std::map<std::string, std::vector<double>> m_ms;
};

void addDetail(Field &field, const Recording &recording)
{
    constexpr int kFrames = 60;
    const Scene live{&recording, lengthOf(kMillion), Motion::Live};
    const Scene panned{&recording, lengthOf(kMillion), Motion::Panned};
    field.add("detail, ours", ownChart(live), kFrames);
    field.add("detail, QCustomPlot", qcpChart(live, {.band = true, .markers = true}), kFrames);
    field.add("detail relabelled, ours", ownChart(panned), kFrames);
    field.add("detail relabelled, QCustomPlot", qcpChart(panned, {.band = true, .markers = true}), kFrames);
    field.add("detail, Qt Charts", qtChart(live, {.band = true, .markers = true}), kFrames / 2);
}

void addMarkers(Field &field, const Recording &without, const Recording &with)
{
    constexpr int kFrames = 60;
    const Scene bare{&without, lengthOf(kMillion), Motion::Live};
    const Scene marked{&with, lengthOf(kMillion), Motion::Live};
    field.add("line, ours", ownChart(bare), kFrames);
    field.add("line and markers, ours", ownChart(marked), kFrames);
    field.add("line, Qt Charts", qtChart(bare, {}), kFrames);
    field.add("line and markers, Qt Charts", qtChart(marked, {.markers = true}), kFrames);
}

void addHistory(Field &field, const Recording &recording)
{
    const auto scene = [&](std::size_t visible) { return Scene{&recording, lengthOf(visible), Motion::Panned}; };
    field.add("10 M visible, ours", ownChart(scene(10 * kMillion)), 60);
    field.add("10 M visible, QCustomPlot raw", qcpRawChart(scene(10 * kMillion)), 20);
    field.add("10 M visible, Qt Charts", qtChart(scene(10 * kMillion), {}), 60);
    field.add("1 M visible, ours", ownChart(scene(kMillion)), 60);
    field.add("1000 visible, ours", ownChart(scene(1000)), 100);
    field.add("1000 visible, QCustomPlot raw", qcpRawChart(scene(1000)), 100);
}

void addWalls(Field &field, const Recording &recording)
{
    constexpr int kFrames = 20;
    const Scene scene{&recording, lengthOf(8000), Motion::Live};
    field.add("64 charts, ours", ownWall(scene, 64), kFrames);
    field.add("64 tiles, ours", tileWall(recording, 64), kFrames);
    field.add("64 charts, QCustomPlot", qcpWall(scene, 64), kFrames);
    field.add("64 charts, Qt Charts", qtWall(scene, 64), kFrames / 2);
}

/// G4: the walls as a timer drives them.
struct LiveWalls {
    explicit LiveWalls(const Recording &recording)
        : many(ownWall({&recording, lengthOf(8000), Motion::Live}, 64))
        , tiles(tileWall(recording, 64))
        , few(ownWall({&recording, lengthOf(8000), Motion::Live}, 16))
    {
    }
    void pass()
    {
        manyShare.push_back(liveShare(*many, 10, kLiveSec) * 100.0);
        tileShare.push_back(liveShare(*tiles, 10, kLiveSec) * 100.0);
        fewShare.push_back(liveShare(*few, 20, kLiveSec) * 100.0);
    }

    SubjectPtr many;
    SubjectPtr tiles;
    SubjectPtr few;
    std::vector<double> manyShare;
    std::vector<double> tileShare;
    std::vector<double> fewShare;
};

void reportFrames(const Field &field, const LiveWalls &walls)
{
    report({"G1", "detail (1 M, band, 500 marks) / QCustomPlot, reduced", 0.5}, field.ratio("detail, ours", "detail, QCustomPlot"));
    remark("the same / plain Qt Charts series, reduced", field.ratio("detail, ours", "detail, Qt Charts"));
    report({"G2", "the same, relabelled at every frame / QCustomPlot", 0.8},
           field.ratio("detail relabelled, ours", "detail relabelled, QCustomPlot"));
    report({"G3", "64 charts with axes, all updated / QCustomPlot", 0.6}, field.ratio("64 charts, ours", "64 charts, QCustomPlot"));
    report({"G3", "64 charts with axes, all updated / plain Qt Charts", 0.15}, field.ratio("64 charts, ours", "64 charts, Qt Charts"));
    report({"G3", "64 sensor tiles, all updated / 64 charts of QCustomPlot", 0.6}, field.ratio("64 tiles, ours", "64 charts, QCustomPlot"));
    report({"G3", "64 sensor tiles, all updated / 64 plain Qt Charts", 0.15}, field.ratio("64 tiles, ours", "64 charts, Qt Charts"));
    report({"G4", "64 charts with axes at 10 Hz, of one core", 12.0, "%"}, walls.manyShare);
    report({"G4", "64 sensor tiles at 10 Hz, of one core", 12.0, "%"}, walls.tileShare);
    report({"G4", "16 charts with axes at 20 Hz, of one core", 12.0, "%"}, walls.fewShare);
    report({"G5", "10 M visible, panned / QCustomPlot, all samples", 0.15},
           field.ratio("10 M visible, ours", "10 M visible, QCustomPlot raw"));
    remark("the same / plain Qt Charts series, reduced", field.ratio("10 M visible, ours", "10 M visible, Qt Charts"));
    report({"G6", "10 M visible / 1 M visible, both ours", 1.5}, field.ratio("10 M visible, ours", "1 M visible, ours"));
    report({"G7", "deepest zoom / QCustomPlot, all samples", 2.5}, field.ratio("1000 visible, ours", "1000 visible, QCustomPlot raw"));
    report({"G7", "deepest zoom", 2.0, "ms"}, field.of("1000 visible, ours"));
    report({"G9", "5000 marks, what they add / QScatterSeries", 0.15},
           ratios(field.added("line and markers, ours", "line, ours"), field.added("line and markers, Qt Charts", "line, Qt Charts")));
}

/// Everything that is drawn, with what it is drawn from.
struct Contest {
    Contest()
    {
        addDetail(field, detail);
        addMarkers(field, bare, marked);
        addHistory(field, history);
        addWalls(field, wall);
    }

    const Recording detail = record({.samples = kMillion + 1000, .band = true, .anomalies = 500});
    const Recording bare = record({.samples = kMillion});
    const Recording marked = record({.samples = kMillion, .anomalies = 5000});
    const Recording history = record({.samples = 10 * kMillion + 1000});
    const Recording wall = record({.samples = 8 * Chunk::kCapacity});
    Field field;
};

int profile(const std::string &begin, int passes)
{
    Contest contest;
    for (int pass = 0; pass < passes; ++pass)
        contest.field.pass(begin);
    contest.field.printTimes();
    return 0;
}

int compareFrames(int passes)
{
    std::printf("Qt %s, platform %s; peer: %s\n", qVersion(), qPrintable(QGuiApplication::platformName()), qcpVersion().c_str());
    std::printf("Qwt: its columns of G1, G3 and G5 are skipped, Debian 12 has no Qwt for Qt 6.\n");
    std::printf("Peers get reduced points at the cost of our own reduction; marks are at most two a column for everybody. %d passes.\n",
                passes);
    Contest contest;
    LiveWalls walls(contest.wall);
    for (int pass = 0; pass < passes; ++pass) {
        contest.field.pass();
        walls.pass();
    }
    contest.field.printTimes();
    reportFrames(contest.field, walls);
    measureReduction(passes);
    measureHeap(passes);
    countStaleFrames();
    std::printf("%d goals missed\n", missedGoals());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == QStringLiteral("only"))
        return profile(arguments.value(2).toStdString(), std::max(1, arguments.value(3).toInt()));
    if (arguments.value(1) == QStringLiteral("day")) {
        const double hours = arguments.value(2).toDouble();
        openStoredDay({.hours = hours > 0.0 ? hours : 24.0, .folder = arguments.value(3).toStdString()});
        return 0;
    }
    return compareFrames(std::max(kLeastPasses, arguments.value(1).toInt()));
}
