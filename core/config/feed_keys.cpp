// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/feed_keys.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace telltale::config {

namespace {

constexpr std::size_t kMostServerKeys = 2;
constexpr double kLongestText = 4096;

bool isPort(std::string_view text)
{
    int port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() && port >= 1 && port <= 65'535;
}

/// "tcp://host:port" (an IPv6 address in brackets) or "ipc://path".
bool isFeedAddress(std::string_view address)
{
    constexpr std::string_view kTcp = "tcp://";
    constexpr std::string_view kIpc = "ipc://";
    if (address.find_first_of(" \t\r\n") != std::string_view::npos)
        return false;
    if (address.starts_with(kIpc))
        return address.size() > kIpc.size();
    if (!address.starts_with(kTcp))
        return false;
    address.remove_prefix(kTcp.size());
    const std::size_t colon = address.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || !isPort(address.substr(colon + 1)))
        return false;
    const std::string_view host = address.substr(0, colon);
    const bool bracketed = host.starts_with('[') && host.ends_with(']') && host.size() > 2;
    return bracketed || (host.find_first_of(":[]/") == std::string_view::npos);
}

void takeAddress(FeedEntry &feed, const Found &found)
{
    if (!isFeedAddress(found.node.text))
        found.expected("an address such as \"tcp://127.0.0.1:5556\" or \"ipc:///run/feed\"");
    feed.address = found.node.text;
    feed.line = found.node.line;
}

void takeServerKey(FeedEntry &feed, const Found &found)
{
    const auto key = curve::PublicKey::read(found.node.text);
    if (!key)
        found.expected("the publisher's public " + std::string(curve::kKeyRule).substr(2));
    else if (std::find(feed.serverKeys.begin(), feed.serverKeys.end(), *key) != feed.serverKeys.end())
        found.wrong("expected two different keys, found the same one again");
    else
        feed.serverKeys.push_back(*key);
}

void takeServerKeys(FeedEntry &feed, const Found &found)
{
    const std::size_t count = found.node.items.size();
    if (count == 0 || count > kMostServerKeys)
        found.wrong("expected one public key, or two while the publisher changes from one to the other, found " + std::to_string(count),
                    ErrorKind::OutOfRange);
    for (std::size_t i = 0; i < count; ++i)
        if (const Found item = found.at(i); holds(item, text(kLongestText)))
            takeServerKey(feed, item);
}

/// The key itself in its place would be in the journal and in every copy of the file; it is not even repeated here.
void takeClientKey(FeedEntry &feed, const Found &found)
{
    if (curve::PublicKey::read(found.node.text))
        found.wrong("expected the name of a file with this station's secret key, found a key itself, which belongs in no plant file");
    feed.clientKey = (std::filesystem::path(found.reading.file()).parent_path() / found.node.text).string();
}

constexpr auto kFeedKeys = std::to_array<KeyRule<FeedEntry>>({
    {"address", required(text(512, 1)), &takeAddress},
    {"serverKeys", list(), &takeServerKeys},
    {"clientKey", text(kLongestText, 1), &takeClientKey},
});

} // namespace

FeedEntry readFeed(const Found &found)
{
    FeedEntry feed;
    readTable<FeedEntry>(found, kFeedKeys, feed);
    const auto names = [](const Entry &entry) { return entry.key == "serverKeys"; };
    if (!feed.clientKey.empty() && std::none_of(found.node.entries.begin(), found.node.entries.end(), names))
        found.wrong("the key serverKeys is missing: without it nothing is encrypted, and clientKey is of no use", ErrorKind::NotFound);
    return feed;
}

} // namespace telltale::config
