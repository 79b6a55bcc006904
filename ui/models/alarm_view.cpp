// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alarm_view.h"

#include "ui/models/alarm_columns.h"
#include "ui/text.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace telltale::ui {

namespace {

bool isBelow(const SensorKey &source, const SensorKey &wanted)
{
    if (wanted.asset.empty()) {
        return true;
    }
    const bool sameAsset = source.asset == wanted.asset;
    return wanted.sensor.empty() ? sameAsset || source.asset.starts_with(wanted.asset + '/')
                                 : sameAsset && (source.sensor.empty() || source.sensor == wanted.sensor);
}

bool holds(const Occurrence &row, const QString &text)
{
    return toQt(row.definition.source.asset).contains(text, Qt::CaseInsensitive) || whatText(row).contains(text, Qt::CaseInsensitive)
           || toQt(row.definition.source.sensor).contains(text, Qt::CaseInsensitive)
           || toQt(row.ackedBy.operatorName).contains(text, Qt::CaseInsensitive) || toQt(row.owner).contains(text, Qt::CaseInsensitive);
}

bool isIn(AlarmView::Tab tab, AlarmState state)
{
    switch (tab) {
    case AlarmView::Tab::All: return true;
    case AlarmView::Tab::Unacked: return isUnacknowledged(state);
    case AlarmView::Tab::Acked: return !isUnacknowledged(state);
    case AlarmView::Tab::Latched: return state == AlarmState::L1 || state == AlarmState::L2;
    }
    return true;
}

} // namespace

bool AlarmView::accepts(const Occurrence &alarm) const
{
    return isIn(tab, alarm.state) && isShown(alarm.priority) && (!doubtful || !qualityText(alarm).isEmpty())
           && isBelow(alarm.definition.source, source) && (text.isEmpty() || holds(alarm, text));
}

AlarmView AlarmView::orderOnly() const
{
    AlarmView order;
    order.sortColumn = sortColumn;
    order.descending = descending;
    order.grouped = grouped;
    return order;
}

bool AlarmView::hidesAnything() const
{
    return tab != Tab::All || !text.isEmpty() || !source.asset.empty() || doubtful || priorities != AlarmView{}.priorities;
}

std::array<int, 4> hiddenUnacked(const AlarmView &view, const std::vector<Occurrence> &alarms)
{
    std::array<int, 4> hidden{};
    if (!view.hidesAnything()) {
        return hidden;
    }
    for (const Occurrence &alarm : alarms) {
        if (isUnacknowledged(alarm.state) && !view.accepts(alarm)) {
            ++hidden[std::size_t(alarm.priority) - 1];
        }
    }
    return hidden;
}

QString toLine(const AlarmView &view)
{
    QString shown;
    for (std::size_t i = 0; i < view.priorities.size(); ++i) {
        shown += view.priorities[i] ? QString::number(i + 1) : QString();
    }
    const QJsonObject fields{{QStringLiteral("tab"), int(view.tab)},
                             {QStringLiteral("text"), view.text},
                             {QStringLiteral("priorities"), shown},
                             {QStringLiteral("asset"), toQt(view.source.asset)},
                             {QStringLiteral("sensor"), toQt(view.source.sensor)},
                             {QStringLiteral("doubtful"), view.doubtful},
                             {QStringLiteral("sort"), view.sortColumn},
                             {QStringLiteral("descending"), view.descending},
                             {QStringLiteral("grouped"), view.grouped}};
    return QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
}

AlarmView viewFromLine(const QString &line)
{
    const QJsonObject fields = QJsonDocument::fromJson(line.toUtf8()).object();
    AlarmView view;
    const int tab = fields[QStringLiteral("tab")].toInt();
    view.tab = tab >= 0 && tab <= int(AlarmView::Tab::Latched) ? AlarmView::Tab(tab) : view.tab;
    view.text = fields[QStringLiteral("text")].toString().trimmed();
    const QString shown = fields[QStringLiteral("priorities")].toString(QStringLiteral("1234"));
    for (std::size_t i = 0; i < view.priorities.size(); ++i) {
        view.priorities[i] = shown.contains(QString::number(i + 1));
    }
    view.source = {fromQt(fields[QStringLiteral("asset")].toString()), fromQt(fields[QStringLiteral("sensor")].toString())};
    view.doubtful = fields[QStringLiteral("doubtful")].toBool();
    const int sort = fields[QStringLiteral("sort")].toInt(AlarmView::kDefaultOrder);
    view.sortColumn = sort >= 0 && sort < AlarmColumnCount ? sort : AlarmView::kDefaultOrder;
    view.descending = fields[QStringLiteral("descending")].toBool();
    view.grouped = fields[QStringLiteral("grouped")].toBool();
    return view;
}

} // namespace telltale::ui
