// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

namespace telltale {

/// A new file beside `path` that takes its place once it is whole, so that at any moment the name holds either all of the old content or
/// all of the new. It is never an existing file or what a link leads to, however that came there; a link at `path` is replaced, not
/// followed. Not committed = it is deleted.
/// Errors: InvalidArgument for a name with a NUL in it; Full, Io, with the name that was asked for; what was there stays as it was. Thread:
/// one.
class ReplacingFile {
public:
    /// An old file's access rights stay, a new one gets `rights` less the umask.
    static Result<ReplacingFile> begin(const std::string &path, unsigned rights);
    ReplacingFile(ReplacingFile &&other) noexcept;
    ReplacingFile &operator=(ReplacingFile &&) = delete;
    ~ReplacingFile();

    /// Where the new content goes.
    [[nodiscard]] int descriptor() const { return m_file; }
    [[nodiscard]] Result<void> commit();
    /// What the system said last, about this file.
    [[nodiscard]] Error failure() const;

private:
    explicit ReplacingFile(std::string path) : m_path(std::move(path)) {}

    std::string m_path;
    std::string m_beside; ///< empty = there is nothing to delete
    int m_file = -1;
};

} // namespace telltale
