// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damaged_copy.h"

#include "core/store/data_folder.h"

#include <array>
#include <filesystem>
#include <fstream>

namespace telltale::store {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t kPageBytes = 4096;
constexpr std::size_t kHeaderBytes = 100;
constexpr std::string_view kMagic{"SQLite format 3\0", 16};
/// What follows it in every database of ours: page size, write-ahead log twice, nothing reserved, fractions.
constexpr std::array<unsigned char, 8> kLayout{kPageBytes >> 8U, 0, 2, 2, 0, 64, 32, 32};
constexpr std::size_t kPageCountAt = 28;
constexpr int kBitsPerByte = 8;

using Header = std::array<unsigned char, kHeaderBytes>;

/// A number of a header: four bytes, most significant first.   Source: sqlite.org/fileformat2.html, 1.3.
struct HeaderWord {
    std::size_t at;
    std::uint32_t value;
};

void put(Header &header, const HeaderWord &word)
{
    for (std::size_t i = 0; i < sizeof word.value; ++i)
        header[word.at + i] = static_cast<unsigned char>(word.value >> (kBitsPerByte * (sizeof word.value - 1 - i)));
}

std::uint32_t wordAt(const Header &header, std::size_t at)
{
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < sizeof word; ++i)
        word = word << kBitsPerByte | header[at + i];
    return word;
}

/// As SQLite writes it into a database of ours; so much of it is the same in all of that schema.
Header usualHeader(std::uint32_t pages, const Schema &schema)
{
    Header header{};
    std::copy(kMagic.begin(), kMagic.end(), header.begin());
    const auto version = static_cast<std::uint32_t>(schema.version());
    const auto application = static_cast<std::uint32_t>(schema.applicationId);
    for (const HeaderWord &word :
         {HeaderWord{24, 1}, {kPageCountAt, pages}, {40, 1}, {44, 4}, {56, 1}, {60, version}, {68, application}, {92, 1}})
        put(header, word);
    return header;
}

/// A copy that fills the disk would keep others from writing.
bool hasRoomForCopy(const std::string &path)
{
    std::error_code failed;
    const auto size = fs::file_size(path, failed);
    const auto room = fs::space(path, failed);
    return !failed && room.available / 2 > size;
}

} // namespace

DamagedCopy::DamagedCopy(std::string damaged, const Schema &schema)
    : m_damaged(std::move(damaged))
    , m_schema(schema)
    , m_path(m_damaged + kReadingMark)
{
    if (!hasRoomForCopy(m_damaged))
        return;
    std::error_code failed;
    fs::copy_file(m_damaged, m_path, fs::copy_options::overwrite_existing, failed);
    m_made = !failed;
    fs::copy_file(m_damaged + "-wal", m_path + "-wal", fs::copy_options::overwrite_existing, failed);
    if (m_made)
        mend();
}

DamagedCopy::~DamagedCopy()
{
    std::error_code ignored;
    for (const char *suffix : {"", "-wal", "-shm"})
        fs::remove(m_path + suffix, ignored);
}

void DamagedCopy::mend() const
{
    std::fstream file(m_path, std::ios::in | std::ios::out | std::ios::binary);
    std::error_code failed;
    const auto pages = static_cast<std::uint32_t>((fs::file_size(m_path, failed) + kPageBytes - 1) / kPageBytes);
    Header header{};
    file.read(reinterpret_cast<char *>(header.data()), kHeaderBytes);
    file.clear();
    const bool isOne = std::equal(kMagic.begin(), kMagic.end(), header.begin());
    if (!isOne)
        header = usualHeader(pages, m_schema);
    std::copy(kLayout.begin(), kLayout.end(), header.begin() + kMagic.size());
    if (pages > 0) {
        file.seekp(0);
        file.write(reinterpret_cast<const char *>(header.data()), kHeaderBytes);
    }
    file.close();
    // Of an empty one the pages in the log count, as long as there is a first page.
    const std::uint32_t wanted = std::max({pages, wordAt(header, kPageCountAt), 1U});
    fs::resize_file(m_path, std::uintmax_t{wanted} * kPageBytes, failed);
}

Result<Database> DamagedCopy::open() const
{
    auto database = m_made ? Database::open(m_path, Database::Mode::Read) : Database::open(m_damaged, Database::Mode::Immutable);
    if (database)
        database->tolerateSchema();
    const auto tables = database ? database->number("SELECT count(*) FROM sqlite_schema") : Result<std::int64_t>(database.error());
    return tables ? std::move(database) : Result<Database>(tables.error());
}

} // namespace telltale::store
