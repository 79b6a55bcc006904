// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/soak_plan.h"

#include <charconv>
#include <random>

namespace telltale::soak {

namespace {

constexpr double kQuickHours = 0.8; ///< 2.4 min at the usual speed

template <typename Number>
Result<void> readNumber(const std::string &option, const std::string &text, Number least, Number most, Number &into)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    if (error == std::errc{} && end == text.data() + text.size() && into >= least && into <= most)
        return {};
    return Error{ErrorKind::InvalidArgument,
                 "expected a number from " + std::to_string(least) + " to " + std::to_string(most) + ", found \"" + text + '"', option};
}

} // namespace

Result<SoakPlan> readSoakPlan(const std::vector<std::string> &words)
{
    SoakPlan plan;
    plan.seed = std::random_device{}();
    bool hoursGiven = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &option = words[i];
        if (option == "--quick") {
            plan.quick = true;
            continue;
        }
        const std::string value = i + 1 < words.size() ? words[++i] : std::string();
        Result<void> read;
        if (option == "--hours")
            read = readNumber(option, value, 0.01, 1000.0, plan.hours);
        else if (option == "--speed")
            read = readNumber(option, value, 1.0, 200.0, plan.speed);
        else if (option == "--seed")
            read = readNumber<std::uint64_t>(option, value, 0, UINT64_MAX, plan.seed);
        else if (option == "--keep")
            plan.folder = value;
        else
            return Error{ErrorKind::InvalidArgument, "expected --hours, --speed, --seed, --quick or --keep", option};
        if (!read)
            return read.error();
        hoursGiven = hoursGiven || option == "--hours";
    }
    if (plan.quick && !hoursGiven)
        plan.hours = kQuickHours;
    return plan;
}

} // namespace telltale::soak
