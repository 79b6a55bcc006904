// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/alarm_counts.h"
#include "ui/models/suppressed_counts.h"
#include "ui/models/time_text.h"

#include <QStringList>
#include <QWidget>
#include <array>
#include <optional>

class QMenu;
class QToolButton;

namespace telltale::ui {

class Banner;
class FittingLabel;
class PriorityBadge;
class StatusRow;

/// What must be seen from across the room, in every tab: alarms by priority, the worst unacknowledged one, what is shelved, horn, operator,
/// feeds, journal, clock, and whatever is wrong with the program itself. Thread: UI. Cost: O(open alarms) when they change.
class HeaderBar final : public QWidget {
    Q_OBJECT
public:
    explicit HeaderBar(QWidget *parent = nullptr);

    void setPlace(const QString &title, const QString &operatorName, const QString &station, bool readOnly);
    /// Who acts, longest form first; replaces the name of `setPlace`.
    void setWho(const QStringList &forms);
    void setMenu(QMenu *menu);
    void openMenu(); ///< with the keys in it
    void apply(const SnapshotPtr &snapshot);
    /// Why no tone would be heard, longest form first; empty = it would.
    void setNoSound(const QStringList &forms);
    /// The horn was silenced by hand and core/alarm has not answered: this window is quiet by itself, until then. kNoTime takes it back.
    void setMutedHere(UtcTime until);
    void setZone(ZoneChoice zone);
    /// Says that pictures have stopped coming, for that long; an empty text takes it back.
    void setStalled(const QString &text);
    /// A window that looks at what another program watches: of when its state is, instead of the journal's own warning, and what is wrong
    /// with that (empty = nothing).
    void setFollowing(const QString &stateOf, const QString &complaint);
    /// The program takes readings of other computers without encryption: says of which feeds, all but these. Never called = it does not.
    void warnOfUnencrypted(const QStringList &encrypted);
    [[nodiscard]] StatusRow &status() { return *m_status; }

signals:
    void silenceWanted();
    void worstWanted(); ///< somebody clicked the worst unacknowledged priority

private:
    QWidget *createTopRow();
    void showPlace();
    void showCounts();

    QStringList m_who;
    QString m_station;
    bool m_readOnly = false;
    FittingLabel *m_title;
    std::array<PriorityBadge *, 3> m_badges{};
    QToolButton *m_unacked;
    FittingLabel *m_held;
    QToolButton *m_horn;
    FittingLabel *m_sound;
    FittingLabel *m_place;
    QToolButton *m_menu;
    StatusRow *m_status;
    Banner *m_journal;
    Banner *m_stalled;
    Banner *m_old;
    Banner *m_insecure;
    std::shared_ptr<const std::vector<Occurrence>> m_alarms;
    AlarmCounts m_counts;
    SuppressedCounts m_suppressed;
    std::optional<QStringList> m_encrypted; ///< feeds; empty = nothing unencrypted is taken
    QString m_followed;                     ///< empty = this window watches for itself
    UtcTime m_mutedHere = kNoTime;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
