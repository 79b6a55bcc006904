// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/memory_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

namespace telltale::ui {

namespace {

const QString kVersion = QStringLiteral("version");
const QString kLocked = QStringLiteral("locked");

QString tr(const char *text)
{
    return QCoreApplication::translate("MemoryFile", text);
}

} // namespace

MemoryFile::MemoryFile(const QString &path, int version, std::span<const MemoryStep> steps, const QStringList &siteFiles)
    : m_version(version)
{
    for (const QString &file : siteFiles) {
        if (QFileInfo::exists(file))
            m_site.push_back(std::make_unique<QSettings>(file, QSettings::IniFormat));
    }
    if (path.isEmpty())
        return;
    m_own = std::make_unique<QSettings>(path, QSettings::IniFormat);
    bringUpToDate(steps);
}

void MemoryFile::bringUpToDate(std::span<const MemoryStep> steps)
{
    const int found = m_own->value(kVersion, m_version).toInt();
    m_newer = found > m_version;
    for (int from = found; from < m_version; ++from) {
        const auto step = std::find_if(steps.begin(), steps.end(), [&](const MemoryStep &each) { return each.from == from; });
        if (step != steps.end())
            step->apply(*m_own);
        m_own->setValue(kVersion, from + 1);
    }
}

QVariant MemoryFile::value(const QString &key) const
{
    if (m_own && !m_newer && !isLocked(key) && m_own->contains(key))
        return m_own->value(key);
    const auto site = std::find_if(m_site.begin(), m_site.end(), [&](const auto &file) { return file->contains(key); });
    return site == m_site.end() ? QVariant() : (*site)->value(key);
}

bool MemoryFile::isLocked(const QString &key) const
{
    return std::any_of(m_site.begin(), m_site.end(), [&](const auto &file) { return file->value(kLocked).toStringList().contains(key); });
}

void MemoryFile::put(const QString &key, const QVariant &value)
{
    if (!m_own || m_newer || isLocked(key))
        return;
    m_own->setValue(kVersion, m_version);
    if (value.isValid())
        m_own->setValue(key, value);
    else
        m_own->remove(key);
}

QString MemoryFile::flush()
{
    if (!m_own || m_newer)
        return {};
    m_own->sync();
    switch (m_own->status()) {
    case QSettings::NoError: return {};
    case QSettings::FormatError: return tr("%1 cannot be read: it is no settings file").arg(m_own->fileName());
    case QSettings::AccessError: break;
    }
    return tr("%1 cannot be written").arg(m_own->fileName());
}

} // namespace telltale::ui
