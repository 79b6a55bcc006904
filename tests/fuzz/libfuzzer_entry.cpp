// SPDX-License-Identifier: GPL-3.0-or-later
// What libFuzzer calls; see run.sh.
#include "fuzz_target.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static_cast<void>(telltale::fuzz::judge({reinterpret_cast<const char *>(bytes), size}));
    return 0;
}
