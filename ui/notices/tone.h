// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_definition.h"

#include <array>
#include <span>

namespace telltale::ui {

/// One beep inside a tone. Units: seconds from the tone's begin, hertz.
struct Pulse {
    double beginSec = 0.0;
    double lengthSec = 0.0;
    double hertz = 0.0;
};

/// How a priority sounds: pulses that are repeated every period. Each has a pitch and a rhythm of its own, so that it is known by one of
/// them alone; more urgent is higher, quicker and louder.
struct Tone {
    std::span<const Pulse> pulses;
    double periodSec = 0.0;
    double amplitude = 0.0; ///< highest peak, 1 = full scale
};

/// P1, P2 and P3; a diagnostic never sounds and has that of P3.
[[nodiscard]] const Tone &toneOf(Priority priority);

/// The tone's value that long after its begin. Every pulse rises and falls within kRampSec: no clicks. It has two overtones, because a pure
/// sine hides among machines and cannot be located.
/// Units: seconds; result within ±amplitude. Cost: no allocation.
[[nodiscard]] float toneAt(const Tone &tone, double sec);

inline constexpr double kRampSec = 0.008;

} // namespace telltale::ui
