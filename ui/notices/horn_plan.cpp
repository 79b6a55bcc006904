// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/horn_plan.h"

#include <algorithm>
#include <iterator>

namespace telltale::ui {

namespace {

std::vector<Sounding> both(const std::vector<Sounding> &a, const std::vector<Sounding> &b)
{
    std::vector<Sounding> found;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(found));
    return found;
}

std::vector<Sounding> without(const std::vector<Sounding> &all, const std::vector<Sounding> &some)
{
    std::vector<Sounding> left;
    std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::back_inserter(left));
    return left;
}

std::optional<Priority> worstOf(const std::vector<Sounding> &soundings)
{
    const auto worst =
        std::min_element(soundings.begin(), soundings.end(), [](const Sounding &a, const Sounding &b) { return a.priority < b.priority; });
    return worst == soundings.end() ? std::nullopt : std::optional(worst->priority);
}

} // namespace

HornSignal HornPlan::next(const std::vector<Occurrence> &alarms, SteadyTime now)
{
    std::vector<Sounding> sounding = soundingsOf(alarms);
    const std::vector<Sounding> fresh = without(sounding, m_sounding);
    m_muted = now >= m_muteEnds ? std::vector<Sounding>{} : both(m_muted, sounding);
    m_sounding = std::move(sounding);
    const std::optional<Priority> tone = worstOf(without(m_sounding, m_muted));
    const bool anotherP1 = tone == Priority::P1 && worstOf(fresh) == Priority::P1;
    if (tone != m_signal.tone || anotherP1) {
        m_signal = {tone, m_signal.start + 1};
    }
    return m_signal;
}

HornSignal HornPlan::mute(SteadyTime now)
{
    m_muted = m_sounding;
    m_muteEnds = now + kLongestMute;
    if (m_signal.tone) {
        m_signal = {std::nullopt, m_signal.start + 1};
    }
    return m_signal;
}

std::optional<SteadyTime> HornPlan::mutedUntil() const
{
    return m_muted.empty() ? std::nullopt : std::optional(m_muteEnds);
}

} // namespace telltale::ui
