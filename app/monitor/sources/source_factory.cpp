// SPDX-License-Identifier: GPL-3.0-or-later
#include "source.h"

#include "../demo/demo_source.h"
#include "../recording/recording_source.h"
#include "page_reader.h"
#include "page_source.h"
#include "prometheus_source.h"

#include <QTimer>

namespace headroom::monitor {
namespace {

class UnavailableSource final : public Source {
public:
    UnavailableSource() = default;

    void fetch() override
    {
        QTimer::singleShot(0, this, [this] {
            emit finished(failedSnapshot(FailureReason::NotAvailable, "the GPUs of this machine (nvml:) are not in this build; the URL of a metrics page, prometheus+URL, demo: or a recording would be accepted"));
        });
    }
    void cancel() override {}
};

} // namespace

SourceFactory sourceFactory()
{
    // Made with the first source, so that it lives on the thread that polls.
    auto network = std::make_shared<std::shared_ptr<QNetworkAccessManager>>();
    return [network](const SourceConfig &config) -> std::unique_ptr<Source> {
        if (!*network)
            *network = std::make_shared<QNetworkAccessManager>();
        switch (config.kind) {
        case SourceKind::Page: return std::make_unique<PageSource>(*network, config);
        case SourceKind::Prometheus: return std::make_unique<PrometheusSource>(*network, config);
        case SourceKind::Demo: return std::make_unique<DemoSource>(*network, config);
        case SourceKind::Recording: return std::make_unique<RecordingSource>(config);
        case SourceKind::Nvml: break;
        }
        return std::make_unique<UnavailableSource>();
    };
}

} // namespace headroom::monitor
