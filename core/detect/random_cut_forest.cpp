// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/random_cut_forest.h"

#include "core/detect/cut_scoring.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace telltale::detect {

RandomCutForest::RandomCutForest(const Setup &setup, SeededRandom random)
    : m_setup(setup)
    , m_random(random)
    , m_store(setup.shingle, setup.channels)
    , m_trees(setup.trees, CutTree({setup.samples, m_store.dimensions()}))
    , m_bars(setup.trees, std::numeric_limits<float>::infinity())
{
    for (std::size_t i = 0; i < setup.trees; ++i)
        m_reservoirs.emplace_back(setup.samples);
}

void RandomCutForest::push(std::span<const float> row)
{
    if (m_store.isFull()) {
        const std::vector<ShingleStore::Name> renamed = m_store.pack();
        for (CutTree &tree : m_trees)
            tree.rename(renamed);
    }
    m_store.push(row);
}

cut::Lanes RandomCutForest::newestPoint() const
{
    cut::Lanes point;
    const std::size_t dimensions = m_store.dimensions();
    std::copy_n(m_store.values(m_store.newest()), dimensions, point.at);
    std::fill(point.at + dimensions, point.at + m_trees.front().shape().boxWidth() / 2, 0.0F);
    return point;
}

/// All weights carry the factor exp(−decay · row). Once in a while it is taken out of them, before they leave the range of a float.
void RandomCutForest::age()
{
    constexpr double kLargestExponent = 32.0;
    if (++m_rowsSinceRescaling * m_setup.timeDecay < kLargestExponent)
        return;
    const auto factor = static_cast<float>(std::exp(m_rowsSinceRescaling * m_setup.timeDecay));
    for (std::size_t i = 0; i < m_trees.size(); ++i) {
        m_reservoirs[i].scale(factor);
        if (m_reservoirs[i].isFull())
            m_bars[i] = m_reservoirs[i].heaviest();
    }
    m_rowsSinceRescaling = 0.0;
}

void RandomCutForest::learn()
{
    age();
    const cut::Lanes point = newestPoint();
    const double growth = std::exp(m_rowsSinceRescaling * m_setup.timeDecay);
    for (std::size_t i = 0; i < m_trees.size(); ++i) {
        const double uniform = m_random.uniform();
        const double bar = static_cast<double>(m_bars[i]) * growth;
        // −ln u is at least 1 − u, which spares most logarithms.
        if (1.0 - uniform >= bar)
            continue;
        const double weight = -std::log(uniform);
        if (weight < bar)
            accept(i, std::max(static_cast<float>(weight / growth), std::numeric_limits<float>::min()), point);
    }
    m_mass = std::min(m_mass + 1, m_setup.samples);
}

void RandomCutForest::accept(std::size_t tree, float weight, const cut::Lanes &point)
{
    CutTree &cuts = m_trees[tree];
    DecayedReservoir &reservoir = m_reservoirs[tree];
    const bool wasFull = reservoir.isFull();
    if (wasFull)
        cuts.erase(reservoir.heaviestLeaf(), m_store);
    const CutTree::Id leaf = cuts.insert(m_store.newest(), point, m_store, m_random);
    if (wasFull)
        reservoir.replace(weight, leaf);
    else
        reservoir.add(weight, leaf);
    if (reservoir.isFull())
        m_bars[tree] = reservoir.heaviest();
}

double RandomCutForest::score() const
{
    return m_mass == 0 ? 0.0 : scoreOf(m_trees, m_store, newestPoint(), m_mass);
}

std::vector<double> RandomCutForest::attribution() const
{
    std::vector<double> shares(m_store.dimensions());
    if (m_mass == 0)
        return shares;
    const cut::Lanes point = newestPoint();
    for (const CutTree &tree : m_trees)
        addAttribution(tree, m_store, point, shares);
    for (double &share : shares)
        share *= std::log2(static_cast<double>(m_mass) + 1.0) / static_cast<double>(m_trees.size());
    return shares;
}

double RandomCutForest::expected(std::size_t channel) const
{
    constexpr std::size_t kAsked = 9; // as good as all, at a fifth of the cost
    if (m_mass == 0 || m_store.dimensions() == 1)
        return std::numeric_limits<double>::quiet_NaN();
    const cut::Lanes point = newestPoint();
    const std::size_t dimension = m_store.dimensions() - m_setup.channels + channel;
    std::vector<float> answers;
    for (std::size_t i = 0; i < std::min(kAsked, m_trees.size()); ++i)
        answers.push_back(valueOfNearest(m_trees[i], m_store, point, dimension));
    const auto middle = answers.begin() + static_cast<std::ptrdiff_t>(answers.size() / 2);
    std::nth_element(answers.begin(), middle, answers.end());
    return static_cast<double>(*middle);
}

std::size_t RandomCutForest::bytes() const
{
    std::size_t bytes = sizeof(*this) + m_store.bytes() + m_bars.capacity() * sizeof(float);
    for (const CutTree &tree : m_trees)
        bytes += tree.bytes();
    for (const DecayedReservoir &reservoir : m_reservoirs)
        bytes += sizeof(reservoir) + reservoir.bytes();
    return bytes;
}

} // namespace telltale::detect
