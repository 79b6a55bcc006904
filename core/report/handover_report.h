// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logbook/handover.h"
#include "core/report/incident_report.h"

#include <string>
#include <vector>

namespace telltale::report {

/// A table of a handover, in plain text: screen, HTML and PDF are made of it, so they cannot differ.
struct HandoverSection {
    std::string title; ///< with the number of rows
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows; ///< may be empty: that nothing is shelved is worth saying
    std::vector<double> widths;                 ///< shares of a page, summing to 1
};

/// Who signed what, outside of what is signed.
struct HandoverSigns {
    std::uint64_t number = 0;
    std::string sha256; ///< of the content
    std::string outgoing;
    UtcTime signedAt = kNoTime;
    std::string incoming; ///< empty = nobody has taken it over
    UtcTime takenAt = kNoTime;
};

/// `wording.phrase` also gets the names of figures, as in files.
[[nodiscard]] std::vector<HandoverSection> handoverSections(const logbook::Handover &handover, const Wording &wording);
/// "Shift 2026-11-22 06:00 – 14:00 CET at desk 2, handed over by operator A"
[[nodiscard]] std::string handoverTitle(const logbook::Handover &handover, const Wording &wording);
/// One line each: who signed, who took over, the hash.
[[nodiscard]] std::vector<std::string> signLines(const HandoverSigns &signs, const Wording &wording);
/// Self-contained: no script, no remote load; every foreign text escaped.
[[nodiscard]] std::string toHtml(const logbook::Handover &handover, const HandoverSigns &signs, const Wording &wording);

} // namespace telltale::report
