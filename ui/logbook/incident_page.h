// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/logbook/incident_reading.h"
#include "ui/models/time_text.h"

#include <QWidget>
#include <vector>

class QPushButton;
class QSplitter;
class QTableWidget;

namespace telltale::ui {

class Archive;
class FittingLabel;
class InlineField;

/// Incidents, open ones first, and the one that is chosen: its alarms, who looks after it, and all that happened by number. What is to be
/// done is asked inside the page and posted by whoever hears `entryWanted`. Thread: UI; reading happens elsewhere.
/// Missing: without a data folder only the open incidents of this run are known, and no timeline.
class IncidentPage final : public QWidget {
    Q_OBJECT
public:
    explicit IncidentPage(Archive &archive, QWidget *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);
    void setZone(ZoneChoice zone);
    /// Why nothing may be written; empty = it may.
    void setLock(const QString &why);
    /// Proposed as owner.
    void setActor(const QString &name) { m_actor = name; }
    void choose(std::uint64_t number);

    [[nodiscard]] const Incident &chosen() const { return m_story.incident; } ///< number 0 = none
    [[nodiscard]] InlineField &field() { return *m_field; }

public slots:
    void writeNote();
    void assignOwner();
    void closeOrReopen();
    void removeAlarm();

signals:
    void entryWanted(const telltale::LogbookEntry &entry);
    void exportWanted();
    void alarmWanted(telltale::OccurrenceId id);
    void told(const QString &note);

private:
    QWidget *createDetail();
    QWidget *createButtons();
    void readList();
    void readStory();
    void showList();
    void showStory();
    void refreshButtons();
    [[nodiscard]] bool hasChosen();
    void put(LogbookKind kind, const QString &text, OccurrenceId alarm = 0);

    Archive &m_archive;
    QTableWidget *m_list;
    FittingLabel *m_title = nullptr;
    FittingLabel *m_state = nullptr;
    QTableWidget *m_alarms = nullptr;
    QTableWidget *m_timeline = nullptr;
    InlineField *m_field = nullptr;
    QPushButton *m_note = nullptr;
    QPushButton *m_owner = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_export = nullptr;
    SnapshotPtr m_snapshot;
    std::shared_ptr<const std::vector<Incident>> m_open;
    std::vector<Incident> m_stored;
    std::vector<Incident> m_rows; ///< as listed
    IncidentStory m_story;
    QString m_lock;
    QString m_actor;
    EventSeq m_readThrough = 0; ///< newest number that list and story know
    bool m_filling = false;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
