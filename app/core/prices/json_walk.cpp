// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_walk.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <istream>
#include <streambuf>

namespace headroom::core::price_reading {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kLongestText = 1U << 20U;

// The stream's blocks for the parser. A text or number longer than any in a price list ends the input before it is kept.
class BlockBuffer : public std::streambuf {
public:
    explicit BlockBuffer(ByteStream &stream) : m_stream(stream) {}

    int line() const { return m_line; }

protected:
    int_type underflow() override
    {
        const std::string_view block = m_stream.next();
        if (block.empty() || !bounded(block))
            return traits_type::eof();
        char *start = const_cast<char *>(block.data()); // only read: the parser puts nothing back
        setg(start, start, start + block.size());
        return traits_type::to_int_type(*gptr());
    }

private:
    bool bounded(std::string_view block)
    {
        for (const char c : block) {
            if (c == '\n')
                ++m_line;
            if (m_escaped) {
                m_escaped = false;
            } else if (m_inText && c == '\\') {
                m_escaped = true;
            } else if (c == '"') {
                m_inText = !m_inText;
                m_length = 0;
            } else if (!m_inText && (c == ',' || c == ':' || c == ' ' || c == '\n' || c == '{' || c == '[')) {
                m_length = 0;
            }
            if (++m_length > kLongestText) {
                m_stream.fail(ErrorCode::TooLarge, "a text or number is over 1 MiB long", m_line);
                return false;
            }
        }
        return true;
    }

    ByteStream &m_stream;
    int m_line = 1;
    std::size_t m_length = 0;
    bool m_inText = false;
    bool m_escaped = false;
};

class Walker : public nlohmann::json_sax<Json> {
public:
    Walker(ByteStream &stream, JsonVisitor &visitor) : m_stream(stream), m_visitor(visitor) {}

    bool null() override { return true; }
    bool boolean(bool value) override { return m_visitor.value(place(), value ? "true" : "false", false); }
    bool number_integer(number_integer_t value) override { return m_visitor.value(place(), std::to_string(value), true); }
    bool number_unsigned(number_unsigned_t value) override { return m_visitor.value(place(), std::to_string(value), true); }
    bool number_float(number_float_t, const string_t &text) override { return m_visitor.value(place(), text, true); }
    bool string(string_t &text) override { return m_visitor.value(place(), text, false); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t &name) override
    {
        m_path.name(name);
        return true;
    }
    bool parse_error(std::size_t, const std::string &, const Json::exception &error) override
    {
        std::string text(error.what());
        if (const auto end = text.find("] "); text.starts_with('[') && end != std::string::npos)
            text.erase(0, end + 2);
        m_problem = text.substr(0, 300);
        return false;
    }

    const std::string &problem() const { return m_problem; }

private:
    // Inside a container the last level is the place of the value that comes.
    const JsonPath &place() const { return m_path; }
    bool open()
    {
        if (m_path.size() > kDeepest) {
            m_stream.fail(ErrorCode::TooLarge, "nested deeper than 64 levels");
            return false;
        }
        if (!m_visitor.opens(m_path))
            return false;
        m_path.push();
        return true;
    }
    bool close()
    {
        m_path.pop();
        return m_visitor.closes(m_path);
    }

    ByteStream &m_stream;
    JsonVisitor &m_visitor;
    JsonPath m_path;
    std::string m_problem;
};

} // namespace

void JsonPath::push()
{
    if (m_size == m_keys.size())
        m_keys.emplace_back();
    m_keys[m_size++].clear();
}

void walkJson(ByteStream &stream, JsonVisitor &visitor)
{
    BlockBuffer buffer(stream);
    std::istream input(&buffer);
    Walker walker(stream, visitor);
    Json::sax_parse(input, &walker);
    if (!stream.error() && !walker.problem().empty())
        stream.fail(ErrorCode::Syntax, "not whole JSON: " + walker.problem(), buffer.line());
}

} // namespace headroom::core::price_reading
