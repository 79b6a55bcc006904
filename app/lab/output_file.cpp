// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/output_file.h"

#include "core/base/whole_file.h"

#include <filesystem>

namespace telltale::app {

Result<void> checkOutput(const std::string &option, const std::string &file, std::span<const std::string> inputs)
{
    for (const std::string &input : inputs) {
        std::error_code notBothThere;
        if (std::filesystem::equivalent(file, input, notBothThere))
            return Error{ErrorKind::InvalidArgument, file + " is read by this command: its result would replace it", option};
    }
    if (const Result<std::string> target = replaceableFile(file); !target)
        return Error{ErrorKind::InvalidArgument, target.error().text(), option};
    return {};
}

Result<void> checkOutput(const Options &options, const std::string &option, std::size_t firstInput)
{
    const std::string file = options.text(option, "-");
    if (file == "-")
        return {};
    std::vector<std::string> inputs{options.text("--plant")};
    const std::vector<std::string> &operands = options.positional();
    inputs.insert(inputs.end(), operands.begin() + static_cast<std::ptrdiff_t>(firstInput), operands.end());
    return checkOutput(option, file, inputs);
}

} // namespace telltale::app
