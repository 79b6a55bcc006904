// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace telltale {

enum class LogLevel { Debug, Note, Warning, Error };

/// Where a room reports what a person may want to read later. Passed in by `app/`; an empty sink is silent.
/// Texts are one line; control characters from foreign text must be escaped with `escapeLine` first. Thread: the sink must accept any.
using LogSink = std::function<void(LogLevel level, std::string_view room, std::string_view text)>;

/// Makes foreign text safe for one log line, valid UTF-8: control characters and bytes that are no text become \xNN, what else ends a
/// line or turns its direction \uNNNN, long text is cut between two characters.
[[nodiscard]] std::string escapeLine(std::string_view text, std::size_t limit = 200);

} // namespace telltale
