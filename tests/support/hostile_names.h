// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace telltale::test {

/// Names of sensors, assets and incidents that mean to be paths, or to trip over what a file may be called.
inline const std::vector<std::string> &namesThatWantOut()
{
    static const std::vector<std::string> kNames{
        "../../../escape",
        "..",
        ".",
        "../",
        "./../x",
        "a/../../b",
        "....//....//x",
        "..%2f..%2fx",
        "%2e%2e/%2e%2e/x",
        "..\\..\\x",
        "/etc/passwd",
        "//server/share/x",
        "\\\\server\\share",
        "C:\\Windows\\x",
        "file:///etc/passwd",
        "~/x",
        "~root",
        "$HOME/x",
        "`touch x`",
        "$(touch x)",
        "; touch x",
        "| touch x",
        "x > /tmp/x",
        "-rf",
        "--output=/tmp/x",
        "*",
        "?",
        "[a-z]",
        "CON",
        "NUL.txt",
        "aux",
        "COM1",
        "trailing dots...",
        "trailing blank ",
        " leading blank",
        ".bashrc",
        "...",
        std::string("cut\0/../x", 9),
        "line\nfeed/../x",
        "carriage\rreturn",
        "\x1b[2J",
        "\u202egnp.exe",
        "\u200f\u200e",
        "\u2024\u2024/x",            // one dot leaders
        "\uff0e\uff0e\uff0fx",       // full-width dots and stroke
        "\u2215etc\u2215x",          // division stroke
        "\xc0\xae\xc0\xae\xc0\xafx", // dots and stroke in too many bytes
        "\xff\xfe",
        "name:stream",
        "x" + std::string(300, 'y'),
        std::string(300, '/'),
        std::string(128, '\xe2'),
    };
    return kNames;
}

} // namespace telltale::test
