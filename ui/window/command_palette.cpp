// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/command_palette.h"

#include "ui/detectors/plain_table.h"
#include "ui/widgets/plain.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <optional>

namespace telltale::ui {

namespace {

constexpr int kRowsInSight = 12;
constexpr int kCharacters = 108;

/// 0 = begins with what was typed, 1 = a word begins with its first word, 2 = holds it somewhere; empty = does not match.
std::optional<int> rankOf(const OfferedAct &act, const QString &typed, const QStringList &words)
{
    const QString all = QStringLiteral("%1 %2 %3").arg(act.text, act.group, act.keys);
    const bool every =
        std::all_of(words.begin(), words.end(), [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
    if (!every) {
        return std::nullopt;
    }
    if (words.isEmpty() || act.text.startsWith(typed, Qt::CaseInsensitive) || act.keys.compare(typed, Qt::CaseInsensitive) == 0) {
        return 0;
    }
    return act.text.contains(QLatin1Char(' ') + words.front(), Qt::CaseInsensitive) ? 1 : 2;
}

} // namespace

std::vector<OfferedAct> matching(const std::vector<OfferedAct> &all, const QString &typed)
{
    const QString text = typed.simplified();
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<std::pair<int, const OfferedAct *>> ranked;
    for (const OfferedAct &act : all) {
        if (const auto rank = rankOf(act, text, words)) {
            ranked.emplace_back(*rank, &act);
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<OfferedAct> found;
    for (const auto &[rank, act] : ranked) {
        found.push_back(*act);
    }
    return found;
}

CommandPalette::CommandPalette(Offer offer, QWidget *window)
    : QFrame(window)
    , m_offer(std::move(offer))
    , m_line(new QLineEdit(this))
    , m_table(plainTable(QStringLiteral("paletteTable"), tr("What can be done, with its key"), this))
    , m_note(plainLabel(QStringLiteral("paletteNote"), this))
{
    setObjectName(QStringLiteral("palette"));
    setFrameShape(QFrame::Box);
    setAutoFillBackground(true);
    m_line->setObjectName(QStringLiteral("paletteLine"));
    m_line->setPlaceholderText(tr("What do you want to do? Enter does it, Esc closes"));
    m_line->setAccessibleName(tr("Words of what is to be done"));
    m_line->installEventFilter(this);
    m_table->setFocusPolicy(Qt::NoFocus); // the keys stay with the line
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->hide();
    m_note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_line);
    column->addWidget(m_table, 1);
    column->addWidget(m_note);
    window->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::show);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) {
        const bool known = row >= 0 && std::size_t(row) < m_shown.size();
        m_note->setText(known ? m_shown[std::size_t(row)].refusal : tr("Nothing is called that."));
    });
    connect(m_table, &QTableWidget::clicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::open()
{
    m_before = QApplication::focusWidget();
    m_all = m_offer();
    m_line->clear();
    show({});
    place();
    QFrame::show();
    raise();
    m_line->setFocus(Qt::ShortcutFocusReason);
}

bool CommandPalette::dismiss()
{
    const bool open = isVisible();
    hide();
    if (open && m_before) {
        m_before->setFocus(Qt::OtherFocusReason);
    }
    return open;
}

/// In the middle of the window's upper part.
void CommandPalette::place()
{
    const QWidget &window = *parentWidget();
    const int line = m_table->verticalHeader()->defaultSectionSize();
    const int wide = std::min(kCharacters * fontMetrics().averageCharWidth(), window.width() - 2 * line);
    const int high = std::min((kRowsInSight + 4) * line, window.height() - 4 * line);
    setGeometry((window.width() - wide) / 2, 2 * line, wide, high);
}

void CommandPalette::show(const QString &typed)
{
    m_shown = matching(m_all, typed);
    std::vector<QStringList> rows;
    for (const OfferedAct &act : m_shown) {
        rows.push_back({act.keys, act.text});
    }
    m_table->setCurrentCell(-1, -1);
    fillTable(*m_table, {tr("Key"), tr("What it does")}, rows);
    for (std::size_t row = 0; row < m_shown.size(); ++row) {
        if (!m_shown[row].refusal.isEmpty()) {
            m_table->item(int(row), 1)->setForeground(palette().color(QPalette::PlaceholderText));
        }
    }
    m_note->setText(m_shown.empty() ? tr("Nothing is called that.") : QString());
    m_table->setCurrentCell(m_shown.empty() ? -1 : 0, 0);
}

void CommandPalette::step(int rows)
{
    const int last = int(m_shown.size()) - 1;
    if (last >= 0) {
        m_table->setCurrentCell(std::clamp(m_table->currentRow() + rows, 0, last), 0);
    }
}

void CommandPalette::run()
{
    const int row = m_table->currentRow();
    if (row < 0 || std::size_t(row) >= m_shown.size()) {
        return;
    }
    const OfferedAct act = m_shown[std::size_t(row)];
    dismiss();
    if (act.refusal.isEmpty()) {
        emit wanted(act.act);
    } else {
        emit refused(act.refusal);
    }
}

/// Keys that move in the list or leave it are not the line's, nor the window's.
bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    const bool key = watched == m_line && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride);
    if (!key) {
        return QFrame::eventFilter(watched, event);
    }
    const auto act = [this](int pressed) -> std::function<void()> {
        switch (pressed) {
        case Qt::Key_Down: return [this] { step(1); };
        case Qt::Key_Up: return [this] { step(-1); };
        case Qt::Key_PageDown: return [this] { step(kRowsInSight); };
        case Qt::Key_PageUp: return [this] { step(-kRowsInSight); };
        case Qt::Key_Return:
        case Qt::Key_Enter: return [this] { run(); };
        case Qt::Key_Escape: return [this] { dismiss(); };
        default: return nullptr;
        }
    }(static_cast<QKeyEvent *>(event)->key());
    if (!act) {
        return QFrame::eventFilter(watched, event);
    }
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        act();
    }
    return true;
}

} // namespace telltale::ui
