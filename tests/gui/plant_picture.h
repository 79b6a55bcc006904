// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/window_fixture.h"

#include <array>
#include <cmath>

namespace telltale::test {

inline constexpr UtcTime kPictureNow = SnapshotBuilder::kStart;

struct PlantSensor {
    const char *asset;
    const char *sensor;
    const char *unit;
    double level;
};

inline constexpr std::array<PlantSensor, 14> kPlantSensors{
    {{"plant/line-a/pump1", "vibration_de", "mm/s", 2.1},
     {"plant/line-a/pump1", "bearing_temperature", "°C", 61.0},
     {"plant/line-a/pump1", "motor_current", "A", 14.2},
     {"plant/line-a/boiler", "outlet_temperature", "°C", 88.0},
     {"plant/line-a/boiler", "pressure", "bar", 6.2},
     {"plant/line-a/fan", "motor_current", "A", 4.4},
     {"plant/line-a/fan", "speed", "rpm", 1450.0},
     {"plant/line-b/mixer", "speed", "rpm", 120.0},
     {"plant/line-b/mixer", "torque", "Nm", 33.0},
     {"plant/line-b/valve3", "position", "%", 47.0},
     {"plant/line-b/valve3", "flow", "l/s", 3.3},
     {"plant/line-b/a-machine-with-quite-a-long-name", "a_sensor_with_a_long_name_too", "mm/s", 0.4},
     {"plant/line-b/tank", "level", "%", 71.0},
     {"plant/line-b/tank", "conductivity", "mS/cm", 1.9}}};

/// Ten minutes of a reading a second; the sensors of the pump jump at the end.
inline void addPlantSensors(SnapshotBuilder &build)
{
    for (const PlantSensor &sensor : kPlantSensors) {
        const SensorId id = build.addSensor(sensor.asset, sensor.sensor, sensor.unit);
        const std::size_t phase = indexOf(id);
        build.addSamples(id, kPictureNow - std::chrono::minutes{10}, std::chrono::seconds{1}, 600, [&, phase](std::size_t i) {
            const bool jump = (phase < 3 || phase == 3) && i > 520;
            SnapshotBuilder::Reading reading;
            const double wave = std::sin(double(i + 31 * phase) / 17.0) * 0.03 + std::sin(double(i * 7 + phase) / 3.0) * 0.02;
            reading.value = sensor.level * (1.0 + wave + (jump ? 0.35 : 0.0));
            reading.lower = sensor.level * 0.9;
            reading.upper = sensor.level * 1.1;
            reading.score = jump ? 3.1 : 0.3;
            reading.verdict = jump ? Verdict::Anomalous : Verdict::Normal;
            reading.gapBefore = phase == 2 && i == 300;
            return reading;
        });
        build.spec(id).low = 0.0;
        build.spec(id).high = sensor.level * 2;
    }
    build.now(kPictureNow);
    build.state(SensorId{9}).stale = true;
    build.state(SensorId{10}).stale = true;
    build.state(SensorId{12}).quality = Quality::Bad;
    build.state(SensorId{13}).warmUp = 0.4;
    build.state(SensorId{13}).verdict = Verdict::NoDecision;
}

inline void addPlantAlarms(SnapshotBuilder &build)
{
    struct Row {
        std::uint32_t sensor;
        Priority priority;
        AlarmState state;
        int ago;
    };
    const std::array<Row, 9> rows{{{0, Priority::P1, AlarmState::B, 79},
                                   {4, Priority::P1, AlarmState::L1, 700},
                                   {3, Priority::P2, AlarmState::B, 75},
                                   {7, Priority::P2, AlarmState::B, 340},
                                   {11, Priority::P3, AlarmState::B, 410},
                                   {5, Priority::P2, AlarmState::D, 671},
                                   {6, Priority::P3, AlarmState::L2, 3600},
                                   {8, Priority::P2, AlarmState::C, 1978},
                                   {12, Priority::P3, AlarmState::C, 90'000}}};
    for (const Row &row : rows) {
        Occurrence &alarm = build.addAlarm(SensorId{row.sensor}, row.priority, row.state, kPictureNow - std::chrono::seconds{row.ago});
        alarm.score = 1.2 + double(alarm.id) * 0.7;
        alarm.maxScore = alarm.score * 1.4;
        alarm.why.score = alarm.score;
        alarm.why.limit = 1.0;
        alarm.why.detectorVersion = 3;
        alarm.why.definitionVersion = 17;
    }
}

/// What makes single rows special: contributors, guidance, chatter, quality, owner.
inline void colourPlantAlarms(SnapshotBuilder &build)
{
    std::vector<Occurrence> &alarms = build.alarms();
    Occurrence &top = alarms[0];
    top.audible = Audible::Sounding;
    top.firstOut = true;
    top.raiseCount = 3;
    top.definition.source.sensor.clear();
    top.why.channels = {{"vibration_de", "mm/s", 0.61, 2.1, 7.9},
                        {"bearing_temperature", "°C", 0.27, 61.0, 82.4},
                        {"motor_current", "A", 0.12, 14.2, 15.1}};
    top.why.lower = 1.9;
    top.why.upper = 2.4;
    top.why.detector = "shingle_knn";
    top.definition.guidance = {"bearing wear or misalignment", "the pump stops and line A with it",
                               "reduce the load to 60 %, call the mechanic", std::chrono::minutes{10}};
    alarms[3].chattering = true;
    alarms[3].raiseCount = 14;
    alarms[4].unverifiedSinceRestart = true;
    alarms[7].ackedBy.operatorName = "M. Ostrova";
    alarms[7].acked = kPictureNow - std::chrono::minutes{31};
    alarms[8].quality = Quality::Bad;
}

inline void addPlantEvents(Snapshot &snapshot)
{
    for (EventSeq seq = 1; seq <= 3; ++seq) {
        AlarmEvent event;
        event.seq = seq;
        event.occurrence = 1;
        event.source = SensorKey{"plant/line-a/pump1", ""};
        event.kind = seq == 2 ? AlarmEventKind::Clear : AlarmEventKind::Raise;
        event.from = seq == 2 ? AlarmState::B : AlarmState::A;
        event.to = seq == 2 ? AlarmState::D : AlarmState::B;
        event.priority = Priority::P1;
        event.at = event.sourceTime = kPictureNow - std::chrono::seconds{400} + std::chrono::seconds{seq * 107};
        event.actor.operatorName = "system";
        event.score = 3.0;
        event.limit = 1.0;
        snapshot.events.push_back(event);
    }
    snapshot.storedThrough = 100;
    snapshot.raisesLast10Min = 14;
    snapshot.flood = true;
}

inline void addPlantFeeds(Snapshot &snapshot)
{
    FeedHealth live;
    live.feed = FeedId{0};
    live.address = "tcp://127.0.0.1:5556";
    live.state = FeedState::Live;
    live.clock = ClockKind::Live;
    live.sequenced = true;
    live.samplesPerSecond = 498;
    live.lagSec = 0.04;
    live.rejects = {{"bad-json", 3}};
    FeedHealth lost;
    lost.feed = FeedId{1};
    lost.address = "tcp://line-b.plant.example:5557";
    lost.state = FeedState::Lost;
    lost.detail = "silent for 22 s, reconnecting";
    lost.clock = ClockKind::Live;
    lost.sequenced = true;
    lost.gaps = 2;
    lost.lostSince = kPictureNow - std::chrono::seconds{22};
    snapshot.feeds = {live, lost};
    snapshot.health.queueCapacity = 4096;
}

/// A plant on a bad day: alarms of every kind and state, a feed that is live, one that is lost, stale sensors, a drifting trend.
inline void fillPlant(WindowFixture &fixture)
{
    addPlantSensors(fixture.build);
    addPlantAlarms(fixture.build);
    colourPlantAlarms(fixture.build);
    addPlantEvents(fixture.build.snapshot());
    addPlantFeeds(fixture.build.snapshot());
}

/// What is kept from people, one of each kind.
inline void addPlantHolds(Snapshot &snapshot)
{
    const auto held = [](const char *asset, const char *sensor, Suppression how) {
        SuppressedAlarm alarm;
        alarm.source = {asset, sensor};
        alarm.what = "anomalous";
        alarm.priority = Priority::P2;
        alarm.suppression = how;
        alarm.condition = Condition::Active;
        alarm.raises = 12;
        Hold &hold = how == Suppression::ByDesign ? alarm.rule : how == Suppression::OutOfService ? alarm.outOfService : alarm.shelf;
        hold.by.operatorName = "M. Ostrova";
        hold.reason = "known fault, being worked on until the new bearing is there";
        hold.since = kPictureNow - std::chrono::minutes{7};
        hold.until = how == Suppression::ByDesign ? kNoTime : kPictureNow + std::chrono::minutes{53};
        return alarm;
    };
    SuppressedAlarm oneShot = held("plant/line-a/fan", "speed", Suppression::ShelvedOneShot);
    oneShot.shelf.oneShot = true;
    snapshot.suppressed = std::make_shared<const std::vector<SuppressedAlarm>>(
        std::vector{held("plant/line-b/valve3", "flow", Suppression::ShelvedTimed), oneShot,
                    held("plant/line-b/mixer", "torque", Suppression::ByDesign),
                    held("plant/line-b/a-machine-with-quite-a-long-name", "a_sensor_with_a_long_name_too", Suppression::OutOfService)});
}

/// An incident with a title of some length.
inline void addPlantIncident(Snapshot &snapshot)
{
    Incident incident;
    incident.number = 17;
    incident.lastSeq = 9;
    incident.title = "Bearing of pump 1, seen together with the boiler's outlet temperature";
    incident.owner = "M. Ostrova";
    incident.opened = kPictureNow - std::chrono::hours{2};
    incident.openedBy.operatorName = "K. Lund";
    incident.alarms = {1, 2, 3};
    snapshot.incidents = std::make_shared<const std::vector<Incident>>(std::vector{incident});
}

} // namespace telltale::test
