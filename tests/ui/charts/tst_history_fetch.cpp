// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/history_fetch.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QThread>
#include <QtTest>
#include <atomic>

using namespace telltale;
using namespace telltale::ui;

namespace {

const SensorKey kSensor{"line-a/pump1", "temperature"};

HistoryPiece pieceAt(const QSignalSpy &spy, int i)
{
    return spy.at(i).first().value<HistoryPiece>();
}

class TestHistoryFetch : public QObject {
    Q_OBJECT
private slots:
    void readsOnAThreadOfItsOwnAndAnswersOnThisOne()
    {
        std::atomic<Qt::HANDLE> readOn{nullptr};
        HistoryFetch fetch([&](const HistoryQuestion &question) {
            readOn = QThread::currentThreadId();
            auto chunk = std::make_shared<Chunk>();
            chunk->t = {toNanos(question.from), toNanos(question.to)};
            return question.sensor == kSensor ? HistoryAnswer{{chunk}} : HistoryAnswer{};
        });
        Qt::HANDLE answeredOn = nullptr;
        HistoryPiece answer;
        connect(&fetch, &HistoryFetch::pieceRead, this, [&](const HistoryPiece &piece) {
            answeredOn = QThread::currentThreadId();
            answer = piece;
        });
        fetch.request({kSensor, fromNanos(100), fromNanos(200)}, 1000);
        QTRY_VERIFY(answeredOn != nullptr);
        QCOMPARE(answeredOn, QThread::currentThreadId());
        QVERIFY(readOn.load() != answeredOn);
        QCOMPARE(answer.asked, (TimeInterval{100, 200}));
        QCOMPARE(answer.generation, fetch.generation());
        QVERIFY(answer.last);
        QCOMPARE(answer.answer.chunks.size(), 1U);
        QCOMPARE(answer.answer.chunks[0]->t, (std::vector<std::int64_t>{100, 200}));
    }

    void readsALongStretchNewestFirst()
    {
        HistoryFetch fetch([](const HistoryQuestion &) { return HistoryAnswer{}; });
        QSignalSpy pieces(&fetch, &HistoryFetch::pieceRead);
        fetch.request({kSensor, fromNanos(0), fromNanos(250)}, 100);
        QTRY_COMPARE(pieces.count(), 3);
        QCOMPARE(pieceAt(pieces, 0).asked, (TimeInterval{150, 250}));
        QCOMPARE(pieceAt(pieces, 1).asked, (TimeInterval{50, 150}));
        QCOMPARE(pieceAt(pieces, 2).asked, (TimeInterval{0, 50}));
        QVERIFY(!pieceAt(pieces, 1).last);
        QVERIFY(pieceAt(pieces, 2).last);
    }

    void aNewRequestReplacesTheRestOfTheOldOne()
    {
        QSemaphore entered;
        QSemaphore mayGoOn;
        HistoryFetch fetch([&](const HistoryQuestion &) {
            entered.release();
            mayGoOn.acquire();
            return HistoryAnswer{};
        });
        QSignalSpy pieces(&fetch, &HistoryFetch::pieceRead);
        fetch.request({kSensor, fromNanos(0), fromNanos(1'000'000)}, 100);
        entered.acquire(); // the first piece is being read
        fetch.request({kSensor, fromNanos(5000), fromNanos(5100)}, 100);
        mayGoOn.release(2);
        QTRY_COMPARE(pieces.count(), 2);
        QCOMPARE(pieceAt(pieces, 0).generation, fetch.generation() - 1);
        QVERIFY(pieceAt(pieces, 0).last);
        QCOMPARE(pieceAt(pieces, 1).asked, (TimeInterval{5000, 5100}));
        QCOMPARE(pieceAt(pieces, 1).generation, fetch.generation());
    }

    void cancelledAnswersAreOfAnOldGeneration()
    {
        QSemaphore entered;
        QSemaphore mayGoOn;
        HistoryFetch fetch([&](const HistoryQuestion &) {
            entered.release();
            mayGoOn.acquire();
            return HistoryAnswer{};
        });
        QSignalSpy pieces(&fetch, &HistoryFetch::pieceRead);
        fetch.request({kSensor, fromNanos(0), fromNanos(1000)}, 100);
        entered.acquire();
        fetch.cancel();
        mayGoOn.release();
        QTRY_COMPARE(pieces.count(), 1);
        QVERIFY(pieceAt(pieces, 0).generation < fetch.generation());
    }

    void destructionWaitsForTheRunningReadOnly()
    {
        QSemaphore entered;
        std::atomic<int> reads{0};
        {
            HistoryFetch fetch([&](const HistoryQuestion &) {
                reads += 1;
                entered.release();
                return HistoryAnswer{};
            });
            fetch.request({kSensor, fromNanos(0), fromNanos(1'000'000'000)}, 1);
            entered.acquire();
        }
        QVERIFY(reads < 1'000'000'000);
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestHistoryFetch)
#include "tst_history_fetch.moc"
