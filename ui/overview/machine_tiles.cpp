// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/machine_tiles.h"

#include "ui/models/core_words.h"
#include "ui/style/priority_symbol.h"
#include "ui/text.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/plain.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr int kGap = 6;
constexpr int kPad = 7;

/// The name with the state, a mark for each sensor, the line about the worst of them.
class TileDelegate final : public QStyledItemDelegate {
public:
    explicit TileDelegate(const MachineTiles &view, QObject *parent) : QStyledItemDelegate(parent), m_view(view) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return m_view.cell(); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const MachineTile &tile = static_cast<const MachineTilesModel *>(index.model())->tileAt(index.row());
        const Theme &theme = themeOf(m_view);
        const QRectF bounds = QRectF(option.rect).adjusted(kGap / 2.0, kGap / 2.0, -kGap / 2.0, -kGap / 2.0);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing, false);
        paintFrame(*painter, bounds, tile, theme);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(theme.text, 1.0, Qt::DotLine));
            painter->drawRect(bounds.adjusted(5, 5, -5, -5));
        }
        painter->setRenderHint(QPainter::Antialiasing);
        const double line = option.fontMetrics.height();
        QRectF row(bounds.left() + kPad, bounds.top() + kPad, bounds.width() - 2 * kPad, line);
        paintName(*painter, row, tile, theme, option.font);
        row.translate(0, line + 3);
        paintMarks(*painter, row, tile, theme);
        row.translate(0, line + 3);
        painter->setFont(option.font);
        painter->setPen(tile.rank < kFirstQuietRank ? theme.text : theme.mutedText);
        paintText(*painter, row, tile.line, Qt::ElideRight);
        painter->restore();
    }

private:
    static void paintFrame(QPainter &painter, const QRectF &bounds, const MachineTile &tile, const Theme &theme)
    {
        painter.fillRect(bounds, theme.border);
        double inset = 1.0;
        if (tile.rank < kFirstQuietRank) {
            // Between two thin lines in the text colour: the yellow of P3 alone would not be seen on a light background.
            painter.fillRect(bounds, theme.text);
            painter.fillRect(bounds.adjusted(1, 1, -1, -1), theme.priority(tile.priority));
            painter.fillRect(bounds.adjusted(4, 4, -4, -4), theme.text);
            inset = 5.0;
        }
        painter.fillRect(bounds.adjusted(inset, inset, -inset, -inset), theme.surface);
    }

    static void paintText(QPainter &painter, const QRectF &row, const QString &text, Qt::TextElideMode mode)
    {
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(text, mode, int(row.width())));
    }

    static void paintName(QPainter &painter, QRectF row, const MachineTile &tile, const Theme &theme, QFont font)
    {
        if (tile.rank < kFirstQuietRank) {
            const QRectF square(row.right() - row.height(), row.top(), row.height(), row.height());
            paintPrioritySymbol(painter, square, tile.priority, theme, !isUnacknowledged(tile.alarm));
            row.setRight(square.left() - 4);
            painter.setPen(theme.text);
            painter.setFont(font);
            const QString state = spoken(label(tile.alarm));
            painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, state);
            row.setRight(row.right() - painter.fontMetrics().horizontalAdvance(state) - 4);
        }
        font.setBold(true);
        painter.setFont(font);
        painter.setPen(theme.text);
        paintText(painter, row, tile.path, Qt::ElideLeft); // the end of a path tells machines apart
    }

    /// Normal is a small grey square; the rest has its shape. What does not fit is counted.
    static void paintMarks(QPainter &painter, const QRectF &row, const MachineTile &tile, const Theme &theme)
    {
        const double side = row.height();
        const auto room = std::size_t(std::max(1.0, row.width() / (side + 2)));
        const bool all = tile.marks.size() <= room;
        const std::size_t shown = all ? tile.marks.size() : room - 2;
        QRectF box(row.left(), row.top(), side, side);
        for (std::size_t i = 0; i < shown; ++i, box.translate(side + 2, 0)) {
            paintMark(painter, box, tile.marks[i], theme);
        }
        if (!all) {
            painter.setPen(theme.text);
            painter.drawText(QRectF(box.left(), row.top(), row.right() - box.left(), side), Qt::AlignLeft | Qt::AlignVCenter,
                             QStringLiteral("+%1").arg(tile.marks.size() - shown));
        }
    }

    static void paintMark(QPainter &painter, const QRectF &box, const MachineTile::Mark &mark, const Theme &theme)
    {
        if (mark.alarm != AlarmState::A) {
            paintPrioritySymbol(painter, box, mark.priority, theme, !isUnacknowledged(mark.alarm));
            return;
        }
        if (mark.doubtful) {
            paintQualitySymbol(painter, box, theme);
            return;
        }
        const double inset = box.width() * (mark.anomalous ? 0.2 : 0.3);
        painter.setPen(QPen(mark.anomalous ? theme.anomaly : theme.border, mark.anomalous ? 2.0 : 1.0));
        painter.setBrush(mark.anomalous ? QBrush(Qt::NoBrush) : QBrush(theme.border));
        painter.drawRect(box.adjusted(inset, inset, -inset, -inset));
        painter.setBrush(Qt::NoBrush);
    }

    const MachineTiles &m_view;
};

} // namespace

