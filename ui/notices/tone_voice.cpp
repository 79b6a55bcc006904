// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/tone_voice.h"

#include "ui/notices/tone.h"

#include <algorithm>

namespace telltale::ui {

ToneVoice::ToneVoice(double sampleRate) : m_sampleRate(sampleRate) {}

void ToneVoice::render(std::span<float> samples)
{
    std::generate(samples.begin(), samples.end(), [this] { return step(); });
}

float ToneVoice::step()
{
    const float sample = m_playing.tone ? toneAt(toneOf(*m_playing.tone), double(m_place) / m_sampleRate) : 0.0F;
    ++m_place;
    if (m_playing == m_wanted) {
        return sample;
    }
    m_gain = sample == 0.0F ? 0.0 : m_gain - 1.0 / (kFadeSec * m_sampleRate);
    if (m_gain > 0.0) {
        return float(m_gain) * sample;
    }
    m_playing = m_wanted;
    m_place = 0;
    m_gain = 1.0;
    return 0.0F;
}

} // namespace telltale::ui
