// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/workload/recorded_load.h>

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace headroom::core {
namespace {

constexpr std::array<std::string_view, 3> kColumns{"time_s", "input_tokens", "output_tokens"};
constexpr double kLongest = 1e9;        // s
constexpr double kMostTokens = 1e7;
constexpr std::size_t kLongestLine = 4096;
constexpr std::size_t kMostCells = 64;

std::string_view trimmed(std::string_view cell)
{
    const auto first = cell.find_first_not_of(" \t\"");
    if (first == std::string_view::npos)
        return {};
    return cell.substr(first, cell.find_last_not_of(" \t\"") - first + 1);
}

// Lines without their ends.
class Lines {
public:
    explicit Lines(std::string_view text) : m_rest(text.starts_with("\xef\xbb\xbf") ? text.substr(3) : text) {}

    std::optional<std::string_view> next()
    {
        if (m_rest.empty())
            return std::nullopt;
        const auto end = m_rest.find('\n');
        std::string_view line = m_rest.substr(0, end);
        m_rest = end == std::string_view::npos ? std::string_view() : m_rest.substr(end + 1);
        ++m_number;
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        return line;
    }
    int number() const { return m_number; }

private:
    std::string_view m_rest;
    int m_number = 0;
};

class Reader {
public:
    Reader(std::string_view text, std::string_view file) : m_lines(text), m_file(file) {}

    Result<std::vector<RecordedRequest>> read()
    {
        if (!readHeader())
            return std::unexpected(*m_error);
        std::vector<RecordedRequest> requests;
        while (const auto line = m_lines.next()) {
            if (trimmed(*line).empty())
                continue;
            if (requests.size() >= static_cast<std::size_t>(kMostSimulatedRequests)) {
                fail(ErrorCode::TooLarge, fmt::format("over {} requests: a trace of up to that many would be accepted", kMostSimulatedRequests), {});
                break;
            }
            if (const auto request = readRequest(*line, requests.empty() ? 0 : requests.back().time))
                requests.push_back(*request);
            else
                break;
        }
        if (!m_error && requests.empty())
            fail(ErrorCode::BadValue, "there is no request below the header; at least one line of numbers would be accepted", {});
        if (m_error)
            return std::unexpected(*m_error);
        return requests;
    }

private:
    std::nullopt_t fail(ErrorCode code, std::string what, std::string_view field)
    {
        if (!m_error)
            m_error = Error{code, std::move(what), std::string(m_file), std::string(field), m_lines.number()};
        return std::nullopt;
    }

    // The cells of a line that are asked for; others are skipped.
    std::optional<std::array<std::string_view, 3>> cells(std::string_view line)
    {
        if (line.size() > kLongestLine)
            return fail(ErrorCode::TooLarge, fmt::format("a line of {} bytes: up to {} would be accepted", line.size(), kLongestLine), {});
        std::array<std::string_view, 3> found;
        std::size_t count = 0;
        for (std::string_view rest = line;; ++count) {
            const auto comma = rest.find(',');
            for (std::size_t i = 0; i < 3; ++i)
                if (m_at[i] == count)
                    found[i] = trimmed(rest.substr(0, comma));
            if (comma == std::string_view::npos)
                break;
            rest = rest.substr(comma + 1);
        }
        if (count + 1 != m_columns)
            return fail(ErrorCode::BadValue, fmt::format("the line has {} cells and the header {}; one number for each column would be accepted", count + 1, m_columns), {});
        return found;
    }

    bool readHeader()
    {
        auto line = m_lines.next();
        while (line && trimmed(*line).empty())
            line = m_lines.next();
        m_at.fill(kMostCells);
        std::string_view rest = line.value_or("").substr(0, kLongestLine);
        for (m_columns = 0; m_columns < kMostCells;) {
            const auto comma = rest.find(',');
            for (std::size_t i = 0; i < 3; ++i)
                if (trimmed(rest.substr(0, comma)) == kColumns[i])
                    m_at[i] = m_columns;
            ++m_columns;
            if (comma == std::string_view::npos)
                break;
            rest = rest.substr(comma + 1);
        }
        for (std::size_t i = 0; i < 3; ++i)
            if (m_at[i] == kMostCells) {
                fail(ErrorCode::BadValue, fmt::format("there is no column '{}'; the header time_s,input_tokens,output_tokens would be accepted", kColumns[i]), kColumns[i]);
                return false;
            }
        return true;
    }

    std::optional<double> number(std::string_view cell, std::size_t column, double low, double high)
    {
        double value = 0;
        const auto [end, bad] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (bad != std::errc() || end != cell.data() + cell.size() || !(value >= low && value <= high))
            return fail(ErrorCode::BadValue, fmt::format("'{}' in column {}: a number from {:.0f} to {:.0f} would be accepted", cell.substr(0, 40), kColumns[column], low, high), kColumns[column]);
        return value;
    }

    std::optional<int> length(std::string_view cell, std::size_t column)
    {
        const auto value = number(cell, column, 1, kMostTokens);
        if (!value)
            return std::nullopt;
        if (*value != std::floor(*value))
            return fail(ErrorCode::BadValue, fmt::format("'{}' in column {}: a whole number of tokens would be accepted", cell.substr(0, 40), kColumns[column]), kColumns[column]);
        return static_cast<int>(*value);
    }

    std::optional<RecordedRequest> readRequest(std::string_view line, Nanoseconds before)
    {
        const auto cell = cells(line);
        if (!cell)
            return std::nullopt;
        const auto time = number((*cell)[0], 0, 0, kLongest);
        const auto input = length((*cell)[1], 1);
        const auto output = length((*cell)[2], 2);
        if (!time || !input || !output)
            return std::nullopt;
        const RecordedRequest request{toNanoseconds(*time), *input, *output};
        if (request.time < before)
            return fail(ErrorCode::BadValue, fmt::format("the trace goes back in time: {} s after {:.9g} s; times that never fall would be accepted", (*cell)[0], toSeconds(before)), kColumns[0]);
        return request;
    }

    Lines m_lines;
    std::string_view m_file;
    std::array<std::size_t, 3> m_at{};   // column of each
    std::size_t m_columns = 0;
    std::optional<Error> m_error;
};

} // namespace

Result<std::vector<RecordedRequest>> parseRecordedLoad(std::string_view text, std::string_view fileName)
{
    return Reader(text, fileName).read();
}

} // namespace headroom::core
