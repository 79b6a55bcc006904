// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/tray_badge.h"

#include <QPainter>
#include <QSystemTrayIcon>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;

namespace {

QIcon greyLogo()
{
    QPixmap square(64, 64);
    square.fill(Qt::gray);
    return QIcon(square);
}

AlarmCounts countsOf(int p1, int p2, int p3)
{
    AlarmCounts counts;
    counts.open = counts.unacked = {p1, p2, p3, 0};
    return counts;
}

QImage pictureOf(const AlarmCounts &counts, int side, const Theme &theme = Theme::light())
{
    return badgeIcon(greyLogo(), counts, theme).pixmap(QSize(side, side), 1.0).toImage().convertToFormat(QImage::Format_ARGB32);
}

/// For people to look at; only where TELLTALE_PICTURES names a folder.
void keepPicture(const QImage &image, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("TELLTALE_PICTURES"); !folder.isEmpty()) {
        QVERIFY(image.save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
    }
}

int pixelsLike(const QImage &image, const QColor &colour)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            found += image.pixelColor(x, y) == colour ? 1 : 0;
        }
    }
    return found;
}

} // namespace

class TestTrayBadge : public QObject {
    Q_OBJECT
private slots:
    void isTheLogoWhenNothingWaits();
    void showsTheWorstPriorityAndTheCount();
    void saysItInWords();
    void withoutATrayItIsHarmless();
};

void TestTrayBadge::isTheLogoWhenNothingWaits()
{
    QCOMPARE(pixelsLike(pictureOf(countsOf(0, 0, 0), 22), QColor(Qt::gray)), 22 * 22);
}

void TestTrayBadge::showsTheWorstPriorityAndTheCount()
{
    for (const Theme *theme : {&Theme::light(), &Theme::darkTheme()}) {
        for (const int side : {16, 22, 64}) {
            const QImage urgent = pictureOf(countsOf(1, 3, 0), side, *theme);
            QCOMPARE(urgent.width(), side);
            QVERIFY(pixelsLike(urgent, theme->priority(Priority::P1)) > side * side / 20);
            QCOMPARE(pixelsLike(urgent, theme->priority(Priority::P2)), 0);
            QVERIFY(pictureOf(countsOf(1, 4, 0), side, *theme) != urgent); // another count
            const QImage warning = pictureOf(countsOf(0, 3, 9), side, *theme);
            QVERIFY(pixelsLike(warning, theme->priority(Priority::P2)) > 0);
            QCOMPARE(pixelsLike(warning, theme->priority(Priority::P1)), 0);
            keepPicture(urgent, QStringLiteral("tray-%1-%2").arg(theme->dark ? "dark" : "light").arg(side));
            keepPicture(warning, QStringLiteral("tray-p2-%1-%2").arg(theme->dark ? "dark" : "light").arg(side));
        }
    }
    QCOMPARE(pictureOf(countsOf(1, 150, 0), 32), pictureOf(countsOf(1, 400, 0), 32)); // both are 99+
}

void TestTrayBadge::saysItInWords()
{
    QCOMPARE(badgeText(countsOf(0, 0, 0)), QStringLiteral("Telltale: nothing is unacknowledged"));
    QCOMPARE(badgeText(countsOf(0, 2, 5)), QStringLiteral("Telltale: 7 alarm(s) not acknowledged, the worst is P2"));
}

void TestTrayBadge::withoutATrayItIsHarmless()
{
    TrayBadge badge(greyLogo(), nullptr);
    badge.apply(countsOf(1, 0, 0), Theme::light());
    QCOMPARE(badge.findChild<QSystemTrayIcon *>()->isVisible(), QSystemTrayIcon::isSystemTrayAvailable());
}

QTEST_MAIN(TestTrayBadge)
#include "tst_tray_badge.moc"
