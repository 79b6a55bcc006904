// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace telltale {

/// What went wrong, coarsely: callers branch on this, people read `Error::what`.
enum class ErrorKind {
    InvalidArgument, ///< the caller asked for something that makes no sense
    NotFound,        ///< a file, key, row or name that does not exist
    BadFormat,       ///< bytes or text that do not follow their format
    OutOfRange,      ///< well formed, but outside what is accepted
    Io,              ///< the operating system refused
    Busy,            ///< somebody else holds it; trying again may help
    Full,            ///< no space or no capacity
    ReadOnly,        ///< opened without the right to write
    Corrupt,         ///< stored content that contradicts itself
    Unsupported,     ///< a version or feature that this build does not know
    Cancelled,       ///< stopped on request
};

/// An expected failure. `where` names the place as a person would look for it ("plant.toml:12 asset[1].path"); may be empty.
struct Error {
    ErrorKind kind = ErrorKind::InvalidArgument;
    std::string what;
    std::string where;

    /// "where: what", or just `what` when no place is known.
    [[nodiscard]] std::string text() const { return where.empty() ? what : where + ": " + what; }
};

} // namespace telltale
