// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/account.h"
#include "core/base/result.h"

#include <string>

namespace telltale::account {

/// Whose name and PIN these are, after the file as it is now. An unknown name takes as long as a wrong PIN and gets the same answer.
/// Errors: NotFound for a pair that does not fit; as `readAccounts`.   Thread: any.   Cost: about a tenth of a second.
[[nodiscard]] Result<Account> signIn(const std::string &accountsFile, const std::string &name, const std::string &pin);

} // namespace telltale::account
