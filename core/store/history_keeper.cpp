// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history_keeper.h"

#include "core/store/data_folder.h"
#include "core/store/store_file.h"

#include <utility>

namespace telltale::store {

namespace {

constexpr const char *kWayBack = "; telltale --import-history takes in again what can be read of it";

} // namespace

HistoryKeeper::HistoryKeeper(Settings settings, const Clock &clock, Say aside, Say upkeep)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_aside(std::move(aside))
    , m_say(std::move(upkeep))
{
}

Result<void> HistoryKeeper::open()
{
    auto opened = openOnce();
    // Files that are too large to be looked through before show their damage when the first rows are read.
    return !opened && leave(opened.error()) ? openOnce() : opened;
}

Result<void> HistoryKeeper::openOnce()
{
    if (m_file)
        return {};
    if (auto aside = setAsideDamaged(); !aside)
        return aside;
    auto file = openForWriting(m_settings.folder + kHistoryName, historySchema(), m_settings.vfs, m_clock.utcNow());
    if (!file)
        return file.error();
    if (!file->notice.empty())
        m_aside(file->notice + kWayBack);
    auto opened = HistoryFile::over(std::move(file->database));
    if (!opened)
        return opened.error();
    m_file.emplace(std::move(*opened));
    m_upkeep.emplace(m_settings.retention, m_clock, m_say);
    return {};
}

Result<void> HistoryKeeper::setAsideDamaged()
{
    if (m_damage.empty())
        return {};
    const auto aside = setAside(m_settings.folder + kHistoryName, m_clock.utcNow());
    if (!aside)
        return aside.error();
    m_aside("the damaged history was set aside as " + *aside + " (" + std::exchange(m_damage, {}) + "); a new one was begun" + kWayBack);
    return {};
}

/// True when the file is not to be written any more; closing it changes nothing of it.
bool HistoryKeeper::leave(const Error &error)
{
    if (error.kind != ErrorKind::Corrupt)
        return false;
    if (m_file)
        m_file->leaveAsItIs();
    m_file.reset();
    m_damage = error.what;
    return true;
}

Result<void> HistoryKeeper::write(const HistoryBatch &batch, std::size_t &refused, const HistoryFile::Between &between)
{
    auto written = writeOnce(batch, refused, between);
    return !written && leave(written.error()) ? writeOnce(batch, refused, between) : written;
}

Result<void> HistoryKeeper::writeOnce(const HistoryBatch &batch, std::size_t &refused, const HistoryFile::Between &between)
{
    auto opened = open();
    return opened ? m_file->write(batch, refused, between) : opened;
}

Result<bool> HistoryKeeper::tend()
{
    auto more = m_file->tend(*m_upkeep);
    if (more || !leave(more.error()))
        return more;
    auto opened = openOnce();
    return opened ? Result<bool>(true) : opened.error();
}

} // namespace telltale::store
