// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the engine that does what operators ask for, and takes up what a former run left.
#include "core/pipeline/engine.h"

#include <algorithm>
#include <type_traits>

namespace telltale::pipeline {

void Engine::recordRestart(UtcTime now, UtcTime lastAlive, EngineOutput &output)
{
    append(m_book.recordRestart(now, lastAlive), output);
    closeUnjudged(kProgram, now, output);
}

void Engine::command(const Command &command, UtcTime now, EngineOutput &output)
{
    CommandEcho echo{.id = command.id, .accepted = true, .reason = {}, .lastSeq = 0};
    const std::size_t before = output.transitions.size();
    const auto each = [&](const std::vector<OccurrenceId> &occurrences, alarm::Stimulus stimulus) {
        stimulus.at = now;
        stimulus.actor = command.actor;
        for (const OccurrenceId id : occurrences)
            append(m_book.apply(id, stimulus), output);
    };
    std::visit(
        [&](const auto &what) {
            using What = std::decay_t<decltype(what)>;
            alarm::Stimulus stimulus;
            if constexpr (std::is_same_v<What, command::Acknowledge>) {
                stimulus.kind = AlarmEventKind::Ack;
                stimulus.seenSeq = what.seenSeq;
                stimulus.comment = what.comment;
                each(what.occurrences, stimulus);
            } else if constexpr (std::is_same_v<What, command::UndoAcknowledge>) {
                stimulus.kind = AlarmEventKind::AckUndo;
                each(what.occurrences, stimulus);
            } else if constexpr (std::is_same_v<What, command::Reset>) {
                stimulus.kind = AlarmEventKind::Reset;
                each(what.occurrences, stimulus);
            } else if constexpr (std::is_same_v<What, command::Comment>) {
                stimulus.kind = AlarmEventKind::Comment;
                stimulus.comment = what.text;
                each({what.occurrence}, stimulus);
            } else if constexpr (std::is_same_v<What, command::Silence>) {
                append(m_book.silence(now, command.actor), output);
            } else if constexpr (std::is_same_v<What, command::ConfigureDetector>) {
                configure(what, command.actor, now, output, echo);
            }
        },
        command.what);
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
