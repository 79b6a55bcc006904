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

/// Less than `whole` while a sensor is young, so that what there is fills the picture: the next round span that holds `age` (how long ago
/// its oldest known sample was), a tenth of `whole` at least.
[[nodiscard]] Duration youngSpan(Duration whole, Duration age);

/// The usual distance between the newest samples; zero while there are fewer than three together.
[[nodiscard]] Duration typicalStep(std::span<const ChunkPtr> chunks);

} // namespace telltale::ui
