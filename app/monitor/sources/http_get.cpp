// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_get.h"

#include "page_reader.h"

#include <fmt/format.h>

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace headroom::monitor {
namespace {

constexpr qint64 kBufferBytes = qint64(1) << 20;

std::string shown(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo).left(500).toStdString();
}

// Nothing of what a person keeps secret may end up in a header by accident of a line break.
bool isHeaderText(const QByteArray &text)
{
    return !text.isEmpty() && !text.contains('\r') && !text.contains('\n') && !text.contains('\0');
}

bool sameServer(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

} // namespace

HttpGet::HttpGet(SourceNetwork network, const SourceConfig &config, QObject *parent)
    : QObject(parent)
    , m_network(std::move(network))
    , m_config(config)
{
}

HttpGet::~HttpGet()
{
    release();
}

void HttpGet::start(const QUrl &url, const QByteArray &accept, Consumer consumer, const QByteArray &form, bool wantErrorBody)
{
    release();
    m_first = url;
    m_accept = accept;
    m_form = form;
    m_consumer = std::move(consumer);
    m_wantErrorBody = wantErrorBody;
    m_received = 0;
    m_redirects = 0;
    send(url);
}

void HttpGet::abort()
{
    release();
}

void HttpGet::release()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

core::Result<void> HttpGet::authorize(QNetworkRequest &request) const
{
    const auto secret = [](const std::string &variable) -> core::Result<QByteArray> {
        const QByteArray value = qgetenv(variable.c_str());
        if (!isHeaderText(value))
            return std::unexpected(core::Error{core::ErrorCode::BadValue, fmt::format("the environment variable {} holds no secret; its value would be sent", variable), {}, variable, 0});
        return value;
    };
    const auto stored = [this](const std::string &name) -> core::Result<QByteArray> {
        const auto value = m_network.secrets ? m_network.secrets->secret(name) : std::nullopt;
        const QByteArray bytes = value ? QByteArray::fromStdString(*value) : QByteArray();
        if (!isHeaderText(bytes))
            return std::unexpected(core::Error{core::ErrorCode::BadValue, fmt::format("the secret '{}' is not there; entering it again, or unlocking the keyring, would be accepted", name), {}, name, 0});
        return bytes;
    };
    if (!m_config.tenant.empty())
        request.setRawHeader("X-Scope-OrgID", QByteArray::fromStdString(m_config.tenant));
    if (!m_config.bearerSecret.empty()) {
        const auto token = stored(m_config.bearerSecret);
        if (!token)
            return std::unexpected(token.error());
        request.setRawHeader("Authorization", "Bearer " + *token);
    } else if (!m_config.basicSecret.empty()) {
        const auto pair = stored(m_config.basicSecret);
        if (!pair)
            return std::unexpected(pair.error());
        request.setRawHeader("Authorization", "Basic " + pair->toBase64());
    } else if (!m_config.bearerEnv.empty()) {
        const auto token = secret(m_config.bearerEnv);
        if (!token)
            return std::unexpected(token.error());
        request.setRawHeader("Authorization", "Bearer " + *token);
    } else if (!m_config.basicEnv.empty()) {
        const auto pair = secret(m_config.basicEnv);
        if (!pair)
            return std::unexpected(pair.error());
        request.setRawHeader("Authorization", "Basic " + pair->toBase64());
    } else if (!m_first.userName().isEmpty()) {
        request.setRawHeader("Authorization", "Basic " + (m_first.userName() + QLatin1Char(':') + m_first.password()).toUtf8().toBase64());
    }
    return {};
}

core::Result<void> HttpGet::secure()
{
    if (m_tls || (m_config.caFile.empty() && m_config.certFile.empty()))
        return {};
    const auto unreadable = [](const std::string &path, const char *what) {
        return std::unexpected(core::Error{core::ErrorCode::Unreadable, fmt::format("{} holds no {}; a PEM file would be accepted", path, what), path, {}, 0});
    };
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!m_config.caFile.empty()) {
        const auto certificates = QSslCertificate::fromPath(QString::fromStdString(m_config.caFile));
        if (certificates.isEmpty())
            return unreadable(m_config.caFile, "certificate");
        tls.setCaCertificates(certificates);
    }
    if (!m_config.certFile.empty()) {
        const auto certificates = QSslCertificate::fromPath(QString::fromStdString(m_config.certFile));
        if (certificates.isEmpty())
            return unreadable(m_config.certFile, "certificate");
        QFile file(QString::fromStdString(m_config.keyFile));
        const QByteArray pem = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        QSslKey key(pem, QSsl::Rsa);
        if (key.isNull())
            key = QSslKey(pem, QSsl::Ec);
        if (key.isNull())
            return unreadable(m_config.keyFile, "private key");
        tls.setLocalCertificateChain(certificates);
        tls.setPrivateKey(key);
    }
    m_tls = tls;
    return {};
}

