// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>
#include <optional>
#include <span>
#include <vector>

class QWidget;

namespace telltale::ui {

/// A screen as far as windows are put on it; pixels that do not depend on the device.
struct ScreenPlace {
    QString name;
    QRect available; ///< without panels
};

/// Where a window was: on which screen, where on it, how large, and whether it filled it.
struct WindowPlace {
    QString screen;
    QRect normal;            ///< relative to the screen's available part; the position is that of the frame
    Qt::WindowStates states; ///< WindowMaximized and WindowFullScreen only
};

[[nodiscard]] QString toText(const WindowPlace &place);
[[nodiscard]] std::optional<WindowPlace> placeFromText(const QString &text);

/// All screens, the primary one first.
[[nodiscard]] std::vector<ScreenPlace> screensNow();
[[nodiscard]] WindowPlace placeOf(const QWidget &window);
/// Where to put it on the screens of today: on its own screen or else the first, no larger than that, and wholly on it.
/// `screens` has at least one.
[[nodiscard]] QRect fitted(const WindowPlace &place, std::span<const ScreenPlace> screens);
/// Before the window is shown.
void putBack(QWidget &window, const WindowPlace &place);

} // namespace telltale::ui
