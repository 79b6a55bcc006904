// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/torn_panes.h"

#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/window/window_panes.h"
#include "ui/window/window_place.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLabel>
#include <QMainWindow>
#include <QSplitter>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>
#include <utility>

namespace telltale::ui {

namespace {

/// Closing does not end it: the pane has to leave it first.
class TornWindow final : public QWidget {
public:
    TornWindow(QMainWindow &window, const QString &title, TornPanes &panes, std::function<void()> closed)
        : QWidget(&window, Qt::Window)
        , m_panes(panes)
        , m_closed(std::move(closed))
    {
        setAttribute(Qt::WA_WindowPropagation);
        setWindowTitle(TornPanes::tr("%1 – Telltale").arg(title));
        setAccessibleName(title);
        addActions(window.actions());
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
    }

protected:
    void closeEvent(QCloseEvent *event) override
    {
        event->ignore();
        m_closed();
    }
    void moveEvent(QMoveEvent *event) override
    {
        QWidget::moveEvent(event);
        emit m_panes.changed();
    }
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        emit m_panes.changed();
    }

private:
    TornPanes &m_panes;
    std::function<void()> m_closed;
};

QLabel *placeHolder(const QString &title)
{
    auto *line = new QLabel;
    sayKeys(line, [line, title] {
        line->setText(
            TornPanes::tr("%1: in a window of its own. %2 there, or closing it, brings it back.").arg(title, pressText(Act::TearOff)));
    });
    line->setAlignment(Qt::AlignCenter);
    line->setWordWrap(true);
    return line;
}

} // namespace

/// A pane and where it is at home. Exactly one of the homes is set.
struct TornPanes::Part {
    QString name;
    QString title;
    QWidget *pane = nullptr;
    QSplitter *splitter = nullptr;
    QTabWidget *pages = nullptr;
    int index = 0;
    int extent = 0;           ///< in the splitter, when it left
    QPointer<QWidget> window; ///< while torn
    QString waiting;          ///< for the first layout of the main window, then to be torn to here
    QPointer<QWidget> place;  ///< what stands in for the page

    void leave();
    void enter();
    void leavePages();
    void enterPages();
};

void TornPanes::Part::leave()
{
    if (pages)
        return leavePages();
    index = splitter->indexOf(pane);
    extent = splitter->sizes().value(index);
    splitter->setProperty(kHeldShares, true);
}

void TornPanes::Part::leavePages()
{
    index = pages->indexOf(pane);
    const bool current = pages->currentIndex() == index;
    const QString text = pages->tabText(index);
    const QString tip = pages->tabToolTip(index);
    place = placeHolder(title);
    const QSignalBlocker quiet(pages); // to everybody else the same page stays in front
    pages->removeTab(index);
    pages->insertTab(index, place, text);
    pages->setTabToolTip(index, tip);
    if (current)
        pages->setCurrentIndex(index);
}

void TornPanes::Part::enter()
{
    if (pages)
        return enterPages();
    QList<int> sizes = splitter->sizes();
    splitter->insertWidget(std::min(index, splitter->count()), pane);
    if (!sizes.isEmpty()) {
        auto largest = std::max_element(sizes.begin(), sizes.end());
        *largest = std::max(1, *largest - extent);
    }
    sizes.insert(std::min<qsizetype>(index, sizes.size()), extent);
    splitter->setSizes(sizes);
    splitter->setProperty(kHeldShares, false);
    pane->show();
}

void TornPanes::Part::enterPages()
{
    index = pages->indexOf(place);
    const bool current = pages->currentIndex() == index;
    const QString text = pages->tabText(index);
    const QString tip = pages->tabToolTip(index);
    const QSignalBlocker quiet(pages);
    pages->removeTab(index);
    pages->insertTab(index, pane, text);
    pages->setTabToolTip(index, tip);
    delete place;
    if (current)
        pages->setCurrentIndex(index);
}

TornPanes::TornPanes(QMainWindow &window) : QObject(&window), m_window(window)
{
    window.installEventFilter(this);
}

TornPanes::~TornPanes() = default;

void TornPanes::add(const QString &name, const QString &title, QSplitter &home, QWidget &pane)
{
    auto part = std::make_unique<Part>();
    part->name = name;
    part->title = title;
    part->pane = &pane;
    part->splitter = &home;
    m_parts.push_back(std::move(part));
}

