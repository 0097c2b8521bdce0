// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/workload/token_lengths.h>

#include <string>
#include <string_view>
#include <vector>

namespace headroom::core {

// Lengths of prompts or answers as somebody counted them. A scenario carries them as a line, "120: 30, 480: 55.5", of at most so
// many steps and characters, with the shape alone: it is stretched to the scenario's mean, so that the mean stays one number.
inline constexpr std::size_t kMostHistogramSteps = 128;
inline constexpr int kMostHistogramCharacters = 4000;
inline constexpr std::size_t kMostLengthFileBytes = std::size_t{64} * 1024 * 1024;
inline constexpr std::size_t kMostLengthLines = 5'000'000;

// A file of lengths: one length a line, or the columns tokens,count (any order, others passed over), with or without a header;
// commas, semicolons or tabs; CRLF or LF, a byte-order mark, empty lines and lines that begin with # passed over. Lengths are
// whole, from 1 to 10,000,000; counts from 0 to 1e15, and one of them over 0. Sorted by length, each length once.
// Errors name file, line and column and say what would be accepted. Pure; linear in the text but for the sorting.
Result<std::vector<LengthShare>> parseLengthFile(std::string_view text, std::string_view fileName);

// As many steps or fewer of about the same weight, each at its mean length, so that sum and mean stay (to half a token).
// `shares`: sorted, each length once.
std::vector<LengthShare> condensed(const std::vector<LengthShare> &shares, std::size_t steps = kMostHistogramSteps);

// A scenario's line and back. An empty line is no histogram. BadValue with `field`, and what would be accepted.
std::string histogramText(const std::vector<LengthShare> &shares);
Result<std::vector<LengthShare>> parseHistogram(std::string_view text, std::string_view field);

// The shape with another mean: every length times the same factor, at least one token.
TokenLengths stretchedTo(double mean, const std::vector<LengthShare> &shares);

} // namespace headroom::core
