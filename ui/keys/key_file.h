// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/keys/key_map.h"

#include <string>
#include <string_view>
#include <vector>

namespace telltale::ui {

/// Keys that a station chose, as a file that people can write too:
///
///     [keys]
///     acknowledge = ["Space", "Ctrl+Return"]
///     quit = []
///
/// Acts have the names of the key table, keys those of QKeySequence's portable text; no keys take the act's away. What the file does not
/// name is as the table has it. Errors name file, line, act, what is expected and what was found; the keys of the table then stand for
/// that act. Whatever the text, no two acts share a key.
struct KeyFile {
    KeyMap map;
    std::vector<Error> problems; ///< in the order of the file
};

/// `path` names the text in errors.
[[nodiscard]] KeyFile parseKeys(std::string_view text, const std::string &path);
/// A file that is not there chooses nothing.
[[nodiscard]] KeyFile loadKeys(const std::string &path);
[[nodiscard]] std::string formatKeys(const KeyMap &map);
/// Makes its folder where there is none. With `keepOld` what the file held before stays beside it, as "keys.toml.old". Errors: Full, Io.
[[nodiscard]] Result<void> saveKeys(const KeyMap &map, const std::string &path, bool keepOld);

} // namespace telltale::ui
