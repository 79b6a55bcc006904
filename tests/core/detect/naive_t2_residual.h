// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/detect/naive_stream_a.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace telltale::test {

/// What distinguishes the detector from the definition it grew out of.
struct NaiveT2Options {
    std::size_t warmUp = 400;
    double span = 20.0; ///< of the moving averages
    double drift = 200.0;
    double limit = 2.0;
    double power = 2.0;         ///< of the means over the channels
    bool conditional = false;   ///< levels: each beyond what the others account for, instead of wᵀC⁻¹w
    double wanderingCap = 0.0;  ///< 0 = all channels are alike
    double followInAlarm = 0.0; ///< of the centres of wandering features
    double stillSpread = 0.0;   ///< least spread of a channel that stood still

    /// T² and residuals as first written down: means of squares, all channels alike.
    static NaiveT2Options first() { return {}; }
    static NaiveT2Options present() { return {400, 25.0, 150.0, 2.0, 4.0, true, 5.0, 0.25, 0.1}; }
};

/// `t2_residual` written down as it reads, over all rows of a series at once. Slow; for comparison only.
class NaiveT2Residual {
public:
    using Row = std::vector<double>;
    using Table = std::vector<Row>;

    NaiveT2Residual(const Table &rows, const NaiveT2Options &options) : m_options(options), m_p(rows[0].size())
    {
        standardise(rows);
        leaveOver();
        m_level = smoothed(m_z);
        m_residual = smoothed(m_e);
        m_levelCentre = meanOf(m_level, 20);
        m_residualCentre.assign(m_p, 0.0);
        m_levelSpread = deviationOf(m_level, 20);
        m_residualSpread = deviationOf(m_residual, 20);
        for (std::size_t j = 0; j < m_p; ++j) {
            const double least = options.stillSpread * (1.0 - m_found[j] / m_sd[j]);
            m_levelSpread[j] = std::max(m_levelSpread[j] + 1e-3, least);
            m_residualSpread[j] = std::max(m_residualSpread[j] + 1e-3, least);
        }
        m_levelDrift = driftOf(m_z);
        m_residualDrift = driftOf(m_e);
        m_inverse = inverted(correlations());
        Row a;
        Row b;
        for (std::size_t t = 60; t < options.warmUp; ++t) {
            a.push_back(levelScore(t));
            b.push_back(residualScore(t));
        }
        m_qa = quantileOf(a, 0.99);
        m_qb = quantileOf(b, 0.99);
        for (std::size_t t = options.warmUp; t < rows.size(); ++t)
            judge(t);
    }

    /// One for each row after the warm-up.
    [[nodiscard]] const Row &scores() const { return m_scores; }

private:
    static Table zeros(std::size_t rows, std::size_t columns) { return Table(rows, Row(columns, 0.0)); }

    [[nodiscard]] Row meanOf(const Table &table, std::size_t from) const
    {
        Row mean(m_p, 0.0);
        for (std::size_t j = 0; j < m_p; ++j) {
            for (std::size_t t = from; t < m_options.warmUp; ++t)
                mean[j] += table[t][j];
            mean[j] /= static_cast<double>(m_options.warmUp - from);
        }
        return mean;
    }

    [[nodiscard]] Row deviationOf(const Table &table, std::size_t from) const
    {
        const Row mean = meanOf(table, from);
        Row deviation(m_p, 0.0);
        for (std::size_t j = 0; j < m_p; ++j) {
            for (std::size_t t = from; t < m_options.warmUp; ++t)
                deviation[j] += (table[t][j] - mean[j]) * (table[t][j] - mean[j]);
            deviation[j] = std::sqrt(deviation[j] / static_cast<double>(m_options.warmUp - from));
        }
        return deviation;
    }

