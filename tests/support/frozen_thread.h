// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/syscall.h>
#include <unistd.h>

namespace telltale::test {

/// Stops one thread of this process, found by its name, wherever it is: a signal's handler holds it until this object ends. The others run
/// on.
class FrozenThread {
public:
    explicit FrozenThread(const std::string &name)
    {
        struct sigaction action {};
        action.sa_handler = &hold;
        action.sa_flags = SA_RESTART;
        sigaction(SIGUSR2, &action, nullptr);
        s_frozen = true;
        for (const auto &task : std::filesystem::directory_iterator("/proc/self/task")) {
            std::string own;
            std::getline(std::ifstream(task.path() / "comm"), own);
            if (own == name)
                m_found = syscall(SYS_tgkill, getpid(), std::atoi(task.path().filename().c_str()), SIGUSR2) == 0;
        }
    }
    FrozenThread(const FrozenThread &) = delete;
    FrozenThread &operator=(const FrozenThread &) = delete;
    ~FrozenThread() { s_frozen = false; }

    [[nodiscard]] bool found() const { return m_found; }

private:
    static void hold(int)
    {
        const timespec moment{0, 5'000'000};
        while (s_frozen)
            nanosleep(&moment, nullptr);
    }

    inline static std::atomic<bool> s_frozen{false};
    bool m_found = false;
};

} // namespace telltale::test
