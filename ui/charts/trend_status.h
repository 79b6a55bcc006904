// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rollup_cell.h"
#include "core/model/snapshot.h"
#include "ui/charts/trend_range.h"
#include "ui/style/theme.h"

#include <QString>
#include <QWidget>
#include <optional>
#include <string>

class QLabel;

namespace telltale::ui {

class ElidedLabel;

/// The words of a trend's status line.
struct TrendStatus {
    QString sensor; ///< "line-a/pump1 · temperature"
    QString mode;   ///< "LIVE", "PAUSED −00:42"
    bool paused = false;
    QString span;   ///< "10 min"
    QString zone;   ///< "UTC", and whether the clock is a simulated one
    QString value;  ///< "22.1 °C"
    QString note;   ///< why not to trust the newest value: warming up, stale, bad quality; empty when all is well
    QString remark; ///< what is missing from the picture: history that is still being read, or too much of it

    friend bool operator==(const TrendStatus &, const TrendStatus &) = default;
    /// All but the value, which changes too often, as one sentence for screen readers.
    [[nodiscard]] QString spoken() const;
};

/// What else the line may have to say.
struct TrendLoad {
    bool loading = false;                  ///< history is being read
    bool cut = false;                      ///< more history than is kept
    std::optional<RollupLevel> level = {}; ///< what is drawn from history in place of samples
    std::size_t damaged = 0;               ///< stored chunks that cannot be read
    std::string problem = {};              ///< why history, or a part of it, cannot be read at all; empty when it can
};

/// Where the "present" is a stretch of the past that is played: "REPLAY", or "REPLAY, paused …".
[[nodiscard]] QString replayedMode(const TrendStatus &status);
[[nodiscard]] TrendStatus trendStatus(const SensorSpec &sensor, const SensorState &state, const TrendRange &range, bool simulated,
                                      const TrendLoad &load);

/// One line above the plot. Foreign names are shown as plain text; when room is short the asset's path goes first.
class TrendStatusLine final : public QWidget {
    Q_OBJECT
public:
    explicit TrendStatusLine(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void showStatus(const TrendStatus &status);
    /// Of one sensor among several: mode, span and zone are said elsewhere.
    void setBrief();
    /// Stands at the end of the line.
    void setCorner(QWidget *corner);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void shareRoom();
    QLabel *addLabel(const char *name, bool bold);
    ElidedLabel *addElided(const char *name, Qt::TextElideMode mode);
    void applyColours();

    const Theme *m_theme;
    TrendStatus m_status;
    QWidget *m_corner = nullptr;
    ElidedLabel *m_sensor = nullptr;
    QLabel *m_mode = nullptr;
    QLabel *m_span = nullptr;
    QLabel *m_zone = nullptr;
    QLabel *m_value = nullptr;
    ElidedLabel *m_note = nullptr;
    ElidedLabel *m_remark = nullptr;
};

} // namespace telltale::ui
