// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fuzz_target.h"

#include <stdlib.h>

#include <filesystem>
#include <string>

namespace telltale::fuzz {

/// An empty folder, in memory where the system has such a place, that goes with the object.
class ScratchFolder {
public:
    ScratchFolder()
    {
        std::error_code none;
        const bool inMemory = std::filesystem::is_directory("/dev/shm", none);
        m_path = (inMemory ? std::filesystem::path("/dev/shm") : std::filesystem::temp_directory_path()) / "telltale-fuzz-XXXXXX";
        require(mkdtemp(m_path.data()) != nullptr);
    }
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;
    ~ScratchFolder()
    {
        std::error_code none;
        std::filesystem::remove_all(m_path, none);
    }

    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    std::string m_path;
};

} // namespace telltale::fuzz
