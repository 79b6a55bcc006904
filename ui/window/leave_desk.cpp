// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/leave_desk.h"

#include "ui/keys/key_words.h"
#include "ui/overview/feed_page.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/window_settings.h"

#include <QMessageBox>
#include <QPushButton>

namespace telltale::ui {

namespace {

using Simulated = WindowSettings::Simulated;

} // namespace

LeaveDesk::LeaveDesk(FeedPage &page, MessageBar &messages, const WindowSettings &settings, QWidget *window)
    : QObject(window)
    , m_page(page)
    , m_messages(messages)
    , m_simulated(settings.simulated != Simulated::No)
    , m_file(settings.simulated == Simulated::File)
    , m_title(settings.title.isEmpty() ? QStringLiteral("Telltale") : settings.title)
    , m_window(window)
{
    page.setHome(m_simulated ? (m_file ? tr("Leave the file") : tr("End the demonstration")) : QString());
}

bool LeaveDesk::run(Act act)
{
    switch (act) {
    case Act::PlayAgain: playAgain(); return true;
    case Act::EndSimulation: goHome(); return true;
    default: return false;
    }
}

void LeaveDesk::setEnded()
{
    m_ended = m_file;
    m_page.setPlayable(m_ended);
    if (m_ended) {
        m_messages.note(withPressTexts(tr("The file has been played to its end. %1 plays it again, %2 leaves it."),
                                       {Act::PlayAgain, Act::EndSimulation}));
    }
}

void LeaveDesk::askForPlant(const QString &file)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Another plant"), tr("Watch the plant of %1 instead?").arg(file),
                                QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("plantBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        tr("The file was handed over by another start. %1 is then no longer monitored here; what is open stays in its journal.")
            .arg(m_title));
    QPushButton *yes = box->addButton(tr("Watch it"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("plantYes"));
    box->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, file] { emit plantWanted(file); });
    box->open();
}

void LeaveDesk::playAgain()
{
    if (m_ended) {
        emit againWanted();
    } else {
        m_messages.note(m_file ? tr("The file is still being played.") : tr("No file is played here."));
    }
}

void LeaveDesk::goHome()
{
    if (m_simulated) {
        emit homeWanted();
    } else {
        m_messages.note(tr("This is no demonstration: what you see is your plant."));
    }
}

} // namespace telltale::ui
