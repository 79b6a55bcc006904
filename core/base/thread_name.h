// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pthread.h>

#include <string>

namespace telltale {

/// What `top -H` and debuggers call the running thread; 15 characters at most are kept.
inline void nameThread(const std::string &name)
{
    pthread_setname_np(pthread_self(), name.substr(0, 15).c_str());
}

} // namespace telltale
