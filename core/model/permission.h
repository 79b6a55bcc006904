// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/command.h"

namespace telltale {

/// Who may ask for what. Everything that only looks is open to everybody.
namespace permission {

inline Role needed(const command::WatchSensors &)
{
    return Role::Viewer;
}
/// Ends by itself and acknowledges nothing.
inline Role needed(const command::Silence &)
{
    return Role::Viewer;
}
inline Role needed(const command::ConfigureDetector &)
{
    return Role::Engineer;
}
inline Role needed(const command::AddFeed &)
{
    return Role::Engineer;
}
inline Role needed(const command::RemoveFeed &)
{
    return Role::Engineer;
}
inline Role needed(const command::TakeOutOfService &)
{
    return Role::Supervisor;
}
inline Role needed(const command::ReturnToService &)
{
    return Role::Supervisor;
}
inline Role needed(const command::WriteLogbook &what)
{
    const bool ofTheShift = what.entry.kind == LogbookKind::SignedIn || what.entry.kind == LogbookKind::SignedOut;
    return ofTheShift ? Role::Viewer : Role::Operator;
}
/// Acknowledge, undo, reset, comment, shelve, judge, assign.
template <typename Other>
Role needed(const Other &)
{
    return Role::Operator;
}

} // namespace permission

[[nodiscard]] inline Role roleFor(const Command &command)
{
    return std::visit([](const auto &what) { return permission::needed(what); }, command.what);
}

[[nodiscard]] inline bool isPermitted(const Command &command)
{
    return command.role >= roleFor(command);
}

} // namespace telltale
