// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/model_shelf.h"

#include "core/base/sha256.h"
#include "tests/support/hostile_names.h"
#include "tests/support/temp_folder.h"

#include <QFile>
#include <QtTest>

#include <filesystem>

using namespace telltale;
using namespace telltale::study;
namespace fs = std::filesystem;

namespace {

TrainedModel modelTrainedAt(const char *time, double limit)
{
    TrainedModel model;
    model.detector = "kmeans";
    model.channels = {{"x", 1.0, 2.0}};
    model.limit = limit;
    model.training.trainedAt = *parseTime(time);
    return model;
}

} // namespace

class TestModelShelf : public QObject {
    Q_OBJECT
private slots:
    void namesNeverLeaveTheFolder_data();
    void namesNeverLeaveTheFolder();
    void hostileNamesAreFoldersOfTheirOwn_data();
    void hostileNamesAreFoldersOfTheirOwn();
    void fileNamesSayKindAndTime();
    void whatIsShelvedIsFoundOldestFirst();
    void aFileThatIsNoModelIsSaid();
    void nothingIsOverwritten();
    void whatCouldNotBeReadBackIsNotWritten();
    void noFolderIsNoModels();
};

void TestModelShelf::namesNeverLeaveTheFolder_data()
{
    QTest::addColumn<QString>("asset");
    QTest::addColumn<QString>("sensor");
    QTest::addColumn<QString>("folder");
    QTest::newRow("sensor") << "line-a/pump1"
                            << "temperature"
                            << "D/models/line-a/pump1/temperature";
    QTest::newRow("asset as a whole") << "line-a/pump1"
                                      << ""
                                      << "D/models/line-a/pump1/_asset";
    QTest::newRow("a sensor of that name") << "a"
                                           << "_asset"
                                           << "D/models/a/%5Fasset";
    QTest::newRow("upwards") << "../../etc"
                             << ".."
                             << "D/models/%2E./%2E./etc/%2E.";
    QTest::newRow("separators and spaces") << "a"
                                           << "x/y z"
                                           << "D/models/a/x%2Fy%20z";
    QTest::newRow("other letters") << "a"
                                   << "µ"
                                   << "D/models/a/%C2%B5";
    QTest::newRow("empty parts") << "a//b"
                                 << "x"
                                 << "D/models/a/%/b/x";
}

void TestModelShelf::namesNeverLeaveTheFolder()
{
    QFETCH(QString, asset);
    QFETCH(QString, sensor);
    QFETCH(QString, folder);
    QCOMPARE(QString::fromStdString(modelFolder("D", {asset.toStdString(), sensor.toStdString()})), folder);
}

void TestModelShelf::hostileNamesAreFoldersOfTheirOwn_data()
{
    QTest::addColumn<QByteArray>("name");
    for (std::size_t i = 0; i < test::namesThatWantOut().size(); ++i)
        QTest::addRow("%zu", i) << QByteArray::fromStdString(test::namesThatWantOut()[i]);
}

/// Below models, and not the folder of another name.
void TestModelShelf::hostileNamesAreFoldersOfTheirOwn()
{
    QFETCH(QByteArray, name);
    const test::TempFolder temp;
    const std::string folder = modelFolder(temp.path(), {"line", name.toStdString()});
    QVERIFY(fs::create_directories(folder));
    QCOMPARE(fs::canonical(folder).parent_path(), fs::canonical(temp.path("models/line")));
    for (const std::string &other : test::namesThatWantOut())
        QVERIFY(other == name.toStdString() || modelFolder(temp.path(), {"line", other}) != folder);
    QVERIFY(fs::create_directories(modelFolder(temp.path(), {name.toStdString(), "x"})));
    QCOMPARE(std::distance(fs::directory_iterator(temp.path()), fs::directory_iterator()), 1);
}

void TestModelShelf::fileNamesSayKindAndTime()
{
    QCOMPARE(modelFileName("band", *parseTime("2026-11-22T11:31:00.9Z")), std::string("band-20261122T113100Z.model"));
}

void TestModelShelf::whatIsShelvedIsFoundOldestFirst()
{
    const test::TempFolder folder;
    const auto newer = shelve(folder.path("m"), modelTrainedAt("2026-11-22T00:00:00Z", 2.0));
    const auto older = shelve(folder.path("m"), modelTrainedAt("2026-11-12T00:00:00Z", 1.0));
    QVERIFY(newer && older);
    const Shelf shelf = readShelf(folder.path("m"));
    QCOMPARE(shelf.models.size(), std::size_t{2});
    QCOMPARE(shelf.models[0].model->limit, 1.0);
    QCOMPARE(shelf.models[1].path, newer->path);
    QCOMPARE(shelf.models[1].sha256, *sha256OfFile(newer->path));
    QVERIFY(shelf.problems.empty());
}

void TestModelShelf::aFileThatIsNoModelIsSaid()
{
    const test::TempFolder folder;
    QFile file(QString::fromStdString(folder.path("x.model")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a model");
    file.close();
    const Shelf shelf = readShelf(folder.path());
    QVERIFY(shelf.models.empty());
    QCOMPARE(shelf.problems.size(), std::size_t{1});
    QVERIFY(shelf.problems[0].find("x.model") != std::string::npos);
}

void TestModelShelf::nothingIsOverwritten()
{
    const test::TempFolder folder;
    QVERIFY(shelve(folder.path(), modelTrainedAt("2026-11-22T00:00:00Z", 1.0)));
    const auto second = shelve(folder.path(), modelTrainedAt("2026-11-22T00:00:00.5Z", 2.0));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Busy);
    QCOMPARE(readShelf(folder.path()).models.at(0).model->limit, 1.0);
}

void TestModelShelf::whatCouldNotBeReadBackIsNotWritten()
{
    const test::TempFolder folder;
    const auto tooLarge = shelve(folder.path("m"), modelTrainedAt("2026-11-22T00:00:00Z", 1.0), 100);
    QVERIFY(!tooLarge);
    QCOMPARE(tooLarge.error().kind, ErrorKind::Unsupported);
    QVERIFY(tooLarge.error().what.find("less history") != std::string::npos);
    TrainedModel broad = modelTrainedAt("2026-11-22T00:00:00Z", 1.0);
    broad.channels.assign(2000, {"x", 0.0, 1.0}); // more than a reader takes
    QVERIFY(!shelve(folder.path("m"), broad));
    const Shelf shelf = readShelf(folder.path("m"));
    QVERIFY(shelf.models.empty() && shelf.problems.empty());
}

void TestModelShelf::noFolderIsNoModels()
{
    const Shelf shelf = readShelf("/nowhere/at/all");
    QVERIFY(shelf.models.empty() && shelf.problems.empty());
}

QTEST_APPLESS_MAIN(TestModelShelf)
#include "tst_model_shelf.moc"
