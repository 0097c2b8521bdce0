// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus_address.h"

namespace headroom::monitor {

QUrl prometheusUrl(const QUrl &server, const QString &endpoint)
{
    QString path = server.path();
    const auto chopSlashes = [&path] {
        while (path.endsWith(QLatin1Char('/')))
            path.chop(1);
    };
    chopSlashes();
    for (const QLatin1String page :
         {QLatin1String("/api/v1/query"), QLatin1String("/api/v1/query_range"), QLatin1String("/api/v1/metadata"), QLatin1String("/api/v1"),
          QLatin1String("/graph"), QLatin1String("/query")})
        if (path.endsWith(page)) {
            path.chop(page.size());
            break;
        }
    chopSlashes();
    QUrl url = server;
    url.setPath(path + QLatin1String("/api/v1/") + endpoint);
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

} // namespace headroom::monitor
