// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telltale::test {

#if defined(__has_feature)
#define TELLTALE_HAS_FEATURE(feature) __has_feature(feature)
#else
#define TELLTALE_HAS_FEATURE(feature) 0
#endif

/// Whether this program was built with a sanitizer: it keeps what is freed, takes several times the memory, and has allocators of its own,
/// so that bounds of memory say nothing there.
inline constexpr bool kSanitized = TELLTALE_HAS_FEATURE(address_sanitizer) || TELLTALE_HAS_FEATURE(thread_sanitizer)
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
                                   || true
#endif
    ;

#undef TELLTALE_HAS_FEATURE

} // namespace telltale::test
