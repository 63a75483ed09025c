// What every page promises, whatever it was read from.
#pragma once

#include <string_view>

#include "engine/extract/page.hpp"

namespace unspin::fuzz {

/// Blocks lie inside the bytes of the page and ascend, their texts inside the page's text; all text
/// is well-formed UTF-8; what is hidden is called so and nothing else is; the main text is that of
/// the main blocks.
void check_promises_of(const Page& page, std::string_view bytes);

/// Whether both readings say the same.
bool is_same(const Page& one, const Page& other);

}  // namespace unspin::fuzz
