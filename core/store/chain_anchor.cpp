// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chain_anchor.h"

#include "core/base/whole_file.h"
#include "core/model/json_reader.h"
#include "core/model/json_writer.h"
#include "core/store/canonical_row.h"
#include "core/store/data_folder.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace telltale::store {

namespace {

constexpr std::string_view kFormat = "telltale-anchor";
constexpr int kVersion = 1;
constexpr std::size_t kMostBytes = 4096;
constexpr unsigned kPrivate = 0600;

/// The file, as JSON.
struct AnchorFile {
    std::string format;
    int version = 0;
    std::int64_t links = 0;
    std::string hash;
    UtcTime at = kNoTime;
    std::string key;
    std::string seal;
};

template <typename A, Is<AnchorFile> X>
void describe(A &a, X &x)
{
    a("format", x.format);
    a("version", x.version);
    a("links", x.links);
    a("hash", x.hash);
    a("at", x.at);
    a("key", x.key);
    a("seal", x.seal);
}

std::string sealOf(const ChainAnchor &anchor, const JournalKey &key)
{
    CanonicalBytes bytes;
    bytes.add(kFormat).add(anchor.head.links).add(hexOf(anchor.head.hash)).add(toNanos(anchor.at));
    return hexOf(key.sign(bytes.text()));
}

/// Of the segment that a link belongs to; empty where no segment holds it.
std::string keyOfLink(const std::vector<ChainSegment> &segments, std::int64_t link)
{
    const auto behind = std::ranges::find_if(segments, [&](const ChainSegment &segment) { return segment.first > link; });
    return behind == segments.begin() ? std::string() : std::prev(behind)->key;
}

/// Under a second name, and only where that cannot be under another one: without any anchor the next start would miss it.
Result<void> keepFormerAnchor(const std::string &path, UtcTime now)
{
    std::error_code unknown;
    const auto type = std::filesystem::symlink_status(path, unknown).type();
    const std::string former = freeName(path + ".former-" + fileStamp(now));
    if (type == std::filesystem::file_type::not_found
        || (type == std::filesystem::file_type::regular && ::link(path.c_str(), former.c_str()) == 0)
        || std::rename(path.c_str(), former.c_str()) == 0)
        return {};
    return Error{ErrorKind::Io, "the former anchor cannot be kept: " + std::generic_category().message(errno), path};
}

} // namespace

ChainAnchor makeAnchor(const ChainHead &head, const JournalKey &key, UtcTime at)
{
    ChainAnchor anchor{head, at, key.id(), {}};
    anchor.seal = sealOf(anchor, key);
    return anchor;
}

bool isSealedBy(const ChainAnchor &anchor, const JournalKey &key)
{
    return anchor.key == key.id() && anchor.seal == sealOf(anchor, key);
}

Result<std::optional<ChainAnchor>> readAnchor(const std::string &folder)
{
    const std::string path = folder + kAnchorName;
    std::error_code unknown;
    if (std::filesystem::symlink_status(path, unknown).type() == std::filesystem::file_type::not_found)
        return std::optional<ChainAnchor>();
    const auto text = readWholeFile(path, kMostBytes);
    if (!text)
        return Error{ErrorKind::Io, text.error().what, path};
    const auto file = json::fromText<AnchorFile>(*text);
    ChainAnchor anchor;
    if (!file || file->format != kFormat || file->version != kVersion || !hashFromHex(file->hash, anchor.head.hash))
        return Error{ErrorKind::Corrupt, "the journal's anchor cannot be read", path};
    anchor.head.links = file->links;
    anchor.at = file->at;
    anchor.key = file->key;
    anchor.seal = file->seal;
    return std::optional(anchor);
}

Result<void> writeAnchor(const std::string &folder, const ChainAnchor &anchor)
{
    const AnchorFile file{std::string(kFormat), kVersion, anchor.head.links, hexOf(anchor.head.hash), anchor.at, anchor.key, anchor.seal};
    return replaceFile(folder + kAnchorName, json::toText(file) + '\n', kPrivate);
}

Result<void> replaceAnchor(const std::string &folder, const ChainAnchor &anchor, UtcTime now)
{
    if (auto kept = keepFormerAnchor(folder + kAnchorName, now); !kept)
        return kept;
    return writeAnchor(folder, anchor);
}

Result<std::string> doubtAbout(const ChainAnchor &anchor, std::span<const JournalKey> keys, const Database &journal)
{
    const auto key = std::ranges::find(keys, anchor.key, &JournalKey::id);
    if (key == keys.end())
        return std::string("the anchor was not written by Telltale, or with a key that is not there");
    if (!isSealedBy(anchor, *key))
        return std::string("the anchor was not written by Telltale");
    const auto head = chainHead(journal);
    const auto segments = chainSegments(journal);
    if (!head || !segments)
        return head ? segments.error() : head.error();
    // Of links that are cut off nobody knows the key; that they are missing is said by itself.
    const std::string made = anchor.head.links <= head->links ? keyOfLink(*segments, anchor.head.links) : std::string();
    if (!made.empty() && made != anchor.key)
        return std::string("the anchor was sealed with another key than the links it stands for");
    return std::string();
}

std::string claimOf(const ChainAnchor &anchor)
{
    return "the anchor of " + toIso(anchor.at, 0) + " names " + std::to_string(anchor.head.links) + " links";
}

Result<std::string> contradiction(const Database &journal, const ChainAnchor &anchor)
{
    const auto head = chainHead(journal);
    if (!head)
        return head.error();
    const std::string anchored = claimOf(anchor);
    if (head->links < anchor.head.links)
        return anchored + ", the journal has " + std::to_string(head->links) + ": its newest rows are missing";
    const auto hash = hashOfLink(journal, anchor.head.links);
    if (!hash)
        return hash.error();
    if (*hash != anchor.head.hash)
        return anchored + " with another hash than the journal's: its links were made anew";
    return std::string();
}

Result<void> AnchorKeeper::keep(const ChainHead &head)
{
    if (m_last && m_clock.steadyNow() - *m_last < kPeriod)
        return {};
    return keepNow(head);
}

Result<void> AnchorKeeper::keepNow(const ChainHead &head)
{
    if (head == m_kept || head.links == 0)
        return {};
    m_last = m_clock.steadyNow();
    auto written = writeAnchor(m_folder, makeAnchor(head, m_key, m_clock.utcNow()));
    if (written)
        m_kept = head;
    return written;
}

} // namespace telltale::store
