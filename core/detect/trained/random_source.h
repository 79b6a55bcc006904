// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace telltale::detect {

/// SplitMix64: a small generator whose numbers are the same on every machine and library, unlike the distributions of <random>.
/// Source: Steele, Lea, Flood 2014.
class RandomSource {
public:
    explicit RandomSource(std::uint64_t seed) : m_state(seed) {}
    /// FNV-1a of the name, so that each sensor has numbers of its own.
    RandomSource(std::string_view name, std::uint64_t seed) : m_state(seed ^ 0xcbf29ce484222325ULL)
    {
        for (const char letter : name)
            m_state = (m_state ^ static_cast<unsigned char>(letter)) * 0x100000001b3ULL;
    }

    [[nodiscard]] std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// In [0, 1).
    [[nodiscard]] double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    /// In [0, count).
    [[nodiscard]] std::size_t below(std::size_t count) { return static_cast<std::size_t>(unit() * static_cast<double>(count)); }

private:
    std::uint64_t m_state;
};

} // namespace telltale::detect
