// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace telltale::simulator {

/// Where encoded frames go.
class FrameSink {
public:
    virtual ~FrameSink() = default;
    /// False when a slow subscriber must be waited for: try the same frame again. Never blocks.
    [[nodiscard]] virtual bool send(std::string_view frame) = 0;
    /// Subscriptions that came in since the last call.
    [[nodiscard]] virtual std::size_t newSubscriptions() = 0;
};

} // namespace telltale::simulator
