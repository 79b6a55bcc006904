// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/horn_player.h"

#include "ui/notices/tone_voice.h"

#include <mutex>

namespace telltale::ui {

/// What window and output share. Nobody holds the lock for longer than some samples take.
struct HornPlayer::Line {
    std::mutex lock;
    ToneVoice voice{SoundOutput::kSampleRate};
    SoundState reported;
    SteadyTime lastPull = std::chrono::steady_clock::now();

    void pull(std::span<float> samples)
    {
        const std::lock_guard guard(lock);
        voice.render(samples);
        lastPull = std::chrono::steady_clock::now();
    }
    /// A device that has just come may take its time.
    void report(const SoundState &state)
    {
        const std::lock_guard guard(lock);
        if (state.heard() && !reported.heard()) {
            lastPull = std::chrono::steady_clock::now();
        }
        reported = state;
    }
};

HornPlayer::HornPlayer(std::unique_ptr<SoundOutput> output, QObject *parent)
    : QObject(parent)
    , m_line(std::make_shared<Line>())
    , m_output(std::move(output))
{
    if (!m_output) {
        m_state.kind = SoundState::Kind::SwitchedOff;
        return;
    }
    m_output->start([line = m_line](std::span<float> samples) { line->pull(samples); },
                    [line = m_line](const SoundState &state) { line->report(state); });
    connect(&m_timer, &QTimer::timeout, this, &HornPlayer::look);
    m_timer.start(kLookMs);
}

HornPlayer::~HornPlayer() = default;

void HornPlayer::play(const HornSignal &signal)
{
    const std::lock_guard guard(m_line->lock);
    m_line->voice.set(signal);
}

void HornPlayer::look()
{
    SoundState seen;
    {
        const std::lock_guard guard(m_line->lock);
        seen = m_line->reported;
        if (seen.heard() && std::chrono::steady_clock::now() - m_line->lastPull > kPatience) {
            seen.kind = SoundState::Kind::NotTaking;
        }
    }
    if (!(seen == m_state)) {
        m_state = seen;
        emit stateChanged(m_state);
    }
}

} // namespace telltale::ui