    void standardise(const Table &rows)
    {
        const Row mean = meanOf(rows, 0);
        m_found = deviationOf(rows, 0);
        for (std::size_t j = 0; j < m_p; ++j)
            m_sd.push_back(std::max(m_found[j], 1e-3 * std::abs(mean[j])) + 1e-9);
        m_z = zeros(rows.size(), m_p);
        for (std::size_t t = 0; t < rows.size(); ++t) {
            for (std::size_t j = 0; j < m_p; ++j)
                m_z[t][j] = (rows[t][j] - mean[j]) / m_sd[j];
        }
    }

    /// A channel at a time: ridge regression on the others, then z minus its estimate.
    void leaveOver()
    {
        m_e = m_z;
        for (std::size_t j = 0; j < m_p; ++j) {
            std::vector<std::size_t> others;
            for (std::size_t k = 0; k < m_p; ++k) {
                if (k != j)
                    others.push_back(k);
            }
            Table gram = zeros(others.size(), others.size());
            Row target(others.size(), 0.0);
            for (std::size_t a = 0; a < others.size(); ++a) {
                gram[a][a] = static_cast<double>(m_options.warmUp);
                for (std::size_t t = 0; t < m_options.warmUp; ++t) {
                    target[a] += m_z[t][others[a]] * m_z[t][j];
                    for (std::size_t b = 0; b < others.size(); ++b)
                        gram[a][b] += m_z[t][others[a]] * m_z[t][others[b]];
                }
            }
            const Table inverse = inverted(gram);
            for (std::size_t a = 0; a < others.size(); ++a) {
                double weight = 0.0;
                for (std::size_t b = 0; b < others.size(); ++b)
                    weight += inverse[a][b] * target[b];
                for (std::size_t t = 0; t < m_z.size(); ++t)
                    m_e[t][j] -= weight * m_z[t][others[a]];
            }
        }
    }

    [[nodiscard]] Table smoothed(const Table &table) const
    {
        Table result = table;
        for (std::size_t t = 1; t < table.size(); ++t) {
            for (std::size_t j = 0; j < m_p; ++j)
                result[t][j] = result[t - 1][j] + 2.0 / (m_options.span + 1.0) * (table[t][j] - result[t - 1][j]);
        }
        return result;
    }

    /// How much of the variance is in means of 20 rows: 0.4 is none too much, 0.7 is too much.
    [[nodiscard]] Row driftOf(const Table &table) const
    {
        const Row deviation = deviationOf(table, 0);
        Row drift(m_p, 0.0);
        for (std::size_t j = 0; j < m_p && m_options.wanderingCap > 0.0; ++j) {
            Row blocks;
            for (std::size_t t = 0; t + 20 <= m_options.warmUp; t += 20) {
                double sum = 0.0;
                for (std::size_t i = t; i < t + 20; ++i)
                    sum += table[i][j];
                blocks.push_back(sum / 20.0);
            }
            double mean = 0.0;
            for (const double block : blocks)
                mean += block / static_cast<double>(blocks.size());
            double slow = 0.0;
            for (const double block : blocks)
                slow += (block - mean) * (block - mean) / static_cast<double>(blocks.size());
            if (deviation[j] > 0.0)
                drift[j] = std::clamp((slow / (deviation[j] * deviation[j]) - 0.4) / 0.3, 0.0, 1.0);
        }
        return drift;
    }

    [[nodiscard]] Table correlations() const
    {
        Table c = zeros(m_p, m_p);
        for (std::size_t i = 0; i < m_p; ++i) {
            for (std::size_t j = 0; j < m_p; ++j) {
                double sum = 0.0;
                for (std::size_t t = 20; t < m_options.warmUp; ++t)
                    sum += (m_level[t][i] - m_levelCentre[i]) / m_levelSpread[i] * (m_level[t][j] - m_levelCentre[j]) / m_levelSpread[j];
                c[i][j] = 0.9 * sum / static_cast<double>(m_options.warmUp - 21) + (i == j ? 0.1 : 0.0);
            }
        }
        return c;
    }

