// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"

#include <QSocketNotifier>
#include <optional>
#include <string>

class QWidget;

namespace telltale::app {

/// Ends the program on a signal, after --run-for, and takes the picture that was asked for. Thread: UI; while the application runs.
class Schedule {
public:
    /// `stopSignals`: a descriptor that becomes readable when the program shall end; negative = there is none.
    Schedule(const DesktopOptions &options, int stopSignals, QWidget &window);

    /// Empty when everything asked for was done.
    [[nodiscard]] std::string complaint() const;

private:
    std::string m_picture;
    std::optional<QSocketNotifier> m_notifier;
    bool m_taken = false;
    bool m_failed = false;
};

} // namespace telltale::app
