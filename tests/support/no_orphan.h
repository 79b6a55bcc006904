// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <sys/prctl.h>

#include <csignal>

namespace telltale::test {

/// The system kills this process with the thread that starts it, so that it does not outlive a test that is killed itself. That thread
/// must live as long as the process is wanted.
inline void leaveNoOrphan(QProcess &process)
{
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

} // namespace telltale::test
