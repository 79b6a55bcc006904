// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/faults/fault.h"
#include "tests/soak/station.h"

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace telltale::soak {

/// A fault as it happened. Unit: ms of the steady clock.
struct Stroke {
    const FaultRow *fault;
    std::int64_t beginMs = 0;
    std::int64_t endMs = 0;      ///< 0 = goes on
    std::int64_t calmMs = 0;     ///< when the window was back and the next one might have come; 0 = not yet
    std::int64_t beginEvent = 0; ///< the same in event time: ns since 1970
    std::int64_t calmEvent = 0;
};

/// Lets one fault after the other happen, in rounds in which each has its turn, at times and in an order that follow from the seed.
/// After `lastLifeMs` the monitor lives on: how it grows is judged then.
class Nemesis {
public:
    struct Settings {
        std::uint64_t seed = 1;
        bool quick = false;
        std::int64_t lastLifeMs = 0; ///< steady
        std::int64_t endMs = 0;      ///< no fault reaches beyond
    };
    Nemesis(Station &station, Settings settings);

    /// To be called all the time.
    void advance();
    [[nodiscard]] const std::vector<Stroke> &strokes() const { return m_strokes; }
    [[nodiscard]] const std::vector<FaultRow> &faults() const { return m_faults; }
    [[nodiscard]] bool isCalm() const { return !m_running; }

private:
    void begin(std::int64_t now);
    void end(std::int64_t now);
    const FaultRow *draw(std::int64_t now);
    [[nodiscard]] std::int64_t between(std::int64_t least, std::int64_t most);

    Station &m_station;
    Settings m_settings;
    std::vector<FaultRow> m_faults;
    std::mt19937_64 m_random;
    std::vector<const FaultRow *> m_round;
    std::vector<Stroke> m_strokes;
    std::unique_ptr<Fault> m_running;
    std::int64_t m_nextMs;
};

} // namespace telltale::soak
