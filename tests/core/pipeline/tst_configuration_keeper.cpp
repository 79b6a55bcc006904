// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_file.h"
#include "core/pipeline/configuration_keeper.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace telltale;
using telltale::pipeline::ConfigurationKeeper;

class TestConfigurationKeeper : public QObject {
    Q_OBJECT

private slots:
    void writesTheNewest();
    void saysWhyItCannotWriteAndTriesAgain();
    void keepsNothingWithoutAPath();

private:
    QTemporaryDir m_folder;
};

void TestConfigurationKeeper::writesTheNewest()
{
    const std::string path = m_folder.filePath("plant.overrides.toml").toStdString();
    {
        ConfigurationKeeper keeper(path);
        for (int version = 0; version <= 50; ++version)
            keeper.keep("version " + std::to_string(version));
    }
    const Result<std::string> kept = readWholeFile(path, 100);
    QVERIFY(kept.ok());
    QCOMPARE(*kept, std::string("version 50"));
}

void TestConfigurationKeeper::saysWhyItCannotWriteAndTriesAgain()
{
    const std::string folder = m_folder.filePath("later").toStdString();
    const std::string path = folder + "/plant.overrides.toml";
    ConfigurationKeeper keeper(path);
    keeper.keep("first");
    QTRY_VERIFY(!keeper.problem().empty());
    std::filesystem::create_directory(folder);
    QTRY_VERIFY_WITH_TIMEOUT(keeper.problem().empty(), 15'000);
    QCOMPARE(*readWholeFile(path, 100), std::string("first"));
}

void TestConfigurationKeeper::keepsNothingWithoutAPath()
{
    ConfigurationKeeper keeper("");
    keeper.keep("lost on purpose");
    QVERIFY(keeper.problem().empty());
}

QTEST_GUILESS_MAIN(TestConfigurationKeeper)
#include "tst_configuration_keeper.moc"
