// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/live_view.h>

#include <QByteArray>

namespace headroom::present {

// What a view shows, as a table for other programs (RFC 4180, UTF-8, in SI units): of charts a row for each moment and line
// ("time,quantity,series,value"), then the section's tables with their headings.
QByteArray liveCsv(const LiveView &view);

} // namespace headroom::present
