// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the engine that does what operators ask for, and takes up what a former run left.
#include "core/model/permission.h"
#include "core/pipeline/engine.h"

#include <algorithm>
#include <type_traits>

namespace telltale::pipeline {

void Engine::recordRestart(UtcTime now, UtcTime lastAlive, EngineOutput &output)
{
    for (const SuppressedAlarm &alarm : m_book.suppressed())
        if (alarm.rule.holds())
            m_rules.resume(alarm.rule.reason, now);
    append(m_book.recordRestart(now, lastAlive), output);
    closeUnjudged(kProgram, now, output);
    closeFormerFeeds(now, output);
}

namespace {

/// The stimulus that a command becomes; what the actor said and when is filled in by the caller.
alarm::Stimulus stimulusFor(const command::UndoAcknowledge &)
{
    return {.kind = AlarmEventKind::AckUndo};
}
alarm::Stimulus stimulusFor(const command::Reset &)
{
    return {.kind = AlarmEventKind::Reset};
}
alarm::Stimulus stimulusFor(const command::Comment &what)
{
    return {.kind = AlarmEventKind::Comment, .comment = what.text, .alarm = what.alarm};
}
alarm::Stimulus stimulusFor(const command::Judge &what)
{
    return {.kind = AlarmEventKind::Verdict, .comment = what.text, .verdict = what.verdict, .alarm = what.alarm};
}
alarm::Stimulus stimulusFor(const command::Assign &what)
{
    return {.kind = AlarmEventKind::Assign, .comment = what.owner, .alarm = what.alarm};
}
alarm::Stimulus stimulusFor(const command::Unshelve &)
{
    return {.kind = AlarmEventKind::Unshelve};
}
alarm::Stimulus stimulusFor(const command::TakeOutOfService &what)
{
    return {.kind = AlarmEventKind::OosOn, .comment = what.reason, .until = what.reviewAt};
}
alarm::Stimulus stimulusFor(const command::ReturnToService &)
{
    return {.kind = AlarmEventKind::OosOff};
}

template <typename What>
concept OfOccurrences = requires(const What &what)
{
    what.occurrences;
};
template <typename What>
concept OfOneOccurrence = requires(const What &what)
{
    what.occurrence;
};
template <typename What>
concept OfAlarms = requires(const What &what)
{
    what.alarms;
};

} // namespace

void Engine::applyToAlarms(const std::vector<AlarmKey> &alarms, const alarm::Stimulus &stimulus, EngineOutput &output)
{
    for (const AlarmKey &alarm : alarms)
        append(m_book.apply(alarm::AlarmBook::Key{alarm.source, alarm.what}, stimulus), output);
}

template <typename What>
void Engine::carryOut(const What &what, const Command &command, UtcTime now, EngineOutput &output, CommandEcho &echo)
{
    if constexpr (std::is_same_v<What, command::Silence>) {
        append(m_book.silence(now, command.actor), output);
    } else if constexpr (std::is_same_v<What, command::ConfigureDetector>) {
        configure(what, command.actor, now, output, echo);
    } else if constexpr (!std::is_same_v<What, command::WatchSensors>) {
        alarm::Stimulus stimulus = stimulusFor(what);
        stimulus.at = now;
        stimulus.actor = command.actor;
        if constexpr (OfOccurrences<What>) {
            for (const OccurrenceId id : what.occurrences)
                append(m_book.apply(id, stimulus), output);
        } else if constexpr (OfOneOccurrence<What>) {
            append(m_book.apply(what.occurrence, stimulus), output);
        } else if constexpr (OfAlarms<What>) {
            applyToAlarms(what.alarms, stimulus, output);
        }
    }
}

/// All or none of them: who is asked for a comment must not find half of the selection acknowledged.
void Engine::carryOut(const command::Acknowledge &what, const Command &command, UtcTime now, EngineOutput &output, CommandEcho &echo)
{
    const auto wantsComment = [this](OccurrenceId id) {
        const Occurrence *alarm = m_book.find(id);
        return alarm != nullptr && m_directory.wantsComment(alarm->priority);
    };
    const bool silent = what.comment.find_first_not_of(" \t\n") == std::string::npos;
    if (silent && std::any_of(what.occurrences.begin(), what.occurrences.end(), wantsComment)) {
        echo.accepted = false;
        echo.reason = "alarms of this priority are acknowledged with a comment only (commentToAcknowledge in the plant file)";
        return;
    }
    for (const OccurrenceId id : what.occurrences)
        append(m_book.apply(
                   id, {.kind = AlarmEventKind::Ack, .at = now, .actor = command.actor, .comment = what.comment, .seenSeq = what.seenSeq}),
               output);
}

void Engine::carryOut(const command::Shelve &what, const Command &command, UtcTime now, EngineOutput &output, CommandEcho &)
{
    applyToAlarms(what.alarms,
                  {.kind = AlarmEventKind::Shelve,
                   .at = now,
                   .actor = command.actor,
                   .comment = what.reason,
                   .until = now + what.length,
                   .oneShot = what.oneShot},
                  output);
}

/// A cause is no end while one of its alarms still waits for somebody: empty where none does.
std::string Engine::reasonNotToClose(std::uint64_t incident) const
{
    for (const Incident &each : m_incidents.open()) {
        if (each.number != incident)
            continue;
        for (const OccurrenceId alarm : each.alarms) {
            const Occurrence *row = m_book.find(alarm);
            if (row != nullptr && isUnacknowledged(row->state))
                return "one of its alarms is not acknowledged: acknowledge it first, or take it out";
        }
    }
    return {};
}

/// False when it was refused; the echo then says why.
bool Engine::write(LogbookEntry entry, EngineOutput &output, CommandEcho &echo)
{
    if (auto checked = m_incidents.check(entry); !checked) {
        echo.accepted = false;
        echo.reason = checked.error().what;
        return false;
    }
    const std::string unready = entry.kind == LogbookKind::IncidentClosed ? reasonNotToClose(entry.subject) : std::string();
    if (!unready.empty()) {
        echo.accepted = false;
        echo.reason = unready;
        return false;
    }
    entry.seq = m_book.takeNumber();
    m_incidents.take(entry);
    echo.lastSeq = entry.seq;
    echo.subject = entry.subject;
    output.logbook.push_back(std::move(entry));
    return true;
}

void Engine::carryOut(const command::WriteLogbook &what, const Command &command, UtcTime now, EngineOutput &output, CommandEcho &echo)
{
    LogbookEntry entry = what.entry;
    entry.at = now;
    entry.actor = command.actor;
    if (entry.kind == LogbookKind::HandoverSigned || (entry.kind == LogbookKind::IncidentOpened && !entry.text.empty()))
        entry.subject = m_incidents.takeNumber();
    const LogbookEntry first = entry;
    if (!write(std::move(entry), output, echo) || first.kind != LogbookKind::IncidentOpened)
        return;
    for (const OccurrenceId alarm : what.alarms) {
        LogbookEntry added;
        added.kind = LogbookKind::IncidentAlarmAdded;
        added.subject = first.subject;
        added.occurrence = alarm;
        added.at = now;
        added.actor = command.actor;
        write(std::move(added), output, echo);
    }
}

void Engine::command(const Command &command, UtcTime now, EngineOutput &output)
{
    CommandEcho echo{.id = command.id, .accepted = true, .reason = {}, .lastSeq = 0};
    if (!isPermitted(command)) {
        echo.accepted = false;
        echo.reason =
            "only a " + std::string(toText(roleFor(command))) + " may do this; you are signed in as " + std::string(toText(command.role));
        output.echoes.push_back(std::move(echo));
        return;
    }
    const std::size_t before = output.transitions.size();
    std::visit([&](const auto &what) { carryOut(what, command, now, output, echo); }, command.what);
    for (std::size_t i = before; i < output.transitions.size(); ++i) {
        const AlarmEvent &event = output.transitions[i].event;
        echo.lastSeq = std::max(echo.lastSeq, event.seq);
        if (event.kind == AlarmEventKind::Ignored) {
            echo.accepted = false;
            echo.reason = event.comment;
        }
    }
    output.echoes.push_back(std::move(echo));
}

} // namespace telltale::pipeline
