// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace telltale::detect {

/// Decides which strange rows may raise an alarm: not again so soon after the last one unless clearly stranger, and not more often in
/// the long run than about once in `longRun` rows.
/// Shapes: one scalar stream, one call a row; time is counted in rows. Units: s and theta as the tail stage gives them.
/// Missing: rows without a score are not shown to it.   Cost: O(1), no memory beyond itself.   Source: ours.
class AlertControl {
public:
    struct Setup {
        double theta = 0.97;
        double refractory = 150.0; ///< rows after an alert in which only a clearly stronger row may alert
        double decay = 375.0;      ///< rows in which the memory of the last alert fades to 1/e
        double boost = 2.0;        ///< "clearly stronger": more than this many times the last alert
        double eta = 0.2;          ///< each alert makes the next harder by this much …
        double longRun = 2000.0;   ///< … which is forgotten over this many rows
    };
    struct Decision {
        bool pulse;
        double limit; ///< theta, raised by the alert rate; the memory of the last alert, which gates pulses only, is not in it
    };
    explicit AlertControl(const Setup &setup) : m_setup(setup) {}

    [[nodiscard]] Decision step(double s);

private:
    static constexpr double kMostExtra = 3.0;

    Setup m_setup;
    double m_extra = 0.0;
    double m_lastStrength = 0.0;
    double m_sinceLast = 0.0; ///< rows; only read once there was an alert
    bool m_alerted = false;
};

} // namespace telltale::detect
