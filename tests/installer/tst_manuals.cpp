// SPDX-License-Identifier: GPL-3.0-or-later
// The manual pages as they are installed: whole, and without a warning from man.
#include "app/common/manual.h"
#include "app/desktop/desktop_options.h"
#include "app/lab/command_table.h"
#include "core/detect/detector.h"
#include "core/detect/settings.h"
#include "simulator/command/command_table.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace telltale;

Q_DECLARE_METATYPE(std::vector<telltale::OptionRule>)

namespace {

QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString pageOf(const QString &name, const char *section = "1")
{
    QFile page(QStringLiteral(TELLTALE_BUILD "/installer/man/") + name + '.' + section);
    return page.open(QIODevice::ReadOnly) ? QString::fromUtf8(page.readAll()).remove('\\') : QString();
}

/// From its heading to the next one.
QString sectionOf(const QString &page, const QString &heading)
{
    const qsizetype begin = page.indexOf(QRegularExpression("\n\\.S[SH] " + heading + "\\b"));
    const qsizetype end = page.indexOf(QRegularExpression("\n\\.S[SH] "), begin + 1);
    return begin < 0 ? QString() : page.mid(begin, end - begin + 1);
}

} // namespace

class TestManuals : public QObject {
    Q_OBJECT
private slots:
    void manHasNothingToSayAgainstThem_data();
    void manHasNothingToSayAgainstThem();
    void everyOptionIsExplained_data();
    void everyOptionIsExplained();
    void theHelpOfEveryCommandIsThere();
    void everySettingOfADetectorIsExplained_data();
    void everySettingOfADetectorIsExplained();
    void whatBelongsToNothingIsAnError();
    void textStaysText();
};

void TestManuals::manHasNothingToSayAgainstThem_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"telltale.1", "telltale-lab.1", "telltale-sim.1", "telltale-plant.5", "telltale-model.5"})
        QTest::newRow(name) << QStringLiteral(TELLTALE_BUILD "/installer/man/%1.gz").arg(name);
}

void TestManuals::manHasNothingToSayAgainstThem()
{
    QFETCH(const QString, file);
    QVERIFY(QFile::exists(file));
    const QString man = QStandardPaths::findExecutable(QStringLiteral("man"));
    if (man.isEmpty())
        QSKIP("man is not installed (package man-db)");
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LC_ALL", "C.UTF-8");
    environment.insert("MANWIDTH", "80");
    process.setProcessEnvironment(environment);
    process.start(man, {"--warnings", "-l", file});
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitCode(), 0);
    const QByteArray complaints = process.readAllStandardError();
    QVERIFY2(complaints.isEmpty(), complaints.constData());
    QVERIFY(process.readAllStandardOutput().size() > 1000);
}

void TestManuals::everyOptionIsExplained_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("section");
    QTest::addColumn<std::vector<OptionRule>>("rules");
    const auto own = app::desktopOptionRules();
    QTest::newRow("telltale") << "telltale"
                              << "OPTIONS" << std::vector<OptionRule>(own.begin(), own.end());
    for (const app::LabCommand &each : app::labCommands())
        QTest::addRow("telltale-lab %s", each.name.data()) << "telltale-lab" << toQt(each.name) << app::labOptionsOf(each);
    for (const simulator::CommandRule &each : simulator::commandRules())
        QTest::addRow("telltale-sim %s", each.name.data()) << "telltale-sim" << toQt(each.name) << simulator::optionsOf(each);
}

/// In the section of its command, with the sentence of the help; what every command takes, once.
void TestManuals::everyOptionIsExplained()
{
    QFETCH(const QString, program);
    QFETCH(const QString, section);
    QFETCH(const std::vector<OptionRule>, rules);
    const QString page = pageOf(program);
    const QString text = sectionOf(page, section);
    QVERIFY2(!text.isEmpty(), qPrintable(section));
    for (const OptionRule &rule : rules) {
        const bool common = section != "OPTIONS" && (rule.name == "--help" || rule.name == "-h" || rule.name == "--version");
        QVERIFY2((common ? page : text).contains(toQt(rule.name)), rule.name.data());
        if (!common)
            QVERIFY2(text.contains(toQt(rule.text).mid(1) + ".\n"), rule.name.data());
    }
}

