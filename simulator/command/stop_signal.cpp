// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/command/stop_signal.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

namespace telltale::simulator {

StopSignal::StopSignal(bool watchStandardInput) : m_watchInput(watchStandardInput)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

StopSignal::~StopSignal()
{
    if (m_signals >= 0)
        close(m_signals);
}

/// Reads what is there: only the end matters.
bool StopSignal::inputEnded() const
{
    std::array<char, 256> ignored{};
    const auto count = read(STDIN_FILENO, ignored.data(), ignored.size());
    return count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN);
}

bool StopSignal::waitUntil(SteadyTime time)
{
    while (!m_stopped) {
        std::array<pollfd, 2> watched{{{m_signals, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}}};
        const auto left = std::max(std::chrono::nanoseconds{0}, time - std::chrono::steady_clock::now());
        const auto whole = std::chrono::duration_cast<std::chrono::seconds>(left);
        const timespec timeout{static_cast<time_t>(whole.count()), static_cast<long>((left - whole).count())};
        const int ready = ppoll(watched.data(), m_watchInput ? 2 : 1, &timeout, nullptr);
        if (ready == 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return false;
        const bool signalled = ready > 0 && watched[0].revents != 0;
        const bool orphaned = ready > 0 && m_watchInput && watched[1].revents != 0 && inputEnded();
        m_stopped = signalled || orphaned;
    }
    return false;
}

} // namespace telltale::simulator
