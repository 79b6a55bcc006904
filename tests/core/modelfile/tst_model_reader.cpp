// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modelfile/model_file.h"
#include "core/modelfile/model_reader.h"
#include "tests/core/modelfile/small_model.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace telltale;
using namespace telltale::modelfile;

class TestModelReader : public QObject {
    Q_OBJECT

private slots:
    void init();
    void readsAFileOnceForAllWhoUseIt();
    void readsAFileThatHasChangedAnew();
    void saysWhatIsWrongWithAFileThatCannotBeRead();

private:
    void write(double limit);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
};

void TestModelReader::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath("a.model").toStdString();
}

void TestModelReader::write(double limit)
{
    TrainedModel model = test::smallModel();
    model.limit = limit;
    QVERIFY(writeModel(m_path, model).ok());
}

void TestModelReader::readsAFileOnceForAllWhoUseIt()
{
    write(1.5);
    ModelReader reader;
    const auto first = reader.read(m_path);
    const auto second = reader.read(m_path);
    QVERIFY(first.ok() && second.ok());
    QCOMPARE(first->get(), second->get());
}

void TestModelReader::readsAFileThatHasChangedAnew()
{
    write(1.5);
    ModelReader reader;
    const auto before = reader.read(m_path);
    write(2.5);
    // A file system whose clock is coarse may give both the same time.
    std::filesystem::last_write_time(m_path, std::filesystem::last_write_time(m_path) + std::chrono::seconds(1));
    const auto after = reader.read(m_path);
    QVERIFY(before.ok() && after.ok());
    QCOMPARE((*before)->limit, 1.5);
    QCOMPARE((*after)->limit, 2.5);
}

void TestModelReader::saysWhatIsWrongWithAFileThatCannotBeRead()
{
    ModelReader reader;
    const auto missing = reader.read(m_path);
    QVERIFY(!missing.ok());
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    write(1.5);
    QVERIFY(reader.read(m_path).ok());
    std::filesystem::remove(m_path);
    QVERIFY(!reader.read(m_path).ok());
}

QTEST_APPLESS_MAIN(TestModelReader)
#include "tst_model_reader.moc"
