// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace telltale::ui {

class SuppressedModel;

/// Which of the alarms that are kept from people are on screen: all, or one of the three kinds. Order: shelved, suppressed, out of
/// service; inside each what ends first. Thread: UI.
class SuppressedFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class Kind { All, Shelved, ByDesign, OutOfService };

    explicit SuppressedFilter(SuppressedModel &alarms, QObject *parent = nullptr);

    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &a, const QModelIndex &b) const override;

private:
    SuppressedModel &m_alarms;
    Kind m_kind = Kind::All;
};

} // namespace telltale::ui
