// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <functional>

class QLineEdit;

namespace telltale::ui {

class FittingLabel;

/// Asks for one line of text inside the window, never in a dialog: Enter gives it, Esc drops it. Hidden while nothing is asked.
/// Thread: UI.
class InlineField final : public QWidget {
    Q_OBJECT
public:
    using Answer = std::function<void(const QString &text)>;
    static constexpr int kMostCharacters = 500;

    InlineField(const QString &name, QWidget *parent);

    /// Replaces a question that is still open; `answer` gets the trimmed text. With `needed`, Enter on an empty field does nothing.
    /// `proposed` stands there to be sent or changed.
    void ask(const QString &question, bool needed, Answer answer, const QString &proposed = {});
    void cancel();

signals:
    void finished();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();

    FittingLabel *m_question;
    QLineEdit *m_edit;
    Answer m_answer;
    bool m_needed = false;
};

} // namespace telltale::ui
