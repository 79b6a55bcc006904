// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <QWidget>
#include <vector>

namespace telltale::ui {

/// Which sensors had how much to do with an alarm: a bar and a percentage each, with what was expected and what came. Largest first; of
/// more than twelve, the rest is summed up in a line. Thread: UI. A screen reader gets the same as text.
class ContributionBars final : public QWidget {
    Q_OBJECT
public:
    explicit ContributionBars(QWidget *parent = nullptr);

    void show(const std::vector<Explanation::Channel> &channels);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// A bar was clicked: its sensor, a name within the alarm's asset.
    void sensorWanted(const QString &sensor);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;

    std::vector<Explanation::Channel> m_channels;
    QString m_rest; ///< what is said of those that have no bar; empty when all have one
};

} // namespace telltale::ui
