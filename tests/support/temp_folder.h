// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QTemporaryDir>
#include <string>

namespace telltale::test {

/// A folder that lives as long as the test that made it.
class TempFolder {
public:
    [[nodiscard]] std::string path() const { return QDir(m_folder.path()).absolutePath().toStdString(); }
    [[nodiscard]] std::string path(const std::string &name) const { return path() + '/' + name; }

private:
    QTemporaryDir m_folder;
};

} // namespace telltale::test
