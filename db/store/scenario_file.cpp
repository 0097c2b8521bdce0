// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/scenario_json.h>
#include <db/store/scenario_file.h>

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fmt/format.h>

namespace headroom::db {
namespace {

constexpr qint64 kMostBytes = 1 << 20;

std::unexpected<core::Error> fileError(core::ErrorCode code, const std::filesystem::path &file, std::string detail)
{
    return std::unexpected(core::Error{code, std::move(detail), file.string(), {}, 0});
}

} // namespace

core::Result<core::Scenario> readScenarioFile(const std::filesystem::path &path)
{
    QFile file(QString::fromStdString(path.string()));
    const QFileInfo info(file);
    if (!info.exists())
        return fileError(core::ErrorCode::NotFound, path, "there is no such file: a SCENARIO.json would be accepted");
    if (info.isDir() || !file.open(QIODevice::ReadOnly))
        return fileError(core::ErrorCode::Unreadable, path, "it cannot be read: a SCENARIO.json that you may read would be accepted");
    const QByteArray text = file.read(kMostBytes + 1); // pipes and the like do not tell their size
    if (file.error() != QFile::NoError)
        return fileError(core::ErrorCode::Unreadable, path, fmt::format("it cannot be read: {}", file.errorString().toStdString()));
    return core::scenarioFromJson(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), path.string());
}

core::Result<void> writeScenarioFile(const std::filesystem::path &path, const core::Scenario &scenario)
{
    const std::string text = core::scenarioToJson(scenario);
    QSaveFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit())
        return fileError(core::ErrorCode::Unwritable, path, fmt::format("it cannot be written ({}): a file in a folder that you may write would be accepted", file.errorString().toStdString()));
    return {};
}

} // namespace headroom::db
