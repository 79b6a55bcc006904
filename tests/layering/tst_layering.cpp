// SPDX-License-Identifier: GPL-3.0-or-later
// Checks every #include line of the project against the table of who may see whom (ARCHITECTURE.md).
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>
#include <map>

namespace {

using Table = std::map<QString, QStringList>;

/// Folder -> the folders it may include, besides itself. Longest matching folder wins.
const Table &allowed()
{
    static const QStringList base{"core/base"};
    static const QStringList model = base + QStringList{"core/model"};
    static const QStringList middle = model + QStringList{"core/wire", "core/envelope", "core/config", "core/modelfile"};
    static const QStringList street =
        middle + QStringList{"core/curve", "core/feed", "core/detect", "core/alarm", "core/logbook", "core/store"};
    // Screens see values, never the pipeline: ui/live is their only door to it.
    static const QStringList screen =
        model + QStringList{"core/envelope", "ui/text.h",  "ui/keys",    "ui/style",    "ui/widgets", "ui/live",
                            "ui/models",     "ui/charts",  "ui/alarms",  "ui/overview", "ui/reports", "ui/journal",
                            "ui/detectors",  "ui/notices", "ui/logbook", "ui/kpi",      "core/kpi"};
    static const Table table{
        {"core/base", {}},
        {"core/curve", base},
        {"core/model", base},
        {"core/config", model + QStringList{"core/curve"}},
        {"core/modelfile", model},
        {"core/wire", model},
        {"core/envelope", model},
        {"core/feed", middle + QStringList{"core/curve"}},
        {"core/detect", middle},
        {"core/alarm", middle},
        {"core/logbook", model},
        {"core/account", model},
        {"core/store", middle},
        {"core/evaluate", model},
        {"core/study", model + QStringList{"core/detect", "core/alarm", "core/evaluate", "core/modelfile"}},
        {"core/report", model + QStringList{"core/envelope", "core/logbook"}},
        {"core/kpi", model},
        {"core/pipeline", street},
        {"core/replay", street + QStringList{"core/pipeline"}},
        {"simulator", model + QStringList{"core/curve", "core/wire", "core/config"}},
        {"ui/language", {}},
        {"ui/keys", model + QStringList{"core/config", "ui/text.h"}},
        {"ui/style", model + QStringList{"ui/text.h"}},
        {"ui/widgets", model + QStringList{"ui/text.h", "ui/style"}},
        {"ui/live", model + QStringList{"core/pipeline", "ui/text.h"}},
        {"ui/charts", screen + QStringList{"core/store"}},
        {"ui/models", screen},
        {"ui/alarms", screen},
        {"ui/overview", screen},
        {"ui/notices", screen},
        {"ui/journal", screen + QStringList{"core/store"}},
        {"ui/detectors", screen + QStringList{"core/study", "core/detect", "core/evaluate", "core/modelfile", "core/store"}},
        {"ui/logbook", screen + QStringList{"core/store", "core/logbook", "core/report", "core/kpi"}},
        {"ui/kpi", screen + QStringList{"core/store"}},
        {"ui/replay", screen + QStringList{"core/replay"}},
        {"ui/reports", screen + QStringList{"core/store", "core/report", "core/logbook", "core/config"}},
        {"ui/window",
         screen + QStringList{"core/store", "core/pipeline", "core/replay", "core/account", "core/alarm", "core/kpi", "ui/replay"}},
        {"app",
         street
             + QStringList{"core/account", "core/pipeline", "core/report", "core/study", "core/evaluate", "core/kpi", "core/replay", "ui"}},
    };
    return table;
}

QString roomOf(const QString &path)
{
    QString best;
    for (const auto &[room, unused] : allowed()) {
        if (path.startsWith(room + '/') && room.size() > best.size())
            best = room;
    }
    return best;
}

bool mayInclude(const QString &room, const QString &included)
{
    if (included.startsWith(room + '/'))
        return true;
    const QStringList targets = allowed().at(room);
    return std::any_of(targets.begin(), targets.end(),
                       [&](const QString &target) { return included == target || included.startsWith(target + '/'); });
}

/// SQL that is put together from pieces, or that comes from a string made at run time.
bool buildsSql(const QString &source)
{
    static const QString verbs = QStringLiteral("(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER|ATTACH|PRAGMA)\\s");
    static const QRegularExpression joined("\"\\s*" + verbs + "[^\"\\n]*\"s?\\)?\\s*(?:\\+|\\.arg|\\.append)|\\+\\s*\"\\s*" + verbs);
    static const QRegularExpression made("\\b(?:run|prepare)\\([^;\"]*(?:c_str|data|constData|toStdString)\\(\\)");
    return joined.match(source).hasMatch() || made.match(source).hasMatch();
}

bool speaksToSqlite(const QString &source)
{
    static const QRegularExpression call(
        QStringLiteral("\\bsqlite3_(?:exec|prepare\\w*|get_table|load_extension|enable_load_extension)\\("));
    return call.match(source).hasMatch();
}

} // namespace

