// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/charts/reduced.h"

namespace telltale::bench {

Reduced::Reduced(const Scene &scene) : m_scene(scene)
{
    const Recording &recording = *scene.recording;
    if (!recording.history.empty())
        m_samples.addHistory({recording.history.front()->t.front(), recording.frames.front().tail->t.front()}, recording.history);
    m_samples.setTrace(recording.frames.front());
}

const ui::TrendSection &Reduced::at(std::size_t frame, std::size_t columns)
{
    if (m_scene.motion == Scene::Motion::Live)
        m_samples.setTrace(m_scene.recording->frames[frame % m_scene.recording->frames.size()]);
    m_section = sectionOf(m_samples, m_scene.interval(frame), columns);
    return m_section;
}

} // namespace telltale::bench
