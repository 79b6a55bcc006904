// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of the window in every language, with the same place holders, and found under the name that the program asks for.
#include "tests/ui/language/text_file.h"
#include "ui/language/catalogue.h"
#include "ui/language/language.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>
#include <set>

using namespace telltale;
using namespace telltale::ui;
using test::SourceText;

namespace {

const QString kSource = QStringLiteral(TELLTALE_SOURCE);
const QString kKept = kSource + QStringLiteral("/resources/translations/");

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What must be the same in every language: place holders, keys, line breaks, the room at both ends.
QStringList fixedPartsOf(const QString &text)
{
    static const QRegularExpression part(QStringLiteral("%(?:\\d+|n)|\\bF\\d+\\b|(?:Ctrl|Shift)\\+\\w+|\\n|^ | $"));
    QStringList parts;
    for (auto found = part.globalMatch(text); found.hasNext();)
        parts << found.next().captured();
    parts.sort();
    return parts;
}

/// Classes whose tr() asks under their own name.
std::set<QString> speakingClasses()
{
    static const QRegularExpression speaking(
        QStringLiteral("class (?:\\w+::)?(\\w+)[^;{]*\\{\\s*(?:friend [^;]*;\\s*)?(?:Q_OBJECT|Q_DECLARE_TR_FUNCTIONS)"));
    std::set<QString> names;
    for (const char *room : {"/ui", "/app/desktop"}) {
        QDirIterator files(kSource + QLatin1String(room), {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString content = contentOf(files.next());
            for (auto found = speaking.globalMatch(content); found.hasNext();)
                names.insert(found.next().captured(1));
        }
    }
    return names;
}

/// Under which name the program asks for a text; empty = nobody could answer.
QString askedUnder(const SourceText &text, const std::set<QString> &classes)
{
    static const QRegularExpression helper(
        QStringLiteral("QString tr\\(const char \\*[^)]*\\)\\s*\\{\\s*return QCoreApplication::translate\\(\"(\\w+)\""));
    const bool ofTheSource = text.context.contains(QLatin1String("::"));
    if (classes.contains(text.context))
        return QStringLiteral("telltale::ui::") + text.context;
    if (!ofTheSource || classes.contains(text.context.section(QLatin1String("::"), -1)))
        return text.context;
    return helper.match(contentOf(text.file)).captured(1);
}

bool collect(const QString &folder)
{
    QProcess shell;
    shell.start(QStringLiteral("sh"), {kSource + QStringLiteral("/installer/translations.sh"), QStringLiteral(TELLTALE_LUPDATE), folder});
    return shell.waitForFinished(100'000) && shell.exitCode() == 0;
}

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT
private slots:
    void everyTextIsTakenOver_data() { eachLanguage(); }
    void everyTextIsTakenOver();
    void everyTextIsTranslated_data() { eachLanguage(); }
    void everyTextIsTranslated();
    void everyTextIsFoundWhereTheProgramLooks();
    void germanIsSpoken();
    void numbersHaveTheirForms();

private:
    void eachLanguage();
    QTemporaryDir m_folder;
};

void TestLanguage::eachLanguage()
{
    QTest::addColumn<QString>("code");
    for (const QString &code : languages())
        QTest::newRow(qPrintable(code)) << code;
}

void TestLanguage::everyTextIsTakenOver()
{
    QFETCH(QString, code);
    const QString name = QStringLiteral("/telltale_%1.ts").arg(code);
    for (const QString &each : languages())
        QFile::copy(kKept + QStringLiteral("telltale_%1.ts").arg(each), m_folder.filePath(QStringLiteral("telltale_%1.ts").arg(each)));
    QVERIFY(collect(m_folder.path()));
    QVERIFY2(contentOf(m_folder.path() + name) == contentOf(kKept + name),
             "texts have changed: cmake --build build/release --target translations, then translate what is unfinished");
}

void TestLanguage::everyTextIsTranslated()
{
    QFETCH(QString, code);
    const std::vector<SourceText> texts = test::readTexts(kKept + QStringLiteral("telltale_%1.ts").arg(code));
    QVERIFY(!texts.empty());
    QStringList wrong;
    for (const SourceText &text : texts) {
        if (!text.finished || text.translations.isEmpty())
            wrong << QStringLiteral("not translated: ") + text.text;
        for (const QString &translation : text.translations) {
            if (translation.isEmpty() || fixedPartsOf(translation) != fixedPartsOf(text.text))
                wrong << QStringLiteral("%1 | %2").arg(text.text, translation);
            if (translation.contains(QLatin1Char('&')) != text.text.contains(QLatin1Char('&')))
                wrong << QStringLiteral("the key of %1 | %2").arg(text.text, translation);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

void TestLanguage::everyTextIsFoundWhereTheProgramLooks()
{
    speak(*qApp, QStringLiteral("en"));
    Catalogue german;
    QVERIFY(german.load(QStringLiteral("telltale_de"), QStringLiteral(":/translations")));
    QProcess lupdate;
    lupdate.setWorkingDirectory(kSource);
    const QString placed = m_folder.filePath(QStringLiteral("placed.ts"));
    lupdate.start(QStringLiteral(TELLTALE_LUPDATE), {"-silent", "-I", ".", "-locations", "absolute", "ui", "app/desktop", "-ts", placed});
    QVERIFY(lupdate.waitForFinished(100'000) && lupdate.exitCode() == 0);
    const std::set<QString> classes = speakingClasses();
    QStringList lost;
    for (SourceText text : test::readTexts(placed)) {
        text.file = QDir::cleanPath(m_folder.filePath(text.file));
        const QByteArray context = askedUnder(text, classes).toUtf8();
        const QByteArray source = text.text.toUtf8();
        if (context.isEmpty() || german.translate(context.constData(), source.constData(), nullptr, text.plural ? 2 : -1).isNull())
            lost << QStringLiteral("%1: %2 (%3)").arg(text.file, text.text, text.context);
    }
    QVERIFY2(lost.isEmpty(), qPrintable(lost.join('\n')));
}

void TestLanguage::germanIsSpoken()
{
    speak(*qApp, QStringLiteral("de"));
    QCOMPARE(QCoreApplication::translate("KeyTable", "Alarms"), QStringLiteral("Alarme"));
    QCOMPARE(QLocale().decimalPoint(), QStringLiteral(","));
    QCOMPARE(QCoreApplication::translate("KeyTable", "not a text of Telltale"), QStringLiteral("not a text of Telltale"));
    speak(*qApp, QStringLiteral("en"));
    QCOMPARE(QLocale().decimalPoint(), QStringLiteral("."));
}

void TestLanguage::numbersHaveTheirForms()
{
    const auto badge = [](int n) { return QCoreApplication::translate("telltale::ui::AssetModel", "%n open alarm(s)", nullptr, n); };
    speak(*qApp, QStringLiteral("de"));
    QCOMPARE(badge(1), QStringLiteral("1 offener Alarm"));
    QCOMPARE(badge(7), QStringLiteral("7 offene Alarme"));
    speak(*qApp, QStringLiteral("en"));
    QCOMPARE(badge(1), QStringLiteral("1 open alarm"));
    QCOMPARE(badge(7), QStringLiteral("7 open alarms"));
}

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
