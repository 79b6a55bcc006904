// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/changing_trend.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::test;

namespace {

class TestWholeFrames : public QObject {
    Q_OBJECT
private slots:
    /// Range, size and theme, each by itself: no picture with old axes around new data, or the other way round.
    void noFrameIsStaleOrHalfUpdated_data()
    {
        QTest::addColumn<bool>("eventsBetween");
        QTest::newRow("painted before the event loop ran") << false;
        QTest::newRow("what got to the screen") << true;
    }
    void noFrameIsStaleOrHalfUpdated()
    {
        QFETCH(bool, eventsBetween);
        ChangingTrend trend;
        QVERIFY(QTest::qWaitForWindowExposed(&trend.view));
        QImage before = trend.onScreen();
        for (int i = 0; i < 60; ++i) {
            const QByteArray what = QByteArray::number(i) + ": " + ChangingTrend::kChanges[std::size_t(i) % ChangingTrend::kChanges.size()];
            trend.change(i);
            const QImage shown = eventsBetween ? trend.onScreen() : trend.atOnce();
            QVERIFY2(shown == trend.expected().convertToFormat(QImage::Format_RGB32), what);
            QVERIFY2(shown != before, what); // otherwise the comparison would say nothing
            before = shown;
        }
    }
};

} // namespace

QTEST_MAIN(TestWholeFrames)
#include "tst_whole_frames.moc"
