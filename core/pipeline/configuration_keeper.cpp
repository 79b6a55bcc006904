// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/configuration_keeper.h"

#include "core/base/whole_file.h"

#include <utility>

namespace telltale::pipeline {

namespace {
constexpr std::chrono::seconds kRetry(5);
}

ConfigurationKeeper::ConfigurationKeeper(std::string path) : m_path(std::move(path))
{
    if (!m_path.empty())
        m_thread = std::thread([this] { run(); });
}

ConfigurationKeeper::~ConfigurationKeeper()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_changed.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void ConfigurationKeeper::keep(std::string content)
{
    if (m_path.empty())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_next = std::move(content);
    }
    m_changed.notify_one();
}

std::string ConfigurationKeeper::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

void ConfigurationKeeper::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_next || m_ends; });
        if (!m_next)
            return;
        const std::string content = *std::exchange(m_next, std::nullopt);
        lock.unlock();
        const Result<void> written = replaceFile(m_path, content);
        lock.lock();
        m_problem = written ? std::string() : written.error().text();
        if (written)
            continue;
        m_changed.wait_for(lock, kRetry, [this] { return m_next || m_ends; });
        if (!m_next && !m_ends)
            m_next = content;
    }
}

} // namespace telltale::pipeline
