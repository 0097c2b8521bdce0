// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <monitor/demo/demo_cluster.h>

#include <QElapsedTimer>
#include <QObject>
#include <QTcpServer>
#include <QTimer>

#include <cstdint>
#include <string>
#include <vector>

class QTcpSocket;

namespace headroom::monitor {

// The demo cluster as a real HTTP exporter, on the loopback address only. Paths: /node/N/dcgm and /node/N/vllm for each node,
// /metrics for all in one, /sd for service discovery, / says so. Only GET and HEAD; a client that is slow to ask, or to read,
// is dropped. Lives on the thread that made it.
class DemoExporter : public QObject {
Q_OBJECT

public:
    explicit DemoExporter(const DemoClusterConfig &config, QObject *parent = nullptr);
    ~DemoExporter() override;

    // Port 0: any free one. Error: Network (the port is taken).
    core::Result<void> listen(std::uint16_t port);
    std::uint16_t port() const;

    // The pages of single nodes; together they say everything once.
    std::vector<std::string> targets() const;
    std::string serviceDiscovery() const;
    const DemoCluster &cluster() const { return m_cluster; }

    static constexpr int kMaxConnections = 256;
    static constexpr int kMaxRequestBytes = 16384;
    static constexpr int kPatienceMs = 10000; // to ask, and again to read the answer

private:
    struct Answer {
        int status = 200;
        QByteArray type = QByteArrayLiteral("text/plain; version=0.0.4; charset=utf-8");
        std::string body;
    };

    void accept();
    void read(QTcpSocket *socket);
    void respond(QTcpSocket *socket, const Answer &answer, bool withBody);
    Answer answer(const QByteArray &path);
    void tick();

    DemoCluster m_cluster;
    QTcpServer m_server;
    QElapsedTimer m_clock;
    QTimer m_ticker;
    double m_offsetS = 0.0; // time that was skipped because the machine slept
    int m_connections = 0;
};

} // namespace headroom::monitor
