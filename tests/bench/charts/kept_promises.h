// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telltale::bench {

/// The goals that compare nothing with a peer's frames, each reported by itself.
void measureReduction(int passes); ///< G8: the reduction to columns against a scan of 10 million samples
void measureHeap(int passes);      ///< G10: heap per chart and tile, growth over 1500 frames
void countStaleFrames();           ///< G12

} // namespace telltale::bench
