// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/tile_accessible.h"

#include "ui/charts/sensor_tile.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace telltale::ui {

namespace {

class TileAccessible final : public QAccessibleWidget {
public:
    explicit TileAccessible(SensorTile *tile) : QAccessibleWidget(tile, QAccessible::Button), m_tile(tile) {}

    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &action) override
    {
        if (action == pressAction())
            emit m_tile->activated(m_tile->sensor());
        else
            QAccessibleWidget::doAction(action);
    }

private:
    SensorTile *m_tile;
};

QAccessibleInterface *makeTileAccessible(const QString &, QObject *object)
{
    auto *tile = qobject_cast<SensorTile *>(object);
    return tile ? new TileAccessible(tile) : nullptr;
}

} // namespace

void installTileAccessibility()
{
    QAccessible::installFactory(makeTileAccessible); // a factory that is known already is not added twice
}

} // namespace telltale::ui
