// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/memory_watch.h"

#include <algorithm>
#include <fstream>
#include <malloc.h>
#include <unistd.h>

namespace telltale::feed {

bool MemoryWatch::tooMuch(std::size_t resident)
{
    // The lowest level since the last frame: memory that is given back and taken again is no growth of its own.
    m_level = m_level ? std::min(*m_level, resident) : resident;
    return resident - *m_level > m_limit;
}

std::optional<std::size_t> residentBytes()
{
    std::ifstream statm("/proc/self/statm");
    std::size_t total = 0;
    std::size_t resident = 0;
    if (!(statm >> total >> resident))
        return std::nullopt;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void releaseFreedMemory()
{
    malloc_trim(0);
}

} // namespace telltale::feed
