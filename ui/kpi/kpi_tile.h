// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kpi/kpi_texts.h"

#include <QFrame>

namespace telltale::ui {

class FittingLabel;

/// One figure: its name, its value, and what it is held against. Grey whatever it says: beyond a mark is a word and a shape, because the
/// alarm colours mean alarms. Thread: UI.
class KpiTile final : public QFrame {
    Q_OBJECT
public:
    explicit KpiTile(QWidget *parent);

    void show(const KpiTileText &text);

private:
    FittingLabel *m_title;
    FittingLabel *m_value;
    FittingLabel *m_note;
};

} // namespace telltale::ui
