// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/raw_database.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace telltale::test {

/// What can happen to a database file, one kind a row (reliability: "corrupt DB at start").
struct Damage {
    const char *name;
    std::function<void(const std::string &path, std::mt19937 &random)> happen;
};

constexpr std::size_t kPageBytes = 4096;

inline std::size_t randomBelow(std::mt19937 &random, std::size_t end)
{
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
}

inline std::string pageOf(const std::string &path, std::size_t page)
{
    std::string bytes(kPageBytes, '\0');
    std::ifstream file(path, std::ios::binary);
    file.seekg(std::streamoff(page * kPageBytes));
    file.read(bytes.data(), std::streamsize(bytes.size()));
    return bytes;
}

inline void overwrite(const std::string &path, std::size_t place, const std::string &bytes)
{
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(std::streamoff(place));
    file.write(bytes.data(), std::streamsize(bytes.size()));
}

inline void swapPages(const std::string &path, std::mt19937 &random)
{
    const std::size_t pages = std::filesystem::file_size(path) / kPageBytes;
    const std::size_t a = randomBelow(random, pages);
    const std::size_t b = (a + 1 + randomBelow(random, pages - 1)) % pages;
    const std::string first = pageOf(path, a);
    overwrite(path, a * kPageBytes, pageOf(path, b));
    overwrite(path, b * kPageBytes, first);
}

inline void turnBit(const std::string &path, std::mt19937 &random)
{
    const std::size_t place = randomBelow(random, std::filesystem::file_size(path));
    std::string byte = pageOf(path, place / kPageBytes).substr(place % kPageBytes, 1);
    byte[0] = char(byte[0] ^ (1 << randomBelow(random, 8)));
    overwrite(path, place, byte);
}

/// From now on nobody looks through it when it is opened (store_file.h). Takes no room on disk.
inline void makeLarge(const std::string &database)
{
    std::filesystem::resize_file(database, std::uintmax_t{257} << 20U);
}

/// The number of the page that a table or an index begins with, from 0 on.
inline std::size_t rootPage(const std::string &database, const std::string &name)
{
    return std::size_t(RawDatabase(database).number("SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'")) - 1;
}

/// The page with the last rows of a table.
inline std::size_t lastLeaf(const std::string &database, const std::string &table)
{
    constexpr char kInterior = 5;
    const auto lastChild = [](const std::string &bytes) {
        std::size_t page = 0;
        for (std::size_t place = 8; place < 12; ++place)
            page = 256 * page + static_cast<unsigned char>(bytes[place]);
        return page - 1;
    };
    std::size_t page = rootPage(database, table);
    for (std::string bytes = pageOf(database, page); bytes[0] == kInterior; bytes = pageOf(database, page))
        page = lastChild(bytes);
    return page;
}

/// No page of a table or an index is like this: whoever comes to it finds the database damaged.
inline void ruinPage(const std::string &database, std::size_t page)
{
    overwrite(database, page * kPageBytes, std::string(kPageBytes, '\xEE'));
}

inline const std::vector<Damage> &damages()
{
    namespace fs = std::filesystem;
    static const std::vector<Damage> kDamages{
        {"header garbage",
         [](const std::string &path, std::mt19937 &random) {
             std::string garbage(100, '\0');
             for (char &c : garbage)
                 c = char(random());
             overwrite(path, 0, garbage);
         }},
        {"truncated",
         [](const std::string &path, std::mt19937 &random) { fs::resize_file(path, 1 + randomBelow(random, fs::file_size(path) - 1)); }},
        {"zeroed page",
         [](const std::string &path, std::mt19937 &random) {
             overwrite(path, randomBelow(random, fs::file_size(path) / kPageBytes) * kPageBytes, std::string(kPageBytes, '\0'));
         }},
        {"swapped pages", swapPages},
        {"turned bit", turnBit},
        {"no bytes", [](const std::string &path, std::mt19937 &) { fs::resize_file(path, 0); }},
        {"a folder",
         [](const std::string &path, std::mt19937 &) {
             fs::rename(path, path + ".before");
             fs::create_directory(path);
         }},
        {"newer schema", [](const std::string &path, std::mt19937 &) { RawDatabase(path).run("PRAGMA user_version = 99"); }},
    };
    return kDamages;
}

} // namespace telltale::test
