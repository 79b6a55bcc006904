// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/journal_watch.h"

#include "core/store/journal_check.h"

namespace telltale::pipeline {

namespace {
constexpr std::size_t kMostLogged = 500;
}

JournalWatch::~JournalWatch()
{
    stop();
}

void JournalWatch::start(const std::string &dataFolder)
{
    m_thread = std::thread([this, dataFolder] { check(dataFolder); });
}

void JournalWatch::stop()
{
    m_stopped = true;
    if (m_thread.joinable())
        m_thread.join();
}

std::string JournalWatch::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

void JournalWatch::say(LogLevel level, const std::string &text) const
{
    if (m_log)
        m_log(level, "journal", escapeLine(text, kMostLogged));
}

void JournalWatch::check(const std::string &dataFolder)
{
    const auto found = store::checkJournal(dataFolder, {.expected = {}, .stopWanted = [this] { return m_stopped.load(); }});
    if (!found) {
        // Stopped, or a disk that is full from the start: then the journal is not there yet.
        say(LogLevel::Note, "the journal was not checked: " + found.error().text());
        return;
    }
    say(found->good() ? LogLevel::Note : LogLevel::Error, "checked: " + found->verdict());
    {
        const std::lock_guard lock(m_mutex);
        m_problem = found->good() ? std::string() : found->verdict();
    }
    m_finished = true;
}

} // namespace telltale::pipeline
