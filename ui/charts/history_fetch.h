// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/history_question.h"
#include "ui/charts/time_intervals.h"

#include <QObject>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace telltale::ui {

/// What the store said about one stretch of time.
struct HistoryPiece {
    std::uint64_t generation = 0; ///< of the request it answers
    TimeInterval asked;
    HistoryAnswer answer;
    bool last = false; ///< the request is done with it
};

/// Asks a reader for stored samples on a thread of its own, newest piece first, so that a long stretch appears bit by bit. A new request
/// replaces the running one at the next piece. Receivers drop pieces of a generation from before the sensor changed.
/// Thread: UI, but for the reader, which is called on the own thread only. The destructor waits for the running read at most.
class HistoryFetch final : public QObject {
    Q_OBJECT
public:
    using Reader = HistoryLoader;

    explicit HistoryFetch(Reader reader, QObject *parent = nullptr);
    ~HistoryFetch() override;

    /// Asks for it in pieces of at most `piece` nanoseconds.
    void request(HistoryQuestion wanted, std::int64_t piece);
    /// Answers still on their way become stale.
    void cancel();
    [[nodiscard]] std::uint64_t generation() const { return m_generation; }

signals:
    void pieceRead(const telltale::ui::HistoryPiece &piece);
    /// From the own thread: there is something to deliver.
    void wasRead();

private:
    struct Request {
        std::uint64_t generation = 0;
        HistoryQuestion rest;
        std::int64_t piece = 0;
    };

    void run();
    [[nodiscard]] std::optional<Request> nextPiece();
    void deliver();

    Reader m_reader;
    std::uint64_t m_generation = 0; ///< UI thread only
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<Request> m_request; ///< what is still to be read; guarded by m_mutex, as are the next two
    std::vector<HistoryPiece> m_read; ///< what is still to be delivered
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace telltale::ui

Q_DECLARE_METATYPE(telltale::ui::HistoryPiece)
