// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpis.h"

#include <QWidget>
#include <optional>

class QTableWidget;

namespace telltale::ui {

/// Who raises most. Enter or D asks for the detector behind the chosen row, L or a double click for its alarms: here these keys mean the
/// row, whatever they do elsewhere in the window. Thread: UI.
class BadActorTable final : public QWidget {
    Q_OBJECT
public:
    explicit BadActorTable(QWidget *parent);

    void show(const kpi::Kpis &kpis);
    [[nodiscard]] std::optional<kpi::BadActor> chosen() const;

signals:
    void tuneWanted(const telltale::kpi::BadActor &actor);
    void alarmsWanted(const telltale::kpi::BadActor &actor);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTableWidget *m_table;
    std::vector<kpi::BadActor> m_actors;
};

} // namespace telltale::ui
