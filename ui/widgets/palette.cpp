// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/palette.h"

#include "ui/widgets/focus_style.h"

#include <QApplication>
#include <QToolTip>
#include <QWidget>

namespace telltale::ui {

QPalette paletteOf(const Theme &theme)
{
    const QColor button = theme.dark ? theme.background.lighter(125) : theme.background.darker(103);
    QPalette palette(button, theme.background);
    const std::array<std::pair<QPalette::ColorRole, QColor>, 15> roles{{
        {QPalette::Window, theme.background},
        {QPalette::WindowText, theme.text},
        {QPalette::Base, theme.surface},
        {QPalette::AlternateBase, theme.background},
        {QPalette::Text, theme.text},
        {QPalette::Button, button},
        {QPalette::ButtonText, theme.text},
        {QPalette::BrightText, theme.text},
        {QPalette::Highlight, theme.selection},
        {QPalette::HighlightedText, theme.selectionText},
        {QPalette::ToolTipBase, theme.surface},
        {QPalette::ToolTipText, theme.text},
        {QPalette::PlaceholderText, theme.mutedText},
        {QPalette::Link, theme.text},
        {QPalette::LinkVisited, theme.mutedText},
    }};
    for (const auto &[role, color] : roles) {
        palette.setColor(role, color);
    }
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, theme.mutedText);
    }
    return palette;
}

const Theme &themeOf(const QWidget &widget)
{
    return widget.palette().color(QPalette::Active, QPalette::Window).lightness() < 128 ? Theme::darkTheme() : Theme::light();
}

const Theme &themeFor(ThemeChoice choice)
{
    const bool desktopDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::FollowDesktop && desktopDark);
    return dark ? Theme::darkTheme() : Theme::light();
}

void applyTheme(QApplication &application, const Theme &theme)
{
    if (application.style()->objectName() != FocusStyle::kName) {
        application.setStyle(new FocusStyle);
    }
    const QPalette palette = paletteOf(theme);
    application.setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace telltale::ui
