// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <monitor/sources/secret_store.h>
#include <monitor/values/snapshot.h>
#include <monitor/values/source_config.h>

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace headroom::monitor {

// What sources share: connections (with one proxy or none), and secrets, which may be none.
struct SourceNetwork {
    std::shared_ptr<QNetworkAccessManager> manager;
    std::shared_ptr<const SecretStore> secrets;
};

struct HttpOutcome {
    FailureReason reason = FailureReason::None;
    std::string detail;      // a sentence where it failed
    int status = 0;          // of the last answer; 0 where there was none
    QByteArray contentType;  // of the last answer, in lower case
};

// Fetches one address at a time and hands over its body in pieces, decompressed, at most `maxBytes` of them. Follows up to
// five redirects, never from https to http, and sends credentials only to the server that they are for. Time limits are the
// caller's. Lives on the thread of its manager.
class HttpGet : public QObject {
Q_OBJECT

public:
    static constexpr int kMaxRedirects = 5;

    // Gets the pieces of a body with status 200; false: no more is wanted, and the outcome is a success.
    using Consumer = std::function<bool(const QByteArray &)>;

    HttpGet(SourceNetwork network, const SourceConfig &config, QObject *parent = nullptr);
    ~HttpGet() override;

    // `form` is sent as a POST with that body, else GET. With `wantErrorBody` the body of other statuses is handed over too.
    void start(const QUrl &url, const QByteArray &accept, Consumer consumer, const QByteArray &form = {}, bool wantErrorBody = false);
    void abort();
    void setMaxBytes(qint64 bytes) { m_maxBytes = bytes; }
    QByteArray contentType() const; // of the answer that is being read, in lower case

signals:
    void done(const headroom::monitor::HttpOutcome &outcome);

private:
    void send(const QUrl &url);
    void readSome();
    void replyFinished();
    bool follow(const QUrl &from);
    void succeed();
    void fail(FailureReason reason, std::string detail);
    void finish(HttpOutcome outcome);
    void release();
    core::Result<void> authorize(QNetworkRequest &request) const;
    core::Result<void> secure();
    int status() const;

    SourceNetwork m_network;
    SourceConfig m_config;
    QPointer<QNetworkReply> m_reply;
    QUrl m_first;
    QByteArray m_accept;
    QByteArray m_form;
    Consumer m_consumer;
    std::optional<QSslConfiguration> m_tls;
    qint64 m_maxBytes = qint64(64) << 20;
    qint64 m_received = 0;
    int m_redirects = 0;
    bool m_wantErrorBody = false;
};

} // namespace headroom::monitor
