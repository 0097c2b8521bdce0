// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_get.h"
#include "page_reader.h"

#include <monitor/mapping/canonical_mapper.h>
#include <monitor/sources/source.h>

#include <QElapsedTimer>

#include <memory>
#include <string>

namespace headroom::monitor {

// A metrics page over HTTP, read while it arrives.
class PageSource final : public Source {
Q_OBJECT

public:
    // `node` names the machine in samples that do not; empty: host and port of the address.
    PageSource(SourceNetwork network, const SourceConfig &config, std::string node = {}, QObject *parent = nullptr);
    ~PageSource() override;

    void fetch() override;
    void cancel() override;

private:
    bool read(const QByteArray &piece);
    void finish(const HttpOutcome &outcome);

    SourceConfig m_config;
    CanonicalMapper m_mapper;
    std::unique_ptr<PageReader> m_reader;
    HttpGet m_get;
    QElapsedTimer m_clock;
};

// "host:port", and the path where it is not the usual one: what tells one page from another when nothing in it does.
std::string nodeNameOf(const QUrl &url);

} // namespace headroom::monitor
