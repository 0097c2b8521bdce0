// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/workload/length_histogram.h>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace headroom::core {
namespace {

constexpr int kMostTokens = 10'000'000;
constexpr double kMostWeight = 1e15;
constexpr std::size_t kLongestLine = 4096;
constexpr std::size_t kMostColumns = 64;
constexpr std::string_view kBlank = " \t\"\r";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(kBlank);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

template<class T>
std::optional<T> wholeText(std::string_view text, T low, T high)
{
    T value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size() || !(value >= low && value <= high))
        return std::nullopt;
    return value;
}

std::optional<int> lengthText(std::string_view text)
{
    return wholeText<int>(text, 1, kMostTokens);
}

std::optional<double> weightText(std::string_view text)
{
    return wholeText<double>(text, 0.0, kMostWeight);
}

std::vector<std::string_view> cellsOf(std::string_view line)
{
    const char separator = line.find(';') != std::string_view::npos ? ';' : line.find(',') == std::string_view::npos && trimmed(line).find('\t') != std::string_view::npos ? '\t' : ',';
    std::vector<std::string_view> cells;
    for (std::string_view rest = line; cells.size() < kMostColumns;) {
        const auto end = rest.find(separator);
        cells.push_back(trimmed(rest.substr(0, end)));
        if (end == std::string_view::npos)
            break;
        rest = rest.substr(end + 1);
    }
    return cells;
}

bool isNamed(std::string_view cell, std::initializer_list<std::string_view> names)
{
    return std::ranges::any_of(names, [&](std::string_view name) {
        return std::ranges::equal(cell, name, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + ('a' - 'A')) : a) == b; });
    });
}

std::vector<LengthShare> sortedOnce(std::vector<LengthShare> shares)
{
    std::ranges::sort(shares, {}, &LengthShare::tokens);
    std::vector<LengthShare> once;
    for (const LengthShare &share : shares) {
        if (share.weight <= 0)
            continue;
        if (!once.empty() && once.back().tokens == share.tokens)
            once.back().weight += share.weight;
        else
            once.push_back(share);
    }
    return once;
}

class FileReader {
public:
    FileReader(std::string_view text, std::string_view file) : m_rest(text.starts_with("\xef\xbb\xbf") ? text.substr(3) : text), m_file(file) {}

    Result<std::vector<LengthShare>> read()
    {
        if (m_rest.size() > kMostLengthFileBytes)
            return fail(ErrorCode::TooLarge, fmt::format("{} bytes: a file of up to {} would be accepted", m_rest.size(), kMostLengthFileBytes), {});
        std::vector<LengthShare> shares;
        bool first = true;
        while (!m_rest.empty()) {
            const std::string_view line = nextLine();
            if (line.size() > kLongestLine)
                return fail(ErrorCode::TooLarge, fmt::format("a line of {} bytes: up to {} would be accepted", line.size(), kLongestLine), {});
            if (trimmed(line).empty() || trimmed(line).starts_with('#'))
                continue;
            const auto cells = cellsOf(line);
            if (std::exchange(first, false)) {
                m_columns = cells.size();
                if (readHeader(cells))
                    continue;
            }
            if (shares.size() >= kMostLengthLines)
                return fail(ErrorCode::TooLarge, fmt::format("over {} lines: a file of up to that many would be accepted", kMostLengthLines), {});
            auto share = readShare(cells);
            if (!share)
                return std::unexpected(share.error());
            shares.push_back(*share);
        }
        shares = sortedOnce(std::move(shares));
        if (shares.empty())
            return fail(ErrorCode::BadValue, "no length is counted: lines such as 480 or 480,12 would be accepted", {});
        return shares;
    }

private:
    std::unexpected<Error> fail(ErrorCode code, std::string what, std::string_view field) const
    {
        return std::unexpected(Error{code, std::move(what), std::string(m_file), std::string(field), m_line});
    }

    std::string_view nextLine()
    {
        const auto end = m_rest.find('\n');
        const std::string_view line = m_rest.substr(0, end);
        m_rest = end == std::string_view::npos ? std::string_view() : m_rest.substr(end + 1);
        ++m_line;
        return line;
    }

