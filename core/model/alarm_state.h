// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace telltale {

// The orthogonal regions of an alarm (adapted from ISA-18.2; operators.md §5.2).
enum class Condition : std::uint8_t { Inactive, PendingOn, Active, PendingOff };
enum class AckState : std::uint8_t { Acked, Unacked };
enum class LatchState : std::uint8_t { Clear, Latched };
enum class Suppression : std::uint8_t { None, ShelvedTimed, ShelvedOneShot, ByDesign, OutOfService };
enum class Audible : std::uint8_t { Off, Sounding, Silenced };

/// What a row shows: a function of the regions. Letters as in ISA-18.2; L1 and L2 are our labels for the latched states.
enum class AlarmState : std::uint8_t { A, B, C, D, L1, L2, E, F, G };

[[nodiscard]] std::string_view toText(Condition condition);
[[nodiscard]] std::string_view toText(AlarmState state); ///< "B"
[[nodiscard]] std::string_view label(AlarmState state);  ///< "NEW", "ACK", "RTN", "LATCH NEW", "LATCH", …; "" for A
[[nodiscard]] constexpr bool isUnacknowledged(AlarmState s)
{
    return s == AlarmState::B || s == AlarmState::D || s == AlarmState::L1;
}
/// Position in the default list order: B and L1, then D, then L2, then C; the rest after.
[[nodiscard]] int listRank(AlarmState state);

} // namespace telltale
