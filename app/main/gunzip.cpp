// SPDX-License-Identifier: GPL-3.0-or-later
#include "gunzip.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace headroom::app {
namespace {

constexpr int kGzip = 15 + 16; // the largest window, with gzip's header

// Ends what inflateInit2 began.
struct Inflation {
    z_stream stream{};
    bool begun = inflateInit2(&stream, kGzip) == Z_OK;

    Inflation() = default;
    ~Inflation()
    {
        if (begun)
            inflateEnd(&stream);
    }
    Inflation(const Inflation &) = delete;
    Inflation &operator=(const Inflation &) = delete;
};

} // namespace

bool isGzip(std::string_view bytes)
{
    return bytes.starts_with("\x1f\x8b");
}

core::Result<std::string> gunzip(std::string_view bytes, std::size_t maxBytes, const std::string &file)
{
    const auto damaged = [&file](const char *why) { return std::unexpected(core::Error{core::ErrorCode::Damaged, fmt::format("{}; a whole gzip file would be accepted", why), file, {}, 0}); };
    std::string text;
    std::array<char, 64 * 1024> piece{};
    while (!bytes.empty()) {
        if (!isGzip(bytes)) // zeros behind the last member are padding of a tape or a block device
            return std::ranges::all_of(bytes, [](char c) { return c == '\0'; }) ? core::Result<std::string>(std::move(text)) : damaged("something that is no gzip stands behind the compressed page");
        Inflation inflation;
        if (!inflation.begun)
            return std::unexpected(core::Error{core::ErrorCode::NotAvailable, "there is not enough memory to unpack it", file, {}, 0});
        z_stream &stream = inflation.stream;
        int state = Z_OK;
        bool full = false; // there may be more of what was read
        while (state != Z_STREAM_END) {
            if (stream.avail_in == 0 && !full) {
                if (bytes.empty())
                    return damaged("the compressed page is broken off");
                const std::size_t some = std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max());
                stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data())); // zlib only reads it
                stream.avail_in = static_cast<uInt>(some);
                bytes.remove_prefix(some);
            }
            stream.next_out = reinterpret_cast<Bytef *>(piece.data());
            stream.avail_out = static_cast<uInt>(piece.size());
            state = inflate(&stream, Z_NO_FLUSH);
            if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
                return damaged("the compressed page is not as its checksum says");
            const std::size_t got = piece.size() - stream.avail_out;
            full = stream.avail_out == 0;
            if (text.size() + got > maxBytes)
                return std::unexpected(core::Error{core::ErrorCode::TooLarge, fmt::format("unpacked, the page is over {} MiB; at most that would be accepted", maxBytes >> 20U), file, {}, 0});
            text.append(piece.data(), got);
        }
        bytes = std::string_view(reinterpret_cast<const char *>(stream.next_in), stream.avail_in + bytes.size());
    }
    return text;
}

} // namespace headroom::app
