// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/help_sheet.h"

#include "ui/window/window_actions.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QScreen>
#include <QScrollBar>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

QTreeWidget *createKeys(QWidget *parent)
{
    auto *tree = new QTreeWidget(parent);
    tree->setObjectName(QStringLiteral("keySheet"));
    tree->setHeaderLabels({HelpSheet::tr("Key"), HelpSheet::tr("What it does")});
    tree->setRootIsDecorated(false);
    QTreeWidgetItem *group = nullptr;
    for (const KeyRow &row : keyTable()) {
        const QString name = QCoreApplication::translate("KeyTable", row.group);
        if (!group || group->text(0) != name) {
            group = new QTreeWidgetItem(tree, {name});
            group->setFirstColumnSpanned(true);
            QFont bold = tree->font();
            bold.setBold(true);
            group->setFont(0, bold);
            group->setExpanded(true);
        }
        QStringList keys;
        for (const QKeySequence &key : keysOf(row)) {
            keys << key.toString(QKeySequence::NativeText);
        }
        new QTreeWidgetItem(group, {keys.join(HelpSheet::tr(" or ")), QCoreApplication::translate("KeyTable", row.text)});
    }
    tree->expandAll();
    tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    return tree;
}

/// That shows every line whole.
int widthOf(const QTreeWidget &keys)
{
    int key = 0;
    int text = 0;
    for (int group = 0; group < keys.topLevelItemCount(); ++group) {
        for (int line = 0; line < keys.topLevelItem(group)->childCount(); ++line) {
            const QTreeWidgetItem *item = keys.topLevelItem(group)->child(line);
            key = std::max(key, keys.sizeHintForIndex(keys.indexFromItem(item, 0)).width());
            text = std::max(text, keys.sizeHintForIndex(keys.indexFromItem(item, 1)).width());
        }
    }
    return 2 * keys.indentation() + key + text + keys.verticalScrollBar()->sizeHint().width();
}

QString readingText()
{
    return HelpSheet::tr(
        "HEADER\n"
        "A symbol and two numbers for each priority: not acknowledged / open. Square 1 is the most urgent, then triangle 2, diamond 3. "
        "Grey and outlined means that nothing waits. Below: every feed with ● live, ◍ nothing readable, ✕ lost or ○ connecting, the "
        "journal, "
        "and the clock.\n\n"
        "LIST\n"
        "● NEW: active, not acknowledged. ACK: active, acknowledged. ○ RTN: back to normal, not acknowledged. LATCH: wants a reset. "
        "\"saving…\" stands until your acknowledgement is on disk. The order is always: not acknowledged first, then priority, then "
        "newest. "
        "Arrows, J and K move, Enter goes to the pane at the right; a double click never acknowledges. Rows never move under the pointer; "
        "what comes in above is counted below the list.\n\n"
        "SHELVED\n"
        "S keeps the selection, a sensor or an asset from the list for a while: a digit says how long, Down offers a reason, Enter sends. "
        "Shift+S lists what is shelved, suppressed by a rule of the plant or out of service; B brings it back. The header always counts "
        "them, and ⚠ says that a shelf ends within five minutes. None of it counts as unacknowledged, and nothing of it sounds.\n\n"
        "SCORE\n"
        "How far over its limit an alarm is: 2.0× is twice the limit. The pane at the right says why: which sensors, what was expected, "
        "what "
        "came.\n\n"
        "HALF DISC ?\n"
        "Data that cannot be believed: stale, bad quality, or not verified since a restart. It is never an alarm by itself, and an alarm "
        "on "
        "such data neither clears nor rises.\n\n"
        "TREND\n"
        "The line is what came, the shaded band what the detector expected. P pauses the picture, not the plant; L goes back to live. "
        "X keeps the chosen sensor in the trend, Shift+X adds others below it. After Ctrl+0 the arrows move a cursor, with Shift they mark "
        "a "
        "range: Enter zooms to it, Esc drops it. Ctrl+T shows it all as a table.\n\n"
        "TILES\n"
        "A tile a sensor, or a tile a machine where there are many: then each small square is a sensor that is normal, and whatever is not "
        "has its shape. A hollow square is out of the ordinary without an alarm. T puts the worst first, PgUp and PgDown turn pages, Enter "
        "opens the machine.\n\n"
        "DETECTORS\n"
        "Ctrl+5, or D on an alarm, a sensor or an asset: what judges it, and what another detector would have done on what is stored. "
        "Nothing "
        "changes before Apply, which asks for the reason.\n\n"
        "KPI\n"
        "Ctrl+6: what the alarms asked of people in a shift, day, week or month, beside what can be handled. Enter on a bad actor shows "
        "its detector, L its alarms.\n\n"
        "INCIDENTS AND HANDOVER\n"
        "I puts the selected alarms into an incident; Ctrl+7 shows incidents with all that happened. N writes a note on the range that is "
        "marked in the trend, else on all that it shows. Ctrl+Shift+H makes the sheet of the shift: who goes signs it, who comes signs it "
        "too and acts from then on.\n\n"
        "WHO ACTS\n"
        "The header says who acts and as what. Without accounts everybody may do everything. With accounts Ctrl+L signs in and out; what a "
        "role does not allow says so. Silencing the horn is open to everybody.\n\n"
        "SOUND\n"
        "Each priority has a tone of its own: P1 five quick high beeps, P2 two falling ones, P3 a long low one now and then. The most "
        "urgent "
        "alarm that nobody has acknowledged sounds, again and again. F8 silences what sounds now, for two minutes at most, and "
        "acknowledges "
        "nothing; an alarm that comes meanwhile is heard. NO SOUND in the header says that you would hear nothing, and why.\n\n"
        "DESKTOP\n"
        "While another window is in front, alarms also stand on the desktop and in the tray. Show goes to the alarm; acknowledging is done "
        "here.");
}

} // namespace

HelpSheet::HelpSheet(QWidget *parent) : QDialog(parent), m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("helpSheet"));
    setWindowTitle(tr("Telltale: keys and help"));
    auto *reading = new QPlainTextEdit(readingText(), this);
    reading->setReadOnly(true);
    QTreeWidget *keys = createKeys(this);
    m_tabs->addTab(keys, tr("Keys"));
    m_tabs->addTab(reading, tr("How to read this window"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_tabs);
    // In any language, as far as the screen goes.
    const int character = fontMetrics().averageCharWidth();
    resize(std::min(std::max(80 * character, widthOf(*keys) + 4 * character), screen()->availableSize().width()),
           fontMetrics().height() * 34);
}

void HelpSheet::open(Page page)
{
    m_tabs->setCurrentIndex(int(page));
    show();
    raise();
    activateWindow();
}

} // namespace telltale::ui
