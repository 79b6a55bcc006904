// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/soak_run.h"

#include "tests/soak/history_checker.h"
#include "tests/soak/steady_ms.h"

#include <QTest>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <utility>

namespace telltale::soak {

namespace {

using Verdict = FigureTable::Verdict;

constexpr int kBeatMs = 20;
constexpr int kAcknowledgeMs = 500;
constexpr double kLivesEndAfter = 0.4; ///< of the run: from then on one life of the monitor is left alone, and judged
/// Until the program's memory of recent samples, two million of them, is full with those of 16 sensors ten times a second, and a little
/// more.
constexpr double kWarmUpMs = 1.1 * 2'000'000.0 / (16 * 10) * 1000.0; ///< at their own speed
constexpr std::int64_t kTellsMs = 300'000;                           ///< a shorter stretch says nothing about a slope
const SampleRhythm kRhythm{"line-", 100'000'000, 8'000'000'000};     ///< of the simulated plant
constexpr std::int64_t kTailMs = 7'000; ///< samples of the last seconds are not on disk yet when the monitor is killed
constexpr std::int64_t kSlackMs = 2'000;

std::string number(double value, int digits = 1)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string firstOf(const std::vector<std::string> &all)
{
    return std::to_string(all.size()) + (all.empty() ? "" : ": " + all.front());
}

double sizeMib(const std::string &file)
{
    std::error_code failed;
    const auto bytes = std::filesystem::file_size(file, failed);
    return failed ? 0.0 : double(bytes) / (1024.0 * 1024.0);
}

} // namespace

SoakRun::SoakRun(SoakPlan plan)
    : m_plan(std::move(plan))
    , m_station({m_plan.folder, m_plan.programs, m_plan.speed, m_plan.seed, kAcknowledgeMs})
    , m_nemesis(m_station, {m_plan.seed, m_plan.quick, steadyMs() + std::int64_t(kLivesEndAfter * double(m_plan.lengthMs())),
                            steadyMs() + m_plan.lengthMs()})
    , m_endMs(steadyMs() + m_plan.lengthMs())
{
}

void SoakRun::run()
{
    m_station.startPublisher();
    m_station.startMonitor();
    while (steadyMs() < m_endMs || !m_nemesis.isCalm()) {
        QTest::qWait(kBeatMs);
        m_station.attend();
        m_nemesis.advance();
    }
    m_closed = m_station.closeMonitor();
    m_verified = m_station.verify();
    writeSizes();
}

/// For whoever wants to see how a figure came about.
void SoakRun::writeSizes() const
{
    std::ofstream file(m_plan.folder + "/sizes.csv");
    file << "life,ms,rss_mib,descriptors,threads\n";
    for (std::size_t life = 0; life < m_station.lives().size(); ++life)
        for (const ProcessSize &size : m_station.lives()[life].sizes)
            file << life << ',' << size.ms - m_station.lives()[life].beginMs << ',' << size.rssMib << ',' << size.descriptors << ','
                 << size.threads << '\n';
}

FigureTable SoakRun::figures() const
{
    FigureTable table;
    sayPlan(table);
    sayFaults(table);
    sayHistory(table);
    saySamples(table);
    sayWindow(table);
    sayGrowth(table);
    return table;
}

void SoakRun::sayPlan(FigureTable &table) const
{
    table.add("seed", std::to_string(m_plan.seed));
    table.add("data", number(m_plan.hours, 2) + " h at " + number(m_plan.speed, 0) + " times the speed", "24 h at 20 times or faster",
              m_plan.hours >= 24.0 && m_plan.speed >= 20.0 ? Verdict::Kept : Verdict::Said);
    table.add("lives of the monitor", std::to_string(m_station.lives().size()));
    table.add("ended by itself", m_closed ? "yes" : "no", "yes", m_closed);
}

void SoakRun::sayFaults(FigureTable &table) const
{
    for (const FaultRow &fault : m_nemesis.faults()) {
        std::size_t count = 0;
        std::int64_t lastedMs = 0;
        for (const Stroke &stroke : m_nemesis.strokes())
            if (stroke.fault == &fault)
                ++count, lastedMs += stroke.endMs - stroke.beginMs;
        table.add(fault.name, std::to_string(count) + " times, " + number(double(lastedMs) / 1000.0) + " s", fault.how);
    }
}

void SoakRun::sayHistory(FigureTable &table) const
{
    const auto verdict = checkHistory(m_station.shown(), m_station.dataFolder());
    if (!verdict) {
        table.add("journal", verdict.error().text(), "can be read", false);
        return;
    }
    table.add("alarms in the journal", std::to_string(verdict->alarms));
    table.add("states shown as stored", std::to_string(verdict->shown));
    table.add("acknowledged by keyboard",
              std::to_string(verdict->storedAcks) + ", of them " + std::to_string(verdict->acknowledged) + " shown as ACK", "some",
              verdict->acknowledged > 0);
    table.add("shown, and not in the journal", firstOf(verdict->lost), "0", verdict->lost.empty());
    table.add("alarms twice", firstOf(verdict->twice), "0", verdict->twice.empty());
    table.add("telltale --verify", "exit code " + std::to_string(m_verified), "0", m_verified == 0);
}

/// When nobody spoke, or nobody was there to store what was said.
Silences SoakRun::silences() const
{
    const auto events = [&](std::int64_t ms) { return std::int64_t(double(ms) * m_plan.speed * 1e6); };
    Silences silences;
    for (const Stroke &stroke : m_nemesis.strokes())
        if (stroke.fault->silences)
            silences.emplace_back(stroke.beginEvent - events(stroke.fault->endsLife ? kTailMs : kSlackMs),
                                  stroke.calmMs == 0 ? INT64_MAX : stroke.calmEvent + events(kSlackMs));
    return silences;
}

void SoakRun::saySamples(FigureTable &table) const
{
    const auto verdict = checkSamples(m_station.dataFolder(), kRhythm, silences());
    if (!verdict) {
        table.add("history", verdict.error().text(), "can be read", false);
        return;
    }
    table.add("samples stored", std::to_string(verdict->samples) + " of " + std::to_string(verdict->sensors) + " sensors");
    table.add("holes in them", std::to_string(verdict->marked) + " marked as gaps, " + std::to_string(verdict->expected)
                                   + " while nobody spoke or listened, " + std::to_string(verdict->dropOuts) + " simulated drop-outs");
    table.add("holes without a reason", firstOf(verdict->unexplained), "0", verdict->unexplained.empty());
    table.add("journal, history", number(sizeMib(m_station.dataFolder() + "/journal.db")) + " MiB, "
                                      + number(sizeMib(m_station.dataFolder() + "/history.db")) + " MiB");
}

void SoakRun::sayWindow(FigureTable &table) const
{
    Stall locked;
    std::size_t locks = 0;
    std::size_t told = 0;
    for (const Stroke &stroke : m_nemesis.strokes()) {
        if (std::string_view(stroke.fault->name) != "journal locked")
            continue;
        ++locks;
        const Stall stall = longestStall(m_station.shown(), stroke.beginMs, stroke.endMs);
        locked = {std::max(locked.ownMs, stall.ownMs), std::max(locked.totalMs, stall.totalMs)};
        told += std::any_of(m_station.shown().begin(), m_station.shown().end(), [&](const ShownLine &line) {
            return line.word == "banner" && line.number == 1 && line.ms >= stroke.beginMs && line.ms <= stroke.endMs;
        });
    }
    table.add("window stood still, at most", longestStall(m_station.shown(), 0, INT64_MAX).text());
    const auto verdict = [&](bool kept) { return locks == 0 ? Verdict::Said : kept ? Verdict::Kept : Verdict::Missed; };
    table.add("the same, journal locked", locked.text(), "by itself below 100 ms",
              m_plan.quick ? Verdict::Said : verdict(locked.ownMs < 100));
    table.add("banner while locked", std::to_string(told) + " of " + std::to_string(locks), "each time", verdict(told == locks));
}

void SoakRun::sayGrowth(FigureTable &table) const
{
    const std::vector<ProcessSize> &sizes = m_station.lives().back().sizes;
    if (sizes.empty())
        return;
    const std::int64_t livedMs = sizes.back().ms - sizes.front().ms;
    const auto fillsMs = std::int64_t(kWarmUpMs / m_plan.speed);
    const bool tells = livedMs - fillsMs >= kTellsMs;
    const std::int64_t warmUpMs = tells ? fillsMs : livedMs / 3;
    const auto verdict = [&](bool kept) { return !tells ? Verdict::Said : kept ? Verdict::Kept : Verdict::Missed; };
    table.add("last life", number(double(livedMs) / 60'000.0) + " min, the first " + number(double(warmUpMs) / 60'000.0)
                               + " of them not judged" + (tells ? "" : "; too short to judge"));
    const Growth memory = growthOf(sizes, &ProcessSize::rssMib, warmUpMs);
    table.add("memory, slope",
              number(memory.slopePerHour / m_plan.speed, 2) + " MiB per hour of data (" + number(memory.slopePerHour) + " per hour)",
              "below 1 MiB", verdict(memory.slopePerHour / m_plan.speed < 1.0));
    table.add("memory, first and last quarter", number(memory.firstQuarter) + ", " + number(memory.lastQuarter) + " MiB", "below +10 %",
              verdict(memory.lastQuarter < 1.1 * memory.firstQuarter));
    for (const auto &[name, what] : {std::pair("descriptors", &ProcessSize::descriptors), std::pair("threads", &ProcessSize::threads)}) {
        const Growth growth = growthOf(sizes, what, warmUpMs);
        table.add(name,
                  number(growth.firstQuarter) + ", " + number(growth.lastQuarter) + " (" + number(growth.slopePerHour, 2) + " per hour)",
                  "constant", verdict(isConstant(growth)));
    }
}

} // namespace telltale::soak
