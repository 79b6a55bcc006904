// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/kpi_desk.h"

#include "ui/detectors/detector_page.h"
#include "ui/kpi/kpi_page.h"
#include "ui/text.h"
#include "ui/widgets/message_bar.h"

namespace telltale::ui {

KpiDesk::KpiDesk(KpiPage &page, DetectorPage &detectors, MessageBar &messages, Ways ways, QObject *parent) : QObject(parent)
{
    connect(&page, &KpiPage::noticed, this, [&messages](const QString &text) { messages.note(text); });
    connect(&page, &KpiPage::alarmsWanted, this, [ways](const SensorKey &source) { ways.toAlarms(source); });
    connect(&page, &KpiPage::tuneWanted, this, [ways, &detectors, &messages](const SensorKey &source) {
        if (detectors.choose(source)) {
            ways.toDetector(source);
        } else {
            messages.note(tr("Nothing judges %1: there is no detector behind it.").arg(toQt(source.text())));
        }
    });
}

} // namespace telltale::ui
