// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/memory_watch.h"

#include <QtTest>
#include <vector>

using telltale::feed::MemoryWatch;
using telltale::feed::residentBytes;

namespace {

constexpr std::size_t kMiB = 1024 * 1024;

} // namespace

class TestMemoryWatch : public QObject {
    Q_OBJECT

private slots:
    void growthBeyondTheLimitIsTooMuch();
    void aSlowDripIsFoundToo();
    void deliveredFramesExcuseGrowth();
    void shrinkingLowersTheLevel();
    void readsTheProcessItself();
};

void TestMemoryWatch::growthBeyondTheLimitIsTooMuch()
{
    MemoryWatch watch(64 * kMiB);
    QVERIFY(!watch.tooMuch(500 * kMiB));
    QVERIFY(!watch.tooMuch(564 * kMiB));
    QVERIFY(watch.tooMuch(564 * kMiB + 1));
    watch.restart();
    QVERIFY(!watch.tooMuch(600 * kMiB));
}

void TestMemoryWatch::aSlowDripIsFoundToo()
{
    MemoryWatch watch(64 * kMiB);
    std::size_t resident = 100 * kMiB;
    for (; resident <= 164 * kMiB; resident += 4096)
        QVERIFY(!watch.tooMuch(resident));
    QVERIFY(watch.tooMuch(resident));
}

void TestMemoryWatch::deliveredFramesExcuseGrowth()
{
    MemoryWatch watch(64 * kMiB);
    for (std::size_t resident = 100 * kMiB; resident < 2000 * kMiB; resident += 50 * kMiB) {
        QVERIFY(!watch.tooMuch(resident));
        watch.restart();
    }
}

void TestMemoryWatch::shrinkingLowersTheLevel()
{
    MemoryWatch watch(64 * kMiB);
    QVERIFY(!watch.tooMuch(300 * kMiB));
    QVERIFY(!watch.tooMuch(100 * kMiB));
    QVERIFY(watch.tooMuch(170 * kMiB));
}

void TestMemoryWatch::readsTheProcessItself()
{
    const auto before = residentBytes();
    QVERIFY(before && *before > kMiB);
    std::vector<char> used(64 * kMiB, 1);
    const auto after = residentBytes();
    QVERIFY(used.back() == 1);
    QVERIFY(after && *after > *before + 32 * kMiB);
}

QTEST_APPLESS_MAIN(TestMemoryWatch)
#include "tst_memory_watch.moc"
