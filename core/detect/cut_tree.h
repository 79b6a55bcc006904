// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/cut_box.h"
#include "core/detect/seeded_random.h"
#include "core/detect/shingle_store.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace telltale::detect {

/// What all trees of a forest have in common.
struct CutTreeShape {
    static constexpr std::size_t kMostBoxes = 192;

    std::size_t samples = 256;
    std::size_t dimensions = 8;

    [[nodiscard]] std::size_t fours() const { return (dimensions + cut::kLanes - 1) / cut::kLanes; }
    /// Numbers in one kept box.
    [[nodiscard]] std::size_t boxWidth() const { return 2 * fours() * cut::kLanes; }
    /// Boxes that a tree has room for, and the number of leaves above which a node gets one. A random tree of 256 leaves has about 40
    /// nodes above 11 leaves; where there are more, the rest of the boxes is computed when needed.
    [[nodiscard]] std::size_t boxes() const { return std::min<std::size_t>(kMostBoxes, std::max<std::size_t>(4, samples * 2 / 13)); }
    [[nodiscard]] std::size_t boxAbove() const { return samples <= 1024 ? 11 : 24; }
};

/// One tree of a random cut forest: every node cuts one dimension, every leaf is a distinct point with the number of times it is there.
/// Shapes: nodes and leaves are named by 12 bits: leaves from kFirstLeaf on. So at most 2048 samples and 256 dimensions.
/// A node is 8 bytes. Bounding boxes are kept for nodes with many leaves below them; the others' are put together from their leaves.
/// Thread: one.   Cost: 256 samples of 8 dimensions: 6.5 kB.
/// Source: Guha, Mishra, Roy, Schrijvers 2016; layout ours.
class CutTree {
public:
    using Id = std::uint16_t;
    static constexpr Id kFirstLeaf = 2048;
    static constexpr std::size_t kMaxSamples = 2048;

    struct Node {
        float cut;           ///< left: at most this
        std::uint32_t links; ///< dimension, left and right child: 8, 12 and 12 bits

        [[nodiscard]] std::size_t dimension() const { return links & 0xffU; }
        [[nodiscard]] Id left() const { return static_cast<Id>((links >> 8) & 0xfffU); }
        [[nodiscard]] Id right() const { return static_cast<Id>(links >> 20); }
        [[nodiscard]] Id towards(float value) const { return static_cast<Id>((links >> (value <= cut ? 8 : 20)) & 0xfffU); }
    };

    explicit CutTree(const CutTreeShape &shape);

    /// Takes in a point of the store, which gains a user unless an equal one is here already. Gives its leaf. `point` is in whole lanes.
    /// Draws one number for every node whose box does not hold the point, from the leaf upwards.
    Id insert(ShingleStore::Name name, const cut::Lanes &point, ShingleStore &store, SeededRandom &random);
    /// Takes out one of the leaf's points.
    void erase(Id leaf, ShingleStore &store);
    /// After the store was packed.
    void rename(std::span<const ShingleStore::Name> renamed);

    [[nodiscard]] bool isEmpty() const { return m_leafCount == 0; }
    [[nodiscard]] static bool isLeaf(Id id) { return id >= kFirstLeaf; }
    [[nodiscard]] Id root() const { return m_root; }
    [[nodiscard]] const Node *nodes() const { return m_nodes.data(); }
    [[nodiscard]] ShingleStore::Name pointOf(Id leaf) const { return m_points.data()[leaf - kFirstLeaf]; }
    [[nodiscard]] unsigned massOf(Id leaf) const { return m_masses[leaf - kFirstLeaf]; }
    [[nodiscard]] std::size_t leafCount() const { return m_leafCount; }
    /// Low and high corner, or null where none is kept.
    [[nodiscard]] const float *keptBox(Id node) const
    {
        const std::uint8_t place = m_below.data()[node];
        return place >= kNoBox ? nullptr : m_boxes.data() + place * m_boxWidth;
    }
    [[nodiscard]] const CutTreeShape &shape() const { return m_shape; }
    [[nodiscard]] std::size_t bytes() const;

private:
    static constexpr std::uint8_t kNoBox = CutTreeShape::kMostBoxes;
    static constexpr std::size_t kMany = 255 - kNoBox;

    /// The nodes from the root to a leaf.
    struct Path {
        Id nodes[kMaxSamples];
        std::size_t depth = 0;
        Id leaf = 0;

        [[nodiscard]] Id at(std::size_t level) const { return level < depth ? nodes[level] : leaf; }
    };
    /// Where a point is to be cut off: above which node of the path, and how.
    struct Cut {
        std::size_t level = 0;
        std::size_t dimension = 0;
        float value = 0.0F;
    };
    void findPath(const float *point, Path &path) const;
    [[nodiscard]] Cut placeFor(const cut::Lanes &point, const Path &path, const ShingleStore &store, SeededRandom &random) const;
    [[nodiscard]] Id newLeaf(ShingleStore::Name name);
    [[nodiscard]] Id newNode();
    void freeNode(Id node);
    void freeLeaf(Id leaf);
    /// What is above `level` of the path points to `to` instead.
    void relink(const Path &path, std::size_t level, Id to);

    [[nodiscard]] float *boxAt(Id node) { return m_boxes.data() + m_below[node] * m_boxWidth; }
    [[nodiscard]] bool isKept(Id id) const { return !isLeaf(id) && m_below[id] < kNoBox; }
    /// Leaves at or below `id`, or kMany.
    [[nodiscard]] std::size_t leavesOf(Id id) const;
    [[nodiscard]] std::size_t leavesOfChildren(Id node) const;
    void setLeaves(Id node, std::size_t leaves);
    void computeBox(Id node, const ShingleStore &store);
    void keepBox(Id node, const ShingleStore &store);
    void dropBox(Id node);
    /// After `point` came in below the nodes of the path above `level`, the lowest of which is `added`.
    void growBoxes(const Path &path, std::size_t level, Id added, const cut::Lanes &point, const ShingleStore &store);
    /// After a point went from below the nodes of the path above `level`.
    void shrinkBoxes(const Path &path, std::size_t level, const float *point, const ShingleStore &store);

    CutTreeShape m_shape;
    std::size_t m_boxWidth;
    std::vector<Node> m_nodes;
    std::vector<ShingleStore::Name> m_points; ///< by leaf
    std::vector<std::uint16_t> m_masses;      ///< by leaf
    std::vector<std::uint8_t> m_below;        ///< by node: place in m_boxes, or kNoBox + leaves below it
    std::vector<float> m_boxes;
    std::vector<std::uint8_t> m_freeBoxes;
    Id m_root = 0;
    // Freed names form chains through what they named.
    Id m_freeNode = 0;
    Id m_freeLeaf = 0;
    std::size_t m_leafCount = 0;
};

} // namespace telltale::detect
