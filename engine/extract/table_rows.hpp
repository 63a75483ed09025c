// Tables of data are read by rows; tables that only arrange a page are not tables to a reader.
#pragma once

#include "engine/extract/page.hpp"
#include "engine/extract/shape.hpp"

namespace unspin {

/// Makes one block of the cells of a row, if each has one short text. Linear.
void join_table_rows(Page& page, PageShape& shape);

}  // namespace unspin
