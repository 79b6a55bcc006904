// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kpi/kpi_settings.h"

#include <QDialog>
#include <vector>

class QDoubleSpinBox;
class QLabel;
class QLineEdit;

namespace telltale::ui {

/// When shifts begin, and what the figures are held against. What makes no sense is said and cannot be taken. Thread: UI.
class KpiSettingsDialog final : public QDialog {
    Q_OBJECT
public:
    KpiSettingsDialog(const KpiSettings &settings, QWidget *parent);

signals:
    void chosen(const telltale::ui::KpiSettings &settings);

private:
    void show(const KpiSettings &settings);
    void take();

    QLineEdit *m_shifts = nullptr;
    std::vector<QDoubleSpinBox *> m_numbers; ///< in the order of kpiLimitRows
    QLabel *m_problem = nullptr;
};

} // namespace telltale::ui
