// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notices/horn_plan.h"

#include <span>

namespace telltale::ui {

/// Turns signals into samples. A change fades what sounds out before the next begins: no clicks, and quiet within kFadeSec.
/// Shapes: mono, any number of samples a call. Units: samples in ±1; hertz. Thread: any one. Cost: no allocation.
class ToneVoice {
public:
    static constexpr double kFadeSec = 0.006;

    explicit ToneVoice(double sampleRate);

    void set(const HornSignal &signal) { m_wanted = signal; }
    void render(std::span<float> samples);

private:
    [[nodiscard]] float step();

    double m_sampleRate;
    HornSignal m_wanted;
    HornSignal m_playing;
    std::uint64_t m_place = 0; ///< samples since the tone began
    double m_gain = 1.0;
};

} // namespace telltale::ui
