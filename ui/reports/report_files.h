// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>
#include <functional>

namespace telltale::ui {

/// Letters, digits, '.', '_' and '-' stay, everything else becomes '_'; at most 64 characters, never a leading dot, never empty.
[[nodiscard]] QString safeFileName(const QString &text);

/// Writes a file in one piece: it is either the old one or the complete new one, also when the disk fills up on the way.
/// Never through a link, also not through one that appears on the way: then the link is replaced.
/// Errors: Io when the folder cannot be made, the target is a link or no regular file, or writing fails; Full.
[[nodiscard]] Result<void> writeWhole(const QString &path, const std::function<Result<void>(QIODevice &)> &write);
[[nodiscard]] Result<void> writeWhole(const QString &path, const QByteArray &content);

} // namespace telltale::ui
