// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/trained/self_training_detector.h"

#include "core/detect/make_raw_detector.h"
#include "core/detect/trained/train.h"

namespace telltale::detect {

SelfTrainingDetector::SelfTrainingDetector(DetectorSpec spec, std::vector<ChannelSpec> channels, std::size_t warmUpRows)
    : m_spec(std::move(spec))
    , m_channels(std::move(channels))
    , m_warmUpRows(warmUpRows)
{
    for (const ChannelSpec &channel : m_channels)
        m_rows.sensors.push_back(channel.sensor);
}

RawScore SelfTrainingDetector::judge(const Point &point)
{
    if (m_trained)
        return m_trained->judge(point);
    collect(point);
    if (m_rows.rows() == m_warmUpRows)
        trainNow();
    return {};
}

void SelfTrainingDetector::collect(const Point &point)
{
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        if (!usable(point, i))
            return;
    }
    m_rows.times.push_back(point.time);
    m_rows.values.insert(m_rows.values.end(), point.values.begin(), point.values.end());
}

Result<std::unique_ptr<RawDetector>> SelfTrainingDetector::trained() const
{
    Result<TrainedModel> model = train(m_spec, m_rows, {});
    if (!model)
        return model.error();
    return makeTrainedDetector(std::make_shared<const TrainedModel>(std::move(*model)), m_spec.params, m_channels);
}

void SelfTrainingDetector::trainNow()
{
    if (Result<std::unique_ptr<RawDetector>> detector = trained())
        m_trained = std::move(*detector);
    m_rows.times.clear();
    m_rows.values.clear();
    if (m_trained) {
        m_rows.times.shrink_to_fit();
        m_rows.values.shrink_to_fit();
    }
}

std::vector<Contribution> SelfTrainingDetector::contributions() const
{
    return m_trained ? m_trained->contributions() : std::vector<Contribution>{};
}

double SelfTrainingDetector::warmUp() const
{
    return m_trained ? 1.0 : static_cast<double>(m_rows.rows()) / static_cast<double>(m_warmUpRows);
}

std::size_t SelfTrainingDetector::bytes() const
{
    return sizeof(*this) + m_rows.values.capacity() * sizeof(double) + (m_trained ? m_trained->bytes() : 0);
}

} // namespace telltale::detect
