// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/open_file.h"
#include "fuzz_target.h"

#include <sys/mman.h>

#include <string>
#include <string_view>

namespace telltale::fuzz {

/// A file that is on no disk, for readers that want a path.
class MemoryFile {
public:
    explicit MemoryFile(std::string_view bytes) : m_file(memfd_create("fuzz", MFD_CLOEXEC))
    {
        require(m_file.descriptor() >= 0 && writeAll(m_file.descriptor(), bytes));
    }
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(m_file.descriptor()); }

private:
    OpenFile m_file;
};

} // namespace telltale::fuzz
