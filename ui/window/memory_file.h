// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <memory>
#include <span>
#include <vector>

namespace telltale::ui {

/// Turns a file of version `from` into one of `from` + 1.
struct MemoryStep {
    int from;
    void (*apply)(QSettings &file);
};

/// A file of settings or layout with a version. Older files are brought up to date at once; of a newer one nothing is read and nothing in
/// it is changed, so that going back to an older program loses nothing. What the user has not chosen, the site's files decide; what a
/// site's file names in `locked` (a list of keys), nobody else does. Thread: UI. Missing: without a path nothing is remembered.
class MemoryFile {
public:
    MemoryFile(const QString &path, int version, std::span<const MemoryStep> steps, const QStringList &siteFiles = {});

    /// Invalid where nobody chose.
    [[nodiscard]] QVariant value(const QString &key) const;
    [[nodiscard]] bool isLocked(const QString &key) const;
    /// An invalid value takes the choice back.
    void put(const QString &key, const QVariant &value);
    /// Brings everything to the disk. Empty when that worked or nothing was to be done; else what is wrong, for people.
    [[nodiscard]] QString flush();
    /// Of a newer program: what is in it stays unread.
    [[nodiscard]] bool isNewer() const { return m_newer; }

private:
    void bringUpToDate(std::span<const MemoryStep> steps);

    std::unique_ptr<QSettings> m_own;
    std::vector<std::unique_ptr<QSettings>> m_site; ///< most important first
    int m_version;
    bool m_newer = false;
};

} // namespace telltale::ui
