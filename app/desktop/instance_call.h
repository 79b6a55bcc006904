// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace telltale::app {

/// What a second start, or the desktop, asks of the program that runs already.
struct InstanceCall {
    enum class Wish { Raise, Kiosk, Simulator };
    Wish wish = Wish::Raise;
    QString activationToken; ///< of the desktop's launcher, without which Wayland lets no window come to the front; may be empty
    QString plantFile = {};  ///< that the other start was given, as a full path; may be empty
};

/// The name of a wish, as in the desktop file's Actions, and back; any other name raises the window.
[[nodiscard]] QString wishName(InstanceCall::Wish wish);
[[nodiscard]] InstanceCall::Wish wishOf(const QString &name);

/// One line of JSON, for the socket.
[[nodiscard]] QByteArray toLine(const InstanceCall &call);
[[nodiscard]] InstanceCall callFromLine(const QByteArray &line);

/// The token that the launcher gave this process, under Wayland or X11.
[[nodiscard]] QString tokenOfThisStart();

} // namespace telltale::app
