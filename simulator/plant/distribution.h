// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "simulator/plant/random.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace telltale::simulator {

/// One of the distributions a channel file can name.
struct DistributionRule {
    /// A parameter, in the order in which `Distribution::make` takes them.
    struct Param {
        std::string_view name;
        bool positive = false;
    };
    using Values = std::array<double, 3>;

    std::string_view name;
    std::array<Param, 3> params; ///< unused places have an empty name
    bool ascending = false;      ///< the parameters must rise, and the last must be above the first
    double (*draw)(const Values &, Random &);
    double (*mean)(const Values &);
    double (*variance)(const Values &);

    [[nodiscard]] std::size_t paramCount() const;
};

/// normal, uniform, exponential, poisson, lognormal, gamma, beta, weibull, triangular, chisquare.
[[nodiscard]] std::span<const DistributionRule> distributionRules();

/// A distribution with its parameters, ready to draw from.
/// Source: parameters as numpy.random names and means them (weibull has scale 1; exponential takes the scale, not the rate).
class Distribution {
public:
    /// Errors: NotFound for an unknown name; OutOfRange with `where` = the parameter's name.
    static Result<Distribution> make(std::string_view name, const DistributionRule::Values &values);
    /// N(mean, sd) for tables in the program itself. Errors: none; sd must be positive.
    static Distribution gaussian(double mean, double sd);

    [[nodiscard]] double draw(Random &random) const { return m_rule->draw(m_values, random); }
    [[nodiscard]] double mean() const { return m_rule->mean(m_values); }
    [[nodiscard]] double variance() const { return m_rule->variance(m_values); }
    [[nodiscard]] double sd() const;

private:
    Distribution(const DistributionRule &rule, const DistributionRule::Values &values) : m_rule(&rule), m_values(values) {}

    const DistributionRule *m_rule;
    DistributionRule::Values m_values;
};

} // namespace telltale::simulator
