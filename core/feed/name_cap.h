// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

namespace telltale::feed {

/// Limits how many assets and sensors one publisher may invent, so that no peer can make endless rows, charts and files.
/// Names that the plant file declares are always admitted and do not count; a name that was admitted once stays admitted.
/// Thread: one. Memory: at most `limit` names twice, and as many hashes of refused names as `kMaxRemembered`.
class NameCap {
public:
    NameCap(std::size_t limit, std::unordered_set<SensorKey> declared);

    [[nodiscard]] bool admitAsset(std::string_view asset);
    /// False: refused, and counted under `refused` once per name.
    [[nodiscard]] bool admitSensor(std::string_view asset, std::string_view sensor);
    /// Different sensor names that were refused; stops growing at `kMaxRemembered`.
    [[nodiscard]] std::size_t refused() const { return m_refused.size(); }

    static constexpr std::size_t kMaxRemembered = 65'536;

private:
    std::size_t m_limit;
    std::unordered_set<SensorKey> m_declared;
    std::unordered_set<std::string> m_declaredAssets;
    std::unordered_set<SensorKey> m_admitted;
    std::unordered_set<std::string> m_admittedAssets;
    std::unordered_set<std::size_t> m_refused; ///< hashes
};

} // namespace telltale::feed
