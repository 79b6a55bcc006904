// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/control_chart.h"

#include <cmath>
#include <numeric>

namespace telltale::evaluate {

namespace {

constexpr int kLongRun = 9;
constexpr int kTrend = 6;

int signOf(double difference)
{
    return difference > 0.0 ? 1 : difference < 0.0 ? -1 : 0;
}

/// Counts how often in a row the same sign came; 0 breaks the row.
class Streak {
public:
    int after(int sign)
    {
        m_length = sign == 0 ? 0 : sign == m_sign ? m_length + 1 : 1;
        m_sign = sign;
        return m_length;
    }

private:
    int m_sign = 0;
    int m_length = 0;
};

} // namespace

ControlLimits controlLimits(std::span<const double> values)
{
    const auto count = static_cast<double>(values.size());
    ControlLimits limits;
    limits.mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0.0;
    for (const double value : values)
        squares += (value - limits.mean) * (value - limits.mean);
    limits.sd = std::sqrt(squares / count);
    limits.lower = limits.mean - 3.0 * limits.sd;
    limits.upper = limits.mean + 3.0 * limits.sd;
    return limits;
}

std::string_view toText(ControlSignal signal)
{
    switch (signal) {
    case ControlSignal::None: return "in control";
    case ControlSignal::BeyondLimits: return "beyond 3 standard deviations";
    case ControlSignal::LongRun: return "nine in a row on one side of the mean";
    case ControlSignal::Trend: break;
    }
    return "six in a row in one direction";
}

std::vector<ControlSignal> controlSignals(std::span<const double> values, const ControlLimits &limits)
{
    std::vector<ControlSignal> signals;
    Streak side;
    Streak direction;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const int onOneSide = side.after(signOf(values[i] - limits.mean));
        const int steps = i == 0 ? 0 : direction.after(signOf(values[i] - values[i - 1]));
        if (values[i] < limits.lower || values[i] > limits.upper)
            signals.push_back(ControlSignal::BeyondLimits);
        else if (onOneSide >= kLongRun)
            signals.push_back(ControlSignal::LongRun);
        else if (steps >= kTrend - 1) // six points are five steps
            signals.push_back(ControlSignal::Trend);
        else
            signals.push_back(ControlSignal::None);
    }
    return signals;
}

} // namespace telltale::evaluate
