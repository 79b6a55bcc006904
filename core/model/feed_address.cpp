// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/feed_address.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cctype>
#include <netinet/in.h>
#include <string>

namespace telltale {

namespace {

constexpr std::string_view kTcp = "tcp://";

bool isLocalhost(std::string_view host)
{
    constexpr std::string_view kName = "localhost";
    return std::equal(host.begin(), host.end(), kName.begin(), kName.end(),
                      [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
}

/// All four numbers written out: "127.1" is understood differently by different readers.
bool isLoopback4(const std::string &host)
{
    in_addr address{};
    return inet_pton(AF_INET, host.c_str(), &address) == 1 && (ntohl(address.s_addr) >> 24) == IN_LOOPBACKNET;
}

bool isLoopback6(const std::string &host)
{
    in6_addr address{};
    return inet_pton(AF_INET6, host.c_str(), &address) == 1 && IN6_IS_ADDR_LOOPBACK(&address);
}

} // namespace

bool isOnThisComputer(std::string_view address)
{
    if (address.starts_with("ipc://") || address.starts_with("inproc://"))
        return true;
    if (!address.starts_with(kTcp))
        return false;
    std::string_view host = address.substr(kTcp.size());
    host = host.substr(0, host.rfind(':'));
    if (host.starts_with('[') && host.ends_with(']'))
        return isLoopback6(std::string(host.substr(1, host.size() - 2)));
    return isLocalhost(host) || isLoopback4(std::string(host));
}

} // namespace telltale
