// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/window_fixture.h"

namespace telltale::test {

/// The window with a P1 and a P2 that are new and a P3 that is acknowledged.
class ThreeAlarms : public WindowFixture {
public:
    explicit ThreeAlarms(ui::WindowSettings settings = defaults()) : WindowFixture(std::move(settings))
    {
        const SensorId a = build.addSensor("line-a/pump1", "vibration", "mm/s");
        const SensorId b = build.addSensor("line-a/pump1", "temperature", "°C");
        const SensorId c = build.addSensor("line-b/fan", "current", "A");
        build.addAlarm(a, Priority::P1, AlarmState::B).lastSeq = 11;
        build.addAlarm(b, Priority::P2, AlarmState::B).lastSeq = 12;
        build.addAlarm(c, Priority::P3, AlarmState::C).lastSeq = 7;
        build.snapshot().storedThrough = 12;
    }
};

} // namespace telltale::test
