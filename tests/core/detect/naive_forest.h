// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/seeded_random.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <vector>

namespace telltale::test {

/// A random cut forest, written down as the definition reads: every point a vector of its own, every box put together anew from all
/// leaves, every sample a list that is searched. Slow; for comparison only. It shares the random draws and their order with the real one.
class NaiveForest {
public:
    using Values = std::vector<float>;

    NaiveForest(std::size_t trees, std::size_t samples, double timeDecay, detect::SeededRandom random)
        : m_samples(samples)
        , m_timeDecay(timeDecay)
        , m_random(random)
        , m_trees(trees)
    {
    }

    void learn(const Values &point)
    {
        ++m_row;
        for (Tree &tree : m_trees) {
            const double weight = std::log(-std::log(m_random.uniform())) - m_timeDecay * static_cast<double>(m_row);
            if (tree.sample.size() == m_samples) {
                const auto heaviest = std::max_element(tree.sample.begin(), tree.sample.end(), &lighter);
                if (weight >= heaviest->weight)
                    continue;
                erase(tree.root, heaviest->point);
                tree.sample.erase(heaviest);
            }
            tree.sample.push_back({weight, point});
            insert(tree.root, point);
        }
    }

    double score(const Values &point) const
    {
        double sum = 0.0;
        for (const Tree &tree : m_trees) {
            const double mass = static_cast<double>(tree.sample.size());
            sum += scoreBelow(*tree.root, point, 0, mass) * std::log2(mass + 1.0);
        }
        return sum / static_cast<double>(m_trees.size());
    }

    /// Sums to the score of the trees that do not hold the point itself.
    std::vector<double> attribution(const Values &point) const
    {
        std::vector<double> all(point.size());
        for (const Tree &tree : m_trees) {
            const std::vector<double> own = attributionBelow(*tree.root, point, 0);
            const double scale = std::log2(static_cast<double>(tree.sample.size()) + 1.0) / static_cast<double>(m_trees.size());
            for (std::size_t i = 0; i < all.size(); ++i)
                all[i] += own[i] * scale;
        }
        return all;
    }

private:
    struct Node {
        std::unique_ptr<Node> left, right; ///< both or none
        std::size_t dimension = 0;
        float cut = 0.0F;
        Values point;
        double mass = 1.0;
    };
    using Link = std::unique_ptr<Node>;
    struct Sampled {
        double weight;
        Values point;
    };
    struct Tree {
        Link root;
        std::vector<Sampled> sample;
    };
    struct Box {
        Values low, high;
        std::vector<double> outside; ///< how far the point sticks out of it
        double outsideSum = 0.0;
        double range = 0.0;
    };

    static bool lighter(const Sampled &a, const Sampled &b) { return a.weight < b.weight; }
    static const Link &towards(const Node &node, const Values &point) { return point[node.dimension] <= node.cut ? node.left : node.right; }

    static void collect(const Node &node, Box &box)
    {
        if (node.left) {
            collect(*node.left, box);
            collect(*node.right, box);
            return;
        }
        for (std::size_t i = 0; i < node.point.size(); ++i) {
            box.low[i] = std::min(box.low[i], node.point[i]);
            box.high[i] = std::max(box.high[i], node.point[i]);
        }
    }
    static Box boxOf(const Node &node, const Values &point)
    {
        Box box{Values(point.size(), std::numeric_limits<float>::max()), Values(point.size(), std::numeric_limits<float>::lowest()), {}};
        collect(node, box);
        for (std::size_t i = 0; i < point.size(); ++i) {
            box.outside.push_back(std::max({0.0, double(box.low[i]) - double(point[i]), double(point[i]) - double(box.high[i])}));
            box.outsideSum += box.outside.back();
            box.range += double(box.high[i]) - double(box.low[i]);
        }
        return box;
    }

    /// From the leaf upwards, one draw per node that does not hold the point; the topmost cut that parts the point from its node counts.
    void insert(Link &root, const Values &point)
    {
        auto leaf = std::make_unique<Node>();
        leaf->point = point;
        if (!root) {
            root = std::move(leaf);
            return;
        }
        std::vector<Link *> path{&root};
        while ((*path.back())->left)
            path.push_back(const_cast<Link *>(&towards(**path.back(), point)));
        if ((*path.back())->point == point) {
            ++(*path.back())->mass;
            return;
        }
        Link *place = nullptr;
        auto parting = std::make_unique<Node>();
        for (std::size_t level = path.size(); level-- > 0;) {
            const Box box = boxOf(**path[level], point);
            if (box.outsideSum <= 0.0)
                break;
            double along = m_random.uniform() * (box.outsideSum + box.range);
            if (along >= box.outsideSum && place != nullptr)
                continue;
            std::size_t i = 0;
            for (; i + 1 < point.size() && along >= box.outside[i]; ++i)
                along -= box.outside[i];
            parting->dimension = i;
            parting->cut = static_cast<float>(double(point[i] < box.low[i] ? point[i] : box.high[i]) + along);
            place = path[level];
        }
        const bool isLeft = point[parting->dimension] <= parting->cut;
        (isLeft ? parting->left : parting->right) = std::move(leaf);
        (isLeft ? parting->right : parting->left) = std::move(*place);
        *place = std::move(parting);
    }

    static void erase(Link &link, const Values &point)
    {
        if (!link->left) {
            if (--link->mass <= 0.0)
                link.reset();
            return;
        }
        Link &child = const_cast<Link &>(towards(*link, point));
        Link &sibling = &child == &link->left ? link->right : link->left;
        erase(child, point);
        if (!child) {
            Link rest = std::move(sibling);
            link = std::move(rest);
        }
    }

    static double scoreBelow(const Node &node, const Values &point, double depth, double mass)
    {
        const double unseen = 1.0 / (depth + 1.0);
        if (!node.left) {
            const double damping = 1.0 - node.mass / (2.0 * mass);
            return node.point == point ? damping / (depth + std::log2(node.mass + 1.0)) : unseen;
        }
        const Box box = boxOf(node, point);
        const double parted = box.outsideSum / (box.outsideSum + box.range);
        return parted * unseen + (1.0 - parted) * scoreBelow(*towards(node, point), point, depth + 1.0, mass);
    }

    static std::vector<double> attributionBelow(const Node &node, const Values &point, double depth)
    {
        const Box box = boxOf(node, point);
        std::vector<double> shares =
            node.left ? attributionBelow(*towards(node, point), point, depth + 1.0) : std::vector<double>(point.size());
        if (box.outsideSum <= 0.0)
            return shares;
        const double parted = box.outsideSum / (box.outsideSum + box.range);
        for (std::size_t i = 0; i < point.size(); ++i)
            shares[i] = box.outside[i] / (box.outsideSum + box.range) / (depth + 1.0) + (1.0 - parted) * shares[i];
        return shares;
    }

    std::size_t m_samples;
    double m_timeDecay;
    detect::SeededRandom m_random;
    std::vector<Tree> m_trees;
    std::size_t m_row = 0;
};

} // namespace telltale::test
