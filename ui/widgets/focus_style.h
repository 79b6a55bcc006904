// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QProxyStyle>

class QApplication;

namespace telltale::ui {

/// Fusion with a keyboard focus that can be seen, a frame two pixels wide in the text colour (WCAG 2.4.7, 3:1), and with a bar in that
/// colour below every tool button that is on: a shade of grey alone tells nobody.
class FocusStyle final : public QProxyStyle {
    Q_OBJECT
public:
    static constexpr QLatin1String kName{"telltale"};

    FocusStyle();

    /// No side of anything that can be hit is shorter than this many pixels; 0 = as large as its text wants.
    void setSmallestTarget(int pixels) { m_smallestTarget = pixels; }
    [[nodiscard]] int smallestTarget() const { return m_smallestTarget; }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                         const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;

private:
    int m_smallestTarget = 0;
};

inline constexpr int kKioskTarget = 32; ///< pixels, for fingers

/// The same for everything that is on screen already.
void setSmallestTarget(QApplication &application, int pixels);
[[nodiscard]] int smallestTarget(const QWidget &widget);

} // namespace telltale::ui
