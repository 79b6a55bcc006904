// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/stored_rows.h"

#include <algorithm>
#include <cstdint>

namespace telltale::ui {

namespace {

constexpr UtcTime kEarliest = fromNanos(0);
/// About so many cells at a time: a moment's work, between two questions whether to go on.
constexpr std::size_t kCellsPerPiece = 65'536;
constexpr Duration kFirstSpan = std::chrono::minutes{1};
constexpr Duration kShortestSpan = std::chrono::seconds{1};
constexpr Duration kLongestSpan = std::chrono::hours{24 * 365};

/// Goes back from the end, over what is stored and past what is not.
class BackwardReading {
public:
    BackwardReading(const HistoryAccess &history, const JudgedSource &source, const study::StudyWatch &watch)
        : m_history(history)
        , m_source(source)
        , m_watch(watch)
        , m_gathered(source.channels)
        , m_span(firstSpan())
    {
    }

    /// From `end`, which moves, down to `from` or until there are so many rows. False: it would have been too much.
    Result<bool> goTo(UtcTime from, std::size_t rows, UtcTime &end)
    {
        while (end > from && m_gathered.most() < rows) {
            if (m_gathered.most() * columns() >= StoredRows::kMostCells) {
                return false;
            }
            const auto newest = newestBefore(end);
            if (!newest) {
                return newest.error();
            }
            if (*newest == kNoTime || *newest < from) {
                end = from;
                return true;
            }
            end = std::min(end, *newest + Duration{1});
            const UtcTime begin = end - from > m_span ? end - m_span : from;
            if (const auto read = readPiece(begin, end); !read) {
                return read.error();
            }
            end = begin;
        }
        return true;
    }

    study::GatheredReadings &gathered() { return m_gathered; }

private:
    [[nodiscard]] std::size_t columns() const { return std::max<std::size_t>(1, m_source.channels.size()); }
    [[nodiscard]] std::size_t rowsPerPiece() const { return std::max<std::size_t>(1024, kCellsPerPiece / columns()); }

    [[nodiscard]] Duration firstSpan() const
    {
        Duration shortest = Duration::zero();
        for (const detect::ChannelSpec &channel : m_source.channels) {
            if (channel.period > Duration::zero() && (shortest == Duration::zero() || channel.period < shortest)) {
                shortest = channel.period;
            }
        }
        const double span = toSeconds(shortest) * double(rowsPerPiece());
        return span > 0.0 ? fromSeconds(std::min(span, toSeconds(kLongestSpan))) : kFirstSpan;
    }

    Result<UtcTime> newestBefore(UtcTime end)
    {
        UtcTime newest = kNoTime;
        for (const SensorKey &sensor : m_source.sensors) {
            const auto own = m_history.newestBefore(sensor, end);
            if (!own) {
                return own;
            }
            newest = std::max(newest, *own);
        }
        return newest;
    }

    Result<void> readPiece(UtcTime begin, UtcTime end)
    {
        const std::size_t before = m_gathered.most();
        for (std::size_t i = 0; i < m_source.sensors.size(); ++i) {
            if (m_watch && !m_watch(0.0)) {
                return Error{ErrorKind::Cancelled, "stopped", {}};
            }
            const auto chunks = m_history.samples(m_source.sensors[i], begin, end);
            if (!chunks) {
                return chunks.error();
            }
            m_gathered.add(i, *chunks, begin, end);
        }
        const std::size_t rows = m_gathered.most() - before;
        if (rows < rowsPerPiece() / 2) {
            m_span = std::min(2 * m_span, kLongestSpan);
        } else if (rows > 2 * rowsPerPiece()) {
            m_span = std::max(m_span / 2, kShortestSpan);
        }
        return {};
    }

    const HistoryAccess &m_history;
    const JudgedSource &m_source;
    const study::StudyWatch &m_watch;
    study::GatheredReadings m_gathered;
    Duration m_span;
};

void dropSilent(const JudgedSource &source, study::GatheredReadings &gathered, std::vector<std::string> &names)
{
    for (std::size_t i = source.sensors.size(); source.isAsset() && i-- > 0;) {
        if (source.silent[i] != 0 && gathered.size(i) == 0) {
            names.push_back(source.sensors[i].sensor);
            gathered.drop(i);
        }
    }
    std::reverse(names.begin(), names.end());
}

} // namespace

Result<StoredRows> readRows(const HistoryAccess &history, const JudgedSource &source, UtcTime from, UtcTime to, std::size_t warmUp,
                            const study::StudyWatch &watch)
{
    BackwardReading reading(history, source, watch);
    UtcTime end = to;
    const auto whole = reading.goTo(from, SIZE_MAX, end);
    if (!whole) {
        return whole.error();
    }
    if (*whole && warmUp > 0) {
        if (const auto warm = reading.goTo(kEarliest, reading.gathered().most() + warmUp, end); !warm) {
            return warm.error();
        }
    }
    StoredRows read{.rows = {}, .from = from, .cut = !*whole, .silent = {}};
    dropSilent(source, reading.gathered(), read.silent);
    read.rows = reading.gathered().takeRows();
    if (read.cut && !read.rows.table.times.empty()) {
        read.from = read.rows.table.times[std::min(warmUp, read.rows.rows() / 2)];
    }
    return read;
}

} // namespace telltale::ui
