// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QComboBox>

namespace telltale::ui {

/// How much history is looked at: the last hour … everything stored. Thread: UI.
class RangeBox final : public QComboBox {
    Q_OBJECT
public:
    explicit RangeBox(QWidget *parent);

    /// "the last hour"
    [[nodiscard]] QString text() const;
    [[nodiscard]] UtcTime start(UtcTime now) const;
};

} // namespace telltale::ui
