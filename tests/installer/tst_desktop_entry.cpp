// SPDX-License-Identifier: GPL-3.0-or-later
// What a desktop reads about the program: its entry in the menu, its page in software centres, its icons.
#include "app/desktop/desktop_options.h"
#include "app/desktop/instance_call.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QtTest>

using namespace telltale;

namespace {

const QString kId = QStringLiteral("org.telltale.Telltale");
const QString kEntry = QStringLiteral(TELLTALE_SOURCE "/installer/org.telltale.Telltale.desktop");
const QString kMetainfo = QStringLiteral(TELLTALE_BUILD "/org.telltale.Telltale.metainfo.xml");

QString textOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// All values of a key, whatever group they are in.
QStringList valuesOf(const QString &key)
{
    QStringList values;
    for (const QString &line : textOf(kEntry).split('\n')) {
        if (line.startsWith(key + '='))
            values << line.mid(key.size() + 1);
    }
    return values;
}

/// Empty when the tool is content; else what it says.
QString complaintOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(30000))
        return process.errorString();
    const QString said = QString::fromUtf8(process.readAll());
    return process.exitCode() == 0 ? QString() : said;
}

} // namespace

class TestDesktopEntry : public QObject {
    Q_OBJECT
private slots:
    void theEntryIsValid();
    void theMetainfoIsValid();
    void theMetainfoLaunchesTheInstalledEntry();
    void whatTheEntryStartsIsUnderstood();
    void everyActionHasItsGroup();
    void everyTextIsTranslated();
    void theIconHasEverySize_data();
    void theIconHasEverySize();
};

void TestDesktopEntry::theEntryIsValid()
{
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("desktop-file-validate"));
    if (tool.isEmpty())
        QSKIP("desktop-file-validate is not installed (package desktop-file-utils)");
    const QString complaint = complaintOf(tool, {kEntry});
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
}

void TestDesktopEntry::theMetainfoIsValid()
{
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("appstreamcli"));
    if (tool.isEmpty())
        QSKIP("appstreamcli is not installed (package appstream)");
    const QString complaint = complaintOf(tool, {"validate", "--pedantic", "--no-net", "--no-color", kMetainfo});
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
}

/// A space that cannot be seen, or another name, and the software centre's button starts nothing.
void TestDesktopEntry::theMetainfoLaunchesTheInstalledEntry()
{
    const QString text = textOf(kMetainfo);
    QVERIFY(text.contains("<id>" + kId + "</id>"));
    QVERIFY(text.contains("\n  <launchable type=\"desktop-id\">" + kId + ".desktop</launchable>\n"));
    QVERIFY(!text.contains('@'));
    const auto invisible = std::find_if(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Format; });
    QVERIFY(invisible == text.end());
    QVERIFY(textOf(QStringLiteral(TELLTALE_SOURCE "/installer/install.cmake")).contains("FILES installer/" + kId + ".desktop"));
}

void TestDesktopEntry::whatTheEntryStartsIsUnderstood()
{
    const QStringList starts = valuesOf(QStringLiteral("Exec"));
    QVERIFY(starts.size() >= 2);
    for (const QString &start : starts) {
        QStringList words = start.split(' ');
        QCOMPARE(words.takeFirst(), QStringLiteral("telltale"));
        std::vector<std::string> arguments;
        for (const QString &word : words)
            arguments.push_back(word == "%U" ? "tcp://127.0.0.1:5556" : word.toStdString());
        const auto options = app::readDesktopOptions(arguments);
        QVERIFY2(options.ok(), qPrintable(start));
    }
}

void TestDesktopEntry::everyActionHasItsGroup()
{
    const QString text = textOf(kEntry);
    QCOMPARE(valuesOf(QStringLiteral("Actions")), QStringList{QStringLiteral("Kiosk;Simulator;")});
    for (const QString &action : valuesOf(QStringLiteral("Actions")).join(QString()).split(';', Qt::SkipEmptyParts)) {
        QVERIFY2(text.contains("\n[Desktop Action " + action + "]\nName="), qPrintable(action));
        QCOMPARE(app::wishName(app::wishOf(action)), action); // what the bus calls by the same name
    }
    QCOMPARE(valuesOf(QStringLiteral("Icon")), QStringList{kId});
    // What X11 calls the window's class; on Wayland it is the file's own name.
    QCOMPARE(valuesOf(QStringLiteral("StartupWMClass")), QStringList{QStringLiteral("telltale")});
}

void TestDesktopEntry::everyTextIsTranslated()
{
    for (const char *key : {"Name", "GenericName", "Comment", "Keywords"}) {
        const QString name = QString::fromLatin1(key);
        // "Telltale" itself is a name.
        const qsizetype own = name == "Name" ? 1 : 0;
        QCOMPARE(valuesOf(name + "[de]").size(), valuesOf(name).size() - own);
    }
}

void TestDesktopEntry::theIconHasEverySize_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512})
        QTest::addRow("%d", size) << size;
}

/// Drawn, not empty, and with a border that stands out from dark and from light.
void TestDesktopEntry::theIconHasEverySize()
{
    QFETCH(const int, size);
    const QImage image(QStringLiteral(TELLTALE_BUILD "/installer/icons/%1.png").arg(size));
    QCOMPARE(image.size(), QSize(size, size));
    QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    int dark = 0;
    int light = 0;
    for (int x = 0; x < size; ++x) {
        const QColor seen = image.pixelColor(x, size / 2);
        dark += seen.alpha() > 200 && seen.lightness() < 90 ? 1 : 0;
        light += seen.alpha() > 100 && seen.lightness() > 150 ? 1 : 0;
    }
    QVERIFY(dark > 0);
    QVERIFY(light > 0);
}

QTEST_APPLESS_MAIN(TestDesktopEntry)
#include "tst_desktop_entry.moc"
