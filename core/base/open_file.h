// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace telltale {

/// An open file, closed with the object. Negative = it could not be opened, see errno.
class OpenFile {
public:
    explicit OpenFile(int descriptor) : m_descriptor(descriptor) {}
    ~OpenFile();
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;

    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// Goes on after interruptions and short writes. False: see errno.
[[nodiscard]] bool writeAll(int file, std::string_view bytes);

} // namespace telltale
