// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QProxyStyle>

namespace telltale::ui {

/// Fusion with a keyboard focus that can be seen, a frame two pixels wide in the text colour (WCAG 2.4.7, 3:1), and with a bar in that
/// colour below every tool button that is on: a shade of grey alone tells nobody.
class FocusStyle final : public QProxyStyle {
    Q_OBJECT
public:
    static constexpr QLatin1String kName{"telltale"};

    FocusStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
};

} // namespace telltale::ui
