// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds and encryption on the real window: what is unencrypted cannot be overlooked, and what a publisher refuses is said in words.
#include "core/model/feed_address.h"
#include "tests/gui/window_fixture.h"
#include "ui/language/language.h"
#include "ui/style/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/palette.h"

#include <QLabel>
#include <QTabWidget>
#include <QTableView>

using namespace telltale;
using namespace telltale::ui;
using test::WindowFixture;

namespace {

const std::string kPlain = "tcp://10.1.2.3:5556";
const std::string kEncrypted = "tcp://10.1.2.4:5556";
const std::string kLocal = "tcp://127.0.0.1:5556";

WindowSettings insecure()
{
    WindowSettings settings = WindowFixture::defaults();
    settings.insecure = true;
    settings.encryptedFeeds = {QString::fromStdString(kEncrypted)};
    return settings;
}

/// A window on feeds of all kinds, each live.
struct ThreeFeeds : WindowFixture {
    explicit ThreeFeeds(WindowSettings settings) : WindowFixture(std::move(settings))
    {
        build.addSensor("line-a/pump1", "vibration", "mm/s");
        for (const std::string &address : {kPlain, kEncrypted, kLocal})
            build.addFeed(address, FeedState::Live, FeedOrigin::PlantFile);
    }
    [[nodiscard]] Banner *banner() const { return find<Banner>("insecureBanner"); }
    /// Texts of the page Feeds in the row of that name.
    [[nodiscard]] QStringList row(const QString &name) const
    {
        const QAbstractItemModel &model = *find<QTableView>("feedTable")->model();
        for (int i = 0; i < model.rowCount(); ++i) {
            if (model.index(i, 0).data().toString() == name) {
                QStringList texts;
                for (int column = 1; column < model.columnCount(); ++column)
                    texts << model.index(i, column).data().toString();
                return texts;
            }
        }
        return {};
    }
};

} // namespace

class TestWindowInsecure : public QObject {
    Q_OBJECT
private slots:
    void cleanup();
    void aRedLineNamesWhatIsUnencrypted();
    void itStaysOnEveryPageAndForEveryPicture();
    void withoutTheOptionThereIsNoLine();
    void whatIsAddedIsNamedToo();
    void itFitsWithManyFeeds();
    void itIsSaidInGerman();
    void whatAPublisherRefusesIsSaidInWords_data();
    void whatAPublisherRefusesIsSaidInWords();
    void anAddressWithoutKeysIsExplained();
    void anEncryptedFeedSaysSo();
};

void TestWindowInsecure::cleanup()
{
    speak(*qApp, QStringLiteral("en"));
}

void TestWindowInsecure::aRedLineNamesWhatIsUnencrypted()
{
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        WindowSettings settings = insecure();
        settings.theme = theme;
        ThreeFeeds window(std::move(settings));
        QVERIFY(window.open());
        QVERIFY(window.banner()->isVisible());
        const QString text = window.banner()->text();
        QVERIFY2(text.contains("UNENCRYPTED") && text.contains(QString::fromStdString(kPlain)), qPrintable(text));
        QVERIFY(!text.contains(QString::fromStdString(kEncrypted)) && !text.contains(QString::fromStdString(kLocal)));
        const QColor fill = window.banner()->grab().toImage().pixelColor(2, 2);
        QCOMPARE(fill, themeOf(*window.banner()).priority(Priority::P1));
        QVERIFY(fill.red() > 180 && fill.green() < 100 && fill.blue() < 100);
    }
}

/// Nothing that a person presses takes it away, and no button offers to.
void TestWindowInsecure::itStaysOnEveryPageAndForEveryPicture()
{
    ThreeFeeds window(insecure());
    QVERIFY(window.open());
    auto *pages = window.find<QTabWidget>("pages");
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        window.press(Qt::Key_Escape);
        QVERIFY(window.give());
        QVERIFY(window.banner()->isVisible());
    }
    QVERIFY(!window.find<QAbstractButton>("insecureBannerButton")->isVisible());
}

void TestWindowInsecure::withoutTheOptionThereIsNoLine()
{
    ThreeFeeds window(WindowFixture::defaults());
    QVERIFY(window.open());
    QVERIFY(!window.banner()->isVisible());
    WindowSettings settings = insecure();
    settings.encryptedFeeds << QString::fromStdString(kPlain);
    ThreeFeeds encrypted(std::move(settings));
    QVERIFY(encrypted.open());
    QVERIFY(!encrypted.banner()->isVisible());
}

void TestWindowInsecure::whatIsAddedIsNamedToo()
{
    ThreeFeeds window(insecure());
    QVERIFY(window.open());
    window.build.addFeed("tcp://10.9.9.9:5556", FeedState::Connecting, FeedOrigin::Added);
    QVERIFY(window.give());
    QVERIFY2(window.banner()->text().contains("tcp://10.9.9.9:5556"), qPrintable(window.banner()->text()));
    window.build.snapshot().feeds.pop_back();
    QVERIFY(window.give());
    QVERIFY(!window.banner()->text().contains("tcp://10.9.9.9:5556"));
}

