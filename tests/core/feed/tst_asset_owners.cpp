// SPDX-License-Identifier: GPL-3.0-or-later
// Two feeds that use the same asset name.
#include "core/feed/frame_intake.h"
#include "feed_runner.h"
#include "zmq_publisher.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::feed;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime kNow = fromNanos(1'795'000'000'000'000'000);
const SteadyTime kSteady{1000h};

/// One of two feeds that share what is known about assets.
struct Sharing {
    Sharing(std::shared_ptr<AssetOwners> owners, std::uint32_t id) : intake(settings(std::move(owners), id)) {}

    static ZmqFeedSettings settings(std::shared_ptr<AssetOwners> owners, std::uint32_t id, const std::string &address = {})
    {
        ZmqFeedSettings wanted;
        wanted.id = FeedId{id};
        wanted.address = address.empty() ? "tcp://10.0.0." + std::to_string(id) + ":5556" : address;
        wanted.owners = std::move(owners);
        wanted.lostAfter = 700ms;
        return wanted;
    }

    bool takes(const std::string &frame, Duration later = {})
    {
        return intake.take(frame, {kNow, kSteady + later}, [this](Delivery delivery) { deliveries.push_back(std::move(delivery)); })
               == FrameIntake::Outcome::Accepted;
    }

    FrameIntake intake;
    std::vector<Delivery> deliveries;
};

struct Pair {
    std::shared_ptr<AssetOwners> owners = std::make_shared<AssetOwners>();
    Sharing first{owners, 1};
    Sharing second{owners, 2};
};

const std::string kPump = R"(pump {"values":{"a":1}})";

} // namespace

class TestAssetOwners : public QObject {
    Q_OBJECT
private slots:
    void theFirstHasTheAsset();
    void nothingOfARefusedAssetGetsThrough_data();
    void nothingOfARefusedAssetGetsThrough();
    void aHeartbeatIsALifeSignOfItsOwnFeedAlone();
    void whoIsLostGivesItsAssetsUp();
    void theConflictIsForgotten();
    void theSecondOfTwoRealFeedsTakesOver();
};

void TestAssetOwners::theFirstHasTheAsset()
{
    Pair pair;
    QVERIFY(pair.first.takes(kPump));
    QVERIFY(!pair.second.takes(kPump));
    QVERIFY(pair.second.takes(R"(fan {"values":{"a":1}})"));
    QVERIFY(!pair.first.takes(R"(fan {"values":{"a":1}})"));
    QVERIFY(pair.first.takes(kPump));
    const FeedHealth health = pair.second.intake.report(kSteady);
    QCOMPARE(health.rejects.at("asset-of-other-feed"), 1u);
    QCOMPARE(health.frames, 2u);
    const QString said = QString::fromStdString(pair.second.intake.conflict(kSteady));
    QVERIFY2(said.contains("asset pump") && said.contains("tcp://10.0.0.1:5556"), qPrintable(said));
}

void TestAssetOwners::nothingOfARefusedAssetGetsThrough_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("values") << QByteArray(R"(pump {"epoch":2,"seq":9,"values":{"a":1}})");
    QTest::newRow("description") << QByteArray(R"(pump {"kind":"describe","epoch":2,"clock":"live","sensors":{"a":{"index":4}}})");
    QTest::newRow("packed") << QByteArray::fromStdString(
        wire::encode(wire::PackedSamples{"pump", 2, 9, {{4, Quality::Good, toNanos(kNow), 1.0}}}));
}

void TestAssetOwners::nothingOfARefusedAssetGetsThrough()
{
    QFETCH(QByteArray, frame);
    Pair pair;
    QVERIFY(pair.first.takes(kPump));
    QVERIFY(!pair.second.takes(frame.toStdString()));
    QVERIFY(pair.second.deliveries.empty());
    QCOMPARE(pair.second.intake.report(kSteady).rejects.at("asset-of-other-feed"), 1u);
}

void TestAssetOwners::aHeartbeatIsALifeSignOfItsOwnFeedAlone()
{
    Pair pair;
    QVERIFY(pair.first.takes(R"(pump {"epoch":1,"seq":1,"values":{"a":1}})"));
    for (const char *seq : {"5", "70"})
        QVERIFY(pair.second.takes(std::string(R"(pump {"kind":"heartbeat","epoch":2,"seq":)") + seq + "}"));
    QCOMPARE(pair.second.intake.report(kSteady).heartbeats, 2u);
    QVERIFY2(pair.second.deliveries.empty(), "a hole in the other publisher's numbers is no hole in this asset");
}

void TestAssetOwners::whoIsLostGivesItsAssetsUp()
{
    Pair pair;
    QVERIFY(pair.first.takes(kPump));
    pair.owners->release(FeedId{1});
    QVERIFY(pair.second.takes(kPump));
    QVERIFY(!pair.first.takes(kPump));
}

void TestAssetOwners::theConflictIsForgotten()
{
    Pair pair;
    QVERIFY(pair.first.takes(kPump));
    QVERIFY(!pair.second.takes(kPump));
    QVERIFY(!pair.second.intake.conflict(kSteady + 59s).empty());
    QVERIFY(pair.second.intake.conflict(kSteady + 61s).empty());
}

void TestAssetOwners::theSecondOfTwoRealFeedsTakesOver()
{
    auto first = std::make_unique<test::ZmqPublisher>(1);
    test::ZmqPublisher second(2);
    const auto owners = std::make_shared<AssetOwners>();
    test::FeedRunner one(Sharing::settings(owners, 1, first->address()));
    QVERIFY(one.waitFor([](const auto &seen) { return seen.batches > 0; }, [&] { first->sendData(); }));
    test::FeedRunner two(Sharing::settings(owners, 2, second.address()));
    const auto both = [&] { first->sendData(), second.sendData(); };
    QVERIFY(two.waitFor([](const auto &seen) { return seen.rejects("asset-of-other-feed") > 0; }, both));
    QVERIFY(two.waitFor([&](const auto &seen) { return QString::fromStdString(seen.health.detail).contains("asset pump"); }, both));
    QCOMPARE(two.seen().batches, 0u);
    QVERIFY2(two.seen().health.detail.find(first->address()) != std::string::npos, two.seen().health.detail.c_str());
    first.reset();
    QVERIFY(
        two.waitFor([](const auto &seen) { return seen.batches > 0 && seen.health.state == FeedState::Live; }, [&] { second.sendData(); }));
    QVERIFY(one.waitForState(FeedState::Lost));
}

QTEST_GUILESS_MAIN(TestAssetOwners)
#include "tst_asset_owners.moc"
