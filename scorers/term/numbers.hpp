// The numbers of a source (counts, amounts, shares, dates, times) and what a rewrite made of them.
#pragma once

#include <vector>

#include "engine/score/evidence.hpp"
#include "engine/score/prepared_pair.hpp"

namespace unspin {

/// Numbers in digits or English words, with sign, scale and unit: 1,000 = 1 000 = one thousand;
/// 50% = fifty per cent = half; $5 million = US$5m = 5,000,000 dollars; 3 km = three kilometres;
/// 3rd = third; two-thirds = 2/3; 1990s = nineties; 12 March 2020 = March 12th, 2020 = 2020-03-12;
/// 10 a.m. = 10:00 = ten o'clock. Of "10–12 km" both numbers are kilometres. Currencies of one name
/// are not told apart (US$, A$), nor are pounds of money and of weight; 1.000 is one.
///
/// No numbers are: "one" without a scale or unit ("one of them", "one day"), "a hundred" and "a
/// thousand" without a unit, "first"; "second" behind "a"; "half" before a hyphen or of a match;
/// digits in a word (A4, COVID-19), an address or the number of a list item ("1. …"). But one of
/// these may be what a number of the source became.
///
/// One record a value with its unit. Kept: the same but for capitals and hyphens; a variant: the
/// same value in another form, or without its unit; replaced by another number or whatever stands
/// in its place; lost. In order of first mention. Linear but for sorting.
std::vector<TermRecord> find_numbers(PreparedPair& pair);

}  // namespace unspin
