// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_place.h"

#include <QGuiApplication>
#include <QScreen>
#include <QStringList>
#include <QWidget>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr Qt::WindowStates kFilling = Qt::WindowMaximized | Qt::WindowFullScreen;
constexpr int kNumbers = 5;

const ScreenPlace &screenOf(const WindowPlace &place, std::span<const ScreenPlace> screens)
{
    const auto found = std::find_if(screens.begin(), screens.end(), [&](const ScreenPlace &each) { return each.name == place.screen; });
    return found == screens.end() ? screens.front() : *found;
}

} // namespace

/// The name comes last: it may hold anything.
QString toText(const WindowPlace &place)
{
    const QRect &rect = place.normal;
    return QStringLiteral("%1 %2 %3 %4 %5 ").arg(rect.x()).arg(rect.y()).arg(rect.width()).arg(rect.height()).arg(place.states.toInt())
           + place.screen;
}

std::optional<WindowPlace> placeFromText(const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '));
    if (words.size() <= kNumbers)
        return std::nullopt;
    std::array<int, kNumbers> numbers{};
    for (int i = 0; i < kNumbers; ++i) {
        bool fine = false;
        numbers[std::size_t(i)] = words[i].toInt(&fine);
        if (!fine)
            return std::nullopt;
    }
    const auto [x, y, width, height, states] = numbers;
    if (width <= 0 || height <= 0)
        return std::nullopt;
    return WindowPlace{words.mid(kNumbers).join(QLatin1Char(' ')), QRect(x, y, width, height), Qt::WindowStates(states) & kFilling};
}

std::vector<ScreenPlace> screensNow()
{
    std::vector<ScreenPlace> places;
    for (const QScreen *screen : QGuiApplication::screens())
        places.push_back({screen->name(), screen->availableGeometry()});
    return places;
}

WindowPlace placeOf(const QWidget &window)
{
    const Qt::WindowStates states = window.windowState() & kFilling;
    const QRect filled = window.normalGeometry();
    QRect normal = states != Qt::WindowNoState && filled.isValid() ? filled : QRect(window.pos(), window.size());
    const QScreen *screen = window.screen();
    normal.translate(-screen->availableGeometry().topLeft());
    return {screen->name(), normal, states};
}

QRect fitted(const WindowPlace &place, std::span<const ScreenPlace> screens)
{
    const QRect room = screenOf(place, screens).available;
    const QSize size = place.normal.size().boundedTo(room.size());
    const QPoint wanted = room.topLeft() + place.normal.topLeft();
    return {QPoint(std::clamp(wanted.x(), room.left(), room.left() + room.width() - size.width()),
                   std::clamp(wanted.y(), room.top(), room.top() + room.height() - size.height())),
            size};
}

/// Moving is ignored where clients may not place themselves (Wayland); the screen and the size hold there too.
void putBack(QWidget &window, const WindowPlace &place)
{
    const std::vector<ScreenPlace> screens = screensNow();
    if (screens.empty())
        return;
    const QString name = screenOf(place, screens).name;
    for (QScreen *screen : QGuiApplication::screens()) {
        if (screen->name() == name)
            window.setScreen(screen);
    }
    const QRect rect = fitted(place, screens);
    window.resize(rect.size());
    window.move(rect.topLeft());
    window.setWindowState(window.windowState() | place.states);
}

} // namespace telltale::ui
