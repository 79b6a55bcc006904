// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace telltale {

/// Positions in `Structure`; handed out once per run by the pipeline and never reused. Not stored: files use names.
enum class FeedId : std::uint32_t {};
enum class AssetId : std::uint32_t {};
enum class SensorId : std::uint32_t {};

template <typename Id>
[[nodiscard]] constexpr std::size_t indexOf(Id id)
{
    return static_cast<std::size_t>(id);
}

/// The lasting name of a sensor: asset path plus sensor name. `sensor` is empty for the asset as a whole.
struct SensorKey {
    std::string asset;
    std::string sensor;

    friend bool operator==(const SensorKey &, const SensorKey &) = default;
    friend auto operator<=>(const SensorKey &, const SensorKey &) = default;

    /// "line-a/pump1 · temperature", for people.
    [[nodiscard]] std::string text() const { return sensor.empty() ? asset : asset + " · " + sensor; }
};

} // namespace telltale

template <>
struct std::hash<telltale::SensorKey> {
    std::size_t operator()(const telltale::SensorKey &key) const noexcept
    {
        const std::size_t first = std::hash<std::string>{}(key.asset);
        return first ^ (std::hash<std::string>{}(key.sensor) + 0x9e3779b97f4a7c15ULL + (first << 6) + (first >> 2));
    }
};
