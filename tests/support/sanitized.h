// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telltale::test {

/// A sanitizer's allocator keeps freed memory, so that resident memory says nothing.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

} // namespace telltale::test
