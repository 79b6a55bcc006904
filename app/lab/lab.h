// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/progress.h"
#include "app/lab/stop_request.h"
#include "core/base/clock.h"
#include "core/base/option_table.h"
#include "core/base/result.h"

#include <ostream>

namespace telltale::app {

/// What a command of telltale-lab works with. Results go to `out`, remarks and progress to `err`.
struct Lab {
    std::ostream &out;
    std::ostream &err;
    const Clock &clock;
    StopRequest &stop;
    bool terminal = false; ///< `err` is one

    [[nodiscard]] ProgressPlace progressPlace() const { return {err, clock, terminal}; }
    void remark(const std::string &text) const { err << "telltale-lab: " << text << '\n'; }
};

[[nodiscard]] inline Error stopped()
{
    return {ErrorKind::Cancelled, "stopped", {}};
}

/// One function per command. Errors: InvalidArgument for what makes no sense on the command line (exit code 2); Cancelled when the user
/// asked to stop (130); any other is a failure (1).
[[nodiscard]] Result<void> trainCommand(const Options &options, Lab &lab);
[[nodiscard]] Result<void> scoreCommand(const Options &options, Lab &lab);
[[nodiscard]] Result<void> compareCommand(const Options &options, Lab &lab);
[[nodiscard]] Result<void> evaluateCommand(const Options &options, Lab &lab);
[[nodiscard]] Result<void> nabCommand(const Options &options, Lab &lab);
[[nodiscard]] Result<void> skabCommand(const Options &options, Lab &lab);
[[nodiscard]] Result<void> benchCommand(const Options &options, Lab &lab);

} // namespace telltale::app
