// SPDX-License-Identifier: GPL-3.0-or-later
#include "byte_stream.h"

namespace headroom::core::price_reading {
namespace {

constexpr std::size_t kBlock = 256 * 1024;
constexpr std::size_t kHead = 64 * 1024;
constexpr std::uint64_t kMostBytes = 8ULL << 30U;

} // namespace

ByteStream::ByteStream(const ReadBlock &read, const PriceReadControl &control, std::string file) : m_read(read), m_control(control), m_file(std::move(file)) {}

void ByteStream::fail(ErrorCode code, std::string detail, int line)
{
    if (!m_error)
        m_error = Error{code, std::move(detail), m_file, {}, line};
}

std::string_view ByteStream::readBlock(std::vector<char> &into)
{
    if (m_error)
        return {};
    if (m_control.stop.stop_requested()) {
        fail(ErrorCode::Cancelled, "the import was cancelled; nothing was imported");
        return {};
    }
    const auto got = m_read(std::span(into));
    if (!got) {
        m_error = got.error();
        if (m_error->file.empty())
            m_error->file = m_file;
        return {};
    }
    m_bytes += *got;
    if (m_bytes > kMostBytes) {
        fail(ErrorCode::TooLarge, "the file is over 8 GiB, the most that is read");
        return {};
    }
    if (m_control.progress)
        m_control.progress(m_bytes);
    return {into.data(), *got};
}

std::string_view ByteStream::head()
{
    if (!m_headRead) {
        m_headRead = true;
        std::vector<char> part(kHead);
        while (m_head.size() < kHead) {
            part.resize(kHead - m_head.size());
            const std::string_view got = readBlock(part);
            if (got.empty())
                break;
            m_head.insert(m_head.end(), got.begin(), got.end());
        }
        m_waiting = {m_head.data(), m_head.size()};
        if (m_waiting.starts_with("\xef\xbb\xbf"))
            m_waiting.remove_prefix(3);
    }
    return m_waiting;
}

std::string_view ByteStream::next()
{
    if (const std::string_view first = head(); !first.empty()) {
        m_waiting = {};
        return first;
    }
    m_block.resize(kBlock);
    return readBlock(m_block);
}

} // namespace headroom::core::price_reading
