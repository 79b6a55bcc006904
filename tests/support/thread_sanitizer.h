// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Defaults for test programs built with the thread sanitizer; TSAN_OPTIONS of the environment comes on top. Elsewhere this file is empty.
#if defined(__SANITIZE_THREAD__)

/// Qt Test runs a watchdog thread beside every test, so a test that forks always does so from two threads. The child here makes its own.
extern "C" __attribute__((weak, used, visibility("default"))) const char *__tsan_default_options()
{
    return "die_after_fork=0";
}

/// Debian's Qt is not instrumented: the sanitizer cannot see how its own threads hand over.
extern "C" __attribute__((weak, used, visibility("default"))) const char *__tsan_default_suppressions()
{
    return "race:libQt6Core.so.6\nrace:libQt6Test.so.6\n";
}

#endif