    /// Gauss and Jordan, with pivots.
    static Table inverted(Table matrix)
    {
        const std::size_t n = matrix.size();
        Table inverse = zeros(n, n);
        for (std::size_t i = 0; i < n; ++i)
            inverse[i][i] = 1.0;
        for (std::size_t column = 0; column < n; ++column) {
            std::size_t pivot = column;
            for (std::size_t i = column; i < n; ++i) {
                if (std::abs(matrix[i][column]) > std::abs(matrix[pivot][column]))
                    pivot = i;
            }
            std::swap(matrix[pivot], matrix[column]);
            std::swap(inverse[pivot], inverse[column]);
            const double divisor = matrix[column][column];
            for (std::size_t k = 0; k < n; ++k) {
                matrix[column][k] /= divisor;
                inverse[column][k] /= divisor;
            }
            for (std::size_t i = 0; i < n; ++i) {
                const double factor = i == column ? 0.0 : matrix[i][column];
                for (std::size_t k = 0; k < n; ++k) {
                    matrix[i][k] -= factor * matrix[column][k];
                    inverse[i][k] -= factor * inverse[column][k];
                }
            }
        }
        return inverse;
    }

    [[nodiscard]] double capped(double deviation, double drift) const
    {
        const double cap = m_options.wanderingCap / drift;
        return drift > 0.0 ? std::clamp(deviation, -cap, cap) : deviation;
    }

    [[nodiscard]] double powerMean(const Row &values) const
    {
        double sum = 0.0;
        for (const double value : values)
            sum += std::pow(std::abs(value), m_options.power);
        return std::pow(sum / static_cast<double>(m_p), 1.0 / m_options.power);
    }

    [[nodiscard]] double levelScore(std::size_t t) const
    {
        Row w(m_p);
        Row whitened(m_p, 0.0);
        double squares = 0.0;
        for (std::size_t j = 0; j < m_p; ++j)
            w[j] = capped((m_level[t][j] - m_levelCentre[j]) / m_levelSpread[j], m_levelDrift[j]);
        for (std::size_t i = 0; i < m_p; ++i) {
            for (std::size_t j = 0; j < m_p; ++j)
                whitened[i] += m_inverse[i][j] * w[j];
            squares += w[i] * whitened[i];
            whitened[i] /= std::sqrt(m_inverse[i][i]);
        }
        return m_options.conditional ? powerMean(whitened) : std::sqrt(squares / static_cast<double>(m_p));
    }

    [[nodiscard]] double residualScore(std::size_t t) const
    {
        Row r(m_p);
        for (std::size_t j = 0; j < m_p; ++j)
            r[j] = capped((m_residual[t][j] - m_residualCentre[j]) / m_residualSpread[j], m_residualDrift[j]);
        return powerMean(r);
    }

    void judge(std::size_t t)
    {
        m_scores.push_back(std::sqrt(levelScore(t) / m_qa * residualScore(t) / m_qb));
        const bool normal = m_scores.back() < m_options.limit;
        for (std::size_t j = 0; j < m_p; ++j) {
            const double levelSpeed = normal ? 1.0 : m_options.followInAlarm * m_levelDrift[j];
            const double residualSpeed = normal ? 1.0 : m_options.followInAlarm * m_residualDrift[j];
            m_levelCentre[j] += levelSpeed * (m_level[t][j] - m_levelCentre[j]) / m_options.drift;
            m_residualCentre[j] += residualSpeed * (m_residual[t][j] - m_residualCentre[j]) / m_options.drift;
        }
    }

    NaiveT2Options m_options;
    std::size_t m_p;
    Row m_found;
    Row m_sd;
    Table m_z;
    Table m_e;
    Table m_level;
    Table m_residual;
    Row m_levelCentre;
    Row m_residualCentre;
    Row m_levelSpread;
    Row m_residualSpread;
    Row m_levelDrift;
    Row m_residualDrift;
    Table m_inverse;
    double m_qa = 0.0;
    double m_qb = 0.0;
    Row m_scores;
};

} // namespace telltale::test
