// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <memory>
#include <vector>

class QMainWindow;
class QSplitter;
class QTabWidget;
class QWidget;

namespace telltale::ui {

/// Panes that can stand in windows of their own, on another screen say, and come back to where they were. The keys of the window work
/// there too. A page leaves a line behind that says where it is; the other panes give their room to their neighbours.
/// Closing such a window brings its pane back. Thread: UI.
class TornPanes final : public QObject {
    Q_OBJECT
public:
    explicit TornPanes(QMainWindow &window);
    ~TornPanes() override;

    /// A pane in a splitter, or a page. `name` is kept in files, `title` is for people.
    void add(const QString &name, const QString &title, QSplitter &home, QWidget &pane);
    void add(const QString &name, const QString &title, QTabWidget &home, QWidget &page);

    /// The pane that has the keys, else `otherwise`: into a window of its own, or back.
    void toggle(QWidget &otherwise);
    void tear(QWidget &pane);
    void bringBack(QWidget &pane);
    [[nodiscard]] bool isTorn(const QWidget &pane) const;
    /// The window of a torn pane comes to the front; false where it has none.
    bool activate(const QWidget &pane) const;
    /// That the keys go to now, when it is one of these; else nothing.
    [[nodiscard]] QWidget *activeWindow() const;

    [[nodiscard]] QStringList names() const;
    /// Where the pane's window is; empty while the pane is at home.
    [[nodiscard]] QString placeOf(const QString &name) const;
    /// What placeOf said. Before the window is in sight it waits for that: only then is it known how much room the pane leaves behind.
    void restore(const QString &name, const QString &place);

signals:
    void changed();           ///< also when one of the windows moved
    void torn(QWidget *pane); ///< it is in its window
    void home(QWidget *pane); ///< it is back

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Part;
    [[nodiscard]] Part *partOf(const QWidget *pane) const;
    [[nodiscard]] Part *partNamed(const QString &name) const;
    void open(Part &part, const QString &place);
    void close(Part &part);
    void openWaiting();

    QMainWindow &m_window;
    std::vector<std::unique_ptr<Part>> m_parts;
};

} // namespace telltale::ui
