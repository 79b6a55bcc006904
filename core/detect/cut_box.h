// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <type_traits>

// The arithmetic of bounding boxes, four numbers at a time: all processors in question have such registers, and plain loops over so few
// numbers are not turned into them by the compiler. Sums are always taken in the same order, so every processor finds the same.
namespace telltale::detect::cut {

inline constexpr std::size_t kLanes = 4;
inline constexpr std::size_t kMaxDimensions = 256;

#define TELLTALE_INLINE [[gnu::always_inline]] inline

using Four [[gnu::vector_size(16)]] = float;
/// Where any float is, in the store.
using LooseFour [[gnu::vector_size(16), gnu::aligned(4), gnu::may_alias]] = float;

/// How many fours hold a point. A constant where it is two, the usual case and the one that must be quick.
using TwoFours = std::integral_constant<std::size_t, 2>;
template <typename Fours>
inline constexpr std::size_t kMostFours = kMaxDimensions / kLanes;
template <>
inline constexpr std::size_t kMostFours<TwoFours> = 2;

/// A point in whole fours, zero behind its last dimension.
struct alignas(16) Lanes {
    float at[kMaxDimensions];
};

[[nodiscard]] TELLTALE_INLINE Four load(const float *from)
{
    return *reinterpret_cast<const LooseFour *>(from);
}
TELLTALE_INLINE void store(float *to, const Four &four)
{
    *reinterpret_cast<LooseFour *>(to) = four;
}

template <typename Fours>
struct Box {
    Four low[kMostFours<Fours>];
    Four high[kMostFours<Fours>];
};

/// How far a point lies outside a box, and how wide the box is, both summed over the dimensions.
struct Gap {
    float outside = 0.0F;
    float range = 0.0F;
};

/// `mask` is 1 for the dimensions of a point and 0 behind them: points in the store are followed by other values.
template <typename Fours>
TELLTALE_INLINE void setPoint(Box<Fours> &box, const float *point, const float *mask, Fours fours)
{
    for (std::size_t i = 0; i < fours; ++i)
        box.low[i] = box.high[i] = load(point + i * kLanes) * load(mask + i * kLanes);
}

template <typename Fours>
TELLTALE_INLINE void addCorners(Box<Fours> &box, std::size_t i, const Four &low, const Four &high)
{
    box.low[i] = low < box.low[i] ? low : box.low[i];
    box.high[i] = high > box.high[i] ? high : box.high[i];
}

template <typename Fours>
TELLTALE_INLINE void addPoint(Box<Fours> &box, const float *point, const float *mask, Fours fours)
{
    for (std::size_t i = 0; i < fours; ++i) {
        const Four values = load(point + i * kLanes) * load(mask + i * kLanes);
        addCorners(box, i, values, values);
    }
}

/// A kept box is its low corner followed by its high one.
template <typename Fours>
TELLTALE_INLINE void setKept(Box<Fours> &box, const float *kept, Fours fours)
{
    for (std::size_t i = 0; i < fours; ++i) {
        box.low[i] = load(kept + i * kLanes);
        box.high[i] = load(kept + (fours + i) * kLanes);
    }
}

template <typename Fours>
TELLTALE_INLINE void addKept(Box<Fours> &box, const float *kept, Fours fours)
{
    for (std::size_t i = 0; i < fours; ++i)
        addCorners(box, i, load(kept + i * kLanes), load(kept + (fours + i) * kLanes));
}

template <typename Fours>
TELLTALE_INLINE void keep(const Box<Fours> &box, float *kept, Fours fours)
{
    for (std::size_t i = 0; i < fours; ++i) {
        store(kept + i * kLanes, box.low[i]);
        store(kept + (fours + i) * kLanes, box.high[i]);
    }
}

template <typename Fours>
[[nodiscard]] TELLTALE_INLINE Gap gapOf(const Box<Fours> &box, const float *point, Fours fours)
{
    constexpr Four kNothing{};
    Four outside{};
    Four range{};
    for (std::size_t i = 0; i < fours; ++i) {
        const Four values = load(point + i * kLanes);
        const Four below = box.low[i] - values;
        const Four above = values - box.high[i];
        outside += (below > kNothing ? below : kNothing) + (above > kNothing ? above : kNothing);
        range += box.high[i] - box.low[i];
    }
    return {(outside[0] + outside[2]) + (outside[1] + outside[3]), (range[0] + range[2]) + (range[1] + range[3])};
}

/// Calls `work` with the number of fours, as a constant where that is the usual one.
template <typename Work>
TELLTALE_INLINE auto withFours(std::size_t fours, const Work &work)
{
    return fours == TwoFours::value ? work(TwoFours()) : work(fours);
}

} // namespace telltale::detect::cut