void TestManuals::theHelpOfEveryCommandIsThere()
{
    for (const app::LabCommand &each : app::labCommands()) {
        const QString section = sectionOf(pageOf("telltale-lab"), toQt(each.name));
        for (const QString &line : toQt(each.more).split('\n'))
            QVERIFY2(section.contains(line), qPrintable(line));
    }
    for (const simulator::CommandRule &each : simulator::commandRules()) {
        const QString section = sectionOf(pageOf("telltale-sim"), toQt(each.name));
        for (const QString &line : QString::fromStdString(simulator::remarksOf(each)).split('\n'))
            QVERIFY2(section.contains(line), qPrintable(line));
    }
    QVERIFY(!pageOf("telltale").contains('@'));
}

void TestManuals::everySettingOfADetectorIsExplained_data()
{
    QTest::addColumn<QString>("kind");
    for (const DetectorRule &each : detect::catalog().detectors)
        QTest::newRow(each.kind.c_str()) << toQt(each.kind);
}

/// Under its name, in a line that names the kind: what it does, and where its values begin and end.
void TestManuals::everySettingOfADetectorIsExplained()
{
    QFETCH(const QString, kind);
    const QString settings = sectionOf(pageOf("telltale-plant", "5"), "DETECTOR SETTINGS");
    for (const ParamRule &rule : detect::catalog().find(kind.toStdString())->params) {
        const QString heading = "\n.TP\n.B " + toQt(rule.name) + '\n';
        const qsizetype begin = settings.indexOf(heading);
        QVERIFY2(begin >= 0, rule.name.c_str());
        const QString entry = settings.mid(begin + heading.size(), settings.indexOf("\n.TP", begin + 1) - begin - heading.size());
        const auto isMeant = [&](const QString &line) {
            const QString kinds = line.left(line.indexOf(':'));
            return (kinds == "every kind" || kinds.split(", ").contains(kind)) && line.contains(toQt(rule.text));
        };
        const QStringList lines = entry.split('\n');
        const auto line = std::find_if(lines.begin(), lines.end(), isMeant);
        QVERIFY2(line != lines.end(), rule.name.c_str());
        if (const double *fallback = std::get_if<double>(&rule.fallback); fallback != nullptr && !std::isnan(*fallback))
            QVERIFY2(line->endsWith(", default " + toQt(detect::numberText(*fallback)) + '.'), qPrintable(*line));
    }
}

void TestManuals::whatBelongsToNothingIsAnError()
{
    constexpr std::array kRules{OptionRule{"--a", "X", "first"}};
    const app::ManualTemplate good("@OPTIONS@\n.\\\"+ --a\nmore\n.\\\"-\nend @V@\n");
    QCOMPARE(*good.page(kRules, {}, {{"V", "7"}}), std::string(".TP\n.BI \\-\\-a \" X\"\nFirst.\nmore\nend 7\n"));
    const auto stray = app::ManualTemplate(".\\\"+ --b\nmore\n.\\\"-\n").page(kRules, {}, {});
    QVERIFY(!stray.ok() && stray.error().where == "--b");
    QVERIFY(!app::ManualTemplate("@W@\n").page(kRules, {}, {{"V", "7"}}).ok());
}

void TestManuals::textStaysText()
{
    QCOMPARE(app::roffText("a-b\\c"), std::string("a\\-b\\ec"));
    QCOMPARE(app::roffText(".SH no heading"), std::string("\\&.SH no heading"));
}

QTEST_APPLESS_MAIN(TestManuals)
#include "tst_manuals.moc"
