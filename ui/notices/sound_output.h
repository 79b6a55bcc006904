// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notices/sound_state.h"

#include <functional>
#include <memory>
#include <span>

namespace telltale::ui {

/// A way to a loudspeaker. It asks for samples all the time, also for silence, so that a tone needs no start and a path that is dead shows.
/// Thread: made, started and destroyed on one that must never wait; everything that could hang happens on a thread of its own, which calls
/// `pull` and `report`. They own what they need: a thread that hangs is left behind by the destructor.
class SoundOutput {
public:
    static constexpr double kSampleRate = 48'000.0;

    /// Fills the span: mono, ±1, kSampleRate.
    using Pull = std::function<void(std::span<float>)>;
    using Report = std::function<void(const SoundState &)>;

    virtual ~SoundOutput() = default;
    virtual void start(Pull pull, Report report) = 0;
};

/// Makes the output of a station; an empty function means a station without sound.
using SoundOutputMaker = std::function<std::unique_ptr<SoundOutput>()>;

} // namespace telltale::ui
