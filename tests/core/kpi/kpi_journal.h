// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpi_fold.h"

#include <optional>
#include <string>
#include <vector>

namespace telltale::test {

/// "06:20:30" on 2026-11-22; "-1 05:00:00" on the day before.
inline UtcTime clockTime(const std::string &text)
{
    const bool before = text.starts_with("-1 ");
    const auto time = parseTime("2026-11-22T" + (before ? text.substr(3) : text) + "Z");
    if (!time)
        throw std::invalid_argument("not a time: " + text);
    return *time - (before ? std::chrono::hours{24} : std::chrono::hours{0});
}

/// A journal written by hand: every event says to which state it leads, the former one is remembered. An event in state A that does not
/// raise, and any in state G, has no occurrence, as in real journals.
class Journal {
public:
    /// The number that the other calls take.
    std::size_t alarm(const SensorKey &source, Priority priority, const std::string &detector = "band",
                      Duration onDelay = std::chrono::seconds{2}, const std::string &what = std::string(kAnomalous))
    {
        AlarmDefinition definition;
        definition.source = source;
        definition.what = what;
        definition.priority = priority;
        definition.detector = detector;
        definition.raise.duration = onDelay;
        m_tracks.push_back({definition});
        return m_tracks.size() - 1;
    }
    AlarmDefinition &definition(std::size_t alarm) { return m_tracks[alarm].definition; }

    AlarmEvent &event(const std::string &time, std::size_t alarm, AlarmEventKind kind, AlarmState to, std::optional<Priority> priority = {})
    {
        Track &track = m_tracks[alarm];
        const bool raises = kind == AlarmEventKind::Raise || (kind == AlarmEventKind::OosOff && to == AlarmState::B);
        if (raises && track.occurrence == 0 && to != AlarmState::G)
            open(track);
        AlarmEvent event;
        event.seq = events.size() + 1;
        event.occurrence = track.occurrence;
        event.source = track.definition.source;
        event.what = track.definition.what;
        event.kind = kind;
        event.from = track.state;
        event.to = to;
        event.priority = priority.value_or(track.definition.priority);
        event.at = clockTime(time);
        event.suppressed = to == AlarmState::E || to == AlarmState::F || to == AlarmState::G;
        track.state = to;
        if (to == AlarmState::A || to == AlarmState::G)
            track.occurrence = 0;
        events.push_back(event);
        return events.back();
    }
    AlarmEvent &raise(const std::string &time, std::size_t alarm) { return event(time, alarm, AlarmEventKind::Raise, AlarmState::B); }
    AlarmEvent &clear(const std::string &time, std::size_t alarm)
    {
        const bool acknowledged = m_tracks[alarm].state == AlarmState::C;
        return event(time, alarm, AlarmEventKind::Clear, acknowledged ? AlarmState::A : AlarmState::D);
    }
    AlarmEvent &ack(const std::string &time, std::size_t alarm)
    {
        const bool active = m_tracks[alarm].state == AlarmState::B;
        return event(time, alarm, AlarmEventKind::Ack, active ? AlarmState::C : AlarmState::A);
    }
    /// Raised, cleared after a minute and acknowledged two minutes after the raise.
    void blip(UtcTime at, std::size_t alarm)
    {
        raise("00:00:00", alarm).at = at;
        clear("00:00:00", alarm).at = at + std::chrono::minutes{1};
        ack("00:00:00", alarm).at = at + std::chrono::minutes{2};
    }

    void feed(const std::string &time, FeedState state, std::uint64_t gaps = 0, std::uint64_t lost = 0)
    {
        FeedHealth health;
        health.address = "tcp://127.0.0.1:5556";
        health.state = state;
        health.gaps = gaps;
        health.lostMessages = lost;
        feeds.push_back({clockTime(time), health});
    }

    [[nodiscard]] kpi::Kpis kpis(const std::string &from, const std::string &to, const kpi::KpiFilter &filter = {},
                                 const kpi::KpiLimits &limits = {}) const
    {
        return kpi::kpisOf({clockTime(from), clockTime(to), filter, limits}, occurrences, events, feeds);
    }

    std::vector<Occurrence> occurrences;
    std::vector<AlarmEvent> events;
    std::vector<kpi::FeedRow> feeds;

private:
    struct Track {
        AlarmDefinition definition;
        AlarmState state = AlarmState::A;
        OccurrenceId occurrence = 0;
    };
    void open(Track &track)
    {
        track.occurrence = occurrences.size() + 1;
        Occurrence occurrence;
        occurrence.id = track.occurrence;
        occurrence.definition = track.definition;
        occurrences.push_back(occurrence);
    }

    std::vector<Track> m_tracks;
};

} // namespace telltale::test
