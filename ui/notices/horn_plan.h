// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "ui/notices/sounding.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace telltale::ui {

/// What the horn has to do now.
struct HornSignal {
    std::optional<Priority> tone; ///< nothing: be quiet
    std::uint64_t start = 0;      ///< another number: the tone begins anew

    friend bool operator==(const HornSignal &, const HornSignal &) = default;
};

/// Which tone sounds: that of the most urgent alarm whose `audible` is Sounding, however many there are. Each P1 that begins to sound
/// starts the tone of P1 anew; others go into the tone that is on. Who may sound, and for how long a silence holds, is decided by
/// core/alarm. F8 does not wait for that decision: what was sounding is muted here at once, until a snapshot says that it no longer sounds,
/// and for at most kLongestMute should nobody ever decide. What begins to sound meanwhile is heard. Missing: no alarms = quiet. Thread: UI.
/// No clock, no sound device. Cost: O(n log n) a call, n = open alarms.
class HornPlan {
public:
    static constexpr Duration kLongestMute = std::chrono::seconds{120};

    HornSignal next(const std::vector<Occurrence> &alarms, SteadyTime now);
    HornSignal mute(SteadyTime now);
    /// Something that would sound is muted here, until then.
    [[nodiscard]] std::optional<SteadyTime> mutedUntil() const;
    [[nodiscard]] const HornSignal &signal() const { return m_signal; }

private:
    std::vector<Sounding> m_sounding; ///< sorted, as is m_muted
    std::vector<Sounding> m_muted;
    SteadyTime m_muteEnds;
    HornSignal m_signal;
};

} // namespace telltale::ui
