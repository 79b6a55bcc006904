// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace telltale::test {

/// Turns valid inputs into nearly valid ones: flipped bits, cut ends, repeated and swapped pieces, other people's tokens.
/// The same seed over the same inputs gives the same sequence on every machine.
class InputMutator {
public:
    InputMutator(std::uint64_t seed, std::vector<std::string> inputs) : m_random(seed), m_inputs(std::move(inputs)) {}

    /// Good until the next call.
    const std::string &next()
    {
        m_input = m_inputs[below(m_inputs.size())];
        for (std::size_t i = 1 + below(4); i > 0; --i)
            mutate(m_input);
        return m_input;
    }

private:
    std::size_t below(std::size_t end) { return end == 0 ? 0 : m_random() % end; }

    void mutate(std::string &input)
    {
        const std::size_t at = below(input.size());
        switch (below(6)) {
        case 0: flip(input, at); break;
        case 1: input.resize(at); break;
        case 2: input.erase(at, 1 + below(8)); break;
        case 3: input.insert(at, input.substr(below(input.size()), below(24))); break;
        case 4: input.insert(at, kTokens[below(kTokens.size())]); break;
        default: splice(input, at); break;
        }
    }

    void flip(std::string &input, std::size_t at)
    {
        if (!input.empty())
            input[at] = static_cast<char>(static_cast<unsigned char>(input[at]) ^ (1u << below(8)));
    }

    void splice(std::string &input, std::size_t at)
    {
        const std::string &other = m_inputs[below(m_inputs.size())];
        input = input.substr(0, at) + other.substr(below(other.size()));
    }

    static constexpr std::array<std::string_view, 14> kTokens{"{",    "}",     "[", "]",       "\"",  ":",    ",",
                                                              "null", "1e999", "-", "\\u0000", "NaN", "\xFF", " "};

    std::mt19937_64 m_random;
    std::vector<std::string> m_inputs;
    std::string m_input;
};

} // namespace telltale::test
