// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/kpi_runner.h"

#include "ui/kpi/stored_kpis.h"
#include "ui/text.h"

namespace telltale::ui {

namespace {

constexpr qint64 kRestFactor = 10;

} // namespace

KpiRunner::KpiRunner(const std::string &dataFolder, Question question, QObject *parent)
    : QObject(parent)
    , m_question(std::move(question))
    , m_thread(dataFolder)
{
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kDebounceMs);
    m_refresh.setInterval(kRefreshMs);
    connect(&m_debounce, &QTimer::timeout, this, &KpiRunner::start);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        if (!m_stop && (!m_time.isValid() || m_time.elapsed() > kRestFactor * m_lastMs)) {
            start();
        }
    });
}

KpiRunner::~KpiRunner()
{
    if (m_stop) {
        *m_stop = true;
    }
}

void KpiRunner::want()
{
    if (m_stop) {
        *m_stop = true;
        m_stop.reset();
        ++m_number; // its answer may be on its way already
        emit busyChanged(false);
    }
    if (m_active) {
        m_debounce.start();
    }
}

void KpiRunner::setActive(bool active)
{
    m_active = active;
    want();
    if (active) {
        m_refresh.start();
    } else {
        m_refresh.stop();
        m_debounce.stop();
    }
}

void KpiRunner::start()
{
    std::optional<kpi::KpiQuestion> question = m_thread.available() ? m_question() : std::nullopt;
    if (!question) {
        return;
    }
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_time.start();
    emit busyChanged(true);
    m_thread.run(
        [folder = m_thread.folder(), question = std::move(*question), stop = m_stop]() -> Result<KpisPtr> {
            auto kpis = storedKpis(folder, question, [stop] { return stop->load(); });
            if (!kpis) {
                return kpis.error();
            }
            return std::make_shared<const kpi::Kpis>(std::move(*kpis));
        },
        [this, number = ++m_number](const Result<KpisPtr> &answer) {
            if (number == m_number) {
                take(answer);
            }
        });
}

void KpiRunner::take(const Result<KpisPtr> &answer)
{
    m_stop.reset();
    m_lastMs = m_time.elapsed();
    emit busyChanged(false);
    if (answer) {
        emit answered(*answer);
    } else {
        emit failed(toQt(answer.error().text()));
    }
}

} // namespace telltale::ui
