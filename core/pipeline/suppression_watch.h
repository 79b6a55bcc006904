// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/plant.h"
#include "core/model/alarm_definition.h"

#include <map>
#include <string>
#include <vector>

namespace telltale::pipeline {

/// Which rules of the plant hold, and so which alarms are to be suppressed by design. A rule holds from the moment its test does until its
/// test has failed for 10 s, so that one that flaps cannot make alarms flap. A test whose sensor is stale or bad fails: what cannot be seen
/// suppresses nothing. Thread: the alarm thread. Pure but for its own state.
class SuppressionWatch {
public:
    explicit SuppressionWatch(std::vector<config::SuppressionRule> rules);

    /// Whether any rule tests values of this sensor.
    [[nodiscard]] bool reads(const SensorKey &sensor) const;
    /// The newest good value of a sensor; kMissing where there is none to be trusted.
    void value(const SensorKey &sensor, double value, UtcTime at);
    /// Whether the alarm of a source is active.
    void alarm(const SensorKey &source, bool active, UtcTime at);
    /// After a restart: a rule that held when the program ended holds on, until its test has failed for 10 s. `text` as from `suppressed`.
    void resume(const std::string &text, UtcTime now);
    /// Ends what has failed long enough.
    void tick(UtcTime now);

    /// Sources of all rules that test alarms.
    [[nodiscard]] std::vector<SensorKey> alarmsTested() const;
    /// What is to be suppressed just now: source (sensor empty = the asset and all of its sensors) -> the rule's name and reason.
    [[nodiscard]] std::map<SensorKey, std::string> suppressed() const;
    /// Changes whenever `suppressed` did.
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }

private:
    struct Watched {
        config::SuppressionRule rule;
        bool holds = false;
        UtcTime failingSince = kNoTime; ///< kNoTime: its test does not fail
    };
    void judge(Watched &watched, bool passes, UtcTime at);

    std::vector<Watched> m_rules;
    std::uint64_t m_revision = 0;
};

} // namespace telltale::pipeline
