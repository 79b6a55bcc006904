// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_files.h"

#include "core/base/replacing_file.h"
#include "ui/text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace telltale::ui {

namespace {

constexpr qsizetype kLongestName = 64;
constexpr unsigned kRights = 0644; ///< less the umask: who exports may want to pass it on

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
    if (target.exists() && !target.isFile()) {
        return ioError(QStringLiteral("is no regular file"), path);
    }
    if (!QDir().mkpath(target.absolutePath())) {
        return ioError(QStringLiteral("the folder cannot be made"), target.absolutePath());
    }
    auto whole = ReplacingFile::begin(fromQt(path), kRights);
    if (!whole) {
        return whole.error();
    }
    QFile file;
    if (!file.open(whole->descriptor(), QIODevice::WriteOnly)) {
        return ioError(file.errorString(), path);
    }
    if (auto written = write(file); !written) {
        return written;
    }
    if (!file.flush()) {
        return ioError(file.errorString(), path);
    }
    return whole->commit();
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
