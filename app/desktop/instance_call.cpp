// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/instance_call.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

namespace telltale::app {

namespace {

using Wish = InstanceCall::Wish;

constexpr std::array<std::pair<Wish, const char *>, 3> kNames{
    {{Wish::Raise, "Raise"}, {Wish::Kiosk, "Kiosk"}, {Wish::Simulator, "Simulator"}}};
const QString kToken = QStringLiteral("token");
const QString kPlant = QStringLiteral("plant");
const QString kWish = QStringLiteral("wish");

} // namespace

QString wishName(Wish wish)
{
    const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const auto &each) { return each.first == wish; });
    return QString::fromLatin1(found->second);
}

Wish wishOf(const QString &name)
{
    const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const auto &each) { return name == QLatin1String(each.second); });
    return found == kNames.end() ? Wish::Raise : found->first;
}

QByteArray toLine(const InstanceCall &call)
{
    return QJsonDocument(QJsonObject{{kToken, call.activationToken}, {kWish, wishName(call.wish)}, {kPlant, call.plantFile}})
               .toJson(QJsonDocument::Compact)
           + '\n';
}

InstanceCall callFromLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    return {wishOf(object[kWish].toString()), object[kToken].toString(), object[kPlant].toString()};
}

QString tokenOfThisStart()
{
    const QString wayland = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    return wayland.isEmpty() ? qEnvironmentVariable("DESKTOP_STARTUP_ID") : wayland;
}

} // namespace telltale::app
