// SPDX-License-Identifier: GPL-3.0-or-later
// Reports by key on the real window, against the same from the command line.
#include "tests/gui/plant_picture.h"
#include "tests/support/built_program.h"
#include "tests/ui/reports/stored_alarms.h"
#include "ui/reports/report_export.h"
#include "ui/widgets/message_bar.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPrintPreviewWidget>
#include <QProcess>

using namespace telltale;
using namespace telltale::ui;
using test::WindowFixture;

namespace {

constexpr int kPatienceMs = 60'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The JSON of one alarm as the command line writes it.
QByteArray fromCommandLine(const std::string &dataFolder)
{
    const test::TempFolder out;
    QProcess::execute(test::builtProgram("telltale"), {"--data", QString::fromStdString(dataFolder), "--export-incident", "1", "--format",
                                                       "json", "-o", QString::fromStdString(out.path())});
    const QDir folder(QString::fromStdString(out.path()));
    return contentOf(folder.absoluteFilePath(folder.entryList({"*.json"}, QDir::Files).value(0)));
}

/// A window on `dataFolder` in which the first alarm of the list is the one that is stored there.
std::unique_ptr<WindowFixture> windowOn(const std::string &dataFolder, const std::string &reports, const QString &product)
{
    WindowSettings settings = WindowFixture::defaults();
    settings.dataFolder = dataFolder;
    settings.exportFolder = reports;
    settings.productVersion = product;
    auto fixture = std::make_unique<WindowFixture>(settings);
    fillPlant(*fixture);
    fixture->build.alarms().resize(1);
    fixture->build.alarms().front().id = 1;
    return fixture;
}

} // namespace

class TestWindowReport : public QObject {
    Q_OBJECT
private slots:
    void theSameIncidentFromWindowAndCommandLine();
    void ctrlPShowsThePagesOfTheSelection();
};

void TestWindowReport::theSameIncidentFromWindowAndCommandLine()
{
    const test::TempFolder data;
    const test::TempFolder reports;
    test::storeShift(data.path());
    const QByteArray first = fromCommandLine(data.path());
    QVERIFY(first.size() > 10'000);
    const QString product = QJsonDocument::fromJson(first).object()["payload"].toObject()["productVersion"].toString();
    const auto fixture = windowOn(data.path(), reports.path(), product);
    QVERIFY(fixture->give());
    QVERIFY(QTest::qWaitForWindowActive(fixture->window.get()));
    fixture->press(Qt::Key_F2);
    fixture->press(Qt::Key_E);
    const auto *messages = fixture->find<MessageBar>("messageBar");
    QTRY_VERIFY_WITH_TIMEOUT(messages->noteText().contains("Report written") || !messages->problemText().isEmpty(), kPatienceMs);
    const QDir folder(QString::fromStdString(reports.path()));
    const QStringList files = folder.entryList({"*.json"}, QDir::Files);
    QCOMPARE(files.size(), 1);
    QVERIFY(contentOf(folder.absoluteFilePath(files[0])) == first);

    // A new run of the program seals what the former one left open.
    const test::FakeClock clock;
    store::StoreWriter::Settings place;
    place.folder = data.path();
    auto writer = store::StoreWriter::open(place, clock);
    QVERIFY(writer.ok());
    (*writer)->close();
    QVERIFY(fromCommandLine(data.path()) == first);
}

void TestWindowReport::ctrlPShowsThePagesOfTheSelection()
{
    const test::TempFolder data;
    test::storeShift(data.path());
    const auto fixture = windowOn(data.path(), {}, QStringLiteral("Telltale test"));
    QVERIFY(fixture->give());
    QVERIFY(QTest::qWaitForWindowActive(fixture->window.get()));
    fixture->press(Qt::Key_F2);
    fixture->press(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(fixture->find<QWidget>("reportPreview") != nullptr, kPatienceMs);
    auto *preview = fixture->find<QWidget>("reportPreview");
    QVERIFY(preview->isVisible());
    QVERIFY(!QApplication::activeModalWidget()); // alarms go on
    QVERIFY(preview->windowTitle().contains(QStringLiteral("line-a/pump1")));
    const auto *pages = preview->findChild<QPrintPreviewWidget *>();
    QTRY_VERIFY_WITH_TIMEOUT(pages->pageCount() >= 3, kPatienceMs);
    for (const QWidget *part : preview->findChildren<QWidget *>()) {
        const bool needsName = part->inherits("QToolButton") || part->inherits("QComboBox") || part->inherits("QLineEdit");
        QVERIFY2(!needsName || !part->accessibleName().isEmpty() || part->objectName() == QStringLiteral("qt_toolbar_ext_button"),
                 qPrintable(part->metaObject()->className() + part->objectName()));
    }
    QTest::keyClick(preview, Qt::Key_Escape);
    QTRY_VERIFY(fixture->find<QWidget>("reportPreview") == nullptr);
}

QTEST_MAIN(TestWindowReport)
#include "tst_window_report.moc"
