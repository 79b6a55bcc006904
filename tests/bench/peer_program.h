// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace telltale::bench {

/// Folder of what peers.sh fetched for one peer; empty where it is absent. $TELLTALE_PEERS, else build/peers of the source tree.
[[nodiscard]] std::string peerFolder(const std::string &peer, const std::string &neededFile);

/// Runs a shell command with one number a line as its input. Gives the value behind a name at the beginning of a line of its output.
class PeerRun {
public:
    PeerRun(const std::string &command, const std::vector<double> &input);
    /// NaN where it said nothing of the kind.
    [[nodiscard]] double value(const std::string &name) const;

private:
    std::string m_output;
};

} // namespace telltale::bench
