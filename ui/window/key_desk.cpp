// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/key_desk.h"

#include "ui/keys/key_bindings.h"
#include "ui/keys/key_file.h"
#include "ui/text.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/help_sheet.h"
#include "ui/window/key_dialog.h"

#include <algorithm>
#include <utility>

namespace telltale::ui {

namespace {

constexpr std::size_t kMostTold = 5; ///< more would push other problems of the start out of sight

} // namespace

KeyDesk::KeyDesk(const QString &file, QObject *parent) : QObject(parent), m_file(fromQt(file))
{
    KeyFile read = m_file.empty() ? KeyFile{} : loadKeys(m_file);
    m_problems = std::move(read.problems);
    KeyBindings::instance().setMap(read.map);
}

void KeyDesk::offer(QWidget &window, HelpSheet &sheet, MessageBar &messages, Refusal refusal)
{
    m_refusal = std::move(refusal);
    m_dialog = new KeyDialog([this](const KeyMap &map) { return keep(map); }, &window);
    connect(&sheet, &HelpSheet::changeWanted, this, &KeyDesk::changeWanted);
    // The newest is shown first.
    for (std::size_t left = std::min(m_problems.size(), kMostTold); left > 0; --left) {
        messages.problem(tr("Keys as by default there. %1").arg(toQt(m_problems[left - 1].text())));
    }
}

void KeyDesk::open()
{
    m_dialog->open();
}

QString KeyDesk::keep(const KeyMap &map)
{
    if (const QString refusal = m_refusal(neededFor(Act::ChangeKeys)); !refusal.isEmpty()) {
        return refusal;
    }
    KeyBindings::instance().setMap(map);
    if (m_file.empty()) {
        return {};
    }
    const auto saved = saveKeys(map, m_file, !m_problems.empty());
    if (!saved) {
        return tr("It acts until the end of this program only: %1").arg(toQt(saved.error().text()));
    }
    m_problems.clear();
    return {};
}

} // namespace telltale::ui
