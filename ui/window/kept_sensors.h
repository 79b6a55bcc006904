// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/structure.h"

#include <optional>
#include <vector>

namespace telltale::ui {

/// The sensors that stay in a trend whatever is chosen, in their order. They are remembered by their keys: one that the plant does not know
/// keeps its place until it does, and is not shown. Shapes: `kMostKnown` are shown, `kMostRemembered` waited for. Thread: UI.
class KeptSensors {
public:
    static constexpr std::size_t kMostKnown = 5;
    static constexpr std::size_t kMostRemembered = 32; ///< beyond that the first that is still unknown is forgotten

    [[nodiscard]] std::vector<SensorSpec> known() const;
    [[nodiscard]] bool isKept(SensorId sensor) const;
    [[nodiscard]] bool hasRoom() const { return known().size() < kMostKnown; }
    void add(const SensorSpec &sensor);
    void remove(SensorId sensor);
    /// Also those that are waited for.
    void clear() { m_entries.clear(); }

    [[nodiscard]] std::vector<SensorKey> keys() const;
    /// Takes the place of all; each is unknown until `resolve`. Keys without asset or sensor, and repeated ones, are left out.
    void setKeys(const std::vector<SensorKey> &keys);
    /// Whether the structure knows some that were waited for, and had room.
    bool resolve(const Structure &structure);

private:
    struct Entry {
        SensorKey key;
        std::optional<SensorSpec> sensor; ///< none = not known
    };
    [[nodiscard]] std::vector<Entry>::iterator find(const SensorKey &key);

    std::vector<Entry> m_entries;
};

} // namespace telltale::ui
