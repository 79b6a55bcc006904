// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/command.h"

#include <deque>
#include <mutex>
#include <string>
#include <vector>

namespace telltale::replay {

/// The commands of a window behind which nothing can be changed: which sensors it watches is noted, everything else is answered with a
/// refusal. Thread: any.
class LookingInbox {
public:
    explicit LookingInbox(std::string refusal) : m_refusal(std::move(refusal)) {}

    /// True where it asked for other sensors.
    bool take(Command command);
    [[nodiscard]] std::vector<SensorId> watched() const;
    /// The newest answers, oldest first, at most Snapshot::kMaxEchoes.
    [[nodiscard]] std::vector<CommandEcho> echoes() const;

private:
    const std::string m_refusal;
    mutable std::mutex m_mutex;
    std::vector<SensorId> m_watched;
    std::deque<CommandEcho> m_echoes;
};

} // namespace telltale::replay
