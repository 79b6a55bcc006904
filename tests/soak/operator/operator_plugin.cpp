// SPDX-License-Identifier: GPL-3.0-or-later
// A person before the real program: Qt loads this into `telltale` itself (QT_QPA_GENERIC_PLUGINS=telltale-operator), so that the program
// needs no door for tests. It reads what the window shows, says it on standard output, and presses keys.
#include "tests/soak/operator/seated_operator.h"

#include <QGenericPlugin>
#include <QTimer>

namespace telltale::soak {

class OperatorPlugin final : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "operator.json")
public:
    QObject *create(const QString &, const QString &) override
    {
        auto *seated = new QObject;
        // The application is still being made; there is no window yet.
        QTimer::singleShot(0, seated, [seated] { new SeatedOperator(seated); });
        return seated;
    }
};

} // namespace telltale::soak

#include "operator_plugin.moc"
