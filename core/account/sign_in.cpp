// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/sign_in.h"

#include "core/account/account_file.h"
#include "core/account/pin.h"

#include <algorithm>

namespace telltale::account {

Result<Account> signIn(const std::string &accountsFile, const std::string &name, const std::string &pin)
{
    const auto accounts = readAccounts(accountsFile);
    if (!accounts)
        return accounts.error();
    const auto found = std::find_if(accounts->begin(), accounts->end(), [&](const Account &account) { return account.name == name; });
    const bool known = found != accounts->end();
    if (!known)
        static_cast<void>(hashPin("takes as long as a look at a PIN"));
    if (!known || !isPinOf(found->pinHash, pin))
        return Error{ErrorKind::NotFound, "this name and this PIN do not belong together", {}};
    return *found;
}

} // namespace telltale::account
