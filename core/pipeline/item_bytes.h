// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/intake_item.h"

#include <cstddef>

namespace telltale::pipeline {

/// About as much memory as an item holds. Units: bytes; what the heap adds to every block is not in it. Thread: any.
/// Cost: a look at every column or described sensor.
[[nodiscard]] std::size_t bytesOf(const IntakeItem &item);

} // namespace telltale::pipeline
