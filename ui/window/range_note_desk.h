// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/time_text.h"

#include <QObject>
#include <vector>

namespace telltale::ui {

class InlineField;
class Archive;
class LogbookDesk;
class RangeNoteBox;
class SelectionDesk;
class TrendPane;

/// Notes on ranges of time: those of the journal and of this run, given to the trend as marks; N writes one about the sensor and the
/// range that is marked in the trend, else the time that it shows. Thread: UI; reading happens elsewhere.
class RangeNoteDesk final : public QObject {
    Q_OBJECT
public:
    RangeNoteDesk(Archive &archive, LogbookDesk &logbook, SelectionDesk &selection, TrendPane &trend, QObject *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);
    void setZone(ZoneChoice zone) { m_zone = zone; }
    /// N. `refusal`: why nothing may be written; then the notes of the range are only listed.
    void open(const QString &refusal);
    /// Whether there was something to close.
    bool dismiss();
    [[nodiscard]] InlineField &field();

private:
    void read();
    void take(const std::vector<LogbookEntry> &entries);

    Archive &m_archive;
    LogbookDesk &m_logbook;
    SelectionDesk &m_selection;
    TrendPane &m_trend;
    RangeNoteBox *m_box;
    SnapshotPtr m_snapshot;
    std::vector<LogbookEntry> m_notes; ///< by number
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
