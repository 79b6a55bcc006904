// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/nemesis.h"

#include "tests/soak/steady_ms.h"

#include <algorithm>
#include <cstdio>

namespace telltale::soak {

namespace {

constexpr std::int64_t kFirstMs = 5'000;
constexpr std::int64_t kMarginMs = 8'000; ///< before the end of the run everything has to be calm

} // namespace

Nemesis::Nemesis(Station &station, Settings settings)
    : m_station(station)
    , m_settings(settings)
    , m_faults(faultTable(settings.quick))
    , m_random(settings.seed)
    , m_nextMs(steadyMs() + kFirstMs)
{
}

std::int64_t Nemesis::between(std::int64_t least, std::int64_t most)
{
    return least + std::int64_t(m_random() % std::uint64_t(most - least + 1));
}

void Nemesis::advance()
{
    const std::int64_t now = steadyMs();
    if (m_running && now >= m_nextMs)
        end(now);
    if (m_running || now < m_nextMs)
        return;
    if (!m_strokes.empty() && m_strokes.back().calmMs == 0) {
        if (!m_station.isReady())
            return;
        m_strokes.back().calmMs = now;
        m_strokes.back().calmEvent = m_station.eventNanos(now);
        m_nextMs = now + (m_settings.quick ? between(2'000, 4'000) : between(8'000, 25'000));
        return;
    }
    begin(now);
}

const FaultRow *Nemesis::draw(std::int64_t now)
{
    if (m_round.empty()) {
        for (const FaultRow &fault : m_faults)
            m_round.push_back(&fault);
        std::shuffle(m_round.begin(), m_round.end(), m_random);
    }
    const FaultRow *fault = m_round.back();
    m_round.pop_back();
    return fault->endsLife && now >= m_settings.lastLifeMs ? nullptr : fault;
}

void Nemesis::begin(std::int64_t now)
{
    const FaultRow *fault = draw(now);
    if (fault == nullptr)
        return;
    const std::int64_t length = between(fault->shortest.count(), fault->longest.count());
    if (now + length + kMarginMs > m_settings.endMs)
        return;
    std::fprintf(stderr, "%8.1f s  %s for %.1f s\n", double(now - m_station.lives().front().beginMs) / 1000.0, fault->name,
                 double(length) / 1000.0);
    m_strokes.push_back({.fault = fault, .beginMs = now, .beginEvent = m_station.eventNanos(now)});
    m_running = fault->make();
    m_running->begin(m_station);
    m_nextMs = steadyMs() + length;
}

void Nemesis::end(std::int64_t)
{
    m_running->end(m_station);
    m_running.reset();
    m_strokes.back().endMs = m_nextMs = steadyMs();
}

} // namespace telltale::soak
