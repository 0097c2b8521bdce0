// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_address.h"

#include <QFileInfo>
#include <QString>
#include <QUrl>

#include <charconv>
#include <optional>

namespace headroom::monitor {
namespace {

constexpr int kMaxDemoNodes = 64;
constexpr int kMaxDemoGpusPerNode = 16;
constexpr std::string_view kAccepted =
    "the URL of a metrics page (http://HOST:9400/metrics), prometheus+URL, file_sd+PATH, http_sd+URL, nvml:, demo: or the path of a recording would be accepted";

core::Error refused(std::string_view text, std::string_view why)
{
    std::string shown(text.substr(0, 200));
    return {core::ErrorCode::BadValue, "'" + shown + "' " + std::string(why) + "; " + std::string(kAccepted), {}, "source", 0};
}

QUrl webAddress(std::string_view text)
{
    return QUrl(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), QUrl::StrictMode);
}

bool isWeb(const QUrl &url)
{
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty() && (scheme == QLatin1String("http") || scheme == QLatin1String("https"));
}

std::optional<int> wholeNumber(std::string_view text, int most)
{
    int value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size() || value < 1 || value > most)
        return std::nullopt;
    return value;
}

core::Result<SourceConfig> demo(std::string_view text, std::string_view size)
{
    SourceConfig config;
    config.kind = SourceKind::Demo;
    if (!size.empty()) {
        const std::size_t cross = size.find('x');
        const auto nodes = wholeNumber(size.substr(0, cross), kMaxDemoNodes);
        const auto gpus = cross == std::string_view::npos ? std::optional(config.demoGpusPerNode) : wholeNumber(size.substr(cross + 1), kMaxDemoGpusPerNode);
        if (!nodes || !gpus)
            return std::unexpected(refused(text, "does not say 1 to 64 nodes with 1 to 16 GPUs each, as demo:4x8"));
        config.demoNodes = *nodes;
        config.demoGpusPerNode = *gpus;
    }
    config.id = sourceAddress(config);
    return config;
}

} // namespace

core::Result<SourceConfig> parseSourceAddress(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    if (text.empty())
        return std::unexpected(refused(text, "is empty"));
    SourceConfig config;
    if (text.starts_with("nvml:")) {
        config.kind = SourceKind::Nvml;
        config.address = std::string(text.substr(5));
        config.id = sourceAddress(config);
        return config;
    }
    if (text.starts_with("demo:"))
        return demo(text, text.substr(5));
    if (text.starts_with("prometheus+")) {
        const QUrl url = webAddress(text.substr(11));
        if (!isWeb(url))
            return std::unexpected(refused(text, "is not the URL of a Prometheus server"));
        config.kind = SourceKind::Prometheus;
        config.address = std::string(text.substr(11));
        config.id = sourceAddress(config);
        return config;
    }
    if (text.starts_with("file_sd+") || text.starts_with("http_sd+")) {
        const std::string_view list = text.substr(8);
        if (list.empty() || (text.starts_with("http") && !isWeb(webAddress(list))))
            return std::unexpected(refused(text, "names no list of targets"));
        config.kind = SourceKind::Discovery;
        config.address = std::string(list);
        config.id = sourceAddress(config);
        return config;
    }
    if (text.find("://") != std::string_view::npos) {
        if (!isWeb(webAddress(text)))
            return std::unexpected(refused(text, "is not an http or https URL"));
        config.address = std::string(text);
        config.id = sourceAddress(config);
        return config;
    }
    const QString path = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    // A file wins over "host:port": whoever names an existing file means it.
    if (QFileInfo::exists(path) || text.find(':') == std::string_view::npos) {
        config.kind = SourceKind::Recording;
        config.address = std::string(text);
        config.id = sourceAddress(config);
        return config;
    }
    QUrl url = webAddress("http://" + std::string(text));
    if (!isWeb(url))
        return std::unexpected(refused(text, "is neither a URL nor a file"));
    if (url.path().isEmpty() || url.path() == QLatin1String("/"))
        url.setPath(QStringLiteral("/metrics"));
    config.address = url.toString().toStdString();
    config.id = sourceAddress(config);
    return config;
}

std::string sourceAddress(const SourceConfig &config)
{
    const auto bare = [&config] { return webAddress(config.address).toString(QUrl::RemoveUserInfo).toStdString(); };
    switch (config.kind) {
    case SourceKind::Page: return bare();
    case SourceKind::Prometheus: return "prometheus+" + bare();
    case SourceKind::Nvml: return "nvml:" + config.address;
    case SourceKind::Discovery: return config.address.starts_with("http://") || config.address.starts_with("https://") ? "http_sd+" + bare() : "file_sd+" + config.address;
    case SourceKind::Demo: return "demo:" + std::to_string(config.demoNodes) + "x" + std::to_string(config.demoGpusPerNode);
    case SourceKind::Recording: return config.address;
    }
    return {};
}

} // namespace headroom::monitor
