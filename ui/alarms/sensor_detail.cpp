// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/sensor_detail.h"

#include "ui/alarms/detail_texts.h"
#include "ui/text.h"
#include "ui/widgets/plain.h"

#include <QLabel>
#include <QVBoxLayout>

namespace telltale::ui {

SensorDetail::SensorDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(QStringLiteral("sensorTitle"), this))
    , m_held(plainLabel(QStringLiteral("sensorHeld"), this))
    , m_text(plainLabel(QStringLiteral("sensorText"), this))
{
    setObjectName(QStringLiteral("sensorDetail"));
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    m_title->setFont(bold);
    QFont strong = m_held->font();
    strong.setBold(true);
    m_held->setFont(strong);
    m_held->hide();
    auto *column = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 3;
    column->setContentsMargins(gap, gap, gap, gap);
    for (QLabel *label : {m_title, m_held, m_text}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        column->addWidget(label);
    }
    column->addStretch(1);
}

void SensorDetail::show(const Snapshot &snapshot, SensorId id, ZoneChoice zone)
{
    const SensorSpec &sensor = snapshot.structure->sensor(id);
    const SensorState &state = snapshot.sensors[indexOf(id)];
    const QString name = toQt(sensor.key.text());
    m_title->setText(sensor.text.empty() ? name : QStringLiteral("%1\n%2").arg(toQt(sensor.text), name));
    QStringList lines = sensorLines(sensor, state, snapshot.now, zone);
    if (indexOf(sensor.asset) < snapshot.assets.size()) {
        lines << assetLine(snapshot.structure->asset(sensor.asset), snapshot.assets[indexOf(sensor.asset)]);
    }
    lines.removeAll(QString());
    m_text->setText(lines.join(QLatin1Char('\n')));
}

void SensorDetail::showHold(const QString &text)
{
    m_held->setText(text);
    m_held->setVisible(!text.isEmpty());
}

} // namespace telltale::ui
