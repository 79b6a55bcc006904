// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace telltale::soak {

/// What the soak prints at its end: a figure, what was promised of it, and whether that was kept.
class FigureTable {
public:
    enum class Verdict { Kept, Missed, Said }; ///< Said: nothing was promised, or the run was too short to tell

    void add(const std::string &figure, const std::string &value, const std::string &promise = {}, Verdict verdict = Verdict::Said);
    void add(const std::string &figure, const std::string &value, const std::string &promise, bool kept)
    {
        add(figure, value, promise, kept ? Verdict::Kept : Verdict::Missed);
    }
    [[nodiscard]] std::string text() const;
    [[nodiscard]] int missed() const;

private:
    struct Row {
        std::string figure;
        std::string value;
        std::string promise;
        Verdict verdict;
    };
    std::vector<Row> m_rows;
};

} // namespace telltale::soak
