// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/publish/programme.h"
#include "simulator/replay/recording.h"

namespace telltale::simulator {

struct ReplaySettings {
    std::string asset; ///< path of the asset that speaks
    double speed = 1.0;
    bool loop = false; ///< start again after the last row, with times that go on
};

/// Plays a recording on a simulated clock: the gaps between the rows' times, divided by the speed. Where time goes backwards the row
/// follows at once, with the time it has.
class ReplayProgramme final : public Programme {
public:
    ReplayProgramme(Recording recording, const ReplaySettings &settings);

    [[nodiscard]] const std::vector<AssetPlan> &assets() const override { return m_assets; }
    [[nodiscard]] Timing timing() const override { return {ClockKind::Simulated, m_settings.speed, m_step}; }
    [[nodiscard]] std::optional<Duration> due() const override;
    [[nodiscard]] Outgoing take(UtcTime now) override;

private:
    void advance();

    Recording m_recording;
    ReplaySettings m_settings;
    std::vector<AssetPlan> m_assets;
    Duration m_step;
    Duration m_turn{0};    ///< event time of one whole round
    Duration m_shift{0};   ///< of the present round
    Duration m_elapsed{0}; ///< event time since the start, gaps forwards only
    std::size_t m_row = 0;
};

/// `text` as an asset path: what a path may not hold becomes '-'; at most 128 characters; "asset" when nothing is left.
[[nodiscard]] std::string assetPathFrom(std::string_view text);

} // namespace telltale::simulator
