// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/peer_program.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>

namespace telltale::bench {

namespace fs = std::filesystem;

std::string peerFolder(const std::string &peer, const std::string &neededFile)
{
    const char *given = std::getenv("TELLTALE_PEERS");
    const fs::path folder = (given != nullptr ? fs::path(given) : fs::path(TELLTALE_SOURCE) / "build" / "peers") / peer;
    return fs::exists(folder / neededFile) ? folder.string() : std::string();
}

PeerRun::PeerRun(const std::string &command, const std::vector<double> &input)
{
    const fs::path file = fs::temp_directory_path() / ("telltale-peer-" + std::to_string(std::rand()) + ".txt");
    std::ofstream stream(file);
    stream.precision(9);
    for (const double value : input)
        stream << value << '\n';
    stream.close();
    if (std::FILE *pipe = popen((command + " < '" + file.string() + "'").c_str(), "r")) {
        std::array<char, 256> line{};
        while (std::fgets(line.data(), static_cast<int>(line.size()), pipe) != nullptr)
            m_output += line.data();
        pclose(pipe);
    }
    fs::remove(file);
}

double PeerRun::value(const std::string &name) const
{
    std::istringstream stream(m_output);
    std::string word;
    double value = 0.0;
    while (stream >> word >> value) {
        if (word == name)
            return value;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

} // namespace telltale::bench
