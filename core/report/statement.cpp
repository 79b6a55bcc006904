// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/statement.h"

namespace telltale::report {

std::string said(const Statement &statement, const std::function<std::string(std::string_view)> &phrase)
{
    const std::string text = phrase ? phrase(statement.text) : statement.text;
    std::string sentence;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool holder = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const std::size_t index = holder ? std::size_t(text[i + 1] - '1') : 0;
        if (!holder || index >= statement.values.size()) {
            sentence += text[i];
            continue;
        }
        sentence += statement.values[index];
        ++i;
    }
    return sentence;
}

} // namespace telltale::report
