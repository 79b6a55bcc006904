// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/alarm_counts.h"
#include "ui/models/time_text.h"

#include <QStringList>

namespace telltale::ui {

/// The words of the header as functions of the snapshot. Each is a list of forms, longest first, for a FittingLabel.

/// "● tcp://127.0.0.1:5556 live · 50/50 sensors · 498 samples/s · lag 40 ms · gaps 0 · rejected 0"
[[nodiscard]] QStringList feedForms(const Snapshot &snapshot, const FeedHealth &feed);
/// "HORN ON [F8 silence]", "silenced until 12:33:07", "horn off". `mutedHere`: the window's own silence, kNoTime = none.
[[nodiscard]] QString hornText(const AlarmCounts &counts, UtcTime mutedHere, ZoneChoice zone);
/// "journal ok", "journal ok, 12 waiting", "NOT WRITING"
[[nodiscard]] QStringList journalForms(const PipelineHealth &health);
/// One sentence across the window while the journal is not written; empty when all is well.
[[nodiscard]] QString journalWarning(const PipelineHealth &health);
/// Which feeds of other computers come unencrypted, all but those in `encrypted`; empty when there are none.
[[nodiscard]] QStringList unencryptedForms(const Snapshot &snapshot, const QStringList &encrypted);
/// That their numbers say were sent and did not get here, over all feeds.
[[nodiscard]] std::uint64_t lostMessages(const Snapshot &snapshot);
/// "drops 0", or how much detection had to leave out, and how much was lost before it.
[[nodiscard]] QString dropText(const Snapshot &snapshot);
[[nodiscard]] QStringList clockForms(const Snapshot &snapshot, ZoneChoice zone);
/// "SIMULATED ×20"; empty for live clocks.
[[nodiscard]] QString simulatedText(const Snapshot &snapshot);

} // namespace telltale::ui
