// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/style/priority_symbol.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/plain.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace telltale::ui {

namespace {

struct ToneColors {
    QColor fill;
    QColor text;
};

ToneColors colorsOf(Banner::Tone tone, const Theme &theme)
{
    switch (tone) {
    case Banner::Tone::Inverse: return {theme.text, theme.background};
    case Banner::Tone::Diagnostic: return {theme.quality, theme.qualityText};
    case Banner::Tone::Danger: return {theme.priority(Priority::P1), theme.priorityText(Priority::P1)};
    case Banner::Tone::Neutral: break;
    }
    return {theme.selection, theme.selectionText};
}

} // namespace

Banner::Banner(const QString &name, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_label(new FittingLabel(name + QStringLiteral("Text"), this))
    , m_button(new QPushButton(this))
    , m_tone(tone)
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_button->setObjectName(name + QStringLiteral("Button"));
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->hide();
    m_label->setBold(true);
    m_label->setLines(2);
    auto *row = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 4;
    row->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    row->addWidget(m_label, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &Banner::buttonClicked);
    hide();
}

void Banner::setForms(const QStringList &forms)
{
    m_label->setForms(forms);
    setAccessibleName(text());
    setVisible(!text().isEmpty());
}

QString Banner::text() const
{
    return m_label->text();
}

void Banner::setPriority(std::optional<Priority> priority)
{
    if (priority == m_priority) {
        return;
    }
    m_priority = priority;
    const int gap = fontMetrics().height() / 4;
    layout()->setContentsMargins(priority ? fontMetrics().height() + 4 * gap : 2 * gap, gap, 2 * gap, gap);
    update();
}

void Banner::setButton(const QString &text)
{
    m_button->setText(buttonText(text));
    m_button->setVisible(!text.isEmpty());
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(*this);
    const ToneColors colors = colorsOf(m_tone, theme);
    painter.fillRect(rect(), colors.fill);
    if (m_label->palette().color(QPalette::WindowText) != colors.text) {
        QPalette labelPalette = m_label->palette();
        labelPalette.setColor(QPalette::WindowText, colors.text);
        m_label->setPalette(labelPalette);
    }
    if (m_priority) {
        painter.setRenderHint(QPainter::Antialiasing);
        const double side = fontMetrics().height() * 1.15;
        const QRectF symbol(fontMetrics().height() / 2.0, (height() - side) / 2.0, side, side);
        paintPrioritySymbol(painter, symbol, *m_priority, theme, false);
    }
}

} // namespace telltale::ui
