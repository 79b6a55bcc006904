// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/asset_path.h"

#include <algorithm>

namespace telltale {

namespace {

bool isLevelCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

bool isLevel(std::string_view level)
{
    return !level.empty() && level != "." && level != ".." && std::all_of(level.begin(), level.end(), isLevelCharacter);
}

} // namespace

bool isAssetPath(std::string_view text)
{
    if (text.size() > kMaxAssetPathBytes)
        return false;
    for (auto slash = text.find('/'); slash != std::string_view::npos; slash = text.find('/')) {
        if (!isLevel(text.substr(0, slash)))
            return false;
        text.remove_prefix(slash + 1);
    }
    return isLevel(text);
}

} // namespace telltale
