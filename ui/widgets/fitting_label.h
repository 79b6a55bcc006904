// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

namespace telltale::ui {

/// Plain text that is never clipped: of several forms, longest first, it shows the longest that fits, elides the last one if even that
/// does not, and always has the longest as its tooltip. One line, or as many as `setLines` allows. Thread: UI.
class FittingLabel final : public QFrame {
    Q_OBJECT
public:
    explicit FittingLabel(const QString &name, QWidget *parent = nullptr);

    void setForms(const QStringList &forms);
    void setText(const QString &text) { setForms({text}); }
    void setBold(bool bold);
    /// Never narrower than its shortest form, or than so many characters of it.
    void setLeast(int characters);
    /// May wrap into so many lines before a shorter form is taken.
    void setLines(int most);
    /// What it asks for, as a row decides that shares its room among several (`RoomShare`); 0 = what its longest form needs.
    void setGranted(int width);
    /// A box around it, for words that are a state of the program.
    void setBoxed();
    /// The longest form, whatever is shown of it.
    [[nodiscard]] QString text() const { return m_forms.isEmpty() ? QString() : m_forms.first(); }

    [[nodiscard]] const QStringList &forms() const { return m_forms; }
    /// What a form takes, its margins included.
    [[nodiscard]] int widthOf(const QString &form) const;
    /// Not even the shortest form fits.
    [[nodiscard]] bool isElided() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int linesOf(const QString &form, int width) const;
    [[nodiscard]] QString fittingText(int width) const;

    QStringList m_forms;
    int m_least = 12;
    int m_lines = 1;
    int m_granted = 0;
};

} // namespace telltale::ui
