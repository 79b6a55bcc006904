// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QRect>
#include <cstdlib>

namespace telltale::test {

inline bool alike(const QColor &a, const QColor &b, int tolerance = 24)
{
    return std::abs(a.red() - b.red()) <= tolerance && std::abs(a.green() - b.green()) <= tolerance
           && std::abs(a.blue() - b.blue()) <= tolerance;
}

/// How many pixels of `area` have that colour, more or less.
inline int countPixels(const QImage &image, const QRect &area, const QColor &colour, int tolerance = 24)
{
    int count = 0;
    const QRect inside = area.intersected(image.rect());
    for (int y = inside.top(); y <= inside.bottom(); ++y)
        for (int x = inside.left(); x <= inside.right(); ++x)
            count += alike(image.pixelColor(x, y), colour, tolerance) ? 1 : 0;
    return count;
}

/// `over` with its alpha on `under`.
inline QColor blended(const QColor &over, const QColor &under)
{
    const auto mix = [&](int a, int b) { return (a * over.alpha() + b * (255 - over.alpha())) / 255; };
    return {mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue())};
}

} // namespace telltale::test
