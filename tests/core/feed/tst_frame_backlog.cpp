// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/frame_backlog.h"

#include <QtTest>

using telltale::feed::FrameBacklog;

namespace {

FrameBacklog::Frame frameOf(std::string bytes)
{
    return {std::move(bytes), false, {}};
}

} // namespace

class TestFrameBacklog : public QObject {
    Q_OBJECT

private slots:
    void givesBackInOrder();
    void theOldestGoWhenThereAreTooMany();
    void theOldestGoWhenTheyAreTooLarge();
    void oneFrameAlwaysHasRoom();
    void saysHowMuchIsUnread();
    void clearedIsEmpty();
};

void TestFrameBacklog::givesBackInOrder()
{
    FrameBacklog backlog;
    for (const char *text : {"a", "b", "c"})
        QCOMPARE(backlog.put(frameOf(text)).frames, 0u);
    for (const char *text : {"a", "b", "c"})
        QCOMPARE(backlog.take()->bytes, std::string(text));
    QVERIFY(!backlog.take());
}

void TestFrameBacklog::theOldestGoWhenThereAreTooMany()
{
    FrameBacklog backlog;
    std::uint64_t frames = 0;
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < FrameBacklog::kMostFrames + 10; ++i) {
        const auto dropped = backlog.put(frameOf(std::to_string(100'000 + i)));
        frames += dropped.frames;
        bytes += dropped.bytes;
    }
    QCOMPARE(frames, 10u);
    QCOMPARE(bytes, 60u);
    QCOMPARE(backlog.size(), FrameBacklog::kMostFrames);
    QCOMPARE(backlog.take()->bytes, std::string("100010"));
}

void TestFrameBacklog::theOldestGoWhenTheyAreTooLarge()
{
    FrameBacklog backlog;
    const std::string quarter(FrameBacklog::kMostBytes / 4, 'x');
    for (int i = 0; i < 4; ++i)
        QCOMPARE(backlog.put(frameOf(quarter)).frames, 0u);
    const auto dropped = backlog.put(frameOf(quarter + quarter));
    QCOMPARE(dropped.frames, 2u);
    QCOMPARE(dropped.bytes, 2 * quarter.size());
    QCOMPARE(backlog.size(), 3u);
}

void TestFrameBacklog::oneFrameAlwaysHasRoom()
{
    FrameBacklog backlog;
    QCOMPARE(backlog.put(frameOf(std::string(FrameBacklog::kMostBytes + 1, 'x'))).frames, 0u);
    QCOMPARE(backlog.put(frameOf("y")).frames, 1u);
    QCOMPARE(backlog.take()->bytes, std::string("y"));
}

void TestFrameBacklog::saysHowMuchIsUnread()
{
    FrameBacklog backlog;
    for (const char *text : {"a", "bb", "ccc"})
        (void)backlog.put(frameOf(text));
    (void)backlog.take();
    QCOMPARE(backlog.unread().frames, 2u);
    QCOMPARE(backlog.unread().bytes, 5u);
    const auto gone = backlog.clear();
    QCOMPARE(gone.frames, 2u);
    QCOMPARE(gone.bytes, 5u);
    QCOMPARE(backlog.unread().frames, 0u);
    QCOMPARE(backlog.unread().bytes, 0u);
}

void TestFrameBacklog::clearedIsEmpty()
{
    FrameBacklog backlog;
    (void)backlog.put(frameOf(std::string(FrameBacklog::kMostBytes, 'x')));
    QCOMPARE(backlog.clear().frames, 1u);
    QVERIFY(backlog.empty());
    QCOMPARE(backlog.put(frameOf(std::string(FrameBacklog::kMostBytes, 'x'))).frames, 0u);
}

QTEST_APPLESS_MAIN(TestFrameBacklog)
#include "tst_frame_backlog.moc"
