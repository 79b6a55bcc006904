// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alarm_columns.h"

#include "ui/models/core_words.h"
#include "ui/models/natural_order.h"
#include "ui/models/number_text.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <cmath>

namespace telltale::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AlarmColumns", text);
}

QString symbolCell(const Occurrence &, const AlarmRowContext &)
{
    return {}; // drawn, with an accessible text of its own
}

QString stateCell(const Occurrence &row, const AlarmRowContext &context)
{
    if (context.saving) {
        return tr("saving…");
    }
    const bool waiting = isUnacknowledged(row.state);
    const QString mark = !waiting ? QString() : row.state == AlarmState::D ? QStringLiteral("○ ") : QStringLiteral("● ");
    return mark + (row.firstOut ? tr("%1 1st").arg(stateText(row)) : stateText(row));
}

QString priorityCell(const Occurrence &row, const AlarmRowContext &)
{
    return toQt(toText(row.priority));
}

QString sinceCell(const Occurrence &row, const AlarmRowContext &context)
{
    return sinceText(row.raised, context.now, context.zone);
}

QString assetCell(const Occurrence &row, const AlarmRowContext &)
{
    return toQt(row.definition.source.asset);
}

QString whatCell(const Occurrence &row, const AlarmRowContext &)
{
    return whatText(row);
}

QString scoreCell(const Occurrence &row, const AlarmRowContext &)
{
    return ratioText(row.score, row.limit);
}

QString ownerCell(const Occurrence &row, const AlarmRowContext &)
{
    return row.owner.empty() ? QStringLiteral("–") : toQt(row.owner);
}

QString countCell(const Occurrence &row, const AlarmRowContext &)
{
    const QString count = QString::number(row.raiseCount);
    return row.chattering ? count + QLatin1Char('~') : count;
}

QString qualityCell(const Occurrence &row, const AlarmRowContext &context)
{
    const QString quality = qualityText(row);
    if (!context.unstored) {
        return quality;
    }
    return quality.isEmpty() ? tr("not stored") : tr("%1, not stored").arg(quality);
}

AlarmSortKey byPriority(const Occurrence &row)
{
    return {double(row.priority)};
}

AlarmSortKey byState(const Occurrence &row)
{
    return {double(listRank(row.state))};
}

AlarmSortKey bySince(const Occurrence &row)
{
    return {double(toNanos(row.raised))};
}

AlarmSortKey byAsset(const Occurrence &row)
{
    return {0.0, toQt(row.definition.source.asset)};
}

AlarmSortKey byWhat(const Occurrence &row)
{
    return {0.0, whatText(row)};
}

AlarmSortKey byScore(const Occurrence &row)
{
    const double ratio = row.score / row.limit;
    return {std::isfinite(ratio) ? ratio : -1.0};
}

AlarmSortKey byOwner(const Occurrence &row)
{
    return {0.0, toQt(row.owner)};
}

AlarmSortKey byCount(const Occurrence &row)
{
    return {double(row.raiseCount)};
}

AlarmSortKey byQuality(const Occurrence &row)
{
    return {row.unverifiedSinceRestart ? 1.0 : double(row.quality) * 2.0};
}

} // namespace

bool operator<(const AlarmSortKey &a, const AlarmSortKey &b)
{
    return a.number != b.number ? a.number < b.number : compareNaturally(a.text, b.text) < 0;
}

const std::array<AlarmColumn, AlarmColumnCount> &alarmColumns()
{
    static const std::array<AlarmColumn, AlarmColumnCount> kColumns{{
        {"", QT_TRANSLATE_NOOP("AlarmColumns", "Priority symbol: filled = not acknowledged, outline = acknowledged"), "MM", Qt::AlignCenter,
         symbolCell, byPriority},
        {QT_TRANSLATE_NOOP("AlarmColumns", "State"),
         QT_TRANSLATE_NOOP("AlarmColumns", "NEW: active, not acknowledged. ACK: active, acknowledged. RTN: back to normal, not "
                                           "acknowledged. 1st: first of its group."),
         "", Qt::AlignLeft, stateCell, byState},
        {QT_TRANSLATE_NOOP("AlarmColumns", "Pri"), QT_TRANSLATE_NOOP("AlarmColumns", "Priority, P1 is the most urgent"), "P1 ",
         Qt::AlignLeft, priorityCell, byPriority},
        {QT_TRANSLATE_NOOP("AlarmColumns", "Since"), QT_TRANSLATE_NOOP("AlarmColumns", "Event time of the newest raise"), "00-00 00:00",
         Qt::AlignLeft, sinceCell, bySince},
        {QT_TRANSLATE_NOOP("AlarmColumns", "Asset"), QT_TRANSLATE_NOOP("AlarmColumns", "Which machine"), "line-a/conveyor-1", Qt::AlignLeft,
         assetCell, byAsset},
        {QT_TRANSLATE_NOOP("AlarmColumns", "What"),
         QT_TRANSLATE_NOOP("AlarmColumns", "The sensor that shows it most, how many others were judged with it, and what happened"),
         "temperature_in: anomalous", Qt::AlignLeft, whatCell, byWhat},
        {QT_TRANSLATE_NOOP("AlarmColumns", "Score"), QT_TRANSLATE_NOOP("AlarmColumns", "Newest score as a multiple of its limit"), "100.0×",
         Qt::AlignRight, scoreCell, byScore},
        {QT_TRANSLATE_NOOP("AlarmColumns", "Owner"), QT_TRANSLATE_NOOP("AlarmColumns", "Who looks after it (A takes it over)"),
         "operator-1", Qt::AlignLeft, ownerCell, byOwner},
        {QT_TRANSLATE_NOOP("AlarmColumns", "n"),
         QT_TRANSLATE_NOOP("AlarmColumns", "How often it was raised since it opened; ~ chatters: shelve it for 30 min? (S)"), "999~",
         Qt::AlignRight, countCell, byCount},
        {QT_TRANSLATE_NOOP("AlarmColumns", "Quality"),
         QT_TRANSLATE_NOOP("AlarmColumns", "Empty while the data behind the alarm can be believed"), "", Qt::AlignLeft, qualityCell,
         byQuality},
    }};
    return kColumns;
}

