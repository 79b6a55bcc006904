// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/heartbeat_writer.h"

#include "core/base/thread_name.h"
#include "core/base/whole_file.h"
#include "core/model/json_writer.h"

#include <cstdio>
#include <utility>

namespace telltale::pipeline {

HeartbeatWriter::~HeartbeatWriter()
{
    stop();
}

void HeartbeatWriter::start(std::string path, Now now)
{
    m_path = std::move(path);
    m_now = std::move(now);
    m_thread = std::thread([this] { run(); });
}

void HeartbeatWriter::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_stopping.notify_all();
    if (!m_thread.joinable())
        return;
    m_thread.join();
    std::remove(m_path.c_str());
}

void HeartbeatWriter::run()
{
    nameThread("heartbeat");
    std::unique_lock lock(m_mutex);
    do {
        lock.unlock();
        write();
        lock.lock();
    } while (!m_stopping.wait_for(lock, kBetween, [this] { return m_stop; }));
}

void HeartbeatWriter::write()
{
    const auto written = replaceFile(m_path, json::toText(m_now()) + '\n', 0600);
    if (!written && !m_failed && m_log)
        m_log(LogLevel::Warning, "heartbeat", escapeLine("no sign of life can be written: " + written.error().text(), 300));
    m_failed = !written;
}

} // namespace telltale::pipeline
