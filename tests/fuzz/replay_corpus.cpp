// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target over the files of a folder: a crash that was found once stays found.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size);

int main(int argc, char **argv)
{
    if (argc != 2)
        return std::fprintf(stderr, "usage: %s <corpus folder>\n", argv[0]), 2;
    std::error_code failure;
    std::size_t files = 0;
    for (const auto &entry : std::filesystem::directory_iterator(argv[1], failure)) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size());
        ++files;
    }
    std::printf("%zu inputs replayed\n", files);
    return failure || files == 0 ? 1 : 0;
}
