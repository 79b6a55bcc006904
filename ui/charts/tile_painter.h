// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/charts/spark_line.h"
#include "ui/style/theme.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace telltale::ui {

/// A text cut to fit, kept until it or its room changes: cutting takes longer than drawing.
class FittedText {
public:
    [[nodiscard]] const QString &fitted(const QString &text, const QFont &font, double width, Qt::TextElideMode mode);

private:
    QString m_text;
    QString m_shown;
    double m_width = -1.0;
};

/// Where everything of a tile lies; all sizes come from the font. Units: logical pixels.
struct TileLayout {
    TileLayout(const QFont &font, const QRectF &bounds, bool assetShown);

    QFont nameFont;
    QFont smallFont;
    QFont valueFont;
    QRectF name; ///< the row; symbols stand at its right end
    QRectF asset;
    QRectF value;
    QRectF spark;
    FittedText nameText; ///< both in the fonts above
    FittedText assetText;

    [[nodiscard]] static QSize sizeHint(const QFont &font);
};

/// Everything that a tile shows at one moment.
struct TileContent {
    const SensorSpec &sensor;
    const SensorState &state;
    const SparkLine &spark;
    bool focused = false;
};

void paintTile(QPainter &painter, const QRectF &bounds, TileLayout &layout, const TileContent &content, const Theme &theme);

} // namespace telltale::ui
