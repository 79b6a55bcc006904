// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite finds no memory at its Nth request, once and from there on for ever: no crash, nothing committed is lost, nothing is there by
// half. By default every 401st request has its turn; with TELLTALE_RUNS set, every 11th. A process of its own: the memory of SQLite is
// global.
#include "tests/core/store/store_script.h"
#include "tests/support/failing_vfs.h"
#include "tests/support/temp_folder.h"

#include <sqlite3.h>

using namespace telltale;
using test::StoreScript;

namespace {

/// SQLite's own memory, that can run out.
class ShortMemory {
public:
    static void install()
    {
        sqlite3_config(SQLITE_CONFIG_GETMALLOC, &s_usual);
        sqlite3_mem_methods mine = s_usual;
        mine.xMalloc = [](int bytes) -> void * { return isOut() ? nullptr : s_usual.xMalloc(bytes); };
        mine.xRealloc = [](void *old, int bytes) -> void * { return isOut() ? nullptr : s_usual.xRealloc(old, bytes); };
        sqlite3_config(SQLITE_CONFIG_MALLOC, &mine);
    }
    static void failAt(int nth, bool forEver)
    {
        s_requests = 0;
        s_nth = nth;
        s_forEver = forEver;
    }
    static int requests() { return s_requests; }

private:
    static bool isOut()
    {
        ++s_requests;
        return s_nth > 0 && (s_requests == s_nth || (s_forEver && s_requests > s_nth));
    }
    inline static sqlite3_mem_methods s_usual{};
    inline static int s_requests = 0;
    inline static int s_nth = 0;
    inline static bool s_forEver = false;
};

} // namespace

class TestStoreMemory : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        ShortMemory::install();
        test::FailingVfs::syncs = false; // of thousands of runs none need wait for the disk
        test::FailingVfs::registerOnce(true);
    }
    void everyRequestMayFail_data();
    void everyRequestMayFail();
};

void TestStoreMemory::everyRequestMayFail_data()
{
    QTest::addColumn<bool>("forEver");
    QTest::newRow("once") << false;
    QTest::newRow("for ever") << true;
}

void TestStoreMemory::everyRequestMayFail()
{
    QFETCH(bool, forEver);
    const int step = qEnvironmentVariableIsSet("TELLTALE_RUNS") ? 11 : 401;
    int failed = 0;
    for (int nth = 1;; nth += step) {
        const test::TempFolder temp;
        StoreScript script(temp.path());
        ShortMemory::failAt(nth, forEver);
        script.run();
        const bool happened = ShortMemory::requests() >= nth;
        ShortMemory::failAt(0, false);
        const std::string fault = script.fault();
        QVERIFY2(fault.empty(), ("request " + std::to_string(nth) + ": " + fault).c_str());
        if (!happened) {
            QCOMPARE(script.committed(), StoreScript::kBatches * StoreScript::kNumbersInBatch);
            qInfo("%d of %d requests failed in turn", failed, nth - 1);
            return;
        }
        ++failed;
    }
}

QTEST_APPLESS_MAIN(TestStoreMemory)
#include "tst_store_memory.moc"
