// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bare_subscriber.h"
#include "tests/bench/watched_source.h"

#include <QObject>

namespace telltale::bench {

/// Notes for each anomalous reading of one sensor how long after its frame came in the trend had been painted with its mark.
/// A paint counts when the event loop comes round after it: then the picture has left for the screen. Thread: UI.
class MarkWatch final : public QObject {
    Q_OBJECT
public:
    MarkWatch(QObject &painted, const WatchedSource &source, const BareSubscriber &received, SensorId sensor);

    [[nodiscard]] const std::vector<Duration> &latencies() const { return m_latencies; }
    /// Forgets what was noted so far: the figures begin here.
    void restart() { m_latencies.clear(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void note(const SnapshotPtr &snapshot);
    void noteMarks(const Chunk &chunk, UtcTime now);

    const WatchedSource &m_source;
    const BareSubscriber &m_received;
    std::uint32_t m_sensor;
    std::int64_t m_noted; ///< event time of the newest mark that was counted
    std::vector<Duration> m_latencies;
};

} // namespace telltale::bench
