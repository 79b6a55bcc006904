// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/chunk.h"

#include <optional>
#include <span>

namespace telltale::ui {

/// How much time a picture shows when nobody chose: ten minutes of a live feed; about 600 readings of a simulated one, which may run
/// thousands of times faster. Nothing while the period of a simulated sensor is not known (zero).
[[nodiscard]] std::optional<Duration> defaultSpan(bool simulatedClock, Duration period);

/// The usual distance between the newest samples; zero while there are fewer than three together.
[[nodiscard]] Duration typicalStep(std::span<const ChunkPtr> chunks);

} // namespace telltale::ui
