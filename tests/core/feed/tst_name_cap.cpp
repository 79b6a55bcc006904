// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/name_cap.h"

#include <QtTest>

using namespace telltale;
using telltale::feed::NameCap;

class TestNameCap : public QObject {
    Q_OBJECT

private slots:
    void refusesWhatIsBeyondTheLimit();
    void admittedNamesStayAdmitted();
    void declaredNamesDoNotCount();
    void countsEachRefusedNameOnce();
    void theSameNameOnTwoAssetsIsTwoNames();
    void limitsAssets();
    void boundsItsOwnMemory();
};

void TestNameCap::refusesWhatIsBeyondTheLimit()
{
    NameCap cap(100, {});
    int admitted = 0;
    for (int i = 0; i < 1000; ++i)
        admitted += cap.admitSensor("a", "s" + std::to_string(i)) ? 1 : 0;
    QCOMPARE(admitted, 100);
    QCOMPARE(cap.refused(), 900u);
}

void TestNameCap::admittedNamesStayAdmitted()
{
    NameCap cap(1, {});
    QVERIFY(cap.admitSensor("a", "first"));
    QVERIFY(!cap.admitSensor("a", "second"));
    QVERIFY(cap.admitSensor("a", "first"));
}

void TestNameCap::declaredNamesDoNotCount()
{
    NameCap cap(0, {SensorKey{"a", "declared"}});
    QVERIFY(cap.admitAsset("a"));
    QVERIFY(cap.admitSensor("a", "declared"));
    QVERIFY(!cap.admitSensor("a", "other"));
    QVERIFY(!cap.admitSensor("b", "declared"));
    QVERIFY(!cap.admitAsset("b"));
}

void TestNameCap::countsEachRefusedNameOnce()
{
    NameCap cap(0, {});
    for (int i = 0; i < 5; ++i)
        QVERIFY(!cap.admitSensor("a", "x"));
    QVERIFY(!cap.admitSensor("a", "y"));
    QCOMPARE(cap.refused(), 2u);
}

void TestNameCap::theSameNameOnTwoAssetsIsTwoNames()
{
    NameCap cap(1, {});
    QVERIFY(cap.admitSensor("a", "x"));
    QVERIFY(!cap.admitSensor("b", "x"));
}

void TestNameCap::limitsAssets()
{
    NameCap cap(2, {});
    QVERIFY(cap.admitAsset("a"));
    QVERIFY(cap.admitAsset("b"));
    QVERIFY(!cap.admitAsset("c"));
    QVERIFY(cap.admitAsset("a"));
}

void TestNameCap::boundsItsOwnMemory()
{
    NameCap cap(0, {});
    for (std::size_t i = 0; i < NameCap::kMaxRemembered + 1000; ++i)
        (void)cap.admitSensor("a", std::to_string(i));
    QCOMPARE(cap.refused(), NameCap::kMaxRemembered);
}

QTEST_APPLESS_MAIN(TestNameCap)
#include "tst_name_cap.moc"