    // True where the line names columns; without names the first is the length and a second the count.
    bool readHeader(const std::vector<std::string_view> &cells)
    {
        m_countAt = cells.size() > 1 ? 1 : kMostColumns;
        if (lengthText(cells.front()) || (!cells.front().empty() && std::ranges::all_of(cells.front(), [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+'; })))
            return false;
        const auto find = [&](std::initializer_list<std::string_view> names) {
            const auto found = std::ranges::find_if(cells, [&](std::string_view cell) { return isNamed(cell, names); });
            return found == cells.end() ? kMostColumns : static_cast<std::size_t>(found - cells.begin());
        };
        const std::size_t tokens = find({"tokens", "length", "input_tokens", "output_tokens"});
        if (tokens == kMostColumns)
            return false;
        m_tokensAt = tokens;
        m_countAt = find({"count", "weight", "requests", "share"});
        return true;
    }

    Result<LengthShare> readShare(const std::vector<std::string_view> &cells) const
    {
        if (cells.size() != m_columns)
            return fail(ErrorCode::BadValue, fmt::format("{} cells where the first line has {}: as many in each line would be accepted", cells.size(), m_columns), {});
        const auto tokens = lengthText(cells[m_tokensAt]);
        if (!tokens)
            return fail(ErrorCode::BadValue, fmt::format("'{}' is no length: a whole number of tokens from 1 to {} would be accepted", cells[m_tokensAt].substr(0, 40), kMostTokens), "tokens");
        if (m_countAt == kMostColumns)
            return LengthShare{*tokens, 1};
        const auto count = weightText(cells[m_countAt]);
        if (!count)
            return fail(ErrorCode::BadValue, fmt::format("'{}' is no count: a number from 0 to 1e15 would be accepted", cells[m_countAt].substr(0, 40)), "count");
        return LengthShare{*tokens, *count};
    }

    std::string_view m_rest;
    std::string_view m_file;
    int m_line = 0;
    std::size_t m_columns = 0;
    std::size_t m_tokensAt = 0;
    std::size_t m_countAt = kMostColumns;   // kMostColumns: each line counts once
};

double weightOf(const std::vector<LengthShare> &shares)
{
    double sum = 0;
    for (const LengthShare &share : shares)
        sum += share.weight;
    return sum;
}

} // namespace

Result<std::vector<LengthShare>> parseLengthFile(std::string_view text, std::string_view fileName)
{
    return FileReader(text, fileName).read();
}

std::vector<LengthShare> condensed(const std::vector<LengthShare> &shares, std::size_t steps)
{
    if (shares.size() <= steps || steps == 0)
        return shares;
    std::vector<LengthShare> fewer;
    double left = weightOf(shares);   // of what stands in no finished step
    double tokens = 0;
    double weight = 0;
    for (const LengthShare &one : shares) {
        tokens += one.tokens * one.weight;
        weight += one.weight;
        if (fewer.size() + 1 == steps || weight < left / static_cast<double>(steps - fewer.size()))
            continue;
        fewer.push_back({static_cast<int>(std::lround(tokens / weight)), weight});
        left -= weight;
        tokens = weight = 0;
    }
    if (weight > 0)
        fewer.push_back({static_cast<int>(std::lround(tokens / weight)), weight});
    return sortedOnce(std::move(fewer));
}

std::string histogramText(const std::vector<LengthShare> &shares)
{
    const double whole = weightOf(shares);
    std::string text;
    for (const LengthShare &share : shares)
        if (const double percent = share.weight / whole * 100.0; percent > 1e-12)   // rarer is nothing
            text += fmt::format("{}{}: {:.6g}", text.empty() ? "" : ", ", share.tokens, percent);
    return text;
}

Result<std::vector<LengthShare>> parseHistogram(std::string_view text, std::string_view field)
{
    const auto bad = [&](std::string_view step) {
        return std::unexpected(Error{ErrorCode::BadValue,
            fmt::format("{} '{}': up to {} steps of a length from 1 to {}, longer from step to step, a colon and a weight above 0, as in \"120: 30, 480: 55.5\", would be accepted", field,
                        step.substr(0, 40), kMostHistogramSteps, kMostTokens), {}, std::string(field), 0});
    };
    std::vector<LengthShare> shares;
    for (text = trimmed(text); !text.empty();) {
        const std::size_t comma = std::min(text.find_first_of(",;"), text.size());
        const std::string_view part = trimmed(text.substr(0, comma));
        text = comma < text.size() ? trimmed(text.substr(comma + 1)) : std::string_view();
        const std::size_t colon = part.find(':');
        if (colon == std::string_view::npos)
            return bad(part);
        const auto tokens = lengthText(trimmed(part.substr(0, colon)));
        const auto weight = weightText(trimmed(part.substr(colon + 1)));
        if (!tokens || !weight || *weight <= 0 || shares.size() >= kMostHistogramSteps || (!shares.empty() && shares.back().tokens >= *tokens))
            return bad(part);
        shares.push_back({*tokens, *weight});
    }
    return shares;
}

TokenLengths stretchedTo(double mean, const std::vector<LengthShare> &shares)
{
    TokenLengths lengths{TokenLengths::Kind::Empirical, mean, mean, shares};
    const double factor = mean / meanOf(lengths);
    // What is within half a token of its own mean is taken as counted.
    if (std::abs(meanOf(lengths) - mean) > 0.5)
        for (LengthShare &share : lengths.shares)
            share.tokens = static_cast<int>(std::lround(std::clamp(share.tokens * factor, 1.0, static_cast<double>(kMostTokens))));
    return lengths;
}

} // namespace headroom::core
