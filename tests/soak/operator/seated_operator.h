// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/operator/shown_recorder.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QAbstractItemModel;
class QMainWindow;

namespace telltale::soak {

/// Looks at the window whenever its list changes and ten times a second, acknowledges by keyboard every TELLTALE_OPERATOR_MS (1000; 0 =
/// only looks), and measures how long the window stands still. Thread: UI.
class SeatedOperator final : public QObject {
public:
    explicit SeatedOperator(QObject *parent);

private:
    void look();
    void sitDown(QAbstractItemModel &list);
    void act();
    void tick();
    void press(int key);
    [[nodiscard]] static QMainWindow *window();

    ShownRecorder m_recorder;
    QTimer m_looks;
    QTimer m_acts;
    QTimer m_ticks;
    QElapsedTimer m_sinceTick;
    QElapsedTimer m_sinceReport;
    qint64 m_longestMs = 0; ///< of what the program itself took: without what other programs had of the processor
    qint64 m_totalMs = 0;   ///< the longest as it was
    qint64 m_waitedNs = 0;  ///< for a processor, since the thread began
    bool m_seated = false;
};

} // namespace telltale::soak
