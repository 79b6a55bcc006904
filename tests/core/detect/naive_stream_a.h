// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <vector>

namespace telltale::test {

/// numpy's default quantile: interpolates linearly between the two values that sorting would put next to the rank.
inline double quantileOf(std::vector<double> values, double p)
{
    const double rank = p * static_cast<double>(values.size() - 1);
    const auto low = values.begin() + static_cast<std::ptrdiff_t>(std::floor(rank));
    std::nth_element(values.begin(), low, values.end());
    const double next = low + 1 == values.end() ? *low : *std::min_element(low + 1, values.end());
    return *low + (next - *low) * (rank - std::floor(rank));
}

inline std::vector<double> lastOf(const std::vector<double> &values, std::size_t count)
{
    return {values.end() - static_cast<std::ptrdiff_t>(std::min(count, values.size())), values.end()};
}

/// The three parts of the single shingle stream, written down as the definition reads, with everything kept for ever. Slow; for
/// comparison only.
class NaiveShingleKnn {
public:
    NaiveShingleKnn(std::size_t width, std::size_t neighbours, std::size_t library, bool timeOfDay)
        : m_width(width)
        , m_neighbours(neighbours)
        , m_library(library)
        , m_timeOfDay(timeOfDay)
    {
    }

    double raw(double x, double secondOfDay)
    {
        m_x.push_back(x);
        m_angle.push_back(2.0 * std::numbers::pi * secondOfDay / 86400.0);
        const std::size_t t = m_x.size() - 1;
        if (t < 2 * m_width + m_width - 1)
            return 0.0;
        const std::size_t youngest = t - 2 * m_width;
        const std::size_t oldest = std::max(m_width - 1, youngest + 1 > m_library ? youngest + 1 - m_library : 0);
        std::vector<double> distances;
        for (std::size_t s = oldest; s <= youngest; ++s)
            distances.push_back(distance(t, s));
        if (distances.size() < 4)
            return 0.0;
        const std::size_t count = std::min(m_neighbours, distances.size());
        std::partial_sort(distances.begin(), distances.begin() + static_cast<std::ptrdiff_t>(count), distances.end());
        double sum = 0.0;
        for (std::size_t i = 0; i < count; ++i)
            sum += distances[i];
        return sum / static_cast<double>(count) / std::sqrt(static_cast<double>(m_width));
    }

private:
    double distance(std::size_t t, std::size_t s) const
    {
        double sum = 0.0;
        for (std::size_t j = 0; j < m_width; ++j)
            sum += (m_x[t - j] - m_x[s - j]) * (m_x[t - j] - m_x[s - j]);
        if (m_timeOfDay) {
            const double weight = 0.2 * deviation() * std::sqrt(static_cast<double>(m_width));
            const double cosine = weight * (std::cos(m_angle[t]) - std::cos(m_angle[s]));
            const double sine = weight * (std::sin(m_angle[t]) - std::sin(m_angle[s]));
            sum += cosine * cosine + sine * sine;
        }
        return std::sqrt(sum);
    }
    double deviation() const
    {
        if (m_deviationOf != m_x.size()) {
            double mean = 0.0;
            for (const double x : m_x)
                mean += x / static_cast<double>(m_x.size());
            double squares = 0.0;
            for (const double x : m_x)
                squares += (x - mean) * (x - mean);
            m_deviation = std::sqrt(squares / static_cast<double>(m_x.size()));
            m_deviationOf = m_x.size();
        }
        return m_deviation;
    }

    std::size_t m_width;
    std::size_t m_neighbours;
    std::size_t m_library;
    bool m_timeOfDay;
    std::vector<double> m_x;
    std::vector<double> m_angle;
    mutable double m_deviation = 0.0;
    mutable std::size_t m_deviationOf = 0;
};

class NaiveTail {
public:
    NaiveTail(bool pareto, double p, std::size_t history, double warmUp) : m_pareto(pareto), m_p(p), m_history(history), m_warmUp(warmUp) {}

    double score(double r, double x)
    {
        const std::size_t t = m_raw.size();
        const double kept = rounded(r);
        m_all.push_back(x);
        if (t < 200 || t % 16 == 0)
            m_x.push_back(x);
        const double s = static_cast<double>(t) < std::max(6.0, m_warmUp / 4.0) ? 0.0 : fitted(kept);
        m_raw.push_back(kept);
        return s;
    }

private:
    /// To 8 significant bits, half up: what the library's own definition is, see TailLikelihood.
    static double rounded(double r)
    {
        int exponent = 0;
        const double fraction = std::frexp(static_cast<float>(r), &exponent);
        return std::ldexp(std::floor(fraction * 256.0 + 0.5) / 256.0, exponent);
    }
    double fitted(double r) const
    {
        const std::vector<double> kept = lastOf(m_x, 1500);
        double range = quantileOf(kept, 0.99) - quantileOf(kept, 0.01);
        if (range <= 0.0)
            range = 0.1 * (*std::max_element(m_all.begin(), m_all.end()) - *std::min_element(m_all.begin(), m_all.end()));
        const double phi = 0.05 * range;
        const double u = quantileOf(lastOf(m_raw, m_history), m_p);
        const double v = quantileOf(lastOf(m_raw, m_history), 0.99);
        if (r <= u)
            return 0.0;
        if (!m_pareto) {
            const double beta = std::max({(v - u) / std::log(10.0), 0.2 * phi, 1e-12});
            return std::min(8.0, 1.0 + (r - u) / (beta * std::log(10.0)));
        }
        const double beta = std::max((std::log(v + phi) - std::log(u + phi)) / std::log((1.0 - m_p) / 0.01), 0.2);
        return std::min(8.0, -std::log10(1.0 - m_p) + (std::log(r + phi) - std::log(u + phi)) / (beta * std::log(10.0)));
    }

    bool m_pareto;
    double m_p;
    std::size_t m_history;
    double m_warmUp;
    std::vector<double> m_raw;
    std::vector<double> m_x;
    std::vector<double> m_all;
};

/// Answers s on an alert, else 0.
class NaiveControl {
public:
    explicit NaiveControl(double warmUp) : m_warmUp(warmUp) {}

    double output(double s)
    {
        const double theta = 0.97;
        const double t = m_t++;
        m_ex = std::max(0.0, m_ex - 0.2 / 2000.0);
        double thr = theta + m_ex;
        if (m_last >= 0.0)
            thr = std::max(thr, m_lv * std::exp(-(t - m_last) / (0.5 * m_warmUp)));
        const bool inR = m_last >= 0.0 && t - m_last <= 0.2 * m_warmUp;
        const bool strong = s > 2.0 * m_lv;
        if (!((s >= thr || (inR && strong)) && (!inR || strong)))
            return 0.0;
        m_last = t;
        m_lv = s;
        m_ex = std::min(3.0, m_ex + 0.2);
        return s;
    }

private:
    double m_warmUp;
    double m_t = 0.0;
    double m_ex = 0.0;
    double m_last = -1.0;
    double m_lv = 0.0;
};

} // namespace telltale::test
