// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/role.h"
#include "ui/keys/key_map.h"

#include <QObject>
#include <functional>
#include <vector>

class QWidget;

namespace telltale::ui {

class HelpSheet;
class KeyDialog;
class MessageBar;

/// The keys of this station: reads them at the start, says what is wrong with their file, and lets people change them. What is wrong there
/// stays beside the file when it is written anew. Thread: UI. Missing: without a file the keys are the table's, and changes end with the
/// window.
class KeyDesk final : public QObject {
    Q_OBJECT
public:
    using Refusal = std::function<QString(Role needed)>; ///< empty = may

    /// Puts what the file says in force.
    explicit KeyDesk(const QString &file, QObject *parent = nullptr);

    /// `refusal` is asked before each change: whoever opened the dialog may have been signed out since.
    void offer(QWidget &window, HelpSheet &sheet, MessageBar &messages, Refusal refusal);
    void open();

signals:
    void changeWanted();

private:
    [[nodiscard]] QString keep(const KeyMap &map);

    std::string m_file;
    std::vector<Error> m_problems; ///< of the file, in its order
    Refusal m_refusal;
    KeyDialog *m_dialog = nullptr;
};

} // namespace telltale::ui