QStringList usualCells(AlarmColumnIndex column)
{
    QStringList cells{QString::fromUtf8(alarmColumns()[column].sample)};
    if (column == StateColumn) {
        cells = {tr("saving…")};
        for (const AlarmState state : {AlarmState::B, AlarmState::C, AlarmState::D, AlarmState::L1, AlarmState::L2}) {
            Occurrence row;
            row.state = state;
            row.firstOut = true;
            cells << stateCell(row, {});
        }
    } else if (column == QualityColumn) {
        cells = {tr("unverified"), tr("not stored")};
    }
    return cells;
}

std::string leadingSensor(const Occurrence &occurrence)
{
    return occurrence.why.channels.empty() ? occurrence.definition.source.sensor : occurrence.why.channels.front().sensor;
}

QString whatText(const Occurrence &occurrence)
{
    const std::string sensor = leadingSensor(occurrence);
    const QString what = spoken(occurrence.definition.what);
    const std::size_t judged = occurrence.why.channels.size();
    if (occurrence.definition.source.sensor.empty() && judged > 1) {
        return tr("%1 +%2: %3").arg(toQt(sensor), QString::number(judged - 1), what);
    }
    return sensor.empty() ? what : QStringLiteral("%1: %2").arg(toQt(sensor), what);
}

QString stateText(const Occurrence &occurrence)
{
    return occurrence.open() ? spoken(label(occurrence.state)) : tr("CLOSED");
}

QString stateWords(const Occurrence &occurrence)
{
    static constexpr std::array<const char *, 9> kWords{
        QT_TRANSLATE_NOOP("AlarmColumns", "normal"),
        QT_TRANSLATE_NOOP("AlarmColumns", "active, not acknowledged"),
        QT_TRANSLATE_NOOP("AlarmColumns", "active, acknowledged"),
        QT_TRANSLATE_NOOP("AlarmColumns", "back to normal, not acknowledged"),
        QT_TRANSLATE_NOOP("AlarmColumns", "latched, not acknowledged"),
        QT_TRANSLATE_NOOP("AlarmColumns", "latched, acknowledged: wants a reset"),
        QT_TRANSLATE_NOOP("AlarmColumns", "shelved"),
        QT_TRANSLATE_NOOP("AlarmColumns", "suppressed by design"),
        QT_TRANSLATE_NOOP("AlarmColumns", "out of service"),
    };
    if (!occurrence.open()) {
        return tr("closed (%1)").arg(spoken(occurrence.closeReason));
    }
    return tr(kWords[std::size_t(occurrence.state)]);
}

QString qualityText(const Occurrence &occurrence)
{
    if (occurrence.unverifiedSinceRestart) {
        return tr("unverified");
    }
    return occurrence.quality == Quality::Good ? QString() : spoken(toText(occurrence.quality));
}

QString ratioText(double score, double limit)
{
    if (!std::isfinite(score) || !std::isfinite(limit) || limit <= 0.0) {
        return QStringLiteral("–");
    }
    const double ratio = score / limit;
    return ratio >= 999.5 ? QStringLiteral(">999×") : QStringLiteral("%1×").arg(numberText(ratio, 'f', ratio < 99.95 ? 1 : 0));
}

QString worstRatioText(const Occurrence &occurrence)
{
    const bool raiseIsWorse = occurrence.why.score * occurrence.limit > occurrence.maxScore * occurrence.why.limit;
    return raiseIsWorse ? ratioText(occurrence.why.score, occurrence.why.limit) : ratioText(occurrence.maxScore, occurrence.limit);
}

} // namespace telltale::ui
