// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/feed_offer.h"

#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/widgets/plain.h"

#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QFileInfo>
#include <QFileSystemModel>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <array>

namespace telltale::ui {

namespace {

struct Pace {
    double rowsPerSec;
    const char *text;
};
constexpr std::array<Pace, 3> kPaces{{{10.0, QT_TRANSLATE_NOOP("telltale::ui::FeedOffer", "10 rows per second")},
                                      {1.0, QT_TRANSLATE_NOOP("telltale::ui::FeedOffer", "1 row per second")},
                                      {0.0, QT_TRANSLATE_NOOP("telltale::ui::FeedOffer", "as its own times say")}}};
constexpr int kMostCharacters = 260;

QLabel *wrapping(const QString &name, const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(name, parent);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

/// "What it is" in the first column, what one does about it in the second, a line about it below.
void addRow(QGridLayout &grid, QLabel *title, QWidget *deed, QLabel *about)
{
    const int row = grid.rowCount();
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    grid.addWidget(title, row, 0, Qt::AlignVCenter);
    grid.addWidget(deed, row, 1);
    grid.addWidget(about, row + 1, 1);
}

QPushButton *addButton(const QString &name, const QString &text, QWidget *parent, QHBoxLayout &row)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(true);
    row.addWidget(button);
    return button;
}

/// A row of parts with nothing around it.
QHBoxLayout *rowIn(QWidget *part)
{
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    return row;
}

} // namespace

FeedOffer::FeedOffer(QWidget *parent) : QWidget(parent), m_told(wrapping(QStringLiteral("offerTold"), {}, this))
{
    setObjectName(QStringLiteral("feedOffer"));
    auto *grid = new QGridLayout(this);
    const int gap = fontMetrics().height();
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gap);
    grid->setVerticalSpacing(gap / 3);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_told, 0, 0, 1, 2);
    addAddress(*grid);
    m_instead = wrapping(QStringLiteral("offerInstead"),
                         tr("Instead of that (what is waited for above is then not monitored until Telltale is started again):"), this);
    grid->addWidget(m_instead, grid->rowCount(), 0, 1, 2);
    addDemo(*grid);
    addFile(*grid);
    addStored(*grid);
    QFont bold = m_told->font();
    bold.setBold(true);
    m_told->setFont(bold);
    setScope(Scope::Everything);
    tell({});
}

void FeedOffer::addAddress(QGridLayout &grid)
{
    auto *part = new QWidget(this);
    QHBoxLayout *row = rowIn(part);
    m_address = new QComboBox(part);
    m_address->setObjectName(QStringLiteral("offerAddress"));
    m_address->setEditable(true);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    m_address->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_address->setMinimumContentsLength(24);
    m_address->lineEdit()->setObjectName(QStringLiteral("offerAddressText"));
    m_address->lineEdit()->setMaxLength(kMostCharacters);
    m_address->lineEdit()->setPlaceholderText(QStringLiteral("tcp://HOST:PORT"));
    m_address->setAccessibleName(tr("Address of a feed, as tcp://HOST:PORT"));
    m_address->lineEdit()->setAccessibleName(m_address->accessibleName());
    row->addWidget(m_address, 1);
    QPushButton *connectNow = addButton(QStringLiteral("offerConnect"), tr("Connect"), part, *row);
    const auto send = [this] { emit addressWanted(m_address->currentText().trimmed()); };
    connect(connectNow, &QPushButton::clicked, this, send);
    connect(m_address->lineEdit(), &QLineEdit::returnPressed, this, send);
    QLabel *title = wrapping(QStringLiteral("offerAddressTitle"), tr("Your plant"), this);
    QLabel *about = wrapping(
        QStringLiteral("offerAddressAbout"),
        tr("The address at which your publisher sends (ZeroMQ PUB). For every start: telltale --feed ADDRESS, or a plant file."), this);
    addRow(grid, title, part, about);
    m_feedParts = {title, part, about};
}

