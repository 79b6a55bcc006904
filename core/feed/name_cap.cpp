// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/name_cap.h"

#include <utility>

namespace telltale::feed {

NameCap::NameCap(std::size_t limit, std::unordered_set<SensorKey> declared) : m_limit(limit), m_declared(std::move(declared))
{
    for (const SensorKey &key : m_declared)
        m_declaredAssets.insert(key.asset);
}

bool NameCap::admitAsset(std::string_view asset)
{
    std::string name(asset);
    if (m_declaredAssets.contains(name) || m_admittedAssets.contains(name))
        return true;
    return m_admittedAssets.size() < m_limit && m_admittedAssets.insert(std::move(name)).second;
}

bool NameCap::admitSensor(std::string_view asset, std::string_view sensor)
{
    SensorKey key{std::string(asset), std::string(sensor)};
    if (m_declared.contains(key) || m_admitted.contains(key))
        return true;
    if (m_admitted.size() < m_limit)
        return m_admitted.insert(std::move(key)).second;
    if (m_refused.size() < kMaxRemembered)
        m_refused.insert(std::hash<SensorKey>{}(key));
    return false;
}

} // namespace telltale::feed
