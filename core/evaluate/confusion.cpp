// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/confusion.h"

#include <limits>

namespace telltale::evaluate {

namespace {

double ratio(std::size_t part, std::size_t whole)
{
    return whole == 0 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

Confusion::Confusion(std::size_t truePositives, std::size_t falsePositives, std::size_t falseNegatives, std::size_t trueNegatives)
    : m_truePositives(truePositives)
    , m_falsePositives(falsePositives)
    , m_falseNegatives(falseNegatives)
    , m_trueNegatives(trueNegatives)
{
}

void Confusion::add(bool said, bool truth)
{
    if (said)
        ++(truth ? m_truePositives : m_falsePositives);
    else
        ++(truth ? m_falseNegatives : m_trueNegatives);
}

Confusion &Confusion::operator+=(const Confusion &other)
{
    m_truePositives += other.m_truePositives;
    m_falsePositives += other.m_falsePositives;
    m_falseNegatives += other.m_falseNegatives;
    m_trueNegatives += other.m_trueNegatives;
    return *this;
}

double Confusion::accuracy() const
{
    return ratio(m_truePositives + m_trueNegatives, count());
}

double Confusion::precision() const
{
    return ratio(m_truePositives, m_truePositives + m_falsePositives);
}

double Confusion::recall() const
{
    return ratio(m_truePositives, m_truePositives + m_falseNegatives);
}

double Confusion::f1() const
{
    return ratio(2 * m_truePositives, 2 * m_truePositives + m_falsePositives + m_falseNegatives);
}

double Confusion::falseAlarmRate() const
{
    return ratio(m_falsePositives, m_falsePositives + m_trueNegatives);
}

double Confusion::missedAlarmRate() const
{
    return ratio(m_falseNegatives, m_falseNegatives + m_truePositives);
}

} // namespace telltale::evaluate
