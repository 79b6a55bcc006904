// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace telltale::detect {

/// The last raw scores of a stream, two bytes each, and some of their quantiles kept up to date.
/// Shapes: values from 0 up; 1 to `capacity` are kept. Units: any. Missing: values must not be NaN.
/// Values are kept with 8 significant bits, so quantiles are within 0.4 % of the exact ones; the largest float stands for all beyond it.
/// Cost: for each quantile, adding compares with what leaves and comes; now and then, when the quantile moves to another value, it looks
/// through all (about 0.2 µs at 6000). 2 bytes a value.
class TailHistory {
public:
    /// `quantiles`, each from 0 to 1, are those that will be asked for.
    TailHistory(std::size_t capacity, const std::vector<double> &quantiles);

    /// As it would be kept.
    [[nodiscard]] static double rounded(double value);
    void add(double value);
    /// The i-th of the quantiles, linear between the two nearest ranks, rank p·(n−1). Needs at least one value.
    [[nodiscard]] double quantile(std::size_t i) const { return valueOf(m_marks[i]); }
    [[nodiscard]] std::size_t size() const { return m_codes.size(); }
    [[nodiscard]] std::size_t bytes() const { return m_capacity * sizeof(Code) + m_marks.capacity() * sizeof(Mark); }

private:
    /// The upper half of the bits of a float, which sorts as the float does.
    using Code = std::uint16_t;
    /// A value of the history and how many are above and equal to it: where a quantile's lower rank is.
    struct Mark {
        double p = 0.0;
        Code code = 0;
        std::size_t above = 0;
        std::size_t equal = 0;
        Code next = 0;     ///< the smallest value above
        bool stale = true; ///< `next` has to be looked for
    };

    static Code codeOf(double value);
    static double valueAt(Code code);
    [[nodiscard]] double valueOf(Mark &mark) const;
    [[nodiscard]] std::size_t after(const Mark &mark) const;
    void came(Mark &mark, Code code) const;
    void left(Mark &mark, Code code) const;
    void settle(Mark &mark) const;

    std::size_t m_capacity;
    std::size_t m_oldest = 0;
    std::vector<Code> m_codes;         ///< a ring once it is full
    mutable std::vector<Mark> m_marks; ///< mutable: `next` is only looked for when it is asked for
};

} // namespace telltale::detect
