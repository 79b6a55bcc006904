// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faults/faulted_scenario.h"

namespace telltale::simulator {

namespace {

/// Assets are asked in turn, so that one may be a little behind the other.
constexpr double kKeepSec = 60.0;

} // namespace

FaultedScenario::FaultedScenario(std::unique_ptr<Scenario> inner, FaultScript script)
    : m_inner(std::move(inner))
    , m_script(std::move(script))
    , m_silent(m_inner->assets().size())
{
}

/// Fetches every fault that may have begun, and forgets those that are long over.
void FaultedScenario::prepare(double elapsedSec)
{
    while (!m_exhausted && (m_faults.empty() || m_faults.back().fault().beginSec <= elapsedSec)) {
        const auto fault = m_script(m_fetched);
        m_exhausted = !fault;
        if (fault) {
            m_faults.emplace_back(*fault);
            ++m_fetched;
        }
    }
    while (m_faults.size() > 1 && m_faults.front().fault().endSec() + kKeepSec < elapsedSec)
        m_faults.pop_front();
}

Row FaultedScenario::next(std::size_t asset, double elapsedSec)
{
    prepare(elapsedSec);
    Row row = m_inner->next(asset, elapsedSec);
    if (!row.truth)
        row.truth.emplace();
    for (FaultAtWork &each : m_faults)
        if (each.fault().asset == asset && each.fault().covers(elapsedSec))
            each.apply(assets()[asset], elapsedSec, row);
    const bool withheld = row.delivery == Delivery::Withheld;
    if (m_silent[asset] && !withheld && row.truth->kind.empty())
        row.truth->kind = toText(FaultKind::DropOut);
    m_silent[asset] = withheld;
    return row;
}

} // namespace telltale::simulator
