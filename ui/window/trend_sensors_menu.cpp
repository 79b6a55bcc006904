// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/trend_sensors_menu.h"

#include "ui/text.h"
#include "ui/widgets/plain.h"
#include "ui/window/trend_stack.h"

#include <algorithm>

namespace telltale::ui {

TrendSensorsMenu::TrendSensorsMenu(QWidget *parent) : QMenu(parent)
{
    setObjectName(QStringLiteral("trendSensorsMenu"));
}

void TrendSensorsMenu::open(TrendStack &stack, const std::vector<SensorSpec> &choices, QPoint at)
{
    clear();
    const SensorId chosen = stack.lead().sensor().id;
    int number = 0;
    const auto offer = [&](const SensorSpec &sensor) {
        if (sensor.id != chosen) {
            addChoice(stack, sensor, ++number);
        }
    };
    std::for_each(choices.begin(), choices.end(), offer);
    for (const SensorSpec &kept : stack.kept()) {
        const auto same = [&](const SensorSpec &choice) { return choice.id == kept.id; };
        if (std::none_of(choices.begin(), choices.end(), same)) {
            offer(kept);
        }
    }
    addSeparator();
    QAction *none = addAction(tr("&0  Only the chosen one"), &stack, &TrendStack::letAllGo);
    none->setEnabled(!stack.kept().empty());
    popup(at);
    setActiveAction(actions().front());
}

void TrendSensorsMenu::addChoice(TrendStack &stack, const SensorSpec &sensor, int number)
{
    const QString name = buttonText(toQt(sensor.key.text()));
    const QString text = number < 10 ? QStringLiteral("&%1  %2").arg(QString::number(number), name) : name;
    QAction *action = addAction(text, &stack, [&stack, sensor] { stack.toggleKept(sensor); });
    const bool kept = stack.isKept(sensor.id);
    action->setCheckable(true);
    action->setChecked(kept);
    action->setEnabled(kept || stack.kept().size() + 1 < TrendStack::kMost);
}

} // namespace telltale::ui
