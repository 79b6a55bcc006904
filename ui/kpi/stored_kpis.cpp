// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/stored_kpis.h"

#include "core/kpi/kpi_fold.h"
#include "core/store/window_scan.h"

namespace telltale::ui {

Result<kpi::Kpis> storedKpis(const std::string &dataFolder, const kpi::KpiQuestion &question, const std::function<bool()> &stopWanted)
{
    kpi::KpiFold fold(question);
    store::WindowVisitor visitor;
    visitor.alarm = [&](const Occurrence &alarm) { fold.know(alarm); };
    visitor.event = [&](const AlarmEvent &event) { fold.add(event); };
    visitor.health = [&](UtcTime at, const FeedHealth &health) { fold.add(at, health); };
    visitor.stopWanted = stopWanted;
    const auto told = store::scanWindow(dataFolder, {.from = question.from, .to = question.to}, visitor);
    if (!told) {
        return told.error();
    }
    return fold.finish();
}

} // namespace telltale::ui
