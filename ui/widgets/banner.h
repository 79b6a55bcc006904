// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <optional>

#include "core/model/alarm_definition.h"

class QPushButton;

namespace telltale::ui {

class FittingLabel;

/// A strip across its pane that says one thing for as long as it is true, with at most one button. Hidden while its text is empty; it
/// never takes the focus. Thread: UI.
class Banner final : public QWidget {
    Q_OBJECT
public:
    enum class Tone {
        Neutral,    ///< text colour on grey
        Inverse,    ///< background colour on text colour: states of the program that must not be overlooked
        Diagnostic, ///< quality colour: data or storage cannot be believed
        Danger      ///< the red of P1, which nothing else has but alarms: what is shown may have been forged
    };
    Banner(const QString &name, Tone tone, QWidget *parent);

    void setText(const QString &text) { setForms(text.isEmpty() ? QStringList() : QStringList{text}); }
    /// The longest first; in two lines before a shorter one is taken.
    void setForms(const QStringList &forms);
    /// Symbol in front of the text; none when empty.
    void setPriority(std::optional<Priority> priority);
    void setButton(const QString &text);
    [[nodiscard]] QString text() const;

signals:
    void buttonClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FittingLabel *m_label;
    QPushButton *m_button;
    Tone m_tone;
    std::optional<Priority> m_priority;
};

} // namespace telltale::ui
