// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/feed_health.h"
#include "core/model/sample_batch.h"
#include "core/wire/message.h"

#include <functional>
#include <string>
#include <variant>

namespace telltale::feed {

/// Something is missing from here on: messages that never came, or a publisher that started anew. Detectors must see "missing", not "flat".
struct Gap {
    std::string asset;              ///< empty = all assets of the feed
    std::uint64_t lostMessages = 0; ///< 0 when the number cannot be known (restart, reconnect)
    bool restart = false;
    UtcTime at = kNoTime; ///< our clock
};

using Delivery = std::variant<SampleBatch, wire::Describe, Gap, FeedHealth>;

/// A source of batches. `run` blocks on the calling thread (T1) until `stop`, which any thread may call.
/// Deliveries come on the calling thread, in order; a FeedHealth comes after every change of state and at least twice a second.
/// Packed frames arrive as SampleBatch: sensor numbers are resolved with the publisher's `describe` before delivery.
class FeedSource {
public:
    using Sink = std::function<void(Delivery)>;

    virtual ~FeedSource() = default;
    virtual void run(const Sink &sink) = 0;
    virtual void stop() = 0;
    /// Any thread: drop the connection now and build it anew (F5).
    virtual void reconnect() = 0;
};

} // namespace telltale::feed
