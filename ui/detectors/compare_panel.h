// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/detector_spec.h"
#include "ui/detectors/detector_texts.h"

#include <QWidget>
#include <string>
#include <utility>
#include <vector>

class QGroupBox;
class QLabel;
class QTableWidget;

namespace telltale::ui {

/// Several detectors on the same rows: what each made of them, and on which rows each two agree. The present one and the candidate are
/// always there, and as many kinds with their usual settings as are ticked, up to four in all. Thread: UI.
class ComparePanel final : public QWidget {
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 4;

    explicit ComparePanel(QWidget *parent = nullptr);

    void setScope(bool asset);
    /// The ticked kinds, as candidates.
    [[nodiscard]] std::vector<std::pair<std::string, DetectorSpec>> chosen() const;
    void show(const StudyView &view);
    void clear();

signals:
    void choiceChanged();

private:
    void limitChoice();
    void showCounts(const StudyView &view);
    void showAgreement(const study::Study &study);

    QGroupBox *m_kinds;
    QLabel *m_note;
    QTableWidget *m_counts;
    QTableWidget *m_agreement;
};

} // namespace telltale::ui
