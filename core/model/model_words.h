// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "core/model/feed_health.h"
#include "core/model/logbook_entry.h"

#include <array>
#include <cstddef>
#include <string_view>

/// The word of every stored enumeration value. Words are part of file formats: they may be added to, never changed.
namespace telltale {

inline std::string_view wordOf(Priority v)
{
    return toText(v);
}
inline std::string_view wordOf(Condition v)
{
    return toText(v);
}
inline std::string_view wordOf(AlarmState v)
{
    return toText(v);
}
inline std::string_view wordOf(AlarmEventKind v)
{
    return toText(v);
}
inline std::string_view wordOf(Quality v)
{
    return toText(v);
}
inline std::string_view wordOf(FeedState v)
{
    return toText(v);
}
inline std::string_view wordOf(Judgement v)
{
    return toText(v);
}
inline std::string_view wordOf(LogbookKind v)
{
    return toText(v);
}

namespace words {
template <std::size_t N, typename Enum>
std::string_view pick(const std::array<std::string_view, N> &table, Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < N ? table[index] : std::string_view("?");
}
} // namespace words

inline std::string_view wordOf(PersistenceRule::Kind v)
{
    constexpr std::array<std::string_view, 4> kWords{"on-delay", "consecutive", "k-of-n", "count-in-window"};
    return words::pick(kWords, v);
}
inline std::string_view wordOf(AckState v)
{
    constexpr std::array<std::string_view, 2> kWords{"ACKED", "UNACKED"};
    return words::pick(kWords, v);
}
inline std::string_view wordOf(LatchState v)
{
    constexpr std::array<std::string_view, 2> kWords{"CLEAR", "LATCHED"};
    return words::pick(kWords, v);
}
inline std::string_view wordOf(Suppression v)
{
    constexpr std::array<std::string_view, 5> kWords{"NONE", "SHELVED_TIMED", "SHELVED_ONESHOT", "BY_DESIGN", "OUT_OF_SERVICE"};
    return words::pick(kWords, v);
}
inline std::string_view wordOf(Audible v)
{
    constexpr std::array<std::string_view, 3> kWords{"OFF", "SOUNDING", "SILENCED"};
    return words::pick(kWords, v);
}
inline std::string_view wordOf(ClockKind v)
{
    constexpr std::array<std::string_view, 3> kWords{"unknown", "live", "simulated"};
    return words::pick(kWords, v);
}

/// False when no value of the enumeration has this word.
template <typename Enum>
[[nodiscard]] bool readWord(std::string_view text, Enum &value)
{
    constexpr int kMostValues = 64;
    for (int i = 0; text != "?" && i < kMostValues; ++i) {
        if (wordOf(static_cast<Enum>(i)) == text) {
            value = static_cast<Enum>(i);
            return true;
        }
    }
    return false;
}

} // namespace telltale
