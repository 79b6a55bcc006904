// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/base/result.h"
#include "core/curve/public_key.h"

#include <string>
#include <vector>

namespace telltale::simulator {

/// The stations that may listen, as a file: a line each, the station's public key and, after a space, whatever people call it. Empty lines
/// and those that begin with "# " say nothing. The file is read for every station that asks, so that who is taken out is refused from the
/// next connection on, without a restart. Thread: one.
class AllowList {
public:
    /// Errors: NotFound, Io; ReadOnly for a file that others than its owner may write; BadFormat with file and line.
    [[nodiscard]] static Result<AllowList> open(std::string path, LogSink log = {});

    /// A file that cannot be used any more lets nobody in, a line that is wrong only whom it means; both are logged once.
    [[nodiscard]] bool admits(const curve::PublicKey &station);
    [[nodiscard]] std::size_t size() const { return m_stations.size(); }

private:
    AllowList(std::string path, LogSink log) : m_path(std::move(path)), m_log(std::move(log)) {}
    std::vector<Error> look();
    void parse(std::string_view text, std::vector<Error> &problems);

    std::string m_path;
    LogSink m_log;
    std::string m_problems; ///< that were logged last
    std::vector<curve::PublicKey> m_stations;
};

} // namespace telltale::simulator
