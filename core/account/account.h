// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/role.h"

#include <cstddef>
#include <string>

namespace telltale::account {

/// Somebody who may act at this station.
struct Account {
    std::string name;
    Role role = Role::Viewer;
    std::string pinHash; ///< Argon2id with its salt and limits; the PIN itself is nowhere

    friend bool operator==(const Account &, const Account &) = default;
};

inline constexpr std::size_t kMostNameBytes = 64;

} // namespace telltale::account
