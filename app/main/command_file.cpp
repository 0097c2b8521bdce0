// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <unistd.h>

namespace headroom::app {

namespace fs = std::filesystem;

core::Result<std::string> readFile(const fs::path &file, std::size_t limit)
{
    const auto failed = [&](core::ErrorCode code, std::string text) {
        return std::unexpected(core::Error{code, std::move(text), file.string(), {}, 0});
    };
    std::error_code problem;
    const auto status = fs::status(file, problem);
    if (status.type() == fs::file_type::not_found)
        return failed(core::ErrorCode::NotFound, "there is no such file");
    if (problem || fs::is_directory(status))
        return failed(core::ErrorCode::Unreadable, problem ? problem.message() : "this is a folder; a file would be accepted");
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return failed(core::ErrorCode::Unreadable, std::strerror(errno));
    std::string content;
    char buffer[65536];
    while (stream.read(buffer, sizeof buffer) || stream.gcount() > 0) {
        content.append(buffer, static_cast<std::size_t>(stream.gcount()));
        if (content.size() > limit)
            return failed(core::ErrorCode::TooLarge, "the file is larger than " + std::to_string(limit / (1024 * 1024)) + " MiB, the most that is read");
    }
    if (stream.bad())
        return failed(core::ErrorCode::Unreadable, std::strerror(errno));
    return content;
}

core::Result<void> writeFile(const fs::path &file, const std::string &content)
{
    const fs::path temporary = file.string() + ".part" + std::to_string(::getpid());
    std::ofstream stream(temporary, std::ios::binary | std::ios::trunc);
    stream << content;
    stream.close();
    std::error_code problem;
    if (stream)
        fs::rename(temporary, file, problem);
    if (!stream || problem) {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        return std::unexpected(core::Error{core::ErrorCode::Unwritable, "cannot be written: " + (problem ? problem.message() : std::string(std::strerror(errno))), file.string(), {}, 0});
    }
    return {};
}

} // namespace headroom::app
