// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/style/theme.h"

#include <QWidget>
#include <memory>

namespace telltale::ui {

/// One sensor at a glance: name, newest value with unit, a spark line of the last minutes, state by border colour, shape and number.
/// Grey and thin while normal; stale and "no decision" are shown as such, never as normal. The spark line needs the sensor in the watch
/// set; it ends at the newest reading. Click, Enter and Space activate. Sizes follow the font. Thread: UI.
/// Cost: nothing while hidden or unchanged; else one polyline of at most four points a pixel.
class SensorTile final : public QWidget {
    Q_OBJECT
public:
    explicit SensorTile(QWidget *parent = nullptr);
    ~SensorTile() override;

    void setTheme(const Theme &theme);
    /// `assetShown`: also print the asset's path.
    void showSensor(const SensorSpec &sensor, bool assetShown);
    [[nodiscard]] SensorId sensor() const;
    /// Repaints only when something of its own sensor changed.
    void applySnapshot(const SnapshotPtr &snapshot);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void activated(telltale::SensorId sensor);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Room;
    std::unique_ptr<Room> m_room;
};

} // namespace telltale::ui
