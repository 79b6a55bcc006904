// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/connection_brake.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace telltale::feed {

namespace {

bool isConnection(int descriptor)
{
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    return getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &size) == 0;
}

} // namespace

void ConnectionBrake::hold(int descriptor)
{
    release();
    const std::lock_guard lock(m_mutex);
    if (isConnection(descriptor))
        m_held = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
}

void ConnectionBrake::release()
{
    const std::lock_guard lock(m_mutex);
    if (m_held >= 0)
        ::close(m_held);
    m_held = -1;
}

bool ConnectionBrake::pull()
{
    const std::lock_guard lock(m_mutex);
    return m_held >= 0 && shutdown(m_held, SHUT_RDWR) == 0;
}

} // namespace telltale::feed
