// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/frame_backlog.h"

#include <utility>

namespace telltale::feed {

namespace {

constexpr std::size_t kMostSpare = 64;

} // namespace

FrameBacklog::Frame FrameBacklog::blank()
{
    if (m_spare.empty())
        return {};
    Frame frame = std::move(m_spare.back());
    m_spare.pop_back();
    return frame;
}

FrameBacklog::Dropped FrameBacklog::put(Frame frame)
{
    m_bytes += frame.bytes.size();
    m_frames.push_back(std::move(frame));
    m_count = m_frames.size();
    Dropped gone;
    while (m_frames.size() > kMostFrames || (m_bytes > kMostBytes && m_frames.size() > 1)) {
        ++gone.frames;
        gone.bytes += m_frames.front().bytes.size();
        recycle(*take());
    }
    return gone;
}

std::optional<FrameBacklog::Frame> FrameBacklog::take()
{
    if (m_frames.empty())
        return std::nullopt;
    std::optional<Frame> first = std::move(m_frames.front());
    m_frames.pop_front();
    m_count = m_frames.size();
    m_bytes -= first->bytes.size();
    return first;
}

void FrameBacklog::recycle(Frame frame)
{
    if (m_spare.size() < kMostSpare)
        m_spare.push_back(std::move(frame));
}

FrameBacklog::Dropped FrameBacklog::clear()
{
    const Dropped gone = unread();
    m_frames.clear();
    m_count = 0;
    m_bytes = 0;
    return gone;
}

} // namespace telltale::feed
