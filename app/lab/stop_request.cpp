// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/stop_request.h"

#include "app/common/stop_signals.h"

#include <array>
#include <cstdint>
#include <poll.h>
#include <string_view>
#include <sys/eventfd.h>
#include <unistd.h>

namespace telltale::app {

namespace {

constexpr int kForEver = -1;
constexpr int kGraceMs = 800;
constexpr int kLookAgainMs = 50;

[[noreturn]] void endAtOnce()
{
    constexpr std::string_view kWord = "\ntelltale-lab: stopped\n";
    // Whether anybody reads it changes nothing any more.
    static_cast<void>(write(STDERR_FILENO, kWord.data(), kWord.size()) < 0);
    _exit(kStoppedByUser);
}

} // namespace

StopRequest::StopRequest() : m_signals(blockStopSignals()), m_over(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_signals >= 0 && m_over >= 0)
        m_watcher = std::thread([this] { watch(); });
}

StopRequest::~StopRequest()
{
    const std::uint64_t one = 1;
    if (m_watcher.joinable() && write(m_over, &one, sizeof one) == sizeof one)
        m_watcher.join();
    for (const int descriptor : {m_signals, m_over}) {
        if (descriptor >= 0)
            close(descriptor);
    }
}

bool StopRequest::signalled() const
{
    std::array<pollfd, 2> watched{{{m_over, POLLIN, 0}, {m_signals, POLLIN, 0}}};
    while (poll(watched.data(), watched.size(), kForEver) <= 0) {
    }
    return watched[0].revents == 0;
}

void StopRequest::watch()
{
    if (!signalled())
        return;
    m_asked = true;
    std::array<pollfd, 1> over{{{m_over, POLLIN, 0}}};
    int waited = kGraceMs;
    while (poll(over.data(), over.size(), waited) <= 0) {
        if (m_holds == 0)
            endAtOnce();
        waited = kLookAgainMs;
    }
}

} // namespace telltale::app
