// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_files.h"

#include "ui/text.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace telltale::ui {

namespace {

constexpr qsizetype kLongestName = 64;

Error ioError(const QString &what, const QString &path)
{
    return Error{ErrorKind::Io, fromQt(what), fromQt(path)};
}

} // namespace

QString safeFileName(const QString &text)
{
    QString safe;
    for (const QChar c : text.left(kLongestName)) {
        const bool plain = c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'_' || c == u'-');
        safe += plain ? c : QChar(u'_');
    }
    while (safe.startsWith(u'.')) {
        safe.remove(0, 1);
    }
    return safe.isEmpty() ? QStringLiteral("_") : safe;
}

Result<void> writeWhole(const QString &path, const std::function<Result<void>(QIODevice &)> &write)
{
    const QFileInfo target(path);
    if (target.isSymLink()) {
        return ioError(QStringLiteral("is a link; reports are not written through links"), path);
    }
    if (!QDir().mkpath(target.absolutePath())) {
        return ioError(QStringLiteral("the folder cannot be made"), target.absolutePath());
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return ioError(file.errorString(), path);
    }
    if (auto written = write(file); !written) {
        return written;
    }
    if (!file.commit()) {
        return ioError(file.errorString(), path);
    }
    return {};
}

Result<void> writeWhole(const QString &path, const QByteArray &content)
{
    return writeWhole(path, [&](QIODevice &file) -> Result<void> {
        if (file.write(content) != content.size()) {
            return ioError(file.errorString(), path);
        }
        return {};
    });
}

} // namespace telltale::ui
