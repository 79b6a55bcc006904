// SPDX-License-Identifier: GPL-3.0-or-later
// With Tab through every page: everything that takes the focus is reached once, in reading order, and says what it is.
#include "tests/gui/plant_picture.h"

#include <QAccessible>
#include <QTabWidget>

using namespace telltale;
using namespace telltale::ui;
using test::WindowFixture;

namespace {

QString nameOf(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return QStringLiteral("%1 %2 in %3")
        .arg(QLatin1String(widget.metaObject()->className()), widget.objectName(), parent ? parent->objectName() : QString());
}

bool takesTab(const QWidget &widget)
{
    const QWidget *proxy = widget.focusProxy();
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0 && proxy == nullptr
           && !widget.visibleRegion().isEmpty();
}

/// What Tab reaches, from the first to the last, by pressing it.
QList<QWidget *> walk(WindowFixture &fixture)
{
    QWidget *first = fixture.window->nextInFocusChain();
    while (!takesTab(*first) && first != fixture.window.get())
        first = first->nextInFocusChain();
    first->setFocus(Qt::TabFocusReason);
    QList<QWidget *> order{first};
    for (int i = 0; i < 400; ++i) {
        fixture.press(Qt::Key_Tab);
        QWidget *next = QApplication::focusWidget();
        if (next == nullptr || next == first)
            break;
        if (order.last() != next)
            order << next;
    }
    return order;
}

QRect placeOf(const QWidget &window, const QWidget &widget)
{
    return {widget.mapTo(&window, QPoint(0, 0)), widget.size()};
}

/// To the left in the same line, or above in the same column: nobody reads that way.
bool isBackwards(const QRect &from, const QRect &to)
{
    const bool sameLine = from.top() <= to.center().y() && to.center().y() <= from.bottom();
    const bool sameColumn = from.left() <= to.right() && to.left() <= from.right();
    return (sameLine && to.right() <= from.left()) || (sameColumn && to.bottom() <= from.top());
}

QString accessibleNameOf(QWidget &widget)
{
    const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&widget);
    return face == nullptr ? QString() : face->text(QAccessible::Name);
}

} // namespace

class TestWindowTabOrder : public QObject {
    Q_OBJECT
private slots:
    void everyPageIsWalked_data();
    void everyPageIsWalked();
    void theFirstScreenIsWalked();
    void theFocusIsSeen();

private:
    static QStringList wrongIn(WindowFixture &fixture);
};

QStringList TestWindowTabOrder::wrongIn(WindowFixture &fixture)
{
    QStringList wrong;
    const QList<QWidget *> order = walk(fixture);
    for (int i = 0; i < order.size(); ++i) {
        QWidget &widget = *order[i];
        if (order.indexOf(&widget) != i)
            wrong << "twice: " + nameOf(widget);
        if (accessibleNameOf(widget).isEmpty())
            wrong << "no name: " + nameOf(widget);
        if (i > 0 && isBackwards(placeOf(*fixture.window, *order[i - 1]), placeOf(*fixture.window, widget)))
            wrong << QStringLiteral("backwards: from %1 to %2").arg(nameOf(*order[i - 1]), nameOf(widget));
    }
    for (QWidget *widget : fixture.window->findChildren<QWidget *>()) {
        if (takesTab(*widget) && !order.contains(widget))
            wrong << "not reached: " + nameOf(*widget);
    }
    return wrong;
}

void TestWindowTabOrder::everyPageIsWalked_data()
{
    QTest::addColumn<int>("page");
    for (int page = 0; page < 10; ++page)
        QTest::addRow("page %d", page) << page;
}

void TestWindowTabOrder::everyPageIsWalked()
{
    QFETCH(int, page);
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    auto *pages = fixture.find<QTabWidget>("pages");
    QCOMPARE(pages->count(), 10);
    fixture.choose(0);
    pages->setCurrentIndex(page);
    QVERIFY(fixture.give());
    const QStringList wrong = wrongIn(fixture);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

void TestWindowTabOrder::theFirstScreenIsWalked()
{
    WindowFixture fixture;
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    const QStringList wrong = wrongIn(fixture);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

/// Everything that takes the focus looks different with it, by a frame that contrasts 3:1.
void TestWindowTabOrder::theFocusIsSeen()
{
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QStringList unseen;
    for (QWidget *widget : walk(fixture)) {
        const auto picture = [&] {
            WindowFixture::settle();
            return widget->grab().toImage();
        };
        widget->setFocus(Qt::TabFocusReason);
        const QImage with = picture();
        QWidget *other = widget == fixture.list() ? fixture.find<QWidget>("menuButton") : static_cast<QWidget *>(fixture.list());
        other->setFocus(Qt::TabFocusReason);
        const QImage without = picture();
        int changed = 0;
        for (int y = 0; y < with.height(); ++y) {
            for (int x = 0; x < with.width(); ++x)
                changed += std::abs(qGray(with.pixel(x, y)) - qGray(without.pixel(x, y))) > 100 ? 1 : 0;
        }
        if (changed < 40)
            unseen << QStringLiteral("%1: %2 pixels").arg(nameOf(*widget)).arg(changed);
    }
    QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join('\n')));
}

QTEST_MAIN(TestWindowTabOrder)
#include "tst_window_tab_order.moc"
