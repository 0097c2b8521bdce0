// SPDX-License-Identifier: GPL-3.0-or-later
#include "price_files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <sys/stat.h>

namespace headroom::app {
namespace {

std::string isoDate(std::time_t time)
{
    std::tm local{};
    ::localtime_r(&time, &local);
    char text[16];
    return std::strftime(text, sizeof text, "%Y-%m-%d", &local) > 0 ? text : std::string();
}

} // namespace

core::Result<PriceFile> openPriceFile(const std::filesystem::path &file)
{
    const auto failed = [&](core::ErrorCode code, std::string text) { return std::unexpected(core::Error{code, std::move(text), file.string(), {}, 0}); };
    struct stat status{};
    if (::stat(file.c_str(), &status) != 0)
        return failed(errno == ENOENT ? core::ErrorCode::NotFound : core::ErrorCode::Unreadable, errno == ENOENT ? "there is no such file" : std::strerror(errno));
    if (S_ISDIR(status.st_mode))
        return failed(core::ErrorCode::Unreadable, "this is a folder; a file would be accepted");
    auto stream = std::make_shared<std::ifstream>(file, std::ios::binary);
    if (!*stream)
        return failed(core::ErrorCode::Unreadable, std::strerror(errno));
    PriceFile opened;
    opened.bytes = static_cast<std::uint64_t>(status.st_size);
    opened.date = isoDate(status.st_mtime);
    opened.read = [stream, name = file.string()](std::span<char> block) -> core::Result<std::size_t> {
        stream->read(block.data(), static_cast<std::streamsize>(block.size()));
        if (stream->bad())
            return std::unexpected(core::Error{core::ErrorCode::Unreadable, "the file cannot be read to its end", name, {}, 0});
        return static_cast<std::size_t>(stream->gcount());
    };
    return opened;
}

std::string today()
{
    return isoDate(std::time(nullptr));
}

} // namespace headroom::app
