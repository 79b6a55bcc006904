// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/nab_score.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace telltale::evaluate {

namespace {

double sigmoid(double y)
{
    return y > 3.0 ? -1.0 : 2.0 / (1.0 + std::exp(5.0 * y)) - 1.0;
}

/// What one row adds when it is at or over the threshold.
struct RowWorth {
    double score = 0.0;
    double worth = 0.0;
    std::size_t window = kOutside; ///< number of the window it lies in

    static constexpr std::size_t kOutside = std::numeric_limits<std::size_t>::max();
};

double hitWorth(const RowWindow &window, std::size_t row, const NabProfile &profile)
{
    const auto width = static_cast<double>(window.last - window.first + 1);
    const auto toEdge = static_cast<double>(window.last - row + 1);
    return profile.hit * sigmoid(-toEdge / width) / sigmoid(-1.0);
}

double falseAlarmWorth(const NabSeries &series, std::size_t windowsBefore, std::size_t row, const NabProfile &profile)
{
    if (windowsBefore == 0)
        return -profile.falseAlarm;
    const RowWindow &previous = series.windows[windowsBefore - 1];
    const auto width = static_cast<double>(previous.last - previous.first);
    const auto distance = static_cast<double>(row - previous.last);
    return profile.falseAlarm * (width > 0.0 ? sigmoid(distance / width) : -1.0);
}

/// Worth of every row that is judged; windows are numbered from `firstWindow`.
std::vector<RowWorth> worths(const NabSeries &series, const NabProfile &profile, std::size_t firstWindow)
{
    std::vector<RowWorth> rows;
    std::size_t over = 0; ///< windows that ended before the row
    for (std::size_t row = nabProbation(series.scores.size()); row < series.scores.size(); ++row) {
        while (over < series.windows.size() && series.windows[over].last < row)
            ++over;
        if (std::isnan(series.scores[row]))
            continue;
        if (over < series.windows.size() && series.windows[over].first <= row)
            rows.push_back({series.scores[row], hitWorth(series.windows[over], row, profile), firstWindow + over});
        else
            rows.push_back({series.scores[row], falseAlarmWorth(series, over, row, profile), RowWorth::kOutside});
    }
    return rows;
}

double normalised(double raw, std::size_t windows, const NabProfile &profile)
{
    const double none = -profile.miss * static_cast<double>(windows);
    const double perfect = profile.hit * static_cast<double>(windows);
    return windows == 0 ? 0.0 : 100.0 * (raw - none) / (perfect - none);
}

/// Sum over the rows that count so far, every window starting as missed.
class Tally {
public:
    Tally(std::size_t windows, const NabProfile &profile)
        : m_best(windows, kMissed)
        , m_miss(profile.miss)
        , m_total(-profile.miss * static_cast<double>(windows))
    {
    }

    void add(const RowWorth &row)
    {
        if (row.window == RowWorth::kOutside) {
            m_total += row.worth;
            return;
        }
        double &best = m_best[row.window];
        if (best == kMissed)
            m_total += m_miss + row.worth;
        else
            m_total += std::max(0.0, row.worth - best);
        best = std::max(best, row.worth);
    }
    [[nodiscard]] double total() const { return m_total; }

private:
    static constexpr double kMissed = -std::numeric_limits<double>::infinity();

    std::vector<double> m_best;
    double m_miss;
    double m_total;
};

} // namespace

std::size_t nabProbation(std::size_t rows)
{
    return std::min<std::size_t>(rows * 15 / 100, 750);
}

double nabRawScore(const NabSeries &series, double threshold, const NabProfile &profile)
{
    Tally tally(series.windows.size(), profile);
    for (const RowWorth &row : worths(series, profile, 0)) {
        if (row.score >= threshold)
            tally.add(row);
    }
    return tally.total();
}

NabResult nabAtThreshold(std::span<const NabSeries> files, double threshold, const NabProfile &profile)
{
    NabResult result{threshold, 0.0, 0.0};
    std::size_t windows = 0;
    for (const NabSeries &file : files) {
        result.raw += nabRawScore(file, threshold, profile);
        windows += file.windows.size();
    }
    result.normalised = normalised(result.raw, windows, profile);
    return result;
}

NabResult nabBestThreshold(std::span<const NabSeries> files, const NabProfile &profile)
{
    std::vector<RowWorth> rows;
    std::size_t windows = 0;
    for (const NabSeries &file : files) {
        const std::vector<RowWorth> more = worths(file, profile, windows);
        rows.insert(rows.end(), more.begin(), more.end());
        windows += file.windows.size();
    }
    std::stable_sort(rows.begin(), rows.end(), [](const RowWorth &a, const RowWorth &b) { return a.score > b.score; });

    // Lowering the threshold from above all scores lets rows in one score at a time.
    Tally tally(windows, profile);
    NabResult best{std::numeric_limits<double>::infinity(), tally.total(), 0.0};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        tally.add(rows[i]);
        const bool lastOfItsScore = i + 1 == rows.size() || rows[i + 1].score < rows[i].score;
        if (lastOfItsScore && tally.total() > best.raw)
            best = {rows[i].score, tally.total(), 0.0};
    }
    best.normalised = normalised(best.raw, windows, profile);
    return best;
}

} // namespace telltale::evaluate
