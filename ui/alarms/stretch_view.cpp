// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/stretch_view.h"

#include "ui/charts/value_text.h"
#include "ui/widgets/palette.h"

#include <QPainter>

namespace telltale::ui {

namespace {

constexpr int kLines = 7; ///< height, in lines of text

} // namespace

StretchView::StretchView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("stretch"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void StretchView::show(const StretchPair &pair)
{
    m_pair = pair;
    setVisible(m_pair.canBeDrawn());
    if (isHidden()) {
        return;
    }
    const QString text = stretchWords(m_pair);
    setAccessibleName(text);
    setToolTip(plainToolTip(text));
    update();
}

QSize StretchView::sizeHint() const
{
    return {24 * fontMetrics().averageCharWidth(), kLines * fontMetrics().height()};
}

void StretchView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(*this);
    paintStretches(painter, QRectF(rect()), m_pair,
                   {QPen(theme.traces[0], 2.0), QPen(theme.mutedText, 1.5, Qt::DashLine), theme.mutedText, theme.grid});
}

} // namespace telltale::ui
