// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace telltale::detect {

/// Told from time to time how much of a training is done, 0 … 1; false stops it. May be empty.
using TrainingWatch = std::function<bool(double share)>;

} // namespace telltale::detect
