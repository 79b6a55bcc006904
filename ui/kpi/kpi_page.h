// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/kpi/kpi_runner.h"
#include "ui/kpi/kpi_settings.h"
#include "ui/models/time_text.h"

#include <QWidget>
#include <functional>
#include <string>
#include <vector>

class QPushButton;
class QTableWidget;
class QTabWidget;

namespace telltale::ui {

class BadActorTable;
class FittingLabel;
class KpiPeriodBar;
class KpiTile;
class LoadChart;
class SpreadView;

/// What the alarm system did to its operators in a shift, day, week, month or any range: figures with what they are held against, the
/// load as bars, the spread of priorities, and tables. Worked out on a thread of its own from the journal; again every ten seconds while
/// in sight. Missing: without a data folder there are no figures, which is said. Thread: UI.
class KpiPage final : public QWidget {
    Q_OBJECT
public:
    struct Place {
        std::string dataFolder;       ///< empty = no figures
        QString settingsFile;         ///< thresholds and shifts; empty = the defaults, and nothing is kept
        std::function<UtcTime()> now; ///< our clock, which the journal goes by
    };
    explicit KpiPage(Place place, QWidget *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);
    void setZone(ZoneChoice zone);
    /// What is shown; null before the first answer.
    [[nodiscard]] const KpisPtr &kpis() const { return m_kpis; }

signals:
    void tuneWanted(const telltale::SensorKey &source);
    void alarmsWanted(const telltale::SensorKey &source);
    void noticed(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *createHead();
    QWidget *createTiles();
    QWidget *createCharts();
    QWidget *createTables();
    void connectParts();
    void take(const KpisPtr &kpis);
    void showTables();
    void say(const QString &text);
    void copy();
    void save();
    void editSettings();

    Place m_place;
    KpiSettings m_settings;
    KpisPtr m_kpis;
    ZoneChoice m_zone = ZoneChoice::Local;

    KpiPeriodBar *m_period = nullptr;
    FittingLabel *m_watched = nullptr;
    FittingLabel *m_window = nullptr;
    FittingLabel *m_status = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_edit = nullptr;
    std::vector<KpiTile *> m_tiles;
    LoadChart *m_load = nullptr;
    SpreadView *m_spread = nullptr;
    QTabWidget *m_tabs = nullptr;
    BadActorTable *m_actors = nullptr;
    std::vector<QTableWidget *> m_tables;
    KpiRunner *m_runner = nullptr;
};

} // namespace telltale::ui
