// SPDX-License-Identifier: GPL-3.0-or-later
// The real window in German, and in a language whose texts are 40 % longer than the English ones: nothing is cut at 1280x720.
#include "tests/gui/cut_texts.h"
#include "tests/gui/plant_picture.h"
#include "ui/language/catalogue.h"
#include "ui/language/language.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>

using namespace telltale;
using namespace telltale::ui;
using test::LongerTexts;
using test::WindowFixture;

class TestWindowTranslation : public QObject {
    Q_OBJECT
private slots:
    void nothingIsCut_data();
    void nothingIsCut();
    void theWindowSpeaksGerman();
    void theKeySheetIsNotCut();
};

void TestWindowTranslation::nothingIsCut_data()
{
    QTest::addColumn<bool>("german");
    QTest::newRow("40 % longer") << false;
    QTest::newRow("German") << true;
}

void TestWindowTranslation::nothingIsCut()
{
    QFETCH(bool, german);
    speak(*qApp, QStringLiteral("en"));
    LongerTexts longer;
    Catalogue words;
    QVERIFY(words.load(QStringLiteral("telltale_de"), QStringLiteral(":/translations")));
    QTranslator *const texts = german ? static_cast<QTranslator *>(&words) : &longer;
    QVERIFY(QCoreApplication::installTranslator(texts));
    const auto back = qScopeGuard([texts] { QCoreApplication::removeTranslator(texts); });

    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    fixture.window->resize(1280, 720);
    test::addPlantHolds(fixture.build.snapshot());
    test::addPlantIncident(fixture.build.snapshot());
    fixture.choose(0);
    auto *pages = fixture.find<QTabWidget>("pages");
    const QString pictures = qEnvironmentVariable("TELLTALE_PICTURES");
    QStringList wrong;
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        QVERIFY(fixture.give());
        WindowFixture::settle();
        if (fixture.window->size() != QSize(1280, 720))
            wrong << QStringLiteral("page %1 makes the window %2 wide and %3 high")
                         .arg(page)
                         .arg(fixture.window->width())
                         .arg(fixture.window->height());
        for (const QString &each : test::cutTexts(*fixture.window) + test::outside(*fixture.window)
                                       + test::cutForms(*fixture.window, german ? "kpiStatus" : "kpi")
                                       + test::cutSideways(*fixture.window, {"journalTable", "trendTable", "feedTable"})
                                       + test::narrowFields(*fixture.window))
            wrong << QStringLiteral("page %1: %2").arg(page).arg(each);
        if (!pictures.isEmpty())
            fixture.window->grab().save(QDir(pictures).filePath(QStringLiteral("%1-%2.png").arg(german ? "de" : "long").arg(page)));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

void TestWindowTranslation::theWindowSpeaksGerman()
{
    speak(*qApp, QStringLiteral("de"));
    const auto back = qScopeGuard([] { speak(*qApp, QStringLiteral("en")); });
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    QVERIFY(fixture.find<QAbstractButton>("unacked")->text().startsWith(QStringLiteral("unquittiert 6")));
    QCOMPARE(fixture.find<QTabWidget>("pages")->tabText(0), QStringLiteral("Alarme"));
    QVERIFY(fixture.find<QLabel>("detailTitle") != nullptr);
    fixture.choose(0);
    QCOMPARE(fixture.list()->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("Zustand"));
}

void TestWindowTranslation::theKeySheetIsNotCut()
{
    speak(*qApp, QStringLiteral("de"));
    const auto back = qScopeGuard([] { speak(*qApp, QStringLiteral("en")); });
    const WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_Question);
    auto *keys = fixture.find<QTreeWidget>("keySheet");
    QTRY_VERIFY(keys->isVisible());
    for (auto each = QTreeWidgetItemIterator(keys, QTreeWidgetItemIterator::NoChildren); *each; ++each)
        QVERIFY2(keys->sizeHintForIndex(keys->indexFromItem(*each, 1)).width() <= keys->columnWidth(1), qPrintable((*each)->text(1)));
    QVERIFY(keys->header()->length() <= keys->viewport()->width());
}

QTEST_MAIN(TestWindowTranslation)
#include "tst_window_translation.moc"
