// SPDX-License-Identifier: GPL-3.0-or-later
#include "source.h"

#include "../demo/demo_source.h"
#include "../nvml/nvml_source.h"
#include "../recording/recording_source.h"
#include "discovery_source.h"
#include "page_reader.h"
#include "page_source.h"
#include "prometheus_source.h"

#include <QNetworkProxy>
#include <QUrl>

#include <map>

namespace headroom::monitor {
namespace {

// One set of connections for each proxy; made with the first source that uses it, so that it lives on the thread that polls.
using Managers = std::map<std::string, std::shared_ptr<QNetworkAccessManager>>;

std::shared_ptr<QNetworkAccessManager> managerFor(Managers &managers, const std::string &proxy)
{
    auto &manager = managers[proxy];
    if (manager)
        return manager;
    manager = std::make_shared<QNetworkAccessManager>();
    if (!proxy.empty()) {
        const QUrl url(QString::fromStdString(proxy));
        const bool socks = url.scheme().startsWith(QLatin1String("socks"));
        manager->setProxy(QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(), static_cast<quint16>(url.port(socks ? 1080 : 8080)), url.userName(), url.password()));
    } else {
        manager->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    }
    return manager;
}

} // namespace

SourceFactory sourceFactory(std::shared_ptr<const SecretStore> secrets)
{
    auto managers = std::make_shared<Managers>();
    return [managers, secrets](const SourceConfig &config) -> std::unique_ptr<Source> {
        const SourceNetwork network{managerFor(*managers, config.proxy), secrets};
        switch (config.kind) {
        case SourceKind::Page: return std::make_unique<PageSource>(network, config);
        case SourceKind::Prometheus: return std::make_unique<PrometheusSource>(network, config);
        case SourceKind::Demo: return std::make_unique<DemoSource>(network, config);
        case SourceKind::Recording: return std::make_unique<RecordingSource>(config);
        case SourceKind::Discovery: return std::make_unique<DiscoverySource>(network, config);
        case SourceKind::Nvml: break;
        }
        return std::make_unique<NvmlSource>(config);
    };
}

} // namespace headroom::monitor
