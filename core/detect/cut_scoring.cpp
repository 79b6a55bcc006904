// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/cut_scoring.h"

#include "core/detect/cut_climb.h"
#include "core/detect/target_clones.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace telltale::detect {

float scoreSeen(std::size_t depth, unsigned leafMass, std::size_t mass)
{
    const double damping = 1.0 - static_cast<double>(leafMass) / (2.0 * static_cast<double>(mass));
    return static_cast<float>(damping / (static_cast<double>(depth) + std::log2(static_cast<double>(leafMass) + 1.0)));
}

namespace {

constexpr std::size_t kTogether = 8;

struct Walk {
    CutTree::Id path[CutTree::kMaxSamples];
    std::size_t depth;
    CutTree::Id at;
};

/// Every step of a tree waits for the one before, but not for the other trees'.
TELLTALE_INLINE void walkDown(std::span<const CutTree> trees, const float *point, Walk *walks)
{
    const CutTree::Node *nodes[kTogether];
    for (std::size_t t = 0; t < trees.size(); ++t) {
        nodes[t] = trees[t].nodes();
        walks[t].at = trees[t].root();
        walks[t].depth = 0;
    }
    for (bool moved = true; moved;) {
        moved = false;
        for (std::size_t t = 0; t < trees.size(); ++t) {
            Walk &walk = walks[t];
            if (CutTree::isLeaf(walk.at))
                continue;
            const CutTree::Node node = nodes[t][walk.at];
            walk.path[walk.depth++] = walk.at;
            walk.at = node.towards(point[node.dimension()]);
            moved = true;
        }
    }
}

template <typename Fours>
TELLTALE_INLINE float climbUp(const CutTree &tree, const ShingleStore &store, const float *point, const Walk &walk, std::size_t mass,
                              Fours fours)
{
    cut::Climb climb(tree, store, fours, walk.at);
    if (climb.gap(point).outside <= 0.0F)
        return scoreSeen(walk.depth, tree.massOf(walk.at), mass);
    float score = scoreUnseen(walk.depth);
    for (std::size_t level = walk.depth; level-- > 0;) {
        climb.step(walk.path[level]);
        const cut::Gap gap = climb.gap(point);
        if (gap.outside <= 0.0F)
            break;
        score += gap.outside / (gap.outside + gap.range) * (scoreUnseen(level) - score);
    }
    return score;
}

template <typename Fours>
TELLTALE_INLINE double sumOfScores(std::span<const CutTree> trees, const ShingleStore &store, const float *point, std::size_t mass,
                                   Fours fours)
{
    Walk walks[kTogether];
    double sum = 0.0;
    for (std::size_t first = 0; first < trees.size(); first += kTogether) {
        const auto group = trees.subspan(first, std::min(kTogether, trees.size() - first));
        walkDown(group, point, walks);
        for (std::size_t t = 0; t < group.size(); ++t)
            sum += static_cast<double>(climbUp(group[t], store, point, walks[t], mass, fours));
    }
    return sum;
}

TELLTALE_TARGET_CLONES
double sumOfScoresTwoFours(std::span<const CutTree> trees, const ShingleStore &store, const float *point, std::size_t mass)
{
    return sumOfScores(trees, store, point, mass, cut::TwoFours());
}

TELLTALE_TARGET_CLONES
double sumOfScoresWide(std::span<const CutTree> trees, const ShingleStore &store, const float *point, std::size_t mass)
{
    return sumOfScores(trees, store, point, mass, trees.front().shape().fours());
}

} // namespace

double scoreOf(std::span<const CutTree> trees, const ShingleStore &store, const cut::Lanes &point, std::size_t mass)
{
    const bool isTwoFours = trees.front().shape().fours() == cut::TwoFours::value;
    const double sum = (isTwoFours ? sumOfScoresTwoFours : sumOfScoresWide)(trees, store, point.at, mass);
    return sum / static_cast<double>(trees.size()) * std::log2(static_cast<double>(mass) + 1.0);
}

namespace {

/// All shares shrink by the chance that a cut comes between, and the dimensions that stick out get their part of it.
template <typename Climb>
void blend(std::span<double> shares, const Climb &climb, const float *point, const cut::Gap &gap, double score)
{
    const double width = static_cast<double>(gap.outside) + static_cast<double>(gap.range);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double outside = std::max({0.0, double(climb.low(i)) - double(point[i]), double(point[i]) - double(climb.high(i))});
        shares[i] += outside / width * score - double(gap.outside) / width * shares[i];
    }
}

} // namespace

void addAttribution(const CutTree &tree, const ShingleStore &store, const cut::Lanes &point, std::span<double> shares)
{
    std::vector<CutTree::Id> path;
    CutTree::Id id = tree.root();
    for (; !CutTree::isLeaf(id); id = tree.nodes()[id].towards(point.at[tree.nodes()[id].dimension()]))
        path.push_back(id);
    cut::Climb climb(tree, store, tree.shape().fours(), id);
    std::vector<double> own(shares.size());
    for (std::size_t level = path.size();; --level) {
        const cut::Gap gap = climb.gap(point.at);
        if (gap.outside <= 0.0F)
            break;
        blend(own, climb, point.at, gap, static_cast<double>(scoreUnseen(level)));
        if (level == 0)
            break;
        climb.step(path[level - 1]);
    }
    for (std::size_t i = 0; i < shares.size(); ++i)
        shares[i] += own[i];
}

float valueOfNearest(const CutTree &tree, const ShingleStore &store, const cut::Lanes &point, std::size_t dimension)
{
    double nearest = std::numeric_limits<double>::max();
    float found = 0.0F;
    std::vector<CutTree::Id> later{tree.root()};
    while (!later.empty()) {
        const CutTree::Id id = later.back();
        later.pop_back();
        if (!CutTree::isLeaf(id)) {
            const CutTree::Node &node = tree.nodes()[id];
            if (node.dimension() != dimension) {
                later.push_back(node.towards(point.at[node.dimension()]));
            } else {
                later.push_back(node.right());
                later.push_back(node.left());
            }
            continue;
        }
        const float *values = store.values(tree.pointOf(id));
        double distance = 0.0;
        for (std::size_t i = 0; i < store.dimensions(); ++i)
            distance += i == dimension ? 0.0 : std::abs(double(values[i]) - double(point.at[i]));
        if (distance < nearest) {
            nearest = distance;
            found = values[dimension];
        }
    }
    return found;
}

} // namespace telltale::detect
