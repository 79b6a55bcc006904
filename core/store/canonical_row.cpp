// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/canonical_row.h"

#include <bit>

namespace telltale::store {

namespace {

constexpr int kBitsPerByte = 8;
constexpr std::uint64_t kLowByte = 0xff;

std::string_view textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

} // namespace

void CanonicalBytes::addWord(std::uint64_t word)
{
    for (std::size_t i = 0; i < sizeof word; ++i, word >>= kBitsPerByte)
        m_text += static_cast<char>(word & kLowByte);
}

void CanonicalBytes::addText(char type, std::string_view text)
{
    m_text += type;
    addWord(text.size());
    m_text += text;
}

CanonicalBytes &CanonicalBytes::add(std::int64_t number)
{
    m_text += 'I';
    addWord(static_cast<std::uint64_t>(number));
    return *this;
}

CanonicalBytes &CanonicalBytes::add(std::string_view text)
{
    addText('T', text);
    return *this;
}

CanonicalBytes &CanonicalBytes::addBytes(std::string_view bytes)
{
    addText('B', bytes);
    return *this;
}

CanonicalBytes &CanonicalBytes::addNext(Statement &row)
{
    switch (row.storageClass()) {
    case StorageClass::Integer: return add(row.integer());
    case StorageClass::Text: return add(textOf(row.bytes())); // never by a conversion, which may find no memory and then gives nothing
    case StorageClass::Real:
        m_text += 'R';
        addWord(std::bit_cast<std::uint64_t>(row.real()));
        return *this;
    case StorageClass::Blob: return addBytes(textOf(row.bytes()));
    case StorageClass::Null: break;
    }
    row.skip();
    m_text += 'N';
    return *this;
}

CanonicalRow canonicalRow(Statement &row, int timeColumn)
{
    CanonicalBytes bytes;
    CanonicalRow canonical;
    const int columns = row.columns();
    for (int column = 0; column < columns; ++column) {
        if (column == timeColumn)
            canonical.at = row.peekTime();
        bytes.addNext(row);
    }
    canonical.bytes = bytes.text();
    return canonical;
}

} // namespace telltale::store