void MachineTilesModel::show(const Snapshot &snapshot, const std::vector<AssetId> &assets)
{
    const bool same = std::equal(assets.begin(), assets.end(), m_tiles.begin(), m_tiles.end(),
                                 [](AssetId id, const MachineTile &tile) { return id == tile.asset; });
    if (same) {
        apply(snapshot);
        return;
    }
    beginResetModel();
    m_tiles.clear();
    for (const AssetId asset : assets) {
        m_tiles.push_back(machineTile(snapshot, asset));
    }
    endResetModel();
}

void MachineTilesModel::apply(const Snapshot &snapshot)
{
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        MachineTile next = machineTile(snapshot, m_tiles[i].asset);
        if (!(next == m_tiles[i])) {
            m_tiles[i] = std::move(next);
            emit dataChanged(index(int(i)), index(int(i)));
        }
    }
}

int MachineTilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tiles.size());
}

QVariant MachineTilesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const MachineTile &tile = tileAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return tile.path;
    case Qt::AccessibleTextRole: return spokenText(tile);
    case Qt::ToolTipRole: return escapedToolTip(spokenText(tile));
    default: return {};
    }
}

MachineTiles::MachineTiles(QWidget *parent) : QListView(parent), m_model(new MachineTilesModel(this))
{
    setObjectName(QStringLiteral("machineTiles"));
    setAccessibleName(tr("Machines, a tile each"));
    setModel(m_model);
    setItemDelegate(new TileDelegate(*this, this));
    setViewMode(IconMode);
    setMovement(Static);
    setFlow(LeftToRight);
    setWrapping(true);
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    const auto open = [this](const QModelIndex &index) { emit opened(m_model->tileAt(index.row()).asset); };
    connect(this, &QAbstractItemView::activated, this, open);
    connect(this, &QAbstractItemView::clicked, this, open);
}

QSize MachineTiles::smallest() const
{
    const QFontMetrics metrics = fontMetrics();
    return {24 * metrics.averageCharWidth() + 2 * kPad + kGap, 3 * metrics.height() + 6 + 2 * kPad + kGap};
}

/// Tiles fill the room, so that no strip stays empty.
QSize MachineTiles::cell() const
{
    const QSize least = smallest();
    const int columns = std::max(1, viewport()->width() / least.width());
    const int rows = std::max(1, viewport()->height() / least.height());
    return {viewport()->width() / columns, std::max(least.height(), viewport()->height() / rows)};
}

int MachineTiles::perPage() const
{
    const QSize size = cell();
    return std::max(1, viewport()->width() / size.width()) * std::max(1, viewport()->height() / size.height());
}

int MachineTiles::pages() const
{
    return std::max(1, (int(m_machines.size()) + perPage() - 1) / perPage());
}

void MachineTiles::setPage(int page)
{
    const int wanted = std::clamp(page, 0, pages() - 1);
    if (wanted != m_page) {
        m_page = wanted;
        arrange();
        setCurrentIndex(m_model->index(0));
    }
}

void MachineTiles::showMachines(const SnapshotPtr &snapshot, std::vector<AssetId> machines)
{
    m_snapshot = snapshot;
    m_machines = std::move(machines);
    arrange();
}

void MachineTiles::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (isVisible()) {
        m_model->apply(*snapshot);
    }
}

void MachineTiles::arrange()
{
    if (!m_snapshot || !m_snapshot->structure) {
        return;
    }
    setGridSize(cell());
    m_page = std::clamp(m_page, 0, pages() - 1);
    const std::size_t first = std::min(m_machines.size(), std::size_t(m_page) * std::size_t(perPage()));
    const std::size_t last = std::min(m_machines.size(), first + std::size_t(perPage()));
    const QModelIndex current = currentIndex();
    const bool chosen = current.isValid(); // the index itself does not outlive the reset
    const AssetId kept = current.isValid() ? m_model->tileAt(current.row()).asset : AssetId{};
    m_model->show(*m_snapshot, {m_machines.begin() + std::ptrdiff_t(first), m_machines.begin() + std::ptrdiff_t(last)});
    for (int row = 0; chosen && row < m_model->rowCount(); ++row) {
        if (m_model->tileAt(row).asset == kept) {
            setCurrentIndex(m_model->index(row));
        }
    }
    emit sightChanged();
}

void MachineTiles::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    arrange();
}

void MachineTiles::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        arrange();
    }
}

void MachineTiles::wheelEvent(QWheelEvent *event)
{
    setPage(m_page + (event->angleDelta().y() < 0 ? 1 : -1));
    event->accept();
}

} // namespace telltale::ui
