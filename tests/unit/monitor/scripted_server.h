// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <functional>

namespace headroom::test {

// A server on the loopback address that answers each request as a test says: with bytes, with nothing, or without end.
class ScriptedServer : public QObject {
public:
    // Gets the whole head of the request; writes what it likes to the socket.
    using Script = std::function<void(QTcpSocket &, const QByteArray &request)>;

    explicit ScriptedServer(Script script)
        : m_script(std::move(script))
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                ++connections;
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                QObject::connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                    const QByteArray seen = socket->peek(1 << 20);
                    const qsizetype end = seen.indexOf("\r\n\r\n");
                    if (end < 0)
                        return;
                    const qsizetype lengthAt = seen.toLower().indexOf("content-length:");
                    const qsizetype body = lengthAt < 0 || lengthAt > end ? 0 : seen.mid(lengthAt + 15, seen.indexOf("\r\n", lengthAt) - lengthAt - 15).trimmed().toLongLong();
                    if (seen.size() < end + 4 + body)
                        return;
                    last = socket->readAll();
                    ++requests;
                    m_script(*socket, last);
                });
            }
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    QString url(const QString &path = QStringLiteral("/metrics")) const { return QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path); }
    quint16 port() const { return m_server.serverPort(); }
    void close() { m_server.close(); }

    // A complete answer, after which the line is cut.
    static void answer(QTcpSocket &socket, const QByteArray &body, const QByteArray &type = "text/plain; version=0.0.4", const QByteArray &status = "200 OK", const QByteArray &headers = {})
    {
        socket.write("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n" + headers + "\r\n" + body);
        socket.disconnectFromHost();
    }

    // Writes a piece whenever the last one is gone, until the other side has had enough.
    static void pour(QTcpSocket &socket, const QByteArray &piece)
    {
        QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket, piece] {
            if (socket.bytesToWrite() < (1 << 20))
                socket.write(piece);
        });
        socket.write(piece);
    }

    int connections = 0;
    int requests = 0;
    QByteArray last;

private:
    Script m_script;
    QTcpServer m_server;
};

} // namespace headroom::test
