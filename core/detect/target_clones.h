// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Marks a function of which the compiler builds a second copy for processors with AVX2; the loader picks one at start.
/// Empty where that does not work: ThreadSanitizer (g++ 12 crashes at start), other compilers, other processors.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && !defined(__SANITIZE_THREAD__)
#define TELLTALE_TARGET_CLONES __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define TELLTALE_TARGET_CLONES
#endif
