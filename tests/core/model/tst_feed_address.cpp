// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/feed_address.h"

#include <QtTest>

using namespace telltale;

class TestFeedAddress : public QObject {
    Q_OBJECT
private slots:
    void isJudgedByHowItIsWritten_data();
    void isJudgedByHowItIsWritten();
};

void TestFeedAddress::isJudgedByHowItIsWritten_data()
{
    QTest::addColumn<bool>("here");
    for (const char *here :
         {"tcp://127.0.0.1:5556", "tcp://127.0.0.1:*", "tcp://127.0.0.1", "tcp://127.255.255.254:1", "tcp://localhost:5556",
          "tcp://LocalHost:5556", "tcp://[::1]:5556", "tcp://[0:0:0:0:0:0:0:1]:5556", "ipc:///run/feed", "inproc://x"})
        QTest::newRow(here) << true;
    for (const char *elsewhere : {"",
                                  "tcp://",
                                  "127.0.0.1:5556",
                                  "tcp://10.0.0.1:5556",
                                  "tcp://128.0.0.1:5556",
                                  "tcp://0.0.0.0:5556",
                                  "tcp://*:5556",
                                  "tcp://[::]:5556",
                                  "tcp://eth0:5556",
                                  "tcp://localhost.plant.example:5556",
                                  "tcp://127.0.0.1.plant.example:5556",
                                  "tcp://127.1:5556",
                                  "tcp://2130706433:5556",
                                  "tcp://0x7f.0.0.1:5556",
                                  "tcp://127.0.0.1;10.0.0.1:5556",
                                  "tcp://10.0.0.1;127.0.0.1:5556",
                                  "tcp://[::ffff:10.0.0.1]:5556",
                                  "tcp://[::1%eth0]:5556",
                                  "tcp://localhos:1",
                                  "tcp://localhostx:1",
                                  "TCP://127.0.0.1:5556",
                                  "udp://127.0.0.1:5556",
                                  "pgm://127.0.0.1;239.1.1.1:5556",
                                  "ws://127.0.0.1:80"})
        QTest::newRow(elsewhere) << false;
}

void TestFeedAddress::isJudgedByHowItIsWritten()
{
    QFETCH(bool, here);
    QCOMPARE(isOnThisComputer(QTest::currentDataTag()), here);
}

QTEST_APPLESS_MAIN(TestFeedAddress)
#include "tst_feed_address.moc"
