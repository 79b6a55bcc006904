// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/cut_tree.h"
#include "core/detect/decayed_reservoir.h"
#include "core/detect/seeded_random.h"
#include "core/detect/shingle_store.h"

#include <span>
#include <vector>

namespace telltale::detect {

/// A random cut forest over the last rows of some channels: how hard is the newest point to tell from a sample of those before?
/// Shapes: a row has one value per channel; `shingle` rows are a point. Dimension i of a point is channel i % channels, `shingle − 1 − i /
/// channels` rows ago. Up to 2048 samples and 256 dimensions.
/// Units: a score near 1 is ordinary, whatever the values' scale; all dimensions are weighed by their range alike.
/// Missing: none; values within ±kFarthest.
/// Thread: one.   Cost: see bench_rcf; 50 trees of 256 samples and 8 dimensions: below 0.5 MB.
/// Source: Guha, Mishra, Roy, Schrijvers 2016; score and sampling as in AWS's open library, layout ours.
class RandomCutForest {
public:
    /// Sums over all dimensions of two such values are finite.
    static constexpr float kFarthest = 1e35F;

    struct Setup {
        std::size_t trees = 50;
        std::size_t samples = 256;
        std::size_t shingle = 8;
        std::size_t channels = 1;
        double timeDecay = 0.1 / 256.0; ///< per row
    };
    RandomCutForest(const Setup &setup, SeededRandom random);

    /// Appends a row: the newest point is the one that ends with it.
    void push(std::span<const float> row);
    [[nodiscard]] bool hasPoint() const { return m_store.hasPoint(); }
    /// Shows the newest point to every tree's sampling. Without it, the forest does not change.
    void learn();
    /// Points learnt, as far as a tree can hold them.
    [[nodiscard]] std::size_t mass() const { return m_mass; }

    /// Of the newest point; 0 as long as nothing was learnt.
    [[nodiscard]] double score() const;
    /// The score of the newest point shared out to its dimensions, by how much each sticks out of what is known. Sums to the score but for
    /// the trees that hold an equal point. All zero: cannot say.
    [[nodiscard]] std::vector<double> attribution() const;
    /// What a channel's value in the newest row was expected to be, given all others of the newest point: the median, over some trees, of
    /// what it was in the most similar point. NaN where there are no others, or nothing was learnt.
    [[nodiscard]] double expected(std::size_t channel) const;

    [[nodiscard]] std::span<const CutTree> trees() const { return m_trees; }
    [[nodiscard]] const ShingleStore &store() const { return m_store; }
    [[nodiscard]] std::span<const DecayedReservoir> reservoirs() const { return m_reservoirs; }
    [[nodiscard]] std::size_t bytes() const;

private:
    [[nodiscard]] cut::Lanes newestPoint() const;
    void accept(std::size_t tree, float weight, const cut::Lanes &point);
    void age();

    Setup m_setup;
    SeededRandom m_random;
    ShingleStore m_store;
    std::vector<CutTree> m_trees;
    std::vector<DecayedReservoir> m_reservoirs;
    std::vector<float> m_bars; ///< weight below which a tree accepts a point
    std::size_t m_mass = 0;
    double m_rowsSinceRescaling = 0.0;
};

} // namespace telltale::detect
