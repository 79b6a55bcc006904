// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/key_map.h"

#include <QDialog>
#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace telltale::ui {

class KeyRecorder;

/// Gives what can be done other keys: an act is chosen by its words, the new key is pressed. A key that somebody has already is named with
/// its act and changes only with a yes: then both swap. What is chosen acts at once. Not modal: alarms go on beside it. Thread: UI.
class KeyDialog final : public QDialog {
    Q_OBJECT
public:
    /// Puts a map in force; says why not. Empty = it is.
    using Keep = std::function<QString(const KeyMap &map)>;

    KeyDialog(Keep keep, QWidget *window);

    void open() override;
    /// First a question that stands, then the recording, then the dialog.
    void reject() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Wish { Instead, Besides };

    QVBoxLayout *createButtons();
    void fill();
    void showButtons();
    [[nodiscard]] std::optional<Act> chosen() const;
    void record(Wish wish);
    void take(const QKeySequence &key);
    void askSwap(const QKeySequence &key, Act holder);
    void swap();
    void takeAway();
    void reset();
    void resetAll();
    void keep(const KeyMap &map, const QString &said);
    void endRecording();
    void endQuestion();

    Keep m_keep;
    QLineEdit *m_filter;
    QTableWidget *m_table;
    KeyRecorder *m_recorder;
    QLabel *m_note;
    std::vector<QPushButton *> m_changes; ///< of the chosen act
    QPushButton *m_swap = nullptr;
    QPushButton *m_leave = nullptr;
    std::vector<Act> m_shown; ///< row by row
    Wish m_wish = Wish::Instead;
    QKeySequence m_wanted; ///< that somebody else has; empty = nothing is asked
};

} // namespace telltale::ui
