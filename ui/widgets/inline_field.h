// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QString>
#include <QWidget>
#include <functional>

class QLineEdit;

namespace telltale::ui {

class DraftBook;
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
    /// With a `draft` name, what is typed is kept under it until it is sent or dropped, and stands there instead of `proposed`.
    void ask(const QString &question, bool needed, Answer answer, const QString &proposed = {}, const QString &draft = {});
    /// Drops what was typed.
    void cancel();
    /// Something else is looked at: what was typed stays a draft.
    void leave();
    void setDrafts(DraftBook *drafts);

signals:
    void finished();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();
    void close();
    void dropDraft();

    FittingLabel *m_question;
    QLineEdit *m_edit;
    Answer m_answer;
    QPointer<DraftBook> m_drafts;
    QString m_draft;
    bool m_needed = false;
};

} // namespace telltale::ui
