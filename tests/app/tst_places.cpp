// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/file_log.h"
#include "app/desktop/places.h"
#include "ui/text.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace telltale;
using namespace telltale::app;

class TestPlaces : public QObject {
    Q_OBJECT
private slots:
    void init();
    void keepsToTheBaseDirectories();
    void aProfileSharesNothing();
    void aSocketBelongsToAProfileAndAFolder();
    void thePathOfASocketIsShortEnough();
    void onlyAFolderThatEverybodyKnowsHasAName();
    void aRuntimeFolderThatIsNotThereIsDoneWithout();
    void theLogIsPrivateAndDoesNotGrowForEver();

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestPlaces::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
        QDir().mkpath(m_home->filePath(name));
        qputenv(name, m_home->filePath(name).toUtf8());
    }
    qputenv("XDG_CONFIG_DIRS", "/first:/second");
}

void TestPlaces::keepsToTheBaseDirectories()
{
    const Places places = placesOf({});
    QCOMPARE(places.settingsFile, m_home->filePath("XDG_CONFIG_HOME/telltale/telltale.conf"));
    QCOMPARE(places.accountsFile, m_home->filePath("XDG_CONFIG_HOME/telltale/accounts.json"));
    QCOMPARE(places.keysFile, m_home->filePath("XDG_CONFIG_HOME/telltale/keys.toml"));
    QCOMPARE(places.siteFiles, QStringList({"/first/telltale/telltale.conf", "/second/telltale/telltale.conf"}));
    QCOMPARE(QString::fromStdString(places.dataFolder), m_home->filePath("XDG_DATA_HOME/telltale/plant"));
    QCOMPARE(places.stateFolder, m_home->filePath("XDG_STATE_HOME/telltale"));
    QVERIFY(places.socket.startsWith(m_home->filePath("XDG_RUNTIME_DIR/telltale/")));
    QCOMPARE(places.busName, QStringLiteral("org.telltale.Telltale"));
}

void TestPlaces::aProfileSharesNothing()
{
    const Places usual = placesOf({});
    DesktopOptions options;
    options.profile = "night";
    const Places night = placesOf(options);
    QVERIFY(night.settingsFile != usual.settingsFile);
    QVERIFY(night.accountsFile != usual.accountsFile);
    QVERIFY(night.keysFile != usual.keysFile);
    QVERIFY(night.dataFolder != usual.dataFolder);
    QVERIFY(night.stateFolder != usual.stateFolder);
    QVERIFY(night.socket != usual.socket);
    QVERIFY(night.busName != usual.busName);
    QVERIFY(night.busName.startsWith(usual.busName));
    options.demo = true;
    QVERIFY(placesOf(options).dataFolder != night.dataFolder);
    QVERIFY(placesOf(options).busName != night.busName);
    QCOMPARE(placesOf(options).settingsFile, night.settingsFile);
}

void TestPlaces::aSocketBelongsToAProfileAndAFolder()
{
    DesktopOptions options;
    options.dataFolder = ui::fromQt(m_home->filePath("a"));
    const QString socket = placesOf(options).socket;
    options.dataFolder = ui::fromQt(m_home->filePath("b/../a/"));
    QCOMPARE(placesOf(options).socket, socket);
    options.dataFolder = ui::fromQt(m_home->filePath("b"));
    QVERIFY(placesOf(options).socket != socket);
    options.dataFolder = ui::fromQt(m_home->filePath("a"));
    options.profile = "night";
    QVERIFY(placesOf(options).socket != socket);
}

/// sockaddr_un holds 107 bytes.
void TestPlaces::thePathOfASocketIsShortEnough()
{
    qputenv("XDG_RUNTIME_DIR", "/tmp");
    DesktopOptions options;
    options.profile = std::string(64, 'p');
    options.dataFolder = "/" + std::string(200, 'd');
    QVERIFY(placesOf(options).socket.toUtf8().size() < 64);
}

void TestPlaces::onlyAFolderThatEverybodyKnowsHasAName()
{
    DesktopOptions options;
    options.dataFolder = "/srv/somewhere";
    QCOMPARE(placesOf(options).busName, QString());
    options.dataFolder.clear();
    options.profile = "9 to.5-x";
    static const QRegularExpression valid(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)+$"));
    QVERIFY2(valid.match(placesOf(options).busName).hasMatch(), qPrintable(placesOf(options).busName));
}

void TestPlaces::aRuntimeFolderThatIsNotThereIsDoneWithout()
{
    for (const QByteArray &given : {QByteArray(), QByteArray("relative"), m_home->filePath("missing").toUtf8()}) {
        qputenv("XDG_RUNTIME_DIR", given);
        QVERIFY(placesOf({}).socket.startsWith(placesOf({}).stateFolder + '/'));
    }
    qputenv("XDG_STATE_HOME", "relative");
    QCOMPARE(placesOf({}).stateFolder, QDir::homePath() + "/.local/state/telltale");
}

void TestPlaces::theLogIsPrivateAndDoesNotGrowForEver()
{
    const QString name = m_home->filePath("new/folder/telltale.log");
    const LogSink log = fileLog(ui::fromQt(name), LogLevel::Note);
    log(LogLevel::Debug, "test", "not worth it");
    QVERIFY(!QFile::exists(name));
    log(LogLevel::Warning, "test", "two\nlines");
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().endsWith(" warning test: two\\x0alines\n"));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(QFile::resize(name, 5 << 20));
    log(LogLevel::Error, "test", "after");
    QVERIFY(QFile(name + ".1").size() >= 5 << 20);
    QVERIFY(QFile(name).size() < 200);
    fileLog("/proc/nowhere/telltale.log", LogLevel::Note)(LogLevel::Error, "test", "harmless");
}

QTEST_APPLESS_MAIN(TestPlaces)
#include "tst_places.moc"
