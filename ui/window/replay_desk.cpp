// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/replay_desk.h"

#include "ui/keys/key_words.h"
#include "ui/replay/replay_bar.h"
#include "ui/replay/replay_frame.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <algorithm>
#include <utility>

namespace telltale::ui {

namespace {

using namespace std::chrono_literals;

constexpr Duration kSkip = 30s;

} // namespace

ReplayDesk::ReplayDesk(QMainWindow &window, replay::ReplaySource *source, Say say) : m_say(std::move(say))
{
    if (source == nullptr) {
        return;
    }
    m_bar = new ReplayBar(*source, &window);
    window.setMenuWidget(m_bar);
    constexpr int kClear = ReplayFrame::kWidth;
    window.setContentsMargins(kClear, kClear, kClear, kClear);
    new ReplayFrame(&window);
}

bool ReplayDesk::run(Act act)
{
    const bool own =
        act == Act::ReplayPause || act == Act::ReplayBack || act == Act::ReplayOn || act == Act::ReplaySlower || act == Act::ReplayFaster;
    if (!own) {
        return false;
    }
    if (m_bar == nullptr) {
        m_say(withPressTexts(QCoreApplication::translate("ReplayDesk", "This window shows the present. %1 opens a replay beside it."),
                             {Act::OpenReplay}));
        return true;
    }
    switch (act) {
    case Act::ReplayPause: m_bar->togglePaused(); break;
    case Act::ReplayBack: m_bar->skip(-kSkip); break;
    case Act::ReplayOn: m_bar->skip(kSkip); break;
    case Act::ReplaySlower: m_bar->faster(-1); break;
    default: m_bar->faster(1); break;
    }
    return true;
}

void ReplayDesk::setZone(ZoneChoice zone)
{
    if (m_bar != nullptr) {
        m_bar->setZone(zone);
    }
}

SensorKey ReplayDesk::sensorOf(const Occurrence &alarm)
{
    SensorKey sensor = alarm.definition.source;
    if (sensor.sensor.empty() && !alarm.why.channels.empty()) {
        sensor.sensor = alarm.why.channels.front().sensor;
    }
    return sensor;
}

QString ReplayDesk::nameOf(const SensorKey &sensor)
{
    return sensor.sensor.empty() ? toQt(sensor.asset) : QStringLiteral("%1/%2").arg(toQt(sensor.asset), toQt(sensor.sensor));
}

replay::Range ReplayDesk::rangeFor(const Occurrence &alarm, UtcTime now)
{
    if (alarm.id == 0 || alarm.raised == kNoTime) {
        return {now - 15min, now};
    }
    const UtcTime begin = alarm.firstViolation == kNoTime ? alarm.raised : alarm.firstViolation;
    const UtcTime end = alarm.cleared == kNoTime ? now : alarm.cleared + 2min;
    return {begin - 10min, std::min(end, now)};
}

} // namespace telltale::ui
