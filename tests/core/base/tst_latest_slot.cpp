// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/latest_slot.h"

#include <QtTest>
#include <atomic>
#include <thread>
#include <vector>

using namespace telltale;

class TestLatestSlot : public QObject {
    Q_OBJECT

private slots:
    void isEmptyAtFirst();
    void givesTheNewestValue();
    void readersKeepWhatTheyTook();
    void readersNeverSeeHalfAValueOrAnOlderOne();
};

void TestLatestSlot::isEmptyAtFirst()
{
    const LatestSlot<int> slot;
    QVERIFY(!slot.load());
}

void TestLatestSlot::givesTheNewestValue()
{
    LatestSlot<int> slot;
    for (int i = 0; i < 3; ++i)
        slot.store(std::make_shared<const int>(i));
    QCOMPARE(*slot.load(), 2);
    QCOMPARE(*slot.load(), 2);
}

void TestLatestSlot::readersKeepWhatTheyTook()
{
    LatestSlot<int> slot;
    slot.store(std::make_shared<const int>(1));
    const auto taken = slot.load();
    const std::weak_ptr<const int> watched = taken;
    slot.store(std::make_shared<const int>(2));
    QCOMPARE(*taken, 1);
    QCOMPARE(watched.use_count(), 1);
}

void TestLatestSlot::readersNeverSeeHalfAValueOrAnOlderOne()
{
    using Block = std::vector<int>;
    constexpr int kValues = 3000;
    LatestSlot<Block> slot;
    slot.store(std::make_shared<const Block>(64, 0));
    std::atomic<bool> sound = true;
    const auto read = [&] {
        for (int newest = 0; newest < kValues;) {
            const auto block = slot.load();
            const int value = block->front();
            sound = sound && value >= newest && *block == Block(64, value);
            newest = value;
        }
    };
    std::thread first(read);
    std::thread second(read);
    for (int i = 1; i <= kValues; ++i)
        slot.store(std::make_shared<const Block>(64, i));
    first.join();
    second.join();
    QVERIFY(sound);
}

QTEST_APPLESS_MAIN(TestLatestSlot)
#include "tst_latest_slot.moc"
