// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feed/feed_source.h"
#include "core/model/ids.h"

namespace telltale::pipeline {

/// One delivery of one feed, on its way to detection.
struct IntakeItem {
    FeedId feed{};
    feed::Delivery what;
};

} // namespace telltale::pipeline
