// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QObject>
#include <functional>

namespace telltale::ui {

class DetectorPage;
class KpiPage;
class MessageBar;

/// Where one goes from a bad actor: to the detector behind it, or to its alarms. Thread: UI.
class KpiDesk final : public QObject {
    Q_OBJECT
public:
    struct Ways {
        std::function<void(const SensorKey &)> toDetector; ///< only for what the page Detectors knows
        std::function<void(const SensorKey &)> toAlarms;
    };
    KpiDesk(KpiPage &page, DetectorPage &detectors, MessageBar &messages, Ways ways, QObject *parent = nullptr);
};

} // namespace telltale::ui