void TornPanes::add(const QString &name, const QString &title, QTabWidget &home, QWidget &page)
{
    auto part = std::make_unique<Part>();
    part->name = name;
    part->title = title;
    part->pane = &page;
    part->pages = &home;
    m_parts.push_back(std::move(part));
}

void TornPanes::toggle(QWidget &otherwise)
{
    QWidget *keys = QApplication::focusWidget();
    const auto has = [keys](const std::unique_ptr<Part> &part) {
        return keys != nullptr && (part->pane == keys || part->pane->isAncestorOf(keys) || part->window == keys);
    };
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), has);
    Part *part = found != m_parts.end() ? found->get() : partOf(&otherwise);
    if (part == nullptr)
        return;
    part->window ? close(*part) : open(*part, QString());
}

void TornPanes::tear(QWidget &pane)
{
    if (Part *part = partOf(&pane); part != nullptr && !part->window)
        open(*part, QString());
}

void TornPanes::bringBack(QWidget &pane)
{
    if (Part *part = partOf(&pane); part != nullptr && part->window)
        close(*part);
}

bool TornPanes::isTorn(const QWidget &pane) const
{
    const Part *part = partOf(&pane);
    return part != nullptr && part->window;
}

bool TornPanes::activate(const QWidget &pane) const
{
    Part *part = partOf(&pane);
    if (part == nullptr || !part->window)
        return false;
    part->window->raise();
    part->window->activateWindow();
    part->pane->setFocus();
    return true;
}

QWidget *TornPanes::activeWindow() const
{
    QWidget *active = QApplication::activeWindow();
    const bool ours =
        active != nullptr && std::any_of(m_parts.begin(), m_parts.end(), [&](const auto &part) { return part->window == active; });
    return ours ? active : nullptr;
}

QStringList TornPanes::names() const
{
    QStringList all;
    for (const auto &part : m_parts)
        all << part->name;
    return all;
}

QString TornPanes::placeOf(const QString &name) const
{
    const Part *part = partNamed(name);
    if (part == nullptr)
        return {};
    return part->window ? toText(ui::placeOf(*part->window)) : part->waiting;
}

void TornPanes::restore(const QString &name, const QString &place)
{
    Part *part = partNamed(name);
    if (part == nullptr || part->window || !placeFromText(place))
        return;
    part->waiting = place;
    if (m_window.isVisible())
        openWaiting();
}

bool TornPanes::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        QTimer::singleShot(0, this, &TornPanes::openWaiting);
    return QObject::eventFilter(watched, event);
}

void TornPanes::openWaiting()
{
    for (const auto &part : m_parts) {
        if (const QString place = std::exchange(part->waiting, QString()); !place.isEmpty()) {
            open(*part, place);
            m_window.activateWindow();
        }
    }
}

TornPanes::Part *TornPanes::partOf(const QWidget *pane) const
{
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), [pane](const auto &part) { return part->pane == pane; });
    return found == m_parts.end() ? nullptr : found->get();
}

TornPanes::Part *TornPanes::partNamed(const QString &name) const
{
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), [&](const auto &part) { return part->name == name; });
    return found == m_parts.end() ? nullptr : found->get();
}

void TornPanes::open(Part &part, const QString &place)
{
    const QSize size = part.pane->size();
    QWidget *hadKeys = QApplication::focusWidget();
    part.leave();
    part.window = new TornWindow(m_window, part.title, *this, [this, &part] { close(part); });
    part.window->layout()->addWidget(part.pane);
    part.pane->show();
    if (const auto known = placeFromText(place))
        putBack(*part.window, *known);
    else
        part.window->resize(size);
    part.window->show();
    if (hadKeys != nullptr && part.pane->isAncestorOf(hadKeys))
        hadKeys->setFocus();
    emit torn(part.pane);
    emit changed();
}

void TornPanes::close(Part &part)
{
    QWidget *window = part.window;
    part.window = nullptr;
    part.enter();
    window->hide();
    window->deleteLater();
    m_window.activateWindow();
    emit home(part.pane);
    emit changed();
}

} // namespace telltale::ui
