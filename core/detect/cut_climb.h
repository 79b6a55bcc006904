// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/cut_tree.h"

namespace telltale::detect::cut {

/// Adds all points below `id` to a box.
template <typename Fours>
TELLTALE_INLINE void addBelow(Box<Fours> &box, const CutTree &tree, const ShingleStore &store, CutTree::Id id, Fours fours)
{
    CutTree::Id later[CutTree::kMaxSamples];
    std::size_t waiting = 0;
    while (true) {
        if (CutTree::isLeaf(id)) {
            addPoint(box, store.values(tree.pointOf(id)), store.mask(), fours);
        } else if (const float *kept = tree.keptBox(id)) {
            addKept(box, kept, fours);
        } else {
            later[waiting++] = tree.nodes()[id].right();
            id = tree.nodes()[id].left();
            continue;
        }
        if (waiting == 0)
            return;
        id = later[--waiting];
    }
}

/// The way from a leaf to the root with the bounding box of every node on it, kept or put together.
/// Cost: one box a step, and one leaf for each one below a node without a kept box.
template <typename Fours>
class Climb {
public:
    TELLTALE_INLINE Climb(const CutTree &tree, const ShingleStore &store, Fours fours, CutTree::Id leaf)
        : m_tree(tree)
        , m_store(store)
        , m_fours(fours)
        , m_at(leaf)
    {
        setPoint(m_box, store.values(tree.pointOf(leaf)), store.mask(), fours);
    }

    /// To the parent of where it is.
    TELLTALE_INLINE void step(CutTree::Id parent)
    {
        if (const float *kept = m_tree.keptBox(parent)) {
            setKept(m_box, kept, m_fours);
        } else {
            const CutTree::Node &node = m_tree.nodes()[parent];
            addBelow(m_box, m_tree, m_store, node.left() == m_at ? node.right() : node.left(), m_fours);
        }
        m_at = parent;
    }

    [[nodiscard]] TELLTALE_INLINE Gap gap(const float *point) const { return gapOf(m_box, point, m_fours); }
    [[nodiscard]] float low(std::size_t dimension) const { return m_box.low[dimension / kLanes][dimension % kLanes]; }
    [[nodiscard]] float high(std::size_t dimension) const { return m_box.high[dimension / kLanes][dimension % kLanes]; }

private:
    const CutTree &m_tree;
    const ShingleStore &m_store;
    Fours m_fours;
    CutTree::Id m_at;
    Box<Fours> m_box;
};

} // namespace telltale::detect::cut
