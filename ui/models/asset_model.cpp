// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/asset_model.h"

#include "ui/models/core_words.h"
#include "ui/models/held_alarms.h"
#include "ui/text.h"

#include <QStringList>

namespace telltale::ui {

AssetModel::AssetModel(QObject *parent) : QAbstractItemModel(parent)
{
    m_nodes.emplace_back();
}

void AssetModel::apply(const SnapshotPtr &snapshot)
{
    if (!snapshot->structure) {
        return;
    }
    if (snapshot->structure->generation != m_generation || m_sensorNodes.size() != snapshot->structure->sensors.size()) {
        m_generation = snapshot->structure->generation;
        grow(*snapshot->structure);
    }
    rollUp(*snapshot);
    announce();
}

void AssetModel::grow(const Structure &structure)
{
    for (const AssetSpec &asset : structure.assets) {
        assetNode(asset.path);
    }
    m_sensorNodes.resize(structure.sensors.size());
    for (std::size_t i = 0; i < structure.sensors.size(); ++i) {
        const SensorKey &key = structure.sensors[i].key;
        const auto found = m_byKey.find(key);
        m_sensorNodes[i] = found != m_byKey.end() ? found->second : addNode(key, toQt(key.sensor), assetNode(key.asset));
    }
}

int AssetModel::addNode(const SensorKey &key, const QString &name, int parent)
{
    const int id = int(m_nodes.size());
    const int row = int(m_nodes[std::size_t(parent)].children.size());
    const QModelIndex parentIndex = parent == 0 ? QModelIndex() : createIndex(m_nodes[std::size_t(parent)].row, 0, quintptr(parent));
    beginInsertRows(parentIndex, row, row);
    m_nodes.push_back(Node{.key = key, .name = name, .parent = parent, .row = row, .children = {}, .shown = {}, .next = {}});
    m_nodes[std::size_t(parent)].children.push_back(id);
    m_byKey.emplace(key, id);
    endInsertRows();
    return id;
}

/// The node of a path; missing steps above it are added.
int AssetModel::assetNode(const std::string &path)
{
    if (const auto found = m_byKey.find({path, {}}); found != m_byKey.end()) {
        return found->second;
    }
    const std::size_t slash = path.rfind('/');
    const bool inner = slash != std::string::npos && slash > 0;
    const int parent = inner ? assetNode(path.substr(0, slash)) : 0;
    return addNode({path, {}}, toQt(inner ? path.substr(slash + 1) : path), parent);
}

void AssetModel::rollUp(const Snapshot &snapshot)
{
    for (Node &node : m_nodes) {
        node.next = {};
    }
    const std::size_t known = std::min(snapshot.sensors.size(), m_sensorNodes.size());
    for (std::size_t i = 0; i < known; ++i) {
        RollUp &state = m_nodes[std::size_t(m_sensorNodes[i])].next;
        if (snapshot.structure->sensors[i].gone) {
            continue;
        }
        state.sensors = 1;
        state.stale = snapshot.sensors[i].stale ? 1 : 0;
        state.bad = snapshot.sensors[i].quality == Quality::Good ? 0 : 1;
    }
    markGone(*snapshot.structure);
    const std::size_t assets = std::min(snapshot.assets.size(), snapshot.structure->assets.size());
    for (std::size_t i = 0; i < assets; ++i) {
        judgeWhole(snapshot.structure->assets[i], snapshot.assets[i]);
    }
    if (snapshot.alarms) {
        for (const Occurrence &alarm : shownAlarms(*snapshot.alarms)) {
            countAlarm(alarm);
        }
    }
    // Children always come after their parent, so one pass from the end carries everything up.
    for (std::size_t i = m_nodes.size() - 1; i > 0; --i) {
        const RollUp &below = m_nodes[i].next;
        RollUp &above = m_nodes[std::size_t(m_nodes[i].parent)].next;
        if (below.rank != 0 && (above.rank == 0 || below.rank < above.rank)) {
            above.rank = below.rank;
            above.worst = below.worst;
            above.state = below.state;
        }
        above.unacked += below.unacked;
        above.open += below.open;
        above.stale += below.stale;
        above.bad += below.bad;
        above.sensors += below.sensors;
        above.gone = above.gone && (below.gone && below.open == 0);
    }
    for (Node &node : m_nodes) {
        node.next.gone = node.next.gone && node.next.open == 0;
    }
}

/// A step of a path that is no asset goes with what lies below it.
void AssetModel::markGone(const Structure &structure)
{
    for (Node &node : m_nodes) {
        node.next.gone = true;
    }
    for (const AssetSpec &asset : structure.assets) {
        m_nodes[std::size_t(m_byKey.at({asset.path, {}}))].next.gone = asset.gone;
    }
    for (std::size_t i = 0; i < m_sensorNodes.size(); ++i) {
        m_nodes[std::size_t(m_sensorNodes[i])].next.gone = structure.sensors[i].gone;
    }
}

void AssetModel::judgeWhole(const AssetSpec &asset, const AssetState &state)
{
    const auto found = m_byKey.find({asset.path, {}});
    if (asset.detector.empty() || found == m_byKey.end()) {
        return;
    }
    RollUp &own = m_nodes[std::size_t(found->second)].next;
    own.percent = int(100.0 * state.warmUp);
    own.whole = state.warmUp < 1.0                                    ? Whole::WarmingUp
                : state.stale || state.verdict == Verdict::NoDecision ? Whole::Undecided
                : state.verdict == Verdict::Anomalous                 ? Whole::Anomalous
                                                                      : Whole::Normal;
}

void AssetModel::countAlarm(const Occurrence &alarm)
{
    auto found = m_byKey.find(alarm.definition.source);
    if (found == m_byKey.end()) {
        found = m_byKey.find({alarm.definition.source.asset, {}});
    }
    if (found == m_byKey.end()) {
        return; // system and feed alarms have no place in the plant
    }
    RollUp &state = m_nodes[std::size_t(found->second)].next;
    const int priority = int(alarm.priority);
    const int rank = priority * 100 + listRank(alarm.state);
    if (state.rank == 0 || rank < state.rank) {
        state.rank = rank;
        state.worst = priority;
        state.state = alarm.state;
    }
    state.open += 1;
    state.unacked += isUnacknowledged(alarm.state) ? 1 : 0;
}

void AssetModel::announce()
{
    bool gone = false;
    for (std::size_t i = 1; i < m_nodes.size(); ++i) {
        Node &node = m_nodes[i];
        if (node.shown == node.next) {
            continue;
        }
        gone = gone || node.shown.gone != node.next.gone;
        node.shown = node.next;
        emit dataChanged(createIndex(node.row, NameColumn, quintptr(i)), createIndex(node.row, MarkColumn, quintptr(i)));
    }
    if (gone) {
        emit goneChanged();
    }
}

const AssetModel::Node &AssetModel::nodeOf(const QModelIndex &index) const
{
    return m_nodes[index.isValid() ? std::size_t(index.internalId()) : 0];
}

SensorKey AssetModel::keyOf(const QModelIndex &index) const
{
    return nodeOf(index).key;
}

QModelIndex AssetModel::indexOf(const SensorKey &key) const
{
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? QModelIndex() : createIndex(m_nodes[std::size_t(found->second)].row, 0, quintptr(found->second));
}

QModelIndex AssetModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node &above = nodeOf(parent);
    if (row < 0 || column < 0 || column >= ColumnCount || row >= int(above.children.size()) || parent.column() > 0) {
        return {};
    }
    return createIndex(row, column, quintptr(above.children[std::size_t(row)]));
}

