// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/figure_table.h"

#include <algorithm>
#include <array>

namespace telltale::soak {

void FigureTable::add(const std::string &figure, const std::string &value, const std::string &promise, Verdict verdict)
{
    m_rows.push_back({figure, value, promise, verdict});
}

std::string FigureTable::text() const
{
    constexpr std::array<const char *, 3> kWords{"kept", "MISSED", ""};
    std::array<std::size_t, 3> widths{};
    for (const Row &row : m_rows)
        widths = {std::max(widths[0], row.figure.size()), std::max(widths[1], row.value.size()), std::max(widths[2], row.promise.size())};
    const auto padded = [](std::string cell, std::size_t width) { return cell.append(width - std::min(width, cell.size()) + 2, ' '); };
    std::string text;
    for (const Row &row : m_rows) {
        text += padded(row.figure, widths[0]) + padded(row.value, widths[1]) + padded(row.promise, widths[2])
                + kWords[std::size_t(row.verdict)];
        text.erase(text.find_last_not_of(' ') + 1);
        text += '\n';
    }
    return text;
}

int FigureTable::missed() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.verdict == Verdict::Missed; }));
}

} // namespace telltale::soak
