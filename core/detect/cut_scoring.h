// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/cut_tree.h"

#include <span>

namespace telltale::detect {

/// AWS's open formulas for the anomaly score of a point in one tree of `mass` points, at depth 0 for the root, before scaling by
/// log2(mass + 1).
[[nodiscard]] inline float scoreUnseen(std::size_t depth)
{
    return 1.0F / static_cast<float>(depth + 1);
}
[[nodiscard]] float scoreSeen(std::size_t depth, unsigned leafMass, std::size_t mass);

/// The mean over the trees of a point's score, scaled. Every tree holds `mass` points, at least one.
/// From the leaf that the point falls into up to the root, score = p · unseen(depth) + (1 − p) · score, where p is the chance that a cut of
/// the node's box parts the point from it. It ends at the first box that holds the point: boxes nest, so p is 0 from there on.
/// Cost: trees are walked eight at a time, so that one need not wait for another's memory. See bench_rcf.
[[nodiscard]] double scoreOf(std::span<const CutTree> trees, const ShingleStore &store, const cut::Lanes &point, std::size_t mass);

/// The same score, shared out to the dimensions in which the point sticks out of the boxes; trees that hold an equal point have nothing to
/// say. Shapes: `shares` has one entry per dimension.
void addAttribution(const CutTree &tree, const ShingleStore &store, const cut::Lanes &point, std::span<double> shares);

/// The value in `dimension` of the leaf that is nearest to the point in all other values. Looked for on both sides of cuts of that
/// dimension, and on the point's side of all others: not always the nearest in the tree.
[[nodiscard]] float valueOfNearest(const CutTree &tree, const ShingleStore &store, const cut::Lanes &point, std::size_t dimension);

} // namespace telltale::detect
