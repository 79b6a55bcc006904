// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/progress.h"

#include <algorithm>
#include <chrono>

namespace telltale::app {

namespace {

using namespace std::chrono_literals;

constexpr int kBarCells = 30;
constexpr std::string_view kWipe = "\r\x1b[K";

std::string percent(double share)
{
    return std::to_string(static_cast<int>(100.0 * share)) + " %";
}

std::string bar(double share)
{
    const int filled = static_cast<int>(kBarCells * share);
    return '[' + std::string(filled, '#') + std::string(kBarCells - filled, ' ') + ']';
}

} // namespace

Progress::Progress(ProgressPlace place, std::string title) : m_place(place), m_title(std::move(title)), m_shown(place.clock.steadyNow()) {}

Progress::~Progress()
{
    if (m_drawn)
        m_place.text << kWipe << std::flush;
}

void Progress::show(double share)
{
    const SteadyTime now = m_place.clock.steadyNow();
    if (now - m_shown < (m_place.terminal ? SteadyTime::duration(100ms) : SteadyTime::duration(10s)))
        return;
    m_shown = now;
    const double shown = std::clamp(share, 0.0, 1.0);
    if (m_place.terminal)
        m_place.text << kWipe << m_title << ' ' << bar(shown) << ' ' << percent(shown) << std::flush;
    else
        m_place.text << m_title << ": " << percent(shown) << std::endl;
    m_drawn = m_place.terminal;
}

} // namespace telltale::app
