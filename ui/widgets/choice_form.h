// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QString>
#include <QStringList>
#include <QWidget>
#include <functional>
#include <vector>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace telltale::ui {

class DraftBook;

/// Asks inside the window, never in a dialog, for one of a few choices and a line of text: the key of a choice takes it and goes on to the
/// text, Down offers texts that were given before, Enter gives both, Esc drops them. Hidden while nothing is asked; the focus then goes
/// back to where it was. Thread: UI.
class ChoiceForm final : public QWidget {
    Q_OBJECT
public:
    struct Choice {
        QChar key;
        QString text;
    };
    struct Question {
        QString title;
        QString note; ///< what is not offered and why; may be empty
        std::vector<Choice> choices;
        std::size_t proposed = 0;
        QString textTitle;
        bool textNeeded = false; ///< Enter on an empty text does nothing then
        QStringList offered;     ///< texts given before, newest first
        QString proposedText;
        QString draft; ///< name under which the text is kept until it is sent or dropped; empty = it is not
    };
    using Answer = std::function<void(std::size_t choice, const QString &text)>;
    static constexpr int kMostCharacters = 500;

    ChoiceForm(const QString &name, QWidget *parent);

    /// Replaces a question that is still open. Shapes: at least one choice.
    void ask(Question question, Answer answer);
    void cancel();
    void setDrafts(DraftBook *drafts);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createChoices();
    void placeChoices();
    void take(std::size_t choice);
    [[nodiscard]] int choiceOf(const QKeyEvent &key) const;
    [[nodiscard]] bool startsText(const QKeyEvent &key) const;
    void offer(int step);
    void keepDraft(const QString &text);
    void accept();
    void close();

    QLabel *m_title;
    QLabel *m_note;
    QGridLayout *m_grid;
    QButtonGroup *m_buttons;
    QLabel *m_textTitle;
    QLineEdit *m_edit;
    QLabel *m_offered;
    Question m_question;
    Answer m_answer;
    QPointer<DraftBook> m_drafts;
    int m_offer = -1; ///< which of the offered texts stands in the field
    QPointer<QWidget> m_before;
};

} // namespace telltale::ui
