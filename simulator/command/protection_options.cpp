// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/command/protection_options.h"

#include "core/curve/key_files.h"
#include "core/model/feed_address.h"

#include <ostream>

namespace telltale::simulator {

namespace {

constexpr std::string_view kSecret = "--curve-secret";
constexpr std::string_view kAllow = "--allow";
constexpr std::string_view kInsecure = "--insecure";

Error wrong(std::string_view option, const std::string &what)
{
    return {ErrorKind::InvalidArgument, what, std::string(option)};
}

/// What must not be left out, or not be said together.
Result<void> checkTogether(const Options &options, const std::string &address)
{
    if (options.has(kSecret) && !options.has(kAllow))
        return wrong(kAllow, "is needed with --curve-secret: without a list of stations everybody would be let in");
    if (options.has(kAllow) && !options.has(kSecret))
        return wrong(kSecret, "is needed with --allow: without encryption nobody knows who listens");
    if (options.has(kInsecure) && options.has(kSecret))
        return wrong(kInsecure, "contradicts --curve-secret: give one of them");
    const bool isAddress = address.find("://") != std::string::npos;
    if (isAddress && !options.has(kInsecure) && !options.has(kSecret) && !isOnThisComputer(address))
        return wrong("--bind", "other computers reach " + address
                                   + ": expected --curve-secret and --allow, or --insecure to publish what anybody can read and forge");
    return {};
}

} // namespace

Result<std::optional<Protection>> readProtection(const Options &options, const std::string &address, const LogSink &log)
{
    if (auto checked = checkTogether(options, address); !checked)
        return checked.error();
    if (!options.has(kSecret))
        return std::optional<Protection>();
    auto secret = curve::readSecretKey(options.text(kSecret));
    if (!secret)
        return secret.error();
    auto stations = AllowList::open(options.text(kAllow), log);
    if (!stations)
        return stations.error();
    const curve::PublicKey key = secret->publicKey();
    log(LogLevel::Note, "publish",
        "encrypted as " + key.text() + " (" + key.fingerprint() + "), stations on the list: " + std::to_string(stations->size()));
    return std::optional(Protection{std::move(*secret), std::move(*stations), log});
}

Result<void> generateKeys(const Options &options, std::ostream &out, std::ostream &)
{
    const auto made = curve::makeKeyFiles(options.positional().at(0));
    if (!made)
        return made.error();
    out << curve::describe(*made);
    return {};
}

} // namespace telltale::simulator