void HttpGet::send(const QUrl &url)
{
    QUrl bare = url;
    bare.setUserInfo(QString());
    QNetworkRequest request(bare);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", m_accept);
    request.setRawHeader("User-Agent", "Headroom");
    // Our own limit counts what comes out of the decompression, so Qt's guess at a bomb is not needed.
    request.setDecompressedSafetyCheckThreshold(-1);
    if (const auto ok = secure(); !ok)
        return fail(FailureReason::File, ok.error().detail);
    if (m_tls)
        request.setSslConfiguration(*m_tls);
    if (sameServer(url, m_first))
        if (const auto ok = authorize(request); !ok)
            return fail(FailureReason::Unauthorized, ok.error().detail);
    if (m_form.isEmpty()) {
        m_reply = m_network.manager->get(request);
    } else {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-www-form-urlencoded"));
        m_reply = m_network.manager->post(request, m_form);
    }
    m_reply->setReadBufferSize(kBufferBytes);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpGet::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &HttpGet::replyFinished);
}

int HttpGet::status() const
{
    return m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

QByteArray HttpGet::contentType() const
{
    return m_reply ? m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray().toLower() : QByteArray();
}

void HttpGet::readSome()
{
    const QByteArray piece = m_reply->readAll();
    m_received += piece.size();
    if (m_received > m_maxBytes)
        return fail(FailureReason::TooLarge, fmt::format("the answer of {} is larger than {} MiB and was cut off; a page or answer of at most that size would be accepted", shown(m_first), m_maxBytes >> 20));
    if (piece.isEmpty() || (status() != 200 && !m_wantErrorBody) || status() / 100 == 3)
        return;
    if (!m_consumer(piece) && m_reply)
        succeed();
}

bool HttpGet::follow(const QUrl &from)
{
    const QByteArray location = m_reply->rawHeader("Location");
    const QUrl target = from.resolved(QUrl::fromEncoded(location));
    const bool web = target.scheme() == QLatin1String("http") || target.scheme() == QLatin1String("https");
    const bool downgrade = from.scheme() == QLatin1String("https") && target.scheme() == QLatin1String("http");
    if (location.isEmpty() || !target.isValid() || !web || downgrade) {
        fail(FailureReason::Redirects, fmt::format("{} redirects to somewhere that is not followed ('{}'); {}", shown(from), shown(target), kAcceptedPage));
        return false;
    }
    if (++m_redirects > kMaxRedirects) {
        fail(FailureReason::Redirects, fmt::format("{} redirects more than {} times; {}", shown(m_first), kMaxRedirects, kAcceptedPage));
        return false;
    }
    release();
    m_received = 0;
    send(target);
    return true;
}

void HttpGet::replyFinished()
{
    const auto error = m_reply->error();
    const int code = status();
    if (code == 301 || code == 302 || code == 303 || code == 307 || code == 308) {
        follow(m_reply->url());
        return;
    }
    if (code == 401 || code == 403)
        return fail(FailureReason::Unauthorized, fmt::format("{} answers {}: not allowed; a token (--bearer-env) or user and password (--basic-env) may be needed", shown(m_first), code));
    if (error != QNetworkReply::NoError && (code == 0 || code == 200)) {
        const std::string why = m_reply->errorString().toStdString();
        switch (error) {
        case QNetworkReply::SslHandshakeFailedError: return fail(FailureReason::Tls, fmt::format("no secure connection to {}: {}; --ca accepts the certificate of an own authority", shown(m_first), why));
        case QNetworkReply::TimeoutError: return fail(FailureReason::Timeout, fmt::format("{} did not answer in time", shown(m_first)));
        case QNetworkReply::HostNotFoundError: return fail(FailureReason::Down, fmt::format("the host {} is not known; an existing host name or address would be accepted", m_first.host().toStdString()));
        default: return fail(FailureReason::Down, fmt::format("no answer from {}: {}; the address of a running server would be accepted", shown(m_first), why));
        }
    }
    if (m_reply->bytesAvailable() > 0) {
        readSome();
        if (!m_reply)
            return;
    }
    if (code != 200 && !m_wantErrorBody)
        return fail(FailureReason::HttpStatus, fmt::format("{} answers with status {}; {}", shown(m_first), code, kAcceptedPage));
    succeed();
}

void HttpGet::succeed()
{
    finish({FailureReason::None, {}, status(), {}});
}

void HttpGet::fail(FailureReason reason, std::string detail)
{
    finish({reason, std::move(detail), status(), {}});
}

void HttpGet::finish(HttpOutcome outcome)
{
    outcome.contentType = contentType();
    release();
    emit done(outcome);
}

} // namespace headroom::monitor
