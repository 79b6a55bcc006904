// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/tone.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace telltale::ui {

namespace {

constexpr std::array<Pulse, 5> kFirst{
    {{0.0, 0.11, 880.0}, {0.15, 0.11, 1175.0}, {0.30, 0.11, 880.0}, {0.55, 0.11, 880.0}, {0.70, 0.11, 1175.0}}};
constexpr std::array<Pulse, 2> kSecond{{{0.0, 0.22, 622.0}, {0.32, 0.22, 523.0}}};
constexpr std::array<Pulse, 1> kThird{{{0.0, 0.35, 392.0}}};
constexpr std::array<double, 3> kOvertones{1.0, 0.45, 0.2}; ///< share of the pitch, its double and its triple

double ramp(double sec, double lengthSec)
{
    const double inside = std::min(sec, lengthSec - sec) / kRampSec;
    return inside >= 1.0 ? 1.0 : 0.5 - 0.5 * std::cos(std::numbers::pi * std::max(0.0, inside));
}

double voice(double sec, double hertz)
{
    double sum = 0.0;
    double all = 0.0;
    for (std::size_t i = 0; i < kOvertones.size(); ++i) {
        sum += kOvertones[i] * std::sin(2.0 * std::numbers::pi * hertz * double(i + 1) * sec);
        all += kOvertones[i];
    }
    return sum / all;
}

} // namespace

const Tone &toneOf(Priority priority)
{
    static constexpr std::array<Tone, 4> kTones{{{kFirst, 1.2, 0.7}, {kSecond, 2.5, 0.5}, {kThird, 6.0, 0.35}, {kThird, 6.0, 0.35}}};
    return kTones[std::size_t(priority) - 1];
}

float toneAt(const Tone &tone, double sec)
{
    const double place = std::fmod(sec, tone.periodSec);
    for (const Pulse &pulse : tone.pulses) {
        const double inside = place - pulse.beginSec;
        if (inside >= 0.0 && inside < pulse.lengthSec) {
            return float(tone.amplitude * ramp(inside, pulse.lengthSec) * voice(inside, pulse.hertz));
        }
    }
    return 0.0F;
}

} // namespace telltale::ui
