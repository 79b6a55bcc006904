// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string_view>

namespace telltale::simulator {

/// Reproducible randomness: the same seed and stream name give the same numbers, whatever other streams draw.
/// Thread: one instance per thread. Cost: 2.5 kB of state.
class Random {
public:
    Random(std::uint64_t seed, std::string_view stream) : m_engine(mixed(seed, stream)) {}

    [[nodiscard]] double uniform() { return std::uniform_real_distribution<double>(0.0, 1.0)(m_engine); }
    [[nodiscard]] double uniform(double low, double high) { return low + (high - low) * uniform(); }
    [[nodiscard]] double normal() { return m_normal(m_engine); }
    [[nodiscard]] double normal(double mean, double sd) { return mean + sd * normal(); }
    [[nodiscard]] bool chance(double probability) { return uniform() < probability; }
    [[nodiscard]] std::uint64_t bits() { return m_engine(); }
    [[nodiscard]] std::mt19937_64 &engine() { return m_engine; }

private:
    /// FNV-1a over the name, then the finaliser of SplitMix64, so that neighbouring seeds give unlike streams.
    [[nodiscard]] static std::uint64_t mixed(std::uint64_t seed, std::string_view stream)
    {
        std::uint64_t hash = 0xcbf29ce484222325ULL;
        for (const char c : stream)
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
        hash += seed * 0x9e3779b97f4a7c15ULL;
        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
        return hash ^ (hash >> 31);
    }

    std::mt19937_64 m_engine;
    std::normal_distribution<double> m_normal;
};

} // namespace telltale::simulator