void FeedOffer::addFile(QGridLayout &grid)
{
    auto *part = new QWidget(this);
    QHBoxLayout *row = rowIn(part);
    m_file = new QLineEdit(part);
    m_file->setObjectName(QStringLiteral("offerFile"));
    m_file->setPlaceholderText(tr("A file of readings (.csv)"));
    m_file->setAccessibleName(m_file->placeholderText());
    auto *files = new QFileSystemModel(m_file);
    files->setRootPath(QString());
    auto *completer = new QCompleter(files, m_file);
    m_file->setCompleter(completer);
    row->addWidget(m_file, 1);
    connect(addButton(QStringLiteral("offerBrowse"), tr("Browse…"), part, *row), &QPushButton::clicked, this, &FeedOffer::browse);
    m_pace = new QComboBox(part);
    m_pace->setObjectName(QStringLiteral("offerPace"));
    m_pace->setAccessibleName(tr("How fast the file is played"));
    for (const Pace &pace : kPaces) {
        m_pace->addItem(tr(pace.text), pace.rowsPerSec);
    }
    row->addWidget(m_pace);
    connect(addButton(QStringLiteral("offerPlay"), tr("Play"), part, *row), &QPushButton::clicked, this, &FeedOffer::sendFile);
    connect(m_file, &QLineEdit::returnPressed, this, &FeedOffer::sendFile);
    QLabel *title = wrapping(QStringLiteral("offerFileTitle"), tr("A file"), this);
    QLabel *about = wrapping(
        QStringLiteral("offerFileAbout"),
        tr("The first line names the columns, one of them has times. It is watched as if it came now; nothing of it is kept."), this);
    addRow(grid, title, part, about);
    m_insteadParts.insert(m_insteadParts.end(), {title, part, about});
}

void FeedOffer::addDemo(QGridLayout &grid)
{
    auto *part = new QWidget(this);
    QHBoxLayout *row = rowIn(part);
    m_demo = addButton(QStringLiteral("offerDemo"), tr("Start the demonstration plant"), part, *row);
    row->addStretch(1);
    connect(m_demo, &QPushButton::clicked, this, &FeedOffer::demoWanted);
    QLabel *title = wrapping(QStringLiteral("offerDemoTitle"), tr("To look around"), this);
    QLabel *about = wrapping(QStringLiteral("offerDemoAbout"),
                             tr("Five simulated machines; the first alarm comes within a minute. Its journal is its own."), this);
    addRow(grid, title, part, about);
    m_insteadParts.insert(m_insteadParts.end(), {title, part, about});
}

void FeedOffer::addStored(QGridLayout &grid)
{
    auto *part = new QWidget(this);
    QHBoxLayout *row = rowIn(part);
    m_replay = addButton(QStringLiteral("offerReplay"), {}, part, *row);
    sayKeys(this, [this] { m_replay->setText(withKeyText(tr("Replay what is stored"), Act::OpenReplay)); });
    row->addStretch(1);
    connect(m_replay, &QPushButton::clicked, this, &FeedOffer::storedWanted);
    QLabel *title = wrapping(QStringLiteral("offerStoredTitle"), tr("The past"), this);
    QLabel *about = wrapping(QStringLiteral("offerStoredAbout"),
                             tr("The last quarter of an hour that was recorded, in a window of its own that writes nothing."), this);
    addRow(grid, title, part, about);
    m_storedParts = {title, part, about};
}

void FeedOffer::setScope(Scope scope)
{
    m_scope = scope;
    const auto show = [](const std::vector<QWidget *> &parts, bool on) {
        for (QWidget *part : parts) {
            part->setVisible(on);
        }
    };
    show(m_feedParts, scope != Scope::StoredPast);
    show(m_insteadParts, scope == Scope::Everything || scope == Scope::Instead);
    show(m_storedParts, scope != Scope::AnotherFeed && m_replayable);
    m_instead->setVisible(scope == Scope::Instead);
}

void FeedOffer::setRecentAddresses(const QStringList &addresses)
{
    const QString typed = m_address->currentText();
    m_address->clear();
    m_address->addItems(addresses);
    m_address->setCurrentText(typed.isEmpty() && !addresses.isEmpty() ? addresses.first() : typed);
}

void FeedOffer::setReplayable(bool on)
{
    m_replayable = on;
    setScope(m_scope);
}

void FeedOffer::tell(const QString &text)
{
    m_told->setText(text);
    m_told->setVisible(!text.isEmpty());
}

void FeedOffer::takeFocus()
{
    if (m_scope == Scope::StoredPast) {
        m_replay->setFocus(Qt::ShortcutFocusReason);
    } else {
        m_address->setFocus(Qt::ShortcutFocusReason);
        m_address->lineEdit()->selectAll();
    }
}

/// The dialog hides nothing but this window, and only because somebody asked for it.
void FeedOffer::browse()
{
    auto *dialog = new QFileDialog(this, tr("A file of readings"), QFileInfo(m_file->text()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Readings (*.csv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    connect(dialog, &QFileDialog::finished, m_file, [this] { m_file->setFocus(); });
    dialog->open();
}

void FeedOffer::sendFile()
{
    const QFileInfo file(m_file->text().trimmed());
    if (!file.isFile()) {
        tell(m_file->text().trimmed().isEmpty() ? tr("Expected a file of readings, found nothing: type its name, or browse.")
                                                : tr("Expected a file of readings, found none called %1.").arg(file.filePath()));
        m_file->setFocus();
        return;
    }
    tell(tr("Reading %1…").arg(file.fileName()));
    emit fileWanted(file.absoluteFilePath(), m_pace->currentData().toDouble());
}

} // namespace telltale::ui
