// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace headroom::monitor {

// Where a server that speaks the Prometheus API answers `endpoint` ("query"): the person's address may be that of the server,
// of the API, of one of its questions or of the page with the graphs; Mimir and VictoriaMetrics keep the API under a prefix,
// which is part of the address (http://mimir/prometheus, http://vm:8481/select/0/prometheus).
QUrl prometheusUrl(const QUrl &server, const QString &endpoint);

} // namespace headroom::monitor
