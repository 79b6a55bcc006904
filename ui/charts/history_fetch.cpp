// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/history_fetch.h"

#include <algorithm>
#include <utility>

namespace telltale::ui {

HistoryFetch::HistoryFetch(Reader reader, QObject *parent) : QObject(parent), m_reader(std::move(reader))
{
    connect(this, &HistoryFetch::wasRead, this, &HistoryFetch::deliver, Qt::QueuedConnection);
    m_thread = std::thread([this] { run(); });
}

HistoryFetch::~HistoryFetch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void HistoryFetch::request(HistoryQuestion wanted, std::int64_t piece)
{
    m_generation += 1;
    {
        const std::lock_guard lock(m_mutex);
        m_request = wanted.from >= wanted.to ? std::nullopt
                                             : std::optional(Request{m_generation, std::move(wanted), std::max<std::int64_t>(piece, 1)});
    }
    m_wake.notify_one();
}

void HistoryFetch::cancel()
{
    m_generation += 1;
    const std::lock_guard lock(m_mutex);
    m_request.reset();
}

std::optional<HistoryFetch::Request> HistoryFetch::nextPiece()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_stop || m_request; });
    if (m_stop)
        return std::nullopt;
    Request piece = *m_request;
    if ((piece.rest.to - piece.rest.from).count() > piece.piece)
        piece.rest.from = piece.rest.to - Duration{piece.piece};
    m_request->rest.to = piece.rest.from;
    if (m_request->rest.from >= m_request->rest.to)
        m_request.reset();
    return piece;
}

void HistoryFetch::run()
{
    while (const auto piece = nextPiece()) {
        HistoryPiece read;
        read.generation = piece->generation;
        read.asked = {toNanos(piece->rest.from), toNanos(piece->rest.to)};
        read.answer = m_reader(piece->rest);
        {
            const std::lock_guard lock(m_mutex);
            read.last = !m_request || m_request->generation != piece->generation;
            m_read.push_back(std::move(read));
        }
        emit wasRead(); // carries nothing: a sanitizer sees what a mutex hands over, and not what Qt's queue of events does
    }
}

void HistoryFetch::deliver()
{
    std::vector<HistoryPiece> read;
    {
        const std::lock_guard lock(m_mutex);
        read.swap(m_read);
    }
    for (const HistoryPiece &piece : read)
        emit pieceRead(piece);
}

} // namespace telltale::ui
