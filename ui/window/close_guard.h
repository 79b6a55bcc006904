// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>
#include <optional>

namespace telltale::ui {

/// Whether the window may close: alarms that nobody has acknowledged, and a kiosk, ask once, without a dialog. Closing again within ten
/// seconds closes.
class CloseGuard {
public:
    using Moment = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::seconds kPatience{10};

    /// Empty = it may; else what to tell whoever tried.
    [[nodiscard]] QString objection(int unacked, bool kiosk, Moment now);

private:
    std::optional<Moment> m_asked;
};

} // namespace telltale::ui
