// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store_reader.h"

#include <QObject>
#include <QThread>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>

namespace telltale::ui {

/// Reads the data folder away from the screen: work runs on a thread of its own, one piece after the other, and its answer comes back to
/// the UI thread as one queued call. Nothing here waits, except the end: the piece under way is finished first.
/// Errors: as the reader gives them, in the answer. Thread: UI.
class Archive final : public QObject {
    Q_OBJECT
public:
    explicit Archive(std::string folder, QObject *parent = nullptr);
    ~Archive() override;

    [[nodiscard]] bool available() const { return !m_folder.empty(); }
    [[nodiscard]] const std::string &folder() const { return m_folder; }

    /// `work` runs on the reading thread and must not touch widgets; `done` gets what it returned, on the UI thread.
    template <typename Work, typename Done>
    void run(Work work, Done done)
    {
        start([work = std::move(work), done = std::move(done)]() -> std::function<void()> {
            auto answer = std::make_shared<std::invoke_result_t<Work>>(work());
            return [answer, done] { done(std::move(*answer)); };
        });
    }
    /// The same with an open reader: `work(const store::StoreReader &)` returns a Result, which also carries a failure to open.
    template <typename Work, typename Done>
    void read(Work work, Done done)
    {
        run(
            [folder = m_folder, work = std::move(work)]() -> std::invoke_result_t<Work, const store::StoreReader &> {
                const auto reader = store::StoreReader::open(folder);
                if (!reader) {
                    return reader.error();
                }
                return work(*reader.value());
            },
            std::move(done));
    }

private:
    /// Runs `piece` on the thread, then what it returned here.
    void start(std::function<std::function<void()>()> piece);

    std::string m_folder;
    QThread m_thread;
    QObject *m_worker;
};

} // namespace telltale::ui
