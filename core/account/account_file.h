// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/account.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace telltale::account {

using Accounts = std::vector<Account>; ///< by name, no name twice

/// All accounts of the file; none where there is no file.
/// Errors: BadFormat for a file that is damaged or names one person twice, ReadOnly (`what` says it) for one that others than its owner may
/// write, Unsupported for a version of the future, Io. Whoever gets an error must not take it as "no accounts".   Thread: any.
[[nodiscard]] Result<Accounts> readAccounts(const std::string &path);

/// Replaces the file in one piece; nobody but its owner can read it. Its folder is made when it is missing.
/// Errors: Io, Full; the old file then stands as it was.   Thread: one writer at a time.
[[nodiscard]] Result<void> writeAccounts(const std::string &path, const Accounts &accounts);

/// Adds somebody, or gives them another role and PIN. Errors: InvalidArgument for a name or PIN that cannot be; as above.
[[nodiscard]] Result<void> addAccount(const std::string &path, const std::string &name, Role role, const std::string &pin);
/// Errors: NotFound; as above.
[[nodiscard]] Result<void> removeAccount(const std::string &path, const std::string &name);

/// "viewer", …; false for any other word.
[[nodiscard]] bool readRole(const std::string &word, Role &role);

} // namespace telltale::account
