// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/command.h"

#include <QString>
#include <vector>

namespace telltale::ui {

/// Why an operator's wish was refused, in words for people and with the alarm's name: "line-a/pump1 temperature: anomalous: changed since
/// you looked (and 2 more)". Shapes: `events` oldest first, the newest ones at least up to the answer; `subjects` alarms were asked for.
/// Missing: where the events do not say which alarm it was, `name` stands in.
[[nodiscard]] QString refusalText(const CommandEcho &echo, const std::vector<AlarmEvent> &events, std::size_t subjects,
                                  const QString &name);
/// What the core says, without the journal's prefix and what was said with it.
[[nodiscard]] QString plainReason(std::string_view reason);

} // namespace telltale::ui
