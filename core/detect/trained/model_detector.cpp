// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/trained/model_detector.h"

#include <algorithm>
#include <cmath>

namespace telltale::detect {

namespace {

std::optional<std::size_t> placeOf(const std::string &sensor, const std::vector<ChannelSpec> &channels)
{
    const auto found = std::find_if(channels.begin(), channels.end(), [&](const ChannelSpec &each) { return each.sensor == sensor; });
    if (found == channels.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - channels.begin());
}

} // namespace

ModelDetector::ModelDetector(std::shared_ptr<const FittedModel> model, const TrainedModel &values, double limit,
                             const std::vector<ChannelSpec> &channels)
    : m_model(std::move(model))
    , m_scale(values.channels)
    , m_scoreQuantiles(values.scoreQuantiles)
    , m_limit(beyond(limit))
    , m_row(values.channels.size())
{
    for (const ModelChannel &channel : values.channels)
        m_sources.push_back(placeOf(channel.sensor, channels));
}

bool ModelDetector::readRow(const Point &point)
{
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        if (!m_sources[i] || !usable(point, *m_sources[i]))
            return false;
    }
    for (std::size_t i = 0; i < m_sources.size(); ++i)
        m_row[i] = m_scale.scaled(i, point.values[*m_sources[i]]);
    return true;
}

RawScore ModelDetector::judge(const Point &point)
{
    RawScore score;
    if (!readRow(point))
        return score;
    score.raw = score.yardstick = m_model->score(m_row);
    score.limit = m_limit;
    score.likelihood = likelihood(score.raw);
    return score;
}

double ModelDetector::likelihood(double raw) const
{
    if (m_scoreQuantiles.size() < 2)
        return raw / (raw + m_limit);
    // Rows with the same score are not less strange.
    const auto notBelow = std::lower_bound(m_scoreQuantiles.begin(), m_scoreQuantiles.end(), raw);
    if (notBelow == m_scoreQuantiles.begin())
        return 0.0;
    if (notBelow == m_scoreQuantiles.end())
        return 1.0;
    const double below = *(notBelow - 1);
    const double within = (raw - below) / (*notBelow - below);
    return (static_cast<double>(notBelow - 1 - m_scoreQuantiles.begin()) + within) / static_cast<double>(m_scoreQuantiles.size() - 1);
}

std::vector<Contribution> ModelDetector::contributions() const
{
    std::vector<double> expected(m_row.size());
    std::vector<double> share(m_row.size());
    m_model->explain(m_row, expected, share);
    std::vector<Contribution> all;
    for (std::size_t i = 0; i < m_row.size(); ++i)
        all.push_back({static_cast<std::uint32_t>(*m_sources[i]), share[i], m_scale.inUnit(i, expected[i]), m_scale.inUnit(i, m_row[i])});
    return all;
}

std::size_t ModelDetector::bytes() const
{
    return sizeof(*this) + m_model->bytes() + (m_row.capacity() + m_scoreQuantiles.capacity()) * sizeof(double)
           + m_sources.capacity() * sizeof(std::optional<std::size_t>);
}

} // namespace telltale::detect
