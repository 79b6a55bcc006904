// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bar_fill.h"

#include <QImage>
#include <QPaintEngine>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr qint64 kLargestPicture = 4'000'000; ///< pixels; more than a screen's width of trend

/// The pixels that fillRect fills, on the device; `toDevice` turns and shears nothing.
QRect pixelsOf(const QRectF &bar, const QTransform &toDevice)
{
    const auto x = [&](double logical) { return qRound(logical * toDevice.m11() + toDevice.dx()); };
    const auto y = [&](double logical) { return qRound(logical * toDevice.m22() + toDevice.dy()); };
    return {QPoint(x(bar.left()), y(bar.top())), QPoint(x(bar.right()) - 1, y(bar.bottom()) - 1)};
}

bool canBlit(const QPainter &painter, const QColor &colour)
{
    const QTransform &toDevice = painter.deviceTransform();
    const QPaintEngine *engine = painter.paintEngine();
    return engine != nullptr && engine->type() == QPaintEngine::Raster && colour.alpha() == 255 && painter.opacity() == 1.0
           && painter.compositionMode() == QPainter::CompositionMode_SourceOver && toDevice.type() <= QTransform::TxScale
           && toDevice.m11() == toDevice.m22() && toDevice.m11() > 0.0;
}

/// Row by row: most bars are one pixel wide.
void fillBar(QImage &picture, const QRect &bar, QRgb colour)
{
    const qsizetype stride = picture.bytesPerLine() / qsizetype(sizeof(QRgb));
    auto *row = reinterpret_cast<QRgb *>(picture.bits()) + bar.top() * stride + bar.left();
    const auto *end = row + bar.height() * stride;
    if (bar.width() == 1) {
        for (; row != end; row += stride)
            *row = colour;
        return;
    }
    for (; row != end; row += stride)
        std::fill_n(row, bar.width(), colour);
}

QRect drawnTogether(const QList<QRect> &bars)
{
    QRect bounds;
    for (const QRect &bar : bars)
        bounds |= bar;
    return bounds;
}

} // namespace

void fillBars(QPainter &painter, const QList<QRectF> &bars, const QColor &colour)
{
    const QTransform toDevice = painter.deviceTransform();
    QList<QRect> pixels;
    if (canBlit(painter, colour)) {
        pixels.reserve(bars.size());
        for (const QRectF &bar : bars)
            pixels.append(pixelsOf(bar, toDevice));
    }
    const QRect bounds = drawnTogether(pixels);
    if (bounds.isEmpty() || qint64(bounds.width()) * bounds.height() > kLargestPicture) {
        for (const QRectF &bar : bars)
            painter.fillRect(bar, colour);
        return;
    }
    QImage picture(bounds.size(), QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    for (const QRect &bar : pixels)
        fillBar(picture, bar.translated(-bounds.topLeft()), colour.rgba());
    painter.save();
    painter.setTransform(toDevice.inverted(), true);
    painter.drawImage(bounds.topLeft(), picture);
    painter.restore();
}

} // namespace telltale::ui