QModelIndex AssetModel::parent(const QModelIndex &child) const
{
    const int above = nodeOf(child).parent;
    return above <= 0 ? QModelIndex() : createIndex(m_nodes[std::size_t(above)].row, 0, quintptr(above));
}

int AssetModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent).children.size());
}

int AssetModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString AssetModel::wholeText(const RollUp &state) const
{
    switch (state.whole) {
    case Whole::WarmingUp: return tr("as a whole warming up: %1 %").arg(state.percent);
    case Whole::Undecided: return tr("as a whole no decision");
    case Whole::Anomalous: return tr("as a whole anomalous");
    case Whole::Normal:
    case Whole::Unjudged: break;
    }
    return {};
}

QString AssetModel::markText(const RollUp &state) const
{
    QStringList words;
    if (state.worst != 0) {
        words << tr("worst P%1 %2").arg(QString::number(state.worst), spoken(label(state.state)))
              << tr("%n open alarm(s)", nullptr, state.open);
    }
    if (state.unacked > 0) {
        words << tr("%1 not acknowledged").arg(state.unacked);
    }
    if (state.stale > 0) {
        words << tr("%1 of %2 sensors without fresh data").arg(state.stale).arg(state.sensors);
    }
    if (state.bad > 0) {
        words << tr("%1 of bad quality").arg(state.bad);
    }
    words << wholeText(state);
    words.removeAll(QString());
    return words.isEmpty() ? tr("normal") : words.join(QStringLiteral(", "));
}

QVariant AssetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Node &node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole: return index.column() == NameColumn ? QVariant(node.name) : QVariant();
    case Qt::ToolTipRole:
        return QStringLiteral("<span>%1<br>%2</span>").arg(toQt(node.key.text()).toHtmlEscaped(), markText(node.shown).toHtmlEscaped());
    case Qt::AccessibleTextRole: return index.column() == MarkColumn ? QVariant(markText(node.shown)) : QVariant();
    case WorstPriorityRole: return node.shown.worst;
    case UnackedRole: return node.shown.unacked;
    case OpenRole: return node.shown.open;
    case StaleRole: return node.shown.stale + node.shown.bad;
    case SensorsRole: return node.shown.sensors;
    case GoneRole: return node.shown.gone;
    case WholeRole:
        return node.shown.whole == Whole::WarmingUp   ? tr("%1 %").arg(node.shown.percent)
               : node.shown.whole == Whole::Undecided ? QStringLiteral("?")
                                                      : QString();
    default: return {};
    }
}

QVariant AssetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == NameColumn ? tr("Assets") : tr("State");
}

} // namespace telltale::ui
