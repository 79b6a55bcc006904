// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace telltale::test {

/// The lines of a plant file for machines with one sensor "load" each, of which -3 to 3 is normal: an alarm with the first reading outside,
/// over with the first one inside. Unit: `periodSec` as it is to stand there.
inline std::string bandPlantText(const std::vector<std::string> &machines, const std::string &periodSec)
{
    std::string text;
    for (const std::string &machine : machines)
        text += "\n[[asset]]\npath = \"" + machine + "\"\nsensors.load = { unit = \"bar\", period = " + periodSec
                + " }\ndetector = { kind = \"band\", k = 3.0, mean = 0.0, sd = 1.0 }\nalarm = { readings = 1, offDelay = 0.0 }\n";
    return text;
}

/// Adds them to a file, which is made where there is none. Ends the program when it cannot.
inline void appendBandPlant(const std::string &path, const std::vector<std::string> &machines, const std::string &periodSec)
{
    std::ofstream file(path, std::ios::app);
    if (!(file << bandPlantText(machines, periodSec) << std::flush)) {
        std::perror(path.c_str());
        std::abort();
    }
}

} // namespace telltale::test
