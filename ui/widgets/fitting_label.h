// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

namespace telltale::ui {

/// One line of plain text that is never clipped: of several forms, longest first, it shows the longest that fits, elides the last one if
/// even that does not, and always has the longest as its tooltip. Thread: UI.
class FittingLabel final : public QFrame {
    Q_OBJECT
public:
    explicit FittingLabel(const QString &name, QWidget *parent = nullptr);

    void setForms(const QStringList &forms);
    void setText(const QString &text) { setForms({text}); }
    void setBold(bool bold);
    /// Never narrower than its shortest form, or than so many characters of it.
    void setLeast(int characters);
    /// A box around it, for words that are a state of the program.
    void setBoxed();
    /// The longest form, whatever is shown of it.
    [[nodiscard]] QString text() const { return m_forms.isEmpty() ? QString() : m_forms.first(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString fittingText(int width) const;

    QStringList m_forms;
    int m_least = 12;
};

} // namespace telltale::ui
