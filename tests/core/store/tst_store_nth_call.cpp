// SPDX-License-Identifier: GPL-3.0-or-later
// Every call of the store to the disk fails once, and from there on for ever, as SQLite tests itself: nothing committed is lost, nothing is
// there by half, and every error has words. Of the writes every fifth has its turn; with TELLTALE_RUNS set, all of them.
#include "tests/core/store/store_script.h"
#include "tests/support/failing_vfs.h"
#include "tests/support/temp_folder.h"

using namespace telltale;
using test::FailingVfs;
using test::StoreScript;
using Call = FailingVfs::Call;

class TestStoreNthCall : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { FailingVfs::syncs = false; }
    void everyCallMayFail_data();
    void everyCallMayFail();
};

void TestStoreNthCall::everyCallMayFail_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<bool>("forEver");
    const std::vector<std::pair<const char *, Call>> calls{{"open", Call::Open},
                                                           {"read", Call::Read},
                                                           {"write", Call::Write},
                                                           {"truncate", Call::Truncate},
                                                           {"sync", Call::Sync},
                                                           {"map shared memory", Call::ShmMap},
                                                           {"lock shared memory", Call::ShmLock}};
    for (const auto &[name, call] : calls) {
        QTest::addRow("%s, once", name) << int(call) << false;
        QTest::addRow("%s, for ever", name) << int(call) << true;
    }
}

void TestStoreNthCall::everyCallMayFail()
{
    QFETCH(int, call);
    QFETCH(bool, forEver);
    int withErrors = 0;
    const bool isFrequent = Call(call) == Call::Write;
    const int step = isFrequent && !qEnvironmentVariableIsSet("TELLTALE_RUNS") ? 5 : 1;
    for (int nth = 1;; nth += step) {
        const test::TempFolder temp;
        StoreScript script(temp.path());
        FailingVfs::registerOnce(true);
        FailingVfs::setPlan({Call(call), nth, forEver});
        script.run();
        const bool happened = FailingVfs::seen() >= nth;
        FailingVfs::registerOnce();
        const std::string fault = script.fault();
        QVERIFY2(fault.empty(), ("call " + std::to_string(nth) + ": " + fault).c_str());
        withErrors += script.errors() > 0 ? 1 : 0;
        if (!happened) { // a clean run: all have had their turn
            QCOMPARE(script.committed(), StoreScript::kBatches * StoreScript::kNumbersInBatch);
            QVERIFY(script.errors() == 0);
            qInfo("%d of %d calls failed in turn, %d runs told of it", (nth - 1) / step, nth - 1, withErrors);
            return;
        }
    }
}

QTEST_APPLESS_MAIN(TestStoreNthCall)
#include "tst_store_nth_call.moc"
