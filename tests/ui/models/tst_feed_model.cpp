// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_builders.h"
#include "ui/models/feed_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using test::SnapshotBuilder;

namespace {

FeedHealth feedOf(std::uint32_t id, const char *address, FeedState state = FeedState::Connecting)
{
    FeedHealth feed;
    feed.feed = FeedId{id};
    feed.address = address;
    feed.state = state;
    return feed;
}

/// The cell of a measure, by the beginning of its name.
QString valueOf(const FeedModel &model, const QString &measure, int feed = 0)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data().toString().startsWith(measure)) {
            return model.index(row, 1 + feed).data().toString();
        }
    }
    return QStringLiteral("no such measure");
}

} // namespace

class TestFeedModel : public QObject {
    Q_OBJECT
private slots:
    void oneColumnAFeed();
    void rejectsAppearByReason();
    void unknownGapsAreNotZeroGaps();
    void countsLiveSensorsOfTheirFeed();
};

void TestFeedModel::oneColumnAFeed()
{
    SnapshotBuilder build;
    build.snapshot().feeds = {feedOf(0, "tcp://a:1", FeedState::Live), feedOf(1, "tcp://b:1", FeedState::Lost)};
    FeedModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(build.build());
    QCOMPARE(model.columnCount(), 3);
    QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("tcp://b:1"));
    QCOMPARE(valueOf(model, "State", 1), QStringLiteral("lost"));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    build.snapshot().feeds[1].state = FeedState::Live;
    model.apply(build.build());
    QCOMPARE(valueOf(model, "State", 1), QStringLiteral("live"));
    QCOMPARE(reset.count(), 0);
}

void TestFeedModel::rejectsAppearByReason()
{
    SnapshotBuilder build;
    build.snapshot().feeds = {feedOf(0, "tcp://a:1")};
    FeedModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(build.build());
    QCOMPARE(valueOf(model, "Rejected: bad-json"), QStringLiteral("no such measure"));
    build.snapshot().feeds[0].rejects = {{"bad-json", 3}, {"too-large", 4}};
    model.apply(build.build());
    QCOMPARE(valueOf(model, "Rejected: bad-json"), QStringLiteral("3"));
    QCOMPARE(valueOf(model, "Frames rejected"), QStringLiteral("7"));
}

void TestFeedModel::unknownGapsAreNotZeroGaps()
{
    SnapshotBuilder build;
    build.snapshot().feeds = {feedOf(0, "tcp://a:1")};
    FeedModel model;
    model.apply(build.build());
    QVERIFY(valueOf(model, "Gaps").startsWith("unknown"));
    build.snapshot().feeds[0].sequenced = true;
    model.apply(build.build());
    QCOMPARE(valueOf(model, "Gaps"), QStringLiteral("0"));
}

void TestFeedModel::countsLiveSensorsOfTheirFeed()
{
    SnapshotBuilder build(5);
    build.spec(SensorId{4}).feed = FeedId{1};
    build.state(SensorId{0}).stale = true;
    const SnapshotPtr snapshot = build.build();
    const SensorCount first = countSensors(*snapshot, FeedId{0});
    QCOMPARE(first.live, 3);
    QCOMPARE(first.total, 4);
    QCOMPARE(countSensors(*snapshot, FeedId{1}).total, 1);
}

QTEST_APPLESS_MAIN(TestFeedModel)
#include "tst_feed_model.moc"
