// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/incident.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QLineEdit;

namespace telltale::ui {

class FittingLabel;

/// Asks inside the window into which incident alarms belong: a new one with a title, or one that is open. Up and Down choose, Enter takes,
/// Esc drops. Hidden while nothing is asked. Thread: UI.
class IncidentChooser final : public QWidget {
    Q_OBJECT
public:
    explicit IncidentChooser(QWidget *parent = nullptr);

    void ask(std::vector<OccurrenceId> alarms, const std::vector<Incident> &open);
    void cancel();

signals:
    void newWanted(const QString &title, const std::vector<telltale::OccurrenceId> &alarms);
    void addWanted(std::uint64_t incident, const std::vector<telltale::OccurrenceId> &alarms);
    void finished();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();
    void follow();

    FittingLabel *m_question;
    QComboBox *m_box;
    QLineEdit *m_title;
    std::vector<std::uint64_t> m_numbers; ///< of the box's rows behind the first
    std::vector<OccurrenceId> m_alarms;
};

} // namespace telltale::ui
