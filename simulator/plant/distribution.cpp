// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/plant/distribution.h"

#include "core/base/json_text.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace telltale::simulator {

namespace {

using Values = DistributionRule::Values;

template <typename T>
double drawn(T distribution, Random &random)
{
    return static_cast<double>(distribution(random.engine()));
}

double drawBeta(const Values &v, Random &random)
{
    const double a = drawn(std::gamma_distribution<double>(v[0], 1.0), random);
    const double b = drawn(std::gamma_distribution<double>(v[1], 1.0), random);
    return a + b > 0.0 ? a / (a + b) : 0.5;
}

/// Inverse of the distribution function.
double drawTriangular(const Values &v, Random &random)
{
    const double u = random.uniform();
    const double width = v[2] - v[0];
    const double rising = v[1] - v[0];
    const double falling = v[2] - v[1];
    return u * width < rising ? v[0] + std::sqrt(u * width * rising) : v[2] - std::sqrt((1.0 - u) * width * falling);
}

double weibullMoment(double shape, double order)
{
    return std::tgamma(1.0 + order / shape);
}

const std::array<DistributionRule, 10> kRules{{
    {"normal",
     {{{"mean"}, {"std", true}, {}}},
     false,
     [](const Values &v, Random &r) { return r.normal(v[0], v[1]); },
     [](const Values &v) { return v[0]; },
     [](const Values &v) { return v[1] * v[1]; }},
    {"uniform",
     {{{"low"}, {"high"}, {}}},
     true,
     [](const Values &v, Random &r) { return r.uniform(v[0], v[1]); },
     [](const Values &v) { return (v[0] + v[1]) / 2; },
     [](const Values &v) { return (v[1] - v[0]) * (v[1] - v[0]) / 12; }},
    {"exponential",
     {{{"scale", true}, {}, {}}},
     false,
     [](const Values &v, Random &r) { return drawn(std::exponential_distribution<double>(1.0 / v[0]), r); },
     [](const Values &v) { return v[0]; },
     [](const Values &v) { return v[0] * v[0]; }},
    {"poisson",
     {{{"lam", true}, {}, {}}},
     false,
     [](const Values &v, Random &r) { return drawn(std::poisson_distribution<std::int64_t>(v[0]), r); },
     [](const Values &v) { return v[0]; },
     [](const Values &v) { return v[0]; }},
    {"lognormal",
     {{{"mean"}, {"sigma", true}, {}}},
     false,
     [](const Values &v, Random &r) { return std::exp(r.normal(v[0], v[1])); },
     [](const Values &v) { return std::exp(v[0] + v[1] * v[1] / 2); },
     [](const Values &v) { return std::expm1(v[1] * v[1]) * std::exp(2 * v[0] + v[1] * v[1]); }},
    {"gamma",
     {{{"shape", true}, {"scale", true}, {}}},
     false,
     [](const Values &v, Random &r) { return drawn(std::gamma_distribution<double>(v[0], v[1]), r); },
     [](const Values &v) { return v[0] * v[1]; },
     [](const Values &v) { return v[0] * v[1] * v[1]; }},
    {"beta",
     {{{"a", true}, {"b", true}, {}}},
     false,
     drawBeta,
     [](const Values &v) { return v[0] / (v[0] + v[1]); },
     [](const Values &v) { return v[0] * v[1] / ((v[0] + v[1]) * (v[0] + v[1]) * (v[0] + v[1] + 1)); }},
    {"weibull",
     {{{"a", true}, {}, {}}},
     false,
     [](const Values &v, Random &r) { return drawn(std::weibull_distribution<double>(v[0], 1.0), r); },
     [](const Values &v) { return weibullMoment(v[0], 1); },
     [](const Values &v) { return weibullMoment(v[0], 2) - weibullMoment(v[0], 1) * weibullMoment(v[0], 1); }},
    {"triangular",
     {{{"left"}, {"mode"}, {"right"}}},
     true,
     drawTriangular,
     [](const Values &v) { return (v[0] + v[1] + v[2]) / 3; },
     [](const Values &v) { return (v[0] * v[0] + v[1] * v[1] + v[2] * v[2] - v[0] * v[1] - v[0] * v[2] - v[1] * v[2]) / 18; }},
    {"chisquare",
     {{{"df", true}, {}, {}}},
     false,
     [](const Values &v, Random &r) { return drawn(std::chi_squared_distribution<double>(v[0]), r); },
     [](const Values &v) { return v[0]; },
     [](const Values &v) { return 2 * v[0]; }},
}};

/// Beyond this a draw could overflow, and no sensor measures it.
constexpr double kLargest = 1e9;

Error outOfRange(const DistributionRule &rule, std::size_t param, const std::string &expected, double found)
{
    return {ErrorKind::OutOfRange, "expected " + expected + ", found " + numberText(found), std::string(rule.params[param].name)};
}

std::optional<Error> wrongValue(const DistributionRule &rule, const Values &values)
{
    const std::size_t count = rule.paramCount();
    for (std::size_t i = 0; i < count; ++i) {
        if (!std::isfinite(values[i]) || std::fabs(values[i]) > kLargest)
            return outOfRange(rule, i, "a number between -1e9 and 1e9", values[i]);
        if (rule.params[i].positive && values[i] <= 0.0)
            return outOfRange(rule, i, "a number greater than 0", values[i]);
        if (rule.ascending && i > 0 && values[i] < values[i - 1])
            return outOfRange(rule, i, "at least " + std::string(rule.params[i - 1].name), values[i]);
    }
    if (rule.ascending && values[count - 1] <= values[0])
        return outOfRange(rule, count - 1, "more than " + std::string(rule.params[0].name), values[count - 1]);
    return std::nullopt;
}

} // namespace

std::size_t DistributionRule::paramCount() const
{
    return static_cast<std::size_t>(std::count_if(params.begin(), params.end(), [](const Param &p) { return !p.name.empty(); }));
}

std::span<const DistributionRule> distributionRules()
{
    return kRules;
}

Result<Distribution> Distribution::make(std::string_view name, const Values &values)
{
    const auto rule = std::find_if(kRules.begin(), kRules.end(), [&](const DistributionRule &r) { return r.name == name; });
    if (rule == kRules.end())
        return Error{ErrorKind::NotFound, "no distribution is called \"" + std::string(name) + '"', {}};
    if (auto wrong = wrongValue(*rule, values))
        return *wrong;
    return Distribution(*rule, values);
}

Distribution Distribution::gaussian(double mean, double sd)
{
    return {kRules.front(), Values{mean, sd, 0.0}};
}

double Distribution::sd() const
{
    return std::sqrt(variance());
}

} // namespace telltale::simulator
