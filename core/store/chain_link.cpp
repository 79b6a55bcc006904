// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chain_link.h"

#include "core/store/canonical_row.h"
#include "core/store/chain_sql.h"
#include "core/store/read_all.h"

#include <sodium.h>

#include <charconv>
#include <cstring>

namespace telltale::store {

namespace {

std::string_view textOf(const ChainHash &hash)
{
    return {reinterpret_cast<const char *>(hash.data()), hash.size()};
}

Result<ChainSegment> readSegment(Statement &row)
{
    ChainSegment segment;
    segment.id = row.integer();
    segment.first = row.integer();
    segment.at = row.time();
    segment.key = row.text();
    segment.form = row.integer();
    segment.why = row.text();
    segment.detail = row.text();
    return segment;
}

} // namespace

std::string toText(const ChainHead &head)
{
    return std::to_string(head.links) + ':' + hexOf(head.hash);
}

std::optional<ChainHead> headFrom(std::string_view text)
{
    ChainHead head;
    const char *end = text.data() + text.size();
    const auto [colon, error] = std::from_chars(text.data(), end, head.links);
    if (error != std::errc{} || colon == end || *colon != ':' || head.links < 1 || !hashFromHex({colon + 1, end}, head.hash))
        return std::nullopt;
    return head;
}

ChainHash linkHash(const JournalKey &key, const ChainHash &before, const LinkContent &link)
{
    CanonicalBytes bytes;
    bytes.addBytes(textOf(before)).add(link.table).add(link.key).addBytes(link.content);
    return key.sign(bytes.text());
}

std::string rowDigest(std::string_view canonical)
{
    std::string digest(canonical.empty() ? 0 : crypto_hash_sha256_BYTES, '\0');
    if (!canonical.empty())
        crypto_hash_sha256(reinterpret_cast<unsigned char *>(digest.data()), reinterpret_cast<const unsigned char *>(canonical.data()),
                           canonical.size());
    return digest;
}

ChainHash hashFrom(std::span<const std::byte> bytes)
{
    ChainHash hash{};
    if (bytes.size() == hash.size())
        std::memcpy(hash.data(), bytes.data(), bytes.size());
    return hash;
}

Result<ChainHead> readHead(Statement &statement)
{
    const auto row = statement.step();
    if (!row)
        return row.error();
    ChainHead head;
    if (*row) {
        head.links = statement.integer();
        head.hash = hashFrom(statement.bytes());
    }
    return head;
}

Result<ChainHead> chainHead(const Database &journal)
{
    auto statement = journal.prepare(sql::kChainHead);
    return statement ? readHead(*statement) : statement.error();
}

Result<ChainHash> hashOfLink(const Database &journal, std::int64_t number)
{
    auto statement = journal.prepare(sql::kLinkHash);
    if (!statement)
        return statement.error();
    const auto row = statement->add(number).step();
    if (!row)
        return row.error();
    return *row ? hashFrom(statement->bytes()) : ChainHash{};
}

Result<std::vector<ChainSegment>> chainSegments(const Database &journal)
{
    auto statement = journal.prepare(sql::kSegments);
    if (!statement)
        return statement.error();
    return readAll<ChainSegment>(*statement, readSegment);
}

} // namespace telltale::store
