// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/time_text.h"

#include <QWidget>
#include <vector>

class QHBoxLayout;
class QToolButton;

namespace telltale::ui {

class FittingLabel;

/// Second row of the header: every feed by shape and word, what detection had to drop, the journal, the clock with its zone. Feeds share
/// the width; what does not fit is shortened, whole in the tooltip. Thread: UI.
class StatusRow final : public QWidget {
    Q_OBJECT
public:
    explicit StatusRow(QWidget *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);
    void setZone(ZoneChoice zone);

signals:
    void zoneToggled();

private:
    void matchFeeds(std::size_t count);
    void showNoFeed();

    std::vector<FittingLabel *> m_feeds;
    QHBoxLayout *m_feedRow;
    FittingLabel *m_drops;
    FittingLabel *m_journal;
    FittingLabel *m_simulated;
    QToolButton *m_clock;
    ZoneChoice m_zone = ZoneChoice::Local;
    SnapshotPtr m_snapshot;
};

} // namespace telltale::ui
