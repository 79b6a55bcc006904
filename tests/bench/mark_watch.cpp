// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/mark_watch.h"

#include "core/base/clock.h"

#include <QEvent>
#include <QTimer>
#include <algorithm>

namespace telltale::bench {

MarkWatch::MarkWatch(QObject &painted, const WatchedSource &source, const BareSubscriber &received, SensorId sensor)
    : m_source(source)
    , m_received(received)
    , m_sensor(static_cast<std::uint32_t>(indexOf(sensor)))
    , m_noted(toNanos(SystemClock().utcNow()))
{
    painted.installEventFilter(this);
}

bool MarkWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint)
        QTimer::singleShot(0, this, [this, snapshot = m_source.handed()] { note(snapshot); });
    return QObject::eventFilter(watched, event);
}

void MarkWatch::note(const SnapshotPtr &snapshot)
{
    const auto found = snapshot->traces.find(m_sensor);
    if (found == snapshot->traces.end())
        return;
    const UtcTime now = SystemClock().utcNow();
    for (const ChunkPtr &chunk : found->second.sealed)
        noteMarks(*chunk, now);
    if (found->second.tail)
        noteMarks(*found->second.tail, now);
}

void MarkWatch::noteMarks(const Chunk &chunk, UtcTime now)
{
    const auto first = std::upper_bound(chunk.t.begin(), chunk.t.end(), m_noted);
    for (auto i = static_cast<std::size_t>(first - chunk.t.begin()); i < chunk.size(); ++i) {
        const UtcTime received = m_received.receivedAt(chunk.t[i]);
        if (chunk.verdict(i) != Verdict::Anomalous || received == kNoTime)
            continue;
        m_latencies.push_back(now - received);
        m_noted = chunk.t[i];
    }
}

} // namespace telltale::bench
