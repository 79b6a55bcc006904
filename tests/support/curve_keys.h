// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curve/key_files.h"
#include "tests/support/temp_folder.h"

#include <fstream>
#include <string>
#include <vector>

namespace telltale::test {

/// The secret as it stands in its file: to look for where it must not be.
inline std::string secretTextIn(const std::string &path)
{
    std::ifstream file(path);
    std::string line;
    while (std::getline(file, line) && line.starts_with("# ")) {
    }
    return line;
}

/// A pair of keys in files of its own.
struct KeyPair {
    KeyPair(const TempFolder &folder, const std::string &name) : files(curve::makeKeyFiles(folder.path(name + ".secret")).value()) {}

    [[nodiscard]] const std::string &secretFile() const { return files.secretFile; }
    [[nodiscard]] const curve::PublicKey &key() const { return files.key; }
    [[nodiscard]] curve::SecretKey secret() const { return curve::readSecretKey(files.secretFile).value(); }
    [[nodiscard]] std::string secretText() const { return secretTextIn(files.secretFile); }

    curve::KeyFiles files;
};

/// A list of stations that may listen.
inline void writeAllowList(const std::string &path, const std::vector<curve::PublicKey> &stations)
{
    std::ofstream list(path, std::ios::binary | std::ios::trunc);
    list << "# stations\n";
    for (const curve::PublicKey &station : stations)
        list << station.text() << " a station\n";
}

} // namespace telltale::test
