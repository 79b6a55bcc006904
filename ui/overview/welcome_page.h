// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QWidget>

class QLabel;

namespace telltale::ui {

/// What stands where the trend will be until the first sensor is known: what is being waited for, where, and what to do to see something.
/// Thread: UI.
class WelcomePage final : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);

private:
    QLabel *m_waiting;
    QLabel *m_hints;
};

} // namespace telltale::ui
