// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/draft_parts.h"

#include "ui/alarms/detail_pane.h"
#include "ui/logbook/handover_page.h"
#include "ui/logbook/incident_page.h"
#include "ui/widgets/choice_form.h"
#include "ui/widgets/draft_book.h"
#include "ui/widgets/inline_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/main_window.h"
#include "ui/window/range_note_desk.h"
#include "ui/window/window_panes.h"
#include "ui/window/window_room.h"

#include <QFileInfo>

namespace telltale::ui {

namespace {

constexpr int kSaidMs = 30'000;

QString fileOf(const WindowSettings &settings)
{
    const QString &layout = settings.memory.layoutFile;
    return layout.isEmpty() || settings.readOnly ? QString() : QFileInfo(layout).path() + QStringLiteral("/drafts.json");
}

} // namespace

void keepDrafts(WindowRoom &room)
{
    room.drafts = std::make_unique<DraftBook>(fileOf(room.settings));
    DraftBook *book = room.drafts.get();
    WindowPanes &panes = *room.panes;
    panes.detail->field().setDrafts(book);
    panes.detail->form().setDrafts(book);
    panes.incidents->field().setDrafts(book);
    panes.handover->setDrafts(book);
    room.rangeNotes->field().setDrafts(book);
    QObject::connect(book, &DraftBook::failed, &room.self, [&room](const QString &why) { room.panes->messages->problem(why); });
    if (const int kept = int(book->count()); kept > 0) {
        panes.messages->note(
            MainWindow::tr("%n text(s) that had not been sent when the program ended stand(s) in the field again.", nullptr, kept),
            kSaidMs);
    }
}

} // namespace telltale::ui
