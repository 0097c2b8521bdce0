// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_exporter.h"

#include "demo_pages.h"

#include <fmt/format.h>

#include <QHostAddress>
#include <QTcpSocket>

#include <algorithm>
#include <charconv>
#include <span>

namespace headroom::monitor {
namespace {

constexpr double kLongestJumpS = 120.0;

const char *reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 400: return "Bad Request";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 431: return "Request Header Fields Too Large";
    case 503: return "Service Unavailable";
    default: return "Error";
    }
}

} // namespace

DemoExporter::DemoExporter(const DemoClusterConfig &config, QObject *parent)
    : QObject(parent)
    , m_cluster(config)
{
    connect(&m_server, &QTcpServer::newConnection, this, &DemoExporter::accept);
    connect(&m_ticker, &QTimer::timeout, this, &DemoExporter::tick);
}

DemoExporter::~DemoExporter() = default;

core::Result<void> DemoExporter::listen(std::uint16_t port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return std::unexpected(core::Error{core::ErrorCode::Network, fmt::format("port {} of 127.0.0.1 cannot be opened: {}; a free port, or 0 for any, would be accepted", port, m_server.errorString().toStdString()), {}, "port", 0});
    m_clock.start();
    // Also without visitors, so that no visitor waits for hours of made-up time.
    m_ticker.start(1000);
    return {};
}

std::uint16_t DemoExporter::port() const
{
    return m_server.serverPort();
}

std::vector<std::string> DemoExporter::targets() const
{
    std::vector<std::string> urls;
    for (std::size_t n = 1; n <= m_cluster.nodes().size(); ++n)
        for (const char *const what : {"dcgm", "vllm"})
            urls.push_back(fmt::format("http://127.0.0.1:{}/node/{}/{}", port(), n, what));
    return urls;
}

std::string DemoExporter::serviceDiscovery() const
{
    return demoServiceDiscovery(m_cluster, port());
}

void DemoExporter::tick()
{
    double now = static_cast<double>(m_clock.elapsed()) / 1000.0 - m_offsetS;
    if (now - m_cluster.seconds() > kLongestJumpS) {
        m_offsetS += now - m_cluster.seconds() - kLongestJumpS;
        now = m_cluster.seconds() + kLongestJumpS;
    }
    m_cluster.advanceTo(now);
}

void DemoExporter::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QObject::destroyed, this, [this] { --m_connections; });
        // One wait for the question and one for the answer to be taken; then the line is cut.
        QTimer::singleShot(2 * kPatienceMs, socket, [socket] { socket->abort(); });
        if (m_connections > kMaxConnections) {
            respond(socket, {503, "text/plain", "too many connections\n"}, true);
            continue;
        }
        QTimer::singleShot(kPatienceMs, socket, [socket] {
            if (!socket->property("answered").toBool())
                socket->abort();
        });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    }
}

void DemoExporter::read(QTcpSocket *socket)
{
    if (socket->property("answered").toBool()) {
        socket->readAll(); // one question a connection
        return;
    }
    const QByteArray seen = socket->peek(kMaxRequestBytes);
    const qsizetype end = seen.indexOf("\r\n\r\n");
    if (end < 0) {
        if (seen.size() >= kMaxRequestBytes)
            respond(socket, {431, "text/plain", "the request is too long\n"}, true);
        return;
    }
    const QList<QByteArray> words = seen.left(seen.indexOf("\r\n")).split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1."))
        return respond(socket, {400, "text/plain", "not an HTTP/1 request\n"}, true);
    if (words[0] != "GET" && words[0] != "HEAD")
        return respond(socket, {405, "text/plain", "only GET and HEAD are answered\n"}, true);
    tick();
    respond(socket, answer(words[1].split('?').first()), words[0] == "GET");
}

void DemoExporter::respond(QTcpSocket *socket, const Answer &answer, bool withBody)
{
    socket->setProperty("answered", true);
    const std::string head = fmt::format("HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n{}\r\n", answer.status, reasonPhrase(answer.status), answer.type.toStdString(),
        answer.body.size(), answer.status == 405 ? "Allow: GET, HEAD\r\n" : "");
    socket->write(head.data(), static_cast<qint64>(head.size()));
    if (withBody)
        socket->write(answer.body.data(), static_cast<qint64>(answer.body.size()));
    socket->disconnectFromHost();
}

DemoExporter::Answer DemoExporter::answer(const QByteArray &path)
{
    if (path == "/metrics")
        return {.body = demoWholePage(m_cluster)};
    if (path == "/sd")
        return {200, "application/json", serviceDiscovery()};
    if (path == "/") {
        Answer index;
        index.type = "text/plain; charset=utf-8";
        index.body = "Headroom demo cluster: every value here is made up.\n/metrics\n/sd\n";
        for (const std::string &url : targets())
            index.body += url.substr(url.find("/node")) + "\n";
        return index;
    }
    const QList<QByteArray> parts = path.split('/');
    if (parts.size() == 4 && parts[0].isEmpty() && parts[1] == "node") {
        bool isNumber = false;
        const int number = parts[2].toInt(&isNumber);
        if (isNumber && number >= 1 && number <= static_cast<int>(m_cluster.nodes().size())) {
            const std::span<const DemoNode> node(&m_cluster.nodes()[static_cast<std::size_t>(number - 1)], 1);
            if (node.front().isDown)
                return {503, "text/plain", "the node is down: an incident of the demo cluster\n"};
            if (parts[3] == "dcgm")
                return {.body = demoDcgmPage(node)};
            if (parts[3] == "vllm")
                return {.body = demoVllmPage(node)};
        }
    }
    return {404, "text/plain", "nothing here; / lists the pages\n"};
}

} // namespace headroom::monitor
