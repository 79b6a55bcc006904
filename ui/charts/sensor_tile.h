// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/style/theme.h"

#include <QWidget>
#include <memory>

namespace telltale::ui {

/// One sensor at a glance: name, newest value with unit, a spark line of the last minutes, state by border colour, shape and number.
/// Grey and thin while normal; stale and "no decision" are shown as such, never as normal. Thread: UI.
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

private:
    struct Room;
    std::unique_ptr<Room> m_room;
};

} // namespace telltale::ui
