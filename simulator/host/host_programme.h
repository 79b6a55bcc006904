// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "simulator/host/host_meter.h"
#include "simulator/publish/programme.h"

namespace telltale::simulator {

/// This computer as an asset, a row a second on the live clock.
class HostProgramme final : public Programme {
public:
    HostProgramme(std::string asset, HostMeter meter, const Clock &clock);

    [[nodiscard]] const std::vector<AssetPlan> &assets() const override { return m_assets; }
    [[nodiscard]] Timing timing() const override;
    [[nodiscard]] std::optional<Duration> due() const override;
    [[nodiscard]] Outgoing take(UtcTime now) override;

private:
    HostMeter m_meter;
    const Clock &m_clock;
    std::vector<AssetPlan> m_assets;
    SteadyTime m_last;
    std::int64_t m_row = 0;
};

/// "host/" and this computer's name.
[[nodiscard]] std::string hostAsset();

} // namespace telltale::simulator
