// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/asset_pane.h"

#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/models/asset_model.h"
#include "ui/style/priority_symbol.h"
#include "ui/text.h"
#include "ui/widgets/palette.h"

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr int kDepth = 2;          ///< plant, asset
constexpr int kNameCharacters = 9; ///< "line…-box"

/// Rows that can be hit with a mouse.
class RoomyDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), std::max(size.height(), option.fontMetrics.height() + 8)};
    }
};

/// Side of a symbol in a row of that font.
int symbolSide(const QFontMetrics &metrics)
{
    return metrics.height() + 2;
}

/// Two symbols and the counts behind them.
int markWidth(const QFontMetrics &metrics, int unacked, int open)
{
    return 2 * symbolSide(metrics) + 12 + metrics.horizontalAdvance(QStringLiteral("%1/%2").arg(unacked).arg(open));
}

/// Draws the marks: quality first, then the symbol of the worst alarm and how many are not acknowledged; without an alarm, how far an
/// asset that is judged as a whole has warmed up, or that nothing can be said.
class MarkDelegate final : public RoomyDelegate {
public:
    MarkDelegate(const QWidget &view, QObject *parent) : RoomyDelegate(parent), m_view(view) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        m_view.style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, &m_view);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const Theme &theme = themeOf(m_view);
        const int side = std::min(option.rect.height() - 2, symbolSide(option.fontMetrics));
        QRectF box(option.rect.left() + 2, option.rect.center().y() - side / 2.0, side, side);
        if (index.data(AssetModel::StaleRole).toInt() > 0) {
            paintQualitySymbol(*painter, box, theme);
        }
        box.translate(side + 3, 0);
        const int worst = index.data(AssetModel::WorstPriorityRole).toInt();
        const int unacked = index.data(AssetModel::UnackedRole).toInt();
        if (worst != 0) {
            paintPrioritySymbol(*painter, box, Priority(worst), theme, unacked == 0);
            const int open = index.data(AssetModel::OpenRole).toInt();
            QRectF text(box.right() + 3, option.rect.top(), option.rect.right() - box.right(), option.rect.height());
            painter->setPen(unacked > 0 ? theme.text : theme.mutedText);
            painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("%1/%2").arg(unacked).arg(open));
        } else if (const QString whole = index.data(AssetModel::WholeRole).toString(); !whole.isEmpty()) {
            painter->setPen(theme.mutedText);
            painter->drawText(QRectF(box.left(), option.rect.top(), option.rect.right() - box.left(), option.rect.height()),
                              Qt::AlignLeft | Qt::AlignVCenter, whole);
        }
        painter->restore();
    }

private:
    const QWidget &m_view;
};

} // namespace

AssetPane::AssetPane(AssetModel &assets, QWidget *parent)
    : QWidget(parent)
    , m_assets(assets)
    , m_filter(new QLineEdit(this))
    , m_tree(new QTreeView(this))
{
    setObjectName(QStringLiteral("assetPane"));
    m_filter->setObjectName(QStringLiteral("treeFilter"));
    sayKeys(this, [this] { m_filter->setPlaceholderText(withKeyText(tr("Find"), Act::TreeFilter)); });
    m_filter->setAccessibleName(tr("Show only assets and sensors whose names hold this text, in tree, list and tiles"));
    m_filter->setClearButtonEnabled(true);
    m_tree->setObjectName(QStringLiteral("assetTree"));
    m_tree->setAccessibleName(tr("Assets and sensors with their worst state"));
    m_tree->setModel(&assets);
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setItemDelegate(new RoomyDelegate(this));
    m_tree->setItemDelegateForColumn(AssetModel::MarkColumn, new MarkDelegate(*m_tree, this));
    m_tree->setIndentation(fontMetrics().height());
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(fontMetrics().height());
    header->setSectionResizeMode(AssetModel::NameColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(AssetModel::MarkColumn, QHeaderView::Fixed);
    fitMarks();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_filter);
    column->addWidget(m_tree);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        narrowTree();
        emit filtered(text.trimmed());
    });
    connect(m_filter, &QLineEdit::returnPressed, m_tree, qOverload<>(&QWidget::setFocus));
    connect(m_tree, &QAbstractItemView::activated, this, [this](const QModelIndex &index) { emit opened(m_assets.keyOf(index)); });
    m_narrowSoon.setSingleShot(true);
    connect(&m_narrowSoon, &QTimer::timeout, this, &AssetPane::narrowTree);
    connect(&assets, &QAbstractItemModel::rowsInserted, this, &AssetPane::showNewAssets);
    connect(&assets, &QAbstractItemModel::dataChanged, this, &AssetPane::fitMarks);
    connect(&assets, &AssetModel::goneChanged, this, &AssetPane::narrowTree);
    // Not what is current: that changes as soon as Tab comes by.
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this](const QItemSelection &now) {
        if (!now.isEmpty()) {
            emit chosen(m_assets.keyOf(now.indexes().first()));
        }
    });
}

