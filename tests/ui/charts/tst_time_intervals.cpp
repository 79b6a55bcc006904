// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_intervals.h"

#include <QtTest>

using namespace telltale::ui;
using Intervals = std::vector<TimeInterval>;

namespace {

class TestTimeIntervals : public QObject {
    Q_OBJECT
private slots:
    void mergesWhatTouches()
    {
        TimeIntervals set;
        set.add({10, 20});
        set.add({30, 40});
        set.add({20, 25});
        QCOMPARE(set.intervals(), (Intervals{{10, 25}, {30, 40}}));
        set.add({22, 30});
        QCOMPARE(set.intervals(), (Intervals{{10, 40}}));
        set.add({5, 5});
        QCOMPARE(set.intervals(), (Intervals{{10, 40}}));
        set.add({0, 3});
        QCOMPARE(set.intervals(), (Intervals{{0, 3}, {10, 40}}));
    }

    void findsTheNewestHole()
    {
        TimeIntervals set;
        QCOMPARE(set.newestMissing({0, 50}), std::optional(TimeInterval{0, 50}));
        set.add({10, 20});
        set.add({30, 40});
        QCOMPARE(set.newestMissing({0, 50}), std::optional(TimeInterval{40, 50}));
        QCOMPARE(set.newestMissing({0, 40}), std::optional(TimeInterval{20, 30}));
        QCOMPARE(set.newestMissing({25, 35}), std::optional(TimeInterval{25, 30}));
        QCOMPARE(set.newestMissing({0, 20}), std::optional(TimeInterval{0, 10}));
        QCOMPARE(set.newestMissing({32, 38}), std::optional<TimeInterval>());
        QCOMPARE(set.newestMissing({45, 45}), std::optional<TimeInterval>());
    }

    void forgetsBothEnds()
    {
        TimeIntervals set;
        set.add({10, 20});
        set.add({30, 40});
        set.cutFrom(35);
        set.cutBefore(15);
        QCOMPARE(set.intervals(), (Intervals{{15, 20}, {30, 35}}));
        set.cutFrom(25);
        QCOMPARE(set.intervals(), (Intervals{{15, 20}}));
        set.cutBefore(20);
        QVERIFY(set.intervals().empty());
    }
};

} // namespace

QTEST_APPLESS_MAIN(TestTimeIntervals)
#include "tst_time_intervals.moc"
