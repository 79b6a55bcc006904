// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/cut_tree.h"

#include "core/detect/cut_climb.h"

#include <limits>

namespace telltale::detect {

using cut::withFours;

namespace {

std::uint32_t linksOf(std::size_t dimension, CutTree::Id left, CutTree::Id right)
{
    return static_cast<std::uint32_t>(dimension) | static_cast<std::uint32_t>(left) << 8 | static_cast<std::uint32_t>(right) << 20;
}

/// Where, `along` the pieces by which a point sticks out of a box, a cut falls: which dimension, and the largest value of its left side.
/// Rounding must not carry it to the far end of its piece, where it would part nothing.
template <typename Climb>
std::pair<std::size_t, float> cutAlong(float along, const Climb &climb, const float *point, std::size_t dimensions)
{
    std::pair<std::size_t, float> last{0, 0.0F};
    for (std::size_t i = 0; i < dimensions; ++i) {
        const float from = point[i] < climb.low(i) ? point[i] : climb.high(i);
        const float to = point[i] < climb.low(i) ? climb.low(i) : point[i];
        if (!(to > from))
            continue;
        const float value = from + along;
        last = {i, value < to ? value : from};
        if (along < to - from)
            break;
        along -= to - from;
    }
    return last;
}

void extend(float *box, std::size_t width, const float *point)
{
    for (std::size_t i = 0; i < width; ++i) {
        box[i] = std::min(box[i], point[i]);
        box[width + i] = std::max(box[width + i], point[i]);
    }
}

bool touches(const float *box, std::size_t width, const float *point, std::size_t dimensions)
{
    for (std::size_t i = 0; i < dimensions; ++i) {
        if (point[i] == box[i] || point[i] == box[width / 2 + i])
            return true;
    }
    return false;
}

} // namespace

CutTree::CutTree(const CutTreeShape &shape)
    : m_shape(shape)
    , m_boxWidth(shape.boxWidth())
    , m_nodes(shape.samples)
    , m_points(shape.samples)
    , m_masses(shape.samples)
    , m_below(shape.samples, kNoBox)
    , m_boxes(shape.boxes() * shape.boxWidth())
{
    for (std::size_t i = 0; i < shape.samples; ++i) {
        m_nodes[i].links = static_cast<std::uint32_t>(i + 1);
        m_points[i] = static_cast<ShingleStore::Name>(i + 1);
    }
    for (std::size_t i = shape.boxes(); i-- > 0;)
        m_freeBoxes.push_back(static_cast<std::uint8_t>(i));
}

CutTree::Id CutTree::newLeaf(ShingleStore::Name name)
{
    const Id place = m_freeLeaf;
    m_freeLeaf = static_cast<Id>(m_points[place]);
    m_points[place] = name;
    m_masses[place] = 1;
    ++m_leafCount;
    return static_cast<Id>(kFirstLeaf + place);
}

void CutTree::freeLeaf(Id leaf)
{
    m_points[leaf - kFirstLeaf] = m_freeLeaf;
    m_masses[leaf - kFirstLeaf] = 0;
    m_freeLeaf = static_cast<Id>(leaf - kFirstLeaf);
    --m_leafCount;
}

CutTree::Id CutTree::newNode()
{
    const Id node = m_freeNode;
    m_freeNode = static_cast<Id>(m_nodes[node].links);
    return node;
}

void CutTree::freeNode(Id node)
{
    if (isKept(node))
        dropBox(node);
    m_nodes[node].links = m_freeNode;
    m_freeNode = node;
}

void CutTree::findPath(const float *point, Path &path) const
{
    path.depth = 0;
    Id id = m_root;
    for (; !isLeaf(id); id = m_nodes[id].towards(point[m_nodes[id].dimension()]))
        path.nodes[path.depth++] = id;
    path.leaf = id;
}

void CutTree::relink(const Path &path, std::size_t level, Id to)
{
    if (level == 0) {
        m_root = to;
        return;
    }
    Node &above = m_nodes[path.nodes[level - 1]];
    const bool isLeft = above.left() == path.at(level);
    above.links = linksOf(above.dimension(), isLeft ? to : above.left(), isLeft ? above.right() : to);
}

CutTree::Id CutTree::insert(ShingleStore::Name name, const cut::Lanes &point, ShingleStore &store, SeededRandom &random)
{
    if (isEmpty()) {
        store.retain(name);
        return m_root = newLeaf(name);
    }
    Path path;
    findPath(point.at, path);
    if (std::equal(point.at, point.at + m_shape.dimensions, store.values(pointOf(path.leaf)))) {
        ++m_masses[path.leaf - kFirstLeaf];
        return path.leaf;
    }
    const Cut cut = placeFor(point, path, store, random);
    store.retain(name);
    const Id leaf = newLeaf(name);
    const Id node = newNode();
    const Id below = path.at(cut.level);
    const bool isLeft = point.at[cut.dimension] <= cut.value;
    m_nodes[node] = {cut.value, linksOf(cut.dimension, isLeft ? leaf : below, isLeft ? below : leaf)};
    relink(path, cut.level, node);
    growBoxes(path, cut.level, node, point, store);
    return leaf;
}

/// On every step up, a cut of the box that holds both the node and the point parts them with a chance of outside / (outside + range).
/// The highest cut that does so is where a tree with the point in it from the start would have had it.
CutTree::Cut CutTree::placeFor(const cut::Lanes &point, const Path &path, const ShingleStore &store, SeededRandom &random) const
{
    return withFours(m_shape.fours(), [&](auto fours) {
        cut::Climb climb(*this, store, fours, path.leaf);
        Cut cut;
        for (std::size_t level = path.depth;; --level) {
            const cut::Gap gap = climb.gap(point.at);
            if (gap.outside <= 0.0F)
                break;
            const auto along = static_cast<float>(random.uniform() * (static_cast<double>(gap.outside) + static_cast<double>(gap.range)));
            if (level == path.depth || along < gap.outside) {
                const auto [dimension, value] = cutAlong(along, climb, point.at, m_shape.dimensions);
                cut = {level, dimension, value};
            }
            if (level == 0)
                break;
            climb.step(path.nodes[level - 1]);
        }
        return cut;
    });
}

void CutTree::erase(Id leaf, ShingleStore &store)
{
    if (--m_masses[leaf - kFirstLeaf] > 0)
        return;
    const ShingleStore::Name name = pointOf(leaf);
    const float *point = store.values(name);
    Path path;
    findPath(point, path);
    freeLeaf(leaf);
    store.release(name);
    if (path.depth == 0)
        return;
    const std::size_t level = path.depth - 1;
    const Id parent = path.nodes[level];
    relink(path, level, m_nodes[parent].left() == leaf ? m_nodes[parent].right() : m_nodes[parent].left());
    freeNode(parent);
    shrinkBoxes(path, level, point, store);
}

void CutTree::rename(std::span<const ShingleStore::Name> renamed)
{
    for (std::size_t place = 0; place < m_points.size(); ++place) {
        if (m_masses[place] > 0)
            m_points[place] = renamed[m_points[place]];
    }
}

std::size_t CutTree::leavesOf(Id id) const
{
    if (isLeaf(id))
        return 1;
    return isKept(id) ? kMany : std::size_t(m_below[id] - kNoBox);
}

std::size_t CutTree::leavesOfChildren(Id node) const
{
    return leavesOf(m_nodes[node].left()) + leavesOf(m_nodes[node].right());
}

void CutTree::setLeaves(Id node, std::size_t leaves)
{
    m_below[node] = static_cast<std::uint8_t>(kNoBox + std::min(leaves, kMany));
}

void CutTree::computeBox(Id node, const ShingleStore &store)
{
    withFours(m_shape.fours(), [&](auto fours) {
        constexpr float kFarthest = std::numeric_limits<float>::max();
        cut::Box<decltype(fours)> box;
        for (std::size_t i = 0; i < fours; ++i) {
            box.low[i] = cut::Four{} + kFarthest;
            box.high[i] = -box.low[i];
        }
        cut::addBelow(box, *this, store, m_nodes[node].left(), fours);
        cut::addBelow(box, *this, store, m_nodes[node].right(), fours);
        cut::keep(box, boxAt(node), fours);
    });
}

void CutTree::keepBox(Id node, const ShingleStore &store)
{
    if (m_freeBoxes.empty())
        return;
    m_below[node] = m_freeBoxes.back();
    m_freeBoxes.pop_back();
    computeBox(node, store);
}

void CutTree::dropBox(Id node)
{
    m_freeBoxes.push_back(m_below[node]);
    setLeaves(node, leavesOfChildren(node));
}

void CutTree::growBoxes(const Path &path, std::size_t level, Id added, const cut::Lanes &point, const ShingleStore &store)
{
    setLeaves(added, leavesOfChildren(added));
    for (std::size_t i = level + 1; i-- > 0;) {
        const Id node = i == level ? added : path.nodes[i];
        if (isKept(node)) {
            extend(boxAt(node), m_boxWidth / 2, point.at);
            continue;
        }
        setLeaves(node, leavesOfChildren(node));
        if (leavesOf(node) > m_shape.boxAbove())
            keepBox(node, store);
    }
}

void CutTree::shrinkBoxes(const Path &path, std::size_t level, const float *point, const ShingleStore &store)
{
    for (std::size_t i = level; i-- > 0;) {
        const Id node = path.nodes[i];
        if (!isKept(node))
            setLeaves(node, leavesOfChildren(node));
        else if (leavesOfChildren(node) <= m_shape.boxAbove())
            dropBox(node);
        else if (touches(boxAt(node), m_boxWidth, point, m_shape.dimensions))
            computeBox(node, store);
        else
            return; // boxes nest: a point inside this one is inside all above
    }
}

std::size_t CutTree::bytes() const
{
    return sizeof(*this) + m_nodes.capacity() * sizeof(Node) + m_points.capacity() * sizeof(ShingleStore::Name)
           + m_masses.capacity() * sizeof(std::uint16_t) + m_below.capacity() + m_boxes.capacity() * sizeof(float) + m_freeBoxes.capacity();
}

} // namespace telltale::detect
