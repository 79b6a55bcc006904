// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/drop_digest.h"

#include <algorithm>

namespace telltale::pipeline {

void DropDigest::add(IntakeItem dropped)
{
    std::visit([&](auto &&what) { keep(dropped.feed, std::move(what)); }, std::move(dropped.what));
}

void DropDigest::keep(FeedId feed, SampleBatch &&batch)
{
    ++m_batches;
    m_samples += batch.rows() * batch.columns.size();
    keep(feed, feed::Gap{.asset = std::move(batch.asset), .lostMessages = 1, .restart = false, .at = kNoTime});
}

void DropDigest::keep(FeedId feed, wire::Describe &&describe)
{
    Place place{feed, describe.asset};
    m_described.insert_or_assign(std::move(place), std::move(describe));
}

void DropDigest::keep(FeedId feed, feed::Gap &&gap)
{
    feed::Gap &known = m_gaps.try_emplace({feed, gap.asset}, feed::Gap{.asset = gap.asset, .at = gap.at}).first->second;
    known.lostMessages += gap.lostMessages;
    known.restart = known.restart || gap.restart;
}

void DropDigest::keep(FeedId feed, FeedHealth &&health)
{
    const auto last = std::find_if(m_health.rbegin(), m_health.rend(), [feed](const IntakeItem &item) { return item.feed == feed; });
    if (last != m_health.rend() && std::get<FeedHealth>(last->what).state == health.state)
        last->what = std::move(health);
    else
        m_health.push_back({feed, std::move(health)});
}

std::vector<IntakeItem> DropDigest::take()
{
    std::vector<IntakeItem> items;
    for (auto &[place, describe] : std::exchange(m_described, {}))
        items.push_back({place.first, std::move(describe)});
    for (auto &[place, gap] : std::exchange(m_gaps, {}))
        items.push_back({place.first, std::move(gap)});
    for (IntakeItem &item : std::exchange(m_health, {}))
        items.push_back(std::move(item));
    return items;
}

} // namespace telltale::pipeline
