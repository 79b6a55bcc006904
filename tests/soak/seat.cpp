// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/seat.h"

namespace telltale::soak {

QProcessEnvironment seatedEnvironment(int acknowledgeMs, const std::string &xdgFolder, const std::string &clockFile)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto set = [&](const char *name, const std::string &value) {
        environment.insert(QString::fromLatin1(name), QString::fromStdString(value));
    };
    set("QT_QPA_PLATFORM", "offscreen");
    set("QT_QPA_GENERIC_PLUGINS", "telltale-operator");
    set("QT_PLUGIN_PATH", TELLTALE_SOAK_PLUGINS);
    set("TELLTALE_OPERATOR_MS", std::to_string(acknowledgeMs));
    for (const char *kind : {"CONFIG", "STATE", "CACHE", "DATA"})
        set((std::string("XDG_") + kind + "_HOME").c_str(), xdgFolder);
    if (const std::string library = TELLTALE_MOVED_CLOCK_LIBRARY; !library.empty() && !clockFile.empty()) {
        set("LD_PRELOAD", library);
        set("TELLTALE_MOVED_CLOCK", clockFile);
    }
    return environment;
}

std::string demoPlantFile()
{
    return TELLTALE_DEMO_PLANT;
}

} // namespace telltale::soak
