// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/tail_likelihood.h"

#include <algorithm>

namespace telltale::detect {

namespace {

/// Where each tail begins, then the quantile that all are measured against.
std::vector<double> quantilesOf(const std::vector<TailFit::Setup> &tails)
{
    std::vector<double> quantiles;
    for (const TailFit::Setup &tail : tails)
        quantiles.push_back(tail.p);
    quantiles.push_back(TailFit::kFar);
    return quantiles;
}

} // namespace

TailLikelihood::TailLikelihood(const Setup &setup)
    : m_warmUp(setup.warmUp)
    , m_history(setup.history, quantilesOf(setup.tails))
    , m_tails(setup.tails.begin(), setup.tails.end())
{
}

double TailLikelihood::judge(double raw, double spread)
{
    // Rounded as the history is, so that a score that was seen before is not larger than itself.
    const double kept = TailHistory::rounded(raw);
    m_fitted = static_cast<double>(m_row) >= std::max(6.0, m_warmUp / 4.0);
    const double s = m_fitted ? judgeFitted(kept, spread) : 0.0;
    m_history.add(kept);
    ++m_row;
    return s;
}

double TailLikelihood::judgeFitted(double raw, double spread)
{
    const double far = m_history.quantile(m_tails.size());
    double sum = 0.0;
    for (std::size_t i = 0; i < m_tails.size(); ++i) {
        m_tails[i].fit(m_history.quantile(i), far, spread);
        sum += m_tails[i].score(raw);
    }
    return sum / static_cast<double>(m_tails.size());
}

double TailLikelihood::rawAt(double s) const
{
    if (!m_fitted)
        return kMissing;
    double sum = 0.0;
    for (const TailFit &tail : m_tails)
        sum += tail.rawAt(s);
    return sum / static_cast<double>(m_tails.size());
}

} // namespace telltale::detect