/// Nothing counts more than the whole plant. Never narrower than it was: names must not jump. However narrow the window, the beginning and
/// the end of a name stay readable beside the marks.
void AssetPane::fitMarks()
{
    const QFontMetrics metrics = m_tree->fontMetrics();
    int width = std::max(markWidth(metrics, 99, 99), m_tree->header()->sectionSizeHint(AssetModel::MarkColumn));
    for (int row = 0; row < m_assets.rowCount(); ++row) {
        const QModelIndex top = m_assets.index(row, AssetModel::MarkColumn);
        width = std::max(width, markWidth(metrics, top.data(AssetModel::UnackedRole).toInt(), top.data(AssetModel::OpenRole).toInt()));
    }
    if (width > m_markWidth) {
        m_markWidth = width;
        m_tree->header()->resizeSection(AssetModel::MarkColumn, width);
        const int beside = 2 * m_tree->frameWidth() + m_tree->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_tree);
        m_tree->setMinimumWidth(kDepth * m_tree->indentation() + kNameCharacters * metrics.averageCharWidth() + width + beside);
    }
}

/// Assets unfold when they first appear; sensors stay folded below their asset.
void AssetPane::showNewAssets(const QModelIndex &parent, int first, int)
{
    const QModelIndex child = m_assets.index(first, 0, parent);
    if (parent.isValid() && m_assets.keyOf(child).sensor.empty()) {
        m_tree->expand(parent);
    }
    if (!m_filter->text().isEmpty()) {
        m_narrowSoon.start();
    }
}

void AssetPane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void AssetPane::setFilter(const QString &text)
{
    if (m_filter->text().trimmed() != text) {
        const QSignalBlocker quiet(m_filter);
        m_filter->setText(text);
        narrowTree();
    }
}

void AssetPane::narrowTree()
{
    narrowBelow({});
}

/// True when something below `parent` stays. What leads there unfolds.
bool AssetPane::narrowBelow(const QModelIndex &parent)
{
    const QString text = m_filter->text().trimmed();
    bool any = false;
    for (int row = 0; row < m_assets.rowCount(parent); ++row) {
        const QModelIndex child = m_assets.index(row, 0, parent);
        const bool named = text.isEmpty() || toQt(m_assets.keyOf(child).text()).contains(text, Qt::CaseInsensitive);
        const bool own = named && !child.data(AssetModel::GoneRole).toBool();
        const bool below = narrowBelow(child);
        m_tree->setRowHidden(row, parent, !own && !below);
        if (!text.isEmpty() && below && !own) {
            m_tree->expand(child);
        }
        any = any || own || below;
    }
    return any;
}

void AssetPane::clearChoice()
{
    const QSignalBlocker quiet(m_tree->selectionModel());
    m_tree->setCurrentIndex({});
    m_tree->viewport()->update();
}

} // namespace telltale::ui
