// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/help_sheet.h"

#include "ui/keys/key_bindings.h"
#include "ui/window/reading_text.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

QTreeWidgetItem *addGroup(QTreeWidget &tree, const QString &name)
{
    auto *group = new QTreeWidgetItem(&tree, {name});
    group->setFirstColumnSpanned(true);
    QFont bold = tree.font();
    bold.setBold(true);
    group->setFont(0, bold);
    return group;
}

void fillKeys(QTreeWidget &tree)
{
    tree.clear();
    QTreeWidgetItem *group = nullptr;
    for (const KeyRow &row : keyTable()) {
        const QString name = QCoreApplication::translate("KeyTable", row.group);
        if (!group || group->text(0) != name) {
            group = addGroup(tree, name);
        }
        QStringList keys;
        for (const QKeySequence &key : KeyBindings::instance().map().keysOf(row.act)) {
            keys << key.toString(QKeySequence::NativeText);
        }
        new QTreeWidgetItem(group, {keys.join(HelpSheet::tr(" or ")), QCoreApplication::translate("KeyTable", row.text)});
    }
    tree.expandAll();
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

} // namespace

HelpSheet::HelpSheet(QWidget *parent) : QDialog(parent), m_tabs(new QTabWidget(this)), m_keys(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("helpSheet"));
    setWindowTitle(tr("Telltale: keys and help"));
    auto *reading = new QPlainTextEdit(this);
    reading->setReadOnly(true);
    m_tabs->addTab(createKeys(), tr("Keys"));
    m_tabs->addTab(reading, tr("How to read this window"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_tabs);
    sayKeys(this, [this, reading] {
        fillKeys(*m_keys);
        reading->setPlainText(readingText());
    });
    // In any language, as far as the screen goes.
    const int character = fontMetrics().averageCharWidth();
    resize(std::min(std::max(80 * character, widthOf(*m_keys) + 4 * character), screen()->availableSize().width()),
           fontMetrics().height() * 34);
}

QWidget *HelpSheet::createKeys()
{
    auto *page = new QWidget(this);
    m_keys->setObjectName(QStringLiteral("keySheet"));
    m_keys->setHeaderLabels({tr("Key"), tr("What it does")});
    m_keys->setRootIsDecorated(false);
    m_keys->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto *change = new QPushButton(tr("&Change keys…"), page);
    change->setObjectName(QStringLiteral("changeKeys"));
    change->setAutoDefault(false); // Enter in the list is not meant for it
    connect(change, &QPushButton::clicked, this, &HelpSheet::changeWanted);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(change);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_keys, 1);
    column->addLayout(row);
    page->setFocusProxy(m_keys);
    return page;
}

void HelpSheet::open(Page page)
{
    m_tabs->setCurrentIndex(int(page));
    show();
    raise();
    activateWindow();
}

} // namespace telltale::ui
