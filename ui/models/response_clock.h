// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "ui/models/time_text.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace telltale::ui {

/// What a plant expects of its people once something has begun: how long until somebody has answered, how long until something is done,
/// and what it saves when that is in time. The default times are those of the evaporator that this program has to watch.
struct ResponseTimes {
    Duration staff = std::chrono::minutes{10};
    Duration action = std::chrono::minutes{20};
    std::optional<double> costAvoided = {}; ///< by an alarm that was dealt with in time; nobody knows it until somebody says so
    QString currency = {};

    friend bool operator==(const ResponseTimes &, const ResponseTimes &) = default;
};

/// "10 20 100000 USD": minutes, minutes, money, currency; "10 20" where no money was named.
[[nodiscard]] QString toText(const ResponseTimes &times);
/// Nothing where the text is none: two ascending times above zero, an amount that is not negative.
[[nodiscard]] std::optional<ResponseTimes> readResponseTimes(const QString &text);

/// The clocks that run for an alarm, one line each: since its onset (the first violation), staff, action, the guidance's own time, and
/// what is saved. Missing: nothing where the onset is not known.
[[nodiscard]] QStringList responseLines(const Occurrence &alarm, const ResponseTimes &times, UtcTime now, ZoneChoice zone);

} // namespace telltale::ui