class TestLayering : public QObject {
    Q_OBJECT
private slots:
    void everyRoomIncludesOnlyWhatItMay();
    void noQtBelowTheScreen();
    void theRuleItselfCanFail();
    void everySqlStatementIsAConstant();
    void builtSqlWouldBeFound();
};

void TestLayering::everyRoomIncludesOnlyWhatItMay()
{
    static const QRegularExpression include(QStringLiteral("^#include \"((?:core|ui|app|simulator)/[^\"]+)\""),
                                            QRegularExpression::MultilineOption);
    QStringList wrong;
    int checked = 0;
    for (const char *top : {"core", "ui", "app", "simulator"}) {
        QDirIterator files(QStringLiteral(TELLTALE_SOURCE "/") + top, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString path = file.fileName().mid(int(qstrlen(TELLTALE_SOURCE)) + 1);
            const QString room = roomOf(path);
            if (path == QStringLiteral("ui/text.h"))
                continue;
            QVERIFY2(!room.isEmpty(), qPrintable(path + " lies in no known room"));
            auto matches = include.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext()) {
                const QString included = matches.next().captured(1);
                ++checked;
                if (!mayInclude(room, included))
                    wrong << path + " includes " + included;
            }
        }
    }
    QVERIFY(checked > 100);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

void TestLayering::noQtBelowTheScreen()
{
    static const QRegularExpression qt(QStringLiteral("^#include <Q[A-Z]"), QRegularExpression::MultilineOption);
    for (const char *top : {"core", "simulator", "app/lab", "app/common"}) {
        QDirIterator files(QStringLiteral(TELLTALE_SOURCE "/") + top, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!qt.match(QString::fromUtf8(file.readAll())).hasMatch(), qPrintable(file.fileName() + " includes Qt"));
        }
    }
}

void TestLayering::theRuleItselfCanFail()
{
    QVERIFY(!mayInclude("core/detect", "core/alarm/alarm_book.h"));
    QVERIFY(!mayInclude("simulator", "core/detect/detector.h"));
    QVERIFY(!mayInclude("ui/overview", "core/pipeline/pipeline.h"));
    QVERIFY(mayInclude("core/pipeline", "core/store/store_writer.h"));
}

void TestLayering::everySqlStatementIsAConstant()
{
    QStringList wrong;
    QStringList speakers;
    for (const char *top : {"core", "ui", "app", "simulator"}) {
        QDirIterator files(QStringLiteral(TELLTALE_SOURCE "/") + top, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString source = QString::fromUtf8(file.readAll());
            const QString path = file.fileName().mid(int(qstrlen(TELLTALE_SOURCE)) + 1);
            if (buildsSql(source))
                wrong << path;
            if (speaksToSqlite(source))
                speakers << path;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable("SQL is built in " + wrong.join(", ")));
    QCOMPARE(speakers, QStringList{"core/store/database.cpp"});
}

void TestLayering::builtSqlWouldBeFound()
{
    for (const char *bad : {R"(run("DELETE FROM " + table))", R"(std::string("SELECT x FROM ") + name)", R"(text + " DROP TABLE " + x)",
                            R"(database.prepare(sql.c_str()))", R"(QString("UPDATE %1").arg(x))"})
        QVERIFY2(buildsSql(QString::fromUtf8(bad)), bad);
    for (const char *good : {R"(database.run("BEGIN IMMEDIATE"))", R"(statement.prepare(sql::kSearch))", R"("update " + name)"})
        QVERIFY2(!buildsSql(QString::fromUtf8(good)), good);
}

QTEST_APPLESS_MAIN(TestLayering)
#include "tst_layering.moc"
