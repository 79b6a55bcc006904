// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/mark_layout.h"
#include "ui/charts/mark_painter.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using Kind = TrendMark::Kind;

namespace {

const UtcTime kFrom = *parseTime("2026-11-22T12:00:00Z");
const QRectF kStrip(100, 0, 600, 20);

/// 600 px for 600 s: one pixel a second, beginning at x = 100.
PlotMap map()
{
    return {QRectF(100, 20, 600, 200), kFrom, kFrom + 600s, 0.0, 1.0};
}

TrendMark mark(Kind kind, Duration at, Priority priority = Priority::P2)
{
    return {kind, kFrom + at, priority, 1, {}};
}

std::vector<PlacedMark> placed(const std::vector<TrendMark> &marks)
{
    return placeMarks(marks, map(), kStrip, QSizeF(30, 12));
}

class TestMarkLayout : public QObject {
    Q_OBJECT
private slots:
    void putsAMarkAtItsInstant()
    {
        const auto result = placed({mark(Kind::Raise, 250s)});
        QCOMPARE(result.size(), 1U);
        QCOMPARE(result[0].x, 350.0);
        QCOMPARE(result[0].box.left(), 344.0);
        QCOMPARE(result[0].box.center().y(), 10.0);
    }

    void leavesOutWhatIsNotInThePicture()
    {
        const auto result = placed({mark(Kind::Raise, -1s), mark(Kind::Raise, 0s), mark(Kind::Clear, 600s), mark(Kind::Clear, 601s)});
        QCOMPARE(result.size(), 2U);
        QCOMPARE(result[0].first, 1U);
        QCOMPARE(result[1].first, 2U);
    }

    void gathersMarksThatWouldCoverEachOther()
    {
        const auto result =
            placed({mark(Kind::FirstViolation, 100s), mark(Kind::Raise, 104s), mark(Kind::Acknowledge, 110s), mark(Kind::Clear, 200s)});
        QCOMPARE(result.size(), 2U);
        QCOMPARE(result[0].count, 3U);
        QCOMPARE(result[0].leading, 1U); // the raise
        QCOMPARE(result[0].x, 204.0);
        QCOMPARE(result[1].count, 1U);
    }

    void theMostUrgentRaiseLeads()
    {
        const auto result =
            placed({mark(Kind::Raise, 100s, Priority::P3), mark(Kind::Raise, 105s, Priority::P1), mark(Kind::Raise, 110s, Priority::P2)});
        QCOMPARE(result.size(), 1U);
        QCOMPARE(result[0].leading, 1U);
    }

    void boxesNeverOverlap()
    {
        std::vector<TrendMark> marks;
        for (int i = 0; i < 300; ++i)
            marks.push_back(mark(i % 3 == 0 ? Kind::Raise : Kind::Clear, i * 2s, i % 2 == 0 ? Priority::P1 : Priority::P3));
        const auto result = placed(marks);
        std::size_t covered = 0;
        for (std::size_t i = 0; i < result.size(); ++i) {
            covered += result[i].count;
            QVERIFY(i == 0 || result[i].box.left() >= result[i - 1].box.right() - 1e-9);
        }
        QCOMPARE(covered, marks.size());
    }

    void saysWhatEachMarkIs()
    {
        std::vector<TrendMark> marks{mark(Kind::FirstViolation, 100s, Priority::P1), mark(Kind::Note, 104s)};
        marks[1].text = QStringLiteral("<b>checked</b>");
        const QStringList lines = markLines(marks, placed(marks).front());
        QCOMPARE(lines, QStringList({"12:01:40 UTC  first violation, P1", QStringLiteral("12:01:44 UTC  note \u2013 <b>checked</b>")}));
    }

    void cutsALongListOfMarks()
    {
        const std::vector<TrendMark> marks(20, mark(Kind::Clear, 10s));
        const QStringList lines = markLines(marks, placed(marks).front());
        QCOMPARE(lines.size(), 9);
        QCOMPARE(lines.last(), QStringLiteral("and 12 more"));
    }
};

} // namespace

QTEST_MAIN(TestMarkLayout)
#include "tst_mark_layout.moc"
