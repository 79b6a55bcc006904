// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_text.h"
#include "core/model/row_table.h"
#include "tests/support/built_program.h"
#include "tests/support/temp_folder.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>

#include <cmath>
#include <fstream>
#include <string>

namespace telltale::test {

struct Outcome {
    int status = -1; ///< -1 = it did not end by itself
    QString out;
    QString err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

inline QString labProgram()
{
    return builtProgram("telltale-lab");
}

/// Runs the real program to its end.
inline Outcome lab(const QStringList &arguments)
{
    QProcess process;
    process.start(labProgram(), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(100'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

/// "--set k=3" -> two words.
inline Outcome labWords(const QString &words)
{
    return lab(words.split(' ', Qt::SkipEmptyParts));
}

/// Files of one test.
class LabFiles {
public:
    [[nodiscard]] QString path(const QString &name) const { return QString::fromStdString(m_folder.path(name.toStdString())); }
    QString write(const QString &name, const std::string &content) const
    {
        std::ofstream(m_folder.path(name.toStdString()), std::ios::binary) << content;
        return path(name);
    }

private:
    TempFolder m_folder;
};

/// A table as a CSV file has it, with a time column in front and, where it has labels, the column status behind.
inline std::string csvOf(const RowTable &table, const std::string &header)
{
    std::string text = header + '\n';
    for (std::size_t row = 0; row < table.rows(); ++row) {
        text += toIso(table.times[row], 0);
        for (const double value : table.row(row))
            text += ',' + (std::isnan(value) ? std::string() : numberText(value));
        if (!table.anomalous.empty())
            text += table.anomalous[row] != 0 ? ",Abnormal" : ",Normal";
        text += '\n';
    }
    return text;
}

} // namespace telltale::test
