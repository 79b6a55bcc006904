// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpis.h"
#include "core/model/feed_health.h"

#include <map>
#include <optional>

namespace telltale::kpi {

/// Uptime and gaps of feeds from their stored health; see FeedUptime. Rows come by time; those before the window say how it began.
class FeedMeter {
public:
    static constexpr Duration kHold = std::chrono::seconds{30};

    explicit FeedMeter(const KpiQuestion &question) : m_question(question) {}

    void add(UtcTime at, const FeedHealth &health);
    [[nodiscard]] std::vector<FeedUptime> finish();

private:
    struct Row {
        UtcTime at;
        bool live;
        std::uint64_t gaps;
        std::uint64_t lostMessages;
    };
    struct Track {
        FeedUptime uptime;
        std::optional<Row> last;
        Duration outage{0}; ///< of the present one, within the window
    };
    /// What `last` says of the time until the next row.
    void count(Track &track, UtcTime next) const;

    KpiQuestion m_question;
    std::map<std::string, Track> m_tracks;
};

} // namespace telltale::kpi
