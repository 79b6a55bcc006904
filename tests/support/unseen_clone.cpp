// SPDX-License-Identifier: GPL-3.0-or-later
// Linked into tests under the thread sanitizer alone. QProcess starts programs with clone(CLONE_VM | CLONE_VFORK): the child runs on the
// parent's memory, as its thread, while that thread waits. The sanitizer of clang 14 takes every clone for a fork, does for the child what
// it then does for the parent once more, and ends the program. As long as it does not see the call, it sees what is true: one thread.
#include <sys/types.h>

extern "C" int __clone(int (*function)(void *), void *stack, int flags, void *argument, pid_t *parentThread, void *tls, pid_t *childThread);

extern "C" int clone(int (*function)(void *), void *stack, int flags, void *argument, pid_t *parentThread, void *tls, pid_t *childThread)
{
    return __clone(function, stack, flags, argument, parentThread, tls, childThread);
}
