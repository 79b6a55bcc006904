// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/detector_spec.h"
#include "core/study/model_shelf.h"

#include <QString>
#include <QWidget>
#include <map>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace telltale::ui {

/// A detector being put together: kind, stages, model file, and the settings of the catalog's table, each with unit and range. An empty
/// setting is the table's own. The kind kNoDetector is a choice too: not judged. Only settings that are in force are shown. Thread: UI.
class CandidateForm final : public QWidget {
    Q_OBJECT
public:
    explicit CandidateForm(QWidget *parent = nullptr);

    /// What may be chosen: detectors of one sensor, whose unit that is, or of all sensors of an asset.
    void setScope(bool asset, const std::string &unit = {});
    void setSpec(const DetectorSpec &spec);
    [[nodiscard]] const DetectorSpec &spec() const { return m_spec; }
    /// Sets one number, as if it had been typed. Settings that the kind does not have are ignored.
    void setNumber(const std::string &setting, double value);
    void setModel(const std::string &path);
    /// Models to choose from, oldest first; only those of the kind are offered.
    void setModels(std::vector<study::ShelvedModel> models);

    /// Why what stands in the fields is not what `spec` says, for people; empty = it is.
    [[nodiscard]] QString problem() const;

signals:
    void specChanged();
    void problemChanged();

private:
    void createKind(QFormLayout &rows);
    void createModel(QFormLayout &rows);
    void chooseKind();
    void chooseStages();
    void chooseModel();
    void browse();
    void rebuild();
    void showModels();
    void showNote();
    QWidget *editorOf(const ParamRule &rule);
    QWidget *numberEditor(const ParamRule &rule);
    void setProblem(const std::string &setting, const QString &problem);
    void changeNumber(const ParamRule &rule, const QString &text);
    [[nodiscard]] bool isInForce(const std::string &setting) const;
    void tell();

    DetectorSpec m_spec;
    std::string m_unit;
    std::vector<study::ShelvedModel> m_models;
    std::map<std::string, QString> m_problems; ///< by setting: what its field holds and cannot be taken over
    QComboBox *m_kind = nullptr;
    QCheckBox *m_tail = nullptr;
    QCheckBox *m_control = nullptr;
    QComboBox *m_model = nullptr;
    QPushButton *m_choose = nullptr;
    QLabel *m_about = nullptr;
    QLabel *m_note = nullptr;
    QWidget *m_settings = nullptr; ///< rebuilt whenever other settings are in force
    bool m_filling = false;
};

} // namespace telltale::ui
