// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/exposition/metrics_page.h>
#include <monitor/mapping/canonical_mapper.h>

namespace headroom::monitor {

// What a saved page says in canonical metrics: values now, and distributions since its exporter started.
MappedPoll mapPage(const MetricsPage &page);

} // namespace headroom::monitor
