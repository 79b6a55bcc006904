// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "ui/models/time_text.h"

#include <QString>
#include <QStringList>
#include <Qt>
#include <array>

namespace telltale::ui {

/// What a cell needs to know beside its occurrence.
struct AlarmRowContext {
    UtcTime now = kNoTime;
    ZoneChoice zone = ZoneChoice::Local;
    bool saving = false;   ///< an operator's change of it is not yet on disk
    bool unstored = false; ///< its newest event is older than a second and still not on disk
};

/// What a column sorts by: numbers first, then texts as people sort them.
struct AlarmSortKey {
    double number = 0.0;
    QString text = {};

    friend bool operator<(const AlarmSortKey &a, const AlarmSortKey &b);
};

/// The columns of the alarm list, in order. `sample` is the widest usual text: column widths follow from it and the font.
struct AlarmColumn {
    const char *title;
    const char *tip;
    const char *sample;
    Qt::Alignment alignment;
    QString (*text)(const Occurrence &, const AlarmRowContext &);
    AlarmSortKey (*order)(const Occurrence &);
};

enum AlarmColumnIndex {
    SymbolColumn,
    StateColumn,
    PriorityColumn,
    SinceColumn,
    AssetColumn,
    WhatColumn,
    ScoreColumn,
    OwnerColumn,
    CountColumn,
    QualityColumn,
    AlarmColumnCount
};

[[nodiscard]] const std::array<AlarmColumn, AlarmColumnCount> &alarmColumns();
/// What usually stands in a column, in the language that is spoken: the widest of it decides how wide the column is.
[[nodiscard]] QStringList usualCells(AlarmColumnIndex column);

/// Sensor that had most to do with it: the leading contributor, else the alarm's own sensor, else "".
[[nodiscard]] std::string leadingSensor(const Occurrence &occurrence);
[[nodiscard]] QString whatText(const Occurrence &occurrence);    ///< "temperature: anomalous"
[[nodiscard]] QString stateText(const Occurrence &occurrence);   ///< "NEW", "RTN", …
[[nodiscard]] QString stateWords(const Occurrence &occurrence);  ///< "active, not acknowledged"
[[nodiscard]] QString qualityText(const Occurrence &occurrence); ///< "" when nothing is wrong
/// How far over the limit: "4.1×"; "–" where there is no score or limit.
[[nodiscard]] QString ratioText(double score, double limit);
/// The farthest over the limit that is known. A limit that rises after an alarm must not make the worst smaller than the raise was.
[[nodiscard]] QString worstRatioText(const Occurrence &occurrence);

} // namespace telltale::ui