void TestWindowInsecure::itFitsWithManyFeeds()
{
    ThreeFeeds window(insecure());
    for (int i = 0; i < 12; ++i)
        window.build.addFeed("tcp://plant-gateway-" + std::to_string(i) + ".example:5556", FeedState::Live, FeedOrigin::PlantFile);
    QVERIFY(window.open());
    QVERIFY(!window.find<FittingLabel>("insecureBannerText")->isElided());
    QCOMPARE(window.find<FittingLabel>("insecureBannerText")->forms().last(), QStringLiteral("UNENCRYPTED: 13 feeds"));
}

void TestWindowInsecure::itIsSaidInGerman()
{
    speak(*qApp, QStringLiteral("de"));
    ThreeFeeds window(insecure());
    QVERIFY(window.open());
    QVERIFY2(window.banner()->text().startsWith("UNVERSCHLÜSSELT: " + QString::fromStdString(kPlain)), qPrintable(window.banner()->text()));
}

void TestWindowInsecure::whatAPublisherRefusesIsSaidInWords_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("german");
    const auto row = [](const char *english, const char *german) { QTest::newRow(english) << QString(english) << QString(german); };
    row("this station is not authorised: the publisher does not know its key",
        "diese Station ist nicht zugelassen: der Sender kennt ihren Schlüssel nicht");
    row("the publisher's key is not the pinned one, or it is no CURVE server",
        "der Schlüssel des Senders ist nicht der eingetragene, oder er ist kein CURVE-Server");
    row("the publisher does not encrypt, so nothing is taken from it",
        "der Sender verschlüsselt nicht, darum wird nichts von ihm angenommen");
    row("the publisher requires encryption: its key belongs into the plant file (serverKeys)",
        "der Sender verlangt Verschlüsselung: sein Schlüssel gehört in die Anlagendatei (serverKeys)");
}

void TestWindowInsecure::whatAPublisherRefusesIsSaidInWords()
{
    QFETCH(QString, english);
    QFETCH(QString, german);
    for (const bool inGerman : {false, true}) {
        speak(*qApp, inGerman ? QStringLiteral("de") : QStringLiteral("en"));
        const QString words = inGerman ? german : english;
        ThreeFeeds window(WindowFixture::defaults());
        window.build.snapshot().feeds.resize(1);
        window.build.snapshot().feeds[0].state = FeedState::NoValidFrames;
        window.build.snapshot().feeds[0].detail = english.toStdString() + "; next try in 27 s";
        QVERIFY(window.open());
        auto *pages = window.find<QTabWidget>("pages");
        for (int page = 0; page < pages->count() && !window.find<QTableView>("feedTable")->isVisible(); ++page)
            pages->setCurrentIndex(page);
        QVERIFY(window.give());
        const QStringList details = window.row(inGerman ? QStringLiteral("Einzelheit") : QStringLiteral("Detail"));
        QVERIFY2(details.value(0).startsWith(words), qPrintable(details.join('|')));
        bool inHeader = false;
        for (const FittingLabel *label : window.find<QWidget>("header")->findChildren<FittingLabel *>())
            inHeader = inHeader || label->forms().join('|').contains(words);
        QVERIFY(inHeader);
    }
}

void TestWindowInsecure::anAddressWithoutKeysIsExplained()
{
    speak(*qApp, QStringLiteral("de"));
    WindowFixture window;
    QVERIFY(window.open());
    window.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::focusWidget() != nullptr && QApplication::focusWidget()->objectName() == "offerAddress");
    QTest::keyClicks(QApplication::focusWidget(), QString::fromStdString(kPlain));
    window.press(Qt::Key_Return);
    window.build.snapshot().echoes.push_back({window.lastId<command::AddFeed>(), false, kPlain + ": " + std::string(kEncryptionRule), 0});
    QVERIFY(window.give());
    const auto told = [&] { return window.find<QLabel>("offerTold")->text(); };
    QTRY_VERIFY(told().contains("erwartet wird der öffentliche Schlüssel des Senders"));
    QVERIFY2(told().contains(QString::fromStdString(kPlain) + ": "), qPrintable(told()));
}

void TestWindowInsecure::anEncryptedFeedSaysSo()
{
    ThreeFeeds window(WindowFixture::defaults());
    window.build.snapshot().feeds.resize(1);
    window.build.snapshot().feeds[0].detail = std::string(kVerifiedFeed);
    QVERIFY(window.open());
    QStringList forms;
    for (const FittingLabel *label : window.find<QWidget>("header")->findChildren<FittingLabel *>())
        forms << label->forms();
    QVERIFY2(forms.join('|').contains(QString::fromStdString(kPlain) + " live · encrypted · "), qPrintable(forms.join('|')));
}

QTEST_MAIN(TestWindowInsecure)
#include "tst_window_insecure.moc"
