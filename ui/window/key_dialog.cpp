// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/key_dialog.h"

#include "ui/detectors/plain_table.h"
#include "ui/keys/key_bindings.h"
#include "ui/keys/key_change.h"
#include "ui/keys/key_rules.h"
#include "ui/keys/key_words.h"
#include "ui/widgets/plain.h"
#include "ui/window/key_dialog_words.h"
#include "ui/window/key_recorder.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr int kCharacters = 130;
constexpr int kLines = 32;
constexpr int kWhatColumn = 1;

const KeyMap &inForce()
{
    return KeyBindings::instance().map();
}

} // namespace

KeyDialog::KeyDialog(Keep keep, QWidget *window)
    : QDialog(window)
    , m_keep(std::move(keep))
    , m_filter(new QLineEdit(this))
    , m_table(plainTable(QStringLiteral("keyTable"), tr("What can be done, with its keys"), this))
    , m_recorder(new KeyRecorder(this))
    , m_note(plainLabel(QStringLiteral("keyNote"), this))
{
    setObjectName(QStringLiteral("keyDialog"));
    setWindowTitle(tr("Telltale: change keys"));
    m_filter->setObjectName(QStringLiteral("keyFilter"));
    m_filter->setPlaceholderText(tr("Find what can be done, or a key"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->installEventFilter(this);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->installEventFilter(this);
    m_recorder->setObjectName(QStringLiteral("keyRecorder"));
    m_recorder->setAccessibleName(tr("The new key: press it"));
    m_recorder->hide();
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(2 * fontMetrics().height()); // the table keeps its place when something is said
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_table, 1);
    column->addWidget(m_recorder);
    column->addWidget(m_note);
    column->addLayout(createButtons());
    connect(m_filter, &QLineEdit::textChanged, this, &KeyDialog::fill);
    connect(m_table, &QTableWidget::currentCellChanged, this, &KeyDialog::showButtons);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, [this] { record(Wish::Instead); });
    connect(m_recorder, &KeyRecorder::pressed, this, &KeyDialog::take);
    connect(m_recorder, &KeyRecorder::givenUp, this, &KeyDialog::reject);
    sayKeys(this, [this] { fill(); });
    m_table->horizontalHeader()->setStretchLastSection(false);
    for (int section = 0; section < m_table->columnCount(); ++section) {
        m_table->horizontalHeader()->setSectionResizeMode(section,
                                                          section == kWhatColumn ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
    const QSize wanted(kCharacters * fontMetrics().averageCharWidth(), kLines * fontMetrics().height());
    resize(wanted.boundedTo(screen()->availableSize()));
}

/// What concerns one act, and below it what concerns all: side by side they are too wide at 200 %.
QVBoxLayout *KeyDialog::createButtons()
{
    auto *rows = new QVBoxLayout;
    auto *row = new QHBoxLayout;
    rows->addLayout(row);
    const auto add = [&](const char *name, const QString &text, auto slot) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(name));
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    m_swap = add("keySwap", tr("&Swap"), &KeyDialog::swap);
    m_leave = add("keyLeave", tr("Lea&ve it"), &KeyDialog::reject);
    m_changes = {add("keyNew", tr("&New key…"), [this] { record(Wish::Instead); }),
                 add("keyAnother", tr("&Another key…"), [this] { record(Wish::Besides); }),
                 add("keyTakeAway", tr("&Take away"), &KeyDialog::takeAway), add("keyReset", tr("&Reset"), &KeyDialog::reset)};
    row->addStretch(1);
    row = new QHBoxLayout;
    rows->addLayout(row);
    row->addStretch(1);
    add("keyResetAll", tr("Reset a&ll"), &KeyDialog::resetAll);
    add("keyClose", tr("&Close"), &KeyDialog::reject);
    return rows;
}

void KeyDialog::open()
{
    endQuestion();
    endRecording();
    m_note->setText(tr("Enter gives the chosen row a new key. What is changed acts at once."));
    m_filter->clear();
    fill();
    show();
    raise();
    activateWindow();
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

void KeyDialog::reject()
{
    if (!m_recorder->isHidden()) {
        endQuestion();
        endRecording();
        m_note->setText(tr("Nothing was changed."));
    } else {
        QDialog::reject();
        parentWidget()->activateWindow(); // not every desktop gives the keys back by itself
    }
}

void KeyDialog::fill()
{
    const auto before = chosen();
    const QStringList words = m_filter->text().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<QStringList> rows;
    m_shown.clear();
    for (const KeyRow &row : keyTable()) {
        const QStringList cells = rowFor(row, inForce());
        const QString all = cells.join(QLatin1Char(' '));
        if (std::all_of(words.begin(), words.end(), [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); })) {
            rows.push_back(cells);
            m_shown.push_back(row.act);
        }
    }
    m_table->setCurrentCell(-1, -1);
    fillTable(*m_table, {tr("Keys"), tr("What it does"), tr("Default"), tr("Group")}, rows);
    const auto place = before ? std::find(m_shown.begin(), m_shown.end(), *before) : m_shown.end();
    if (!m_shown.empty()) {
        m_table->setCurrentCell(place == m_shown.end() ? 0 : int(place - m_shown.begin()), 0);
    }
    showButtons();
}

std::optional<Act> KeyDialog::chosen() const
{
    const int row = m_table->currentRow();
    return row >= 0 && std::size_t(row) < m_shown.size() ? std::optional(m_shown[std::size_t(row)]) : std::nullopt;
}

/// Those that make sense now, so that the row never needs more room than it has.
void KeyDialog::showButtons()
{
    for (QPushButton *button : m_changes) {
        button->setEnabled(chosen().has_value());
        button->setVisible(m_recorder->isHidden());
    }
    m_swap->setVisible(!m_wanted.isEmpty());
    m_leave->setVisible(!m_recorder->isHidden());
}

void KeyDialog::record(Wish wish)
{
    const auto act = chosen();
    if (!act) {
        return;
    }
    endQuestion();
    m_wish = wish;
    m_table->setEnabled(false); // what is being changed stays chosen
    m_filter->setEnabled(false);
    m_recorder->setPlaceholderText(tr("Press the new key for: %1").arg(textOf(*act)));
    m_recorder->show();
    showButtons();
    m_recorder->setFocus(Qt::OtherFocusReason);
    m_note->setText(tr("Esc leaves it as it is. %1 silences the horn, here too.").arg(pressText(Act::Silence)));
}

void KeyDialog::take(const QKeySequence &key)
{
    const Act act = *chosen();
    const auto holder = inForce().holder(key);
    if (faultOf(key) != KeyFault::None) {
        m_note->setText(tr("%1 cannot be chosen: Tab, Enter, Esc, arrows, PgUp, PgDown, Ctrl+C and Alt with a letter mean the same "
                           "everywhere.")
                            .arg(written(key)));
    } else if (holder == act) {
        endRecording();
        m_note->setText(tr("%1 does that already.").arg(written(key)));
    } else if (holder && m_wish == Wish::Besides) {
        m_note->setText(tr("%1: “%2” has it. Another key is one that nobody has.").arg(written(key), textOf(*holder)));
    } else if (holder) {
        askSwap(key, *holder);
    } else {
        keep(m_wish == Wish::Instead ? withKey(inForce(), act, key) : withAnotherKey(inForce(), act, key),
             tr("%1: %2").arg(written(key), textOf(act)));
    }
}

void KeyDialog::askSwap(const QKeySequence &key, Act holder)
{
    const KeyMap map = withKey(inForce(), *chosen(), key);
    if (const KeyRow *row = deprivedIn(map)) {
        m_note->setText(tr("%1: “%2” has it. %3").arg(written(key), textOf(holder), lackText(*row)));
        return;
    }
    m_wanted = key;
    m_note->setText(tr("%1: “%2” has it, and would get: %3.").arg(written(key), textOf(holder), listed(map.keysOf(holder))));
    showButtons();
    m_swap->setFocus(Qt::OtherFocusReason);
}

void KeyDialog::swap()
{
    const Act act = *chosen();
    const QKeySequence key = m_wanted;
    keep(withKey(inForce(), act, key), tr("%1: %2").arg(written(key), textOf(act)));
}

void KeyDialog::takeAway()
{
    KeyMap map = inForce();
    map.choose(*chosen(), {});
    keep(map, tr("No key: %1").arg(textOf(*chosen())));
}

void KeyDialog::reset()
{
    const Act act = *chosen();
    keep(withDefault(inForce(), act), tr("As by default: %1").arg(textOf(act)));
}

void KeyDialog::resetAll()
{
    KeyMap map = inForce();
    map.resetAll();
    keep(map, tr("All keys are as by default."));
}

void KeyDialog::keep(const KeyMap &map, const QString &said)
{
    endQuestion();
    endRecording();
    const KeyRow *row = deprivedIn(map);
    const QString problem = row ? lackText(*row) : m_keep(map);
    m_note->setText(problem.isEmpty() ? said : problem);
}

void KeyDialog::endRecording()
{
    m_table->setEnabled(true);
    m_filter->setEnabled(true);
    if (!m_recorder->isHidden()) {
        m_table->setFocus(Qt::OtherFocusReason);
        m_recorder->hide();
    }
    showButtons();
}

void KeyDialog::endQuestion()
{
    if (!m_wanted.isEmpty()) {
        m_recorder->setFocus(Qt::OtherFocusReason);
    }
    m_wanted = {};
    showButtons();
}

/// Enter means a new key in the list, and Down goes there from the line above it.
bool KeyDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QDialog::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        record(Wish::Instead);
        return true;
    }
    if (watched == m_filter && key == Qt::Key_Down) {
        m_table->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace telltale::ui
