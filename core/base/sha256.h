// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace telltale {

/// SHA-256 as 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// Of a file's bytes. Errors: NotFound, Io.   Cost: one pass, a fixed buffer.
[[nodiscard]] Result<std::string> sha256OfFile(const std::string &path);

} // namespace telltale
