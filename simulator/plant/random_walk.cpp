// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/plant/random_walk.h"

#include <algorithm>

namespace telltale::simulator {

namespace {

constexpr double kRevertingFactor = 0.5;
constexpr double kReferenceLow = 0.9;
constexpr double kReferenceHigh = 1.1;

} // namespace

RandomWalk::RandomWalk(double mean, double sd, const WalkSettings &settings) : m_mean(mean), m_sd(sd), m_settings(settings)
{
    m_settings.window = std::max<std::size_t>(m_settings.window, 1);
    m_deviations.reserve(m_settings.window);
}

double RandomWalk::weight(std::size_t index, std::size_t count) const
{
    if (count < 2)
        return m_settings.oldestWeight;
    const double place = static_cast<double>(index) / static_cast<double>(count - 1);
    return m_settings.oldestWeight + (m_settings.newestWeight - m_settings.oldestWeight) * place;
}

double RandomWalk::centre() const
{
    const std::size_t count = m_deviations.size();
    if (count == 0)
        return m_mean;
    if (count == 1)
        return m_mean + m_sum;
    // sum(w_i d_i) with w_i = w_0 + slope * i needs only the plain and the ranked sum.
    const double slope = (m_settings.newestWeight - m_settings.oldestWeight) / static_cast<double>(count - 1);
    const double weights = static_cast<double>(count) * (m_settings.oldestWeight + m_settings.newestWeight) / 2.0;
    return m_mean + (m_settings.oldestWeight * m_sum + slope * m_rankedSum) / weights;
}

void RandomWalk::remember(double reading)
{
    const double deviation = reading - m_mean;
    if (m_deviations.size() < m_settings.window) {
        m_rankedSum += static_cast<double>(m_deviations.size()) * deviation;
        m_sum += deviation;
        m_deviations.push_back(deviation);
        return;
    }
    const double gone = m_deviations[m_oldest];
    m_sum -= gone;
    m_rankedSum += static_cast<double>(m_settings.window - 1) * deviation - m_sum;
    m_sum += deviation;
    m_deviations[m_oldest] = deviation;
    m_oldest = (m_oldest + 1) % m_settings.window;
    if (m_oldest == 0)
        resum();
}

/// Once per turn of the ring, so that rounding errors of the running sums cannot grow.
void RandomWalk::resum()
{
    m_sum = m_rankedSum = 0.0;
    for (std::size_t i = 0; i < m_deviations.size(); ++i) {
        m_sum += m_deviations[i];
        m_rankedSum += static_cast<double>(i) * m_deviations[i];
    }
}

double RandomWalk::next(Random &random)
{
    if (m_settings.mode == WalkMode::Independent)
        return random.normal(m_mean, m_sd);
    double reading = random.normal(centre(), m_sd);
    if (random.chance(m_settings.recalibrateProbability)) {
        const double factor = m_settings.mode == WalkMode::Reverting ? kRevertingFactor : random.uniform(kReferenceLow, kReferenceHigh);
        reading = m_mean + (reading - m_mean) * factor;
    }
    remember(reading);
    return reading;
}

} // namespace telltale::simulator
