// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/shingle_library.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace telltale::detect {

namespace {

constexpr std::size_t kSlack = 256;

template <typename Value>
void keepLast(std::vector<Value> &values, std::size_t count)
{
    values.erase(values.begin(), values.end() - static_cast<std::ptrdiff_t>(count));
}

std::int16_t onCircle(double coordinate)
{
    return static_cast<std::int16_t>(std::lround(coordinate * 32767.0));
}

} // namespace

ShingleLibrary::ShingleLibrary(std::size_t widest, std::size_t shingles)
    : m_shingles(shingles)
    , m_kept(shingles + 3 * widest)
    , m_capacity(m_kept + kSlack)
{
    m_values.reserve(m_capacity);
    m_cosines.reserve(m_capacity);
    m_sines.reserve(m_capacity);
    m_values.resize(widest - 1);
    m_cosines.resize(widest - 1);
    m_sines.resize(widest - 1);
}

void ShingleLibrary::push(double value, double dayAngle)
{
    if (m_values.size() == m_capacity) {
        keepLast(m_values, m_kept);
        keepLast(m_cosines, m_kept);
        keepLast(m_sines, m_kept);
    }
    m_values.push_back(value);
    m_cosines.push_back(onCircle(std::cos(dayAngle)));
    m_sines.push_back(onCircle(std::sin(dayAngle)));
    ++m_rows;
}

std::size_t ShingleLibrary::candidates(std::size_t width) const
{
    // The oldest shingle ends at row width−1, the youngest candidate 2·width rows before the newest row.
    const std::size_t needed = 3 * width - 1;
    return m_rows > needed ? std::min(m_rows - needed, m_shingles) : 0;
}

std::shared_ptr<const Precedent> ShingleLibrary::compare(const Neighbour &neighbour, std::size_t width) const
{
    const auto stretch = [&](std::size_t newest) {
        const auto end = m_values.begin() + static_cast<std::ptrdiff_t>(newest + 1);
        return std::vector<double>(end - static_cast<std::ptrdiff_t>(width), end);
    };
    return std::make_shared<const Precedent>(Precedent{stretch(m_values.size() - 1), stretch(neighbour.index)});
}

void ShingleLibrary::answer(std::span<const ShingleQuestion> questions) const
{
    const std::size_t size = m_values.size();
    std::array<ShingleSearch, kMostQuestions> searches;
    std::size_t begin = size;
    std::size_t end = 0;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const ShingleQuestion &question = questions[i];
        const std::size_t count = candidates(question.width);
        const std::size_t to = count > 0 ? size - 2 * question.width : size;
        searches[i] = {question.width, question.dayWeight, to - count, to, question.nearest};
        begin = std::min(begin, to - count);
        end = std::max(end, count > 0 ? to : 0);
    }
    if (begin >= end)
        return;
    for (ShingleSearch &search : std::span(searches).first(questions.size())) {
        search.from -= begin;
        search.to -= begin;
    }
    findNearest({m_values.data() + begin, m_cosines.data() + begin, m_sines.data() + begin, end - begin},
                {m_values.data() + size - 1, {m_cosines.back(), m_sines.back()}}, std::span(searches).first(questions.size()));
    for (const ShingleQuestion &question : questions) {
        for (Neighbour &neighbour : question.nearest)
            neighbour.index += begin;
    }
}

} // namespace telltale::detect
