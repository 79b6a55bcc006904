// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/shingle_store.h"

#include <algorithm>

namespace telltale::detect {

ShingleStore::ShingleStore(std::size_t shingle, std::size_t channels)
    : m_shingle(shingle)
    , m_channels(channels)
    , m_mask((dimensions() + kSlack - 1) / kSlack * kSlack)
{
    std::fill_n(m_mask.begin(), dimensions(), 1.0F);
    constexpr std::size_t kFirstRows = 512;
    reserve(std::max(kFirstRows, 2 * shingle));
}

void ShingleStore::reserve(std::size_t rows)
{
    // Grown by hand: the vectors' own doubling would hold up to twice what is needed.
    std::vector<float> values(rows * m_channels + kSlack);
    std::copy_n(m_values.begin(), m_count * m_channels, values.begin());
    std::vector<std::uint16_t> uses(rows);
    std::copy_n(m_uses.begin(), m_count, uses.begin());
    m_values = std::move(values);
    m_uses = std::move(uses);
    m_capacity = rows;
}

void ShingleStore::push(std::span<const float> row)
{
    std::copy(row.begin(), row.end(), m_values.begin() + static_cast<std::ptrdiff_t>(m_count * m_channels));
    m_uses[m_count++] = 0;
}

std::vector<ShingleStore::Name> ShingleStore::pack()
{
    std::vector<Name> renamed(m_count);
    const std::size_t tail = m_count - std::min(m_count, m_shingle - 1); // the next points begin here
    std::size_t kept = 0;
    std::size_t coveredTo = 0;
    for (std::size_t row = 0; row < m_count; ++row) {
        renamed[row] = static_cast<Name>(kept);
        if (m_uses[row] > 0)
            coveredTo = row + m_shingle;
        if (row >= coveredTo && row < tail)
            continue;
        std::copy_n(values(static_cast<Name>(row)), m_channels, m_values.begin() + static_cast<std::ptrdiff_t>(kept * m_channels));
        m_uses[kept++] = m_uses[row];
    }
    m_count = kept;
    if (kept + kept / 4 > m_capacity)
        reserve(kept + kept / 3);
    return renamed;
}

} // namespace telltale::detect
