// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/draw_budget.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;

namespace {

class TestDrawBudget : public QObject {
    Q_OBJECT
private slots:
    void aCheapFrameNeverDelaysTheNextTick()
    {
        DrawBudget budget;
        const SteadyTime start{1h};
        budget.drawn(start, 10ms); // of 40 ms, a quarter
        QCOMPARE(budget.wait(start + 40ms), Duration::zero());
        QCOMPARE(budget.skipped(), 0U);
    }

    void anExpensiveFrameMakesTheNextOneWait()
    {
        DrawBudget budget;
        const SteadyTime start{1h};
        budget.drawn(start, 40ms); // 40 % of 100 ms
        QCOMPARE(budget.wait(start + 40ms), Duration{60ms});
        QCOMPARE(budget.wait(start + 80ms), Duration{20ms});
        QCOMPARE(budget.wait(start + 100ms), Duration::zero());
        QCOMPARE(budget.skipped(), 2U);
    }
};

} // namespace

QTEST_APPLESS_MAIN(TestDrawBudget)
#include "tst_draw_budget.moc"
