// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "ui/notices/sounding.h"

#include <QString>
#include <QStringList>
#include <map>
#include <set>
#include <vector>

namespace telltale::ui {

/// One note on the desktop. Another of the same key takes its place.
struct Notice {
    QString key;
    Priority priority = Priority::P3; ///< of the most urgent alarm in it
    QString summary;                  ///< plain text, as is the body
    QString body;
    OccurrenceId alarm = 0; ///< the newest in it: what "Show" goes to
};

struct NoticeChanges {
    std::vector<Notice> show;
    QStringList close; ///< keys
};

/// Which notes stand on the desktop. Each P1 has its own, at most kMostOwn at a time and one for the count of the others; less urgent ones
/// have one for each source, and all together a single count during a flood. Counts change at most once in kPace. A note goes when all its
/// alarms are acknowledged, gone or hidden, and all go while nobody wants them. Only what begins to sound makes one: shelved and
/// suppressed alarms never do, and the end of a silence does not repeat it.
/// Thread: UI. No clock, no bus. Cost: O(n log n) a call, n = open alarms.
class NoticePlan {
public:
    static constexpr std::size_t kMostOwn = 20;
    static constexpr Duration kPace = std::chrono::seconds{1};

    struct View {
        bool wanted = true; ///< false: somebody looks at the window
        bool flood = false;
        std::uint32_t raisesLast10Min = 0;
        SteadyTime now;
    };
    NoticeChanges next(const std::vector<Occurrence> &alarms, const View &view);
    /// A count has changed and waits for its turn: call again, even if no alarm changes.
    [[nodiscard]] bool waits() const { return !m_waiting.empty(); }

private:
    struct Open {
        std::set<OccurrenceId> alarms;
        Priority priority = Priority::P3;
        SteadyTime shown;
    };
    void drop(const std::vector<Sounding> &left, NoticeChanges &changes);
    void closeAll(NoticeChanges &changes);
    void add(const Occurrence &alarm, const View &view, NoticeChanges &changes);
    void mergeIntoFlood(NoticeChanges &changes);
    void join(const QString &key, const Occurrence &alarm);
    void showCounts(const View &view, NoticeChanges &changes);
    [[nodiscard]] std::size_t ownNotes() const;

    std::vector<Sounding> m_known; ///< sorted
    std::map<QString, Open> m_open;
    std::map<QString, OccurrenceId> m_waiting; ///< counts that have changed, with their newest alarm
};

} // namespace telltale::ui
