// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/charts/chart_subject.h"

#include <vector>

namespace telltale::bench {

/// Shows a subject, steps it `frames` times and hides it: processor time of this process per frame in ms, the median, from handing over to
/// an event loop that has nothing more to do. Ends the program when a step paints nothing: such a frame would cost little.
[[nodiscard]] double frameMs(ChartSubject &subject, int frames);

/// The same subject driven by a timer for `seconds`: share of one core that this thread takes.
[[nodiscard]] double liveShare(ChartSubject &subject, int perSecond, double seconds);

/// Lets the event loop run until it has nothing more to do.
void settle();

[[nodiscard]] double median(std::vector<double> values);

} // namespace telltale::bench
