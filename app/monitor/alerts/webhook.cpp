// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhook.h"

#include "../recording/snapshot_json.h"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <nlohmann/json.hpp>

namespace headroom::monitor {
namespace {

constexpr int kTimeoutMs = 10000;
constexpr std::chrono::milliseconds kPauses[] = {std::chrono::seconds(2), std::chrono::seconds(15), std::chrono::seconds(60)};

} // namespace

QByteArray webhookBody(const Alert &alert, const std::string &summary)
{
    using Json = nlohmann::ordered_json;
    const bool over = alert.state == AlertState::Resolved;
    Json labels{{"alertname", alert.ruleId}, {"severity", alertSeverityName(alert.severity)}, {"source", alert.sourceId}};
    const std::pair<const char *, const std::string *> parts[] = {{"node", &alert.subject.node}, {"uuid", &alert.subject.gpuUuid}, {"gpu_model", &alert.subject.gpuModel},
        {"model", &alert.subject.modelName}, {"engine", &alert.subject.engine}, {"replica", &alert.subject.replica}};
    for (const auto &[name, text] : parts)
        if (!text->empty())
            labels[name] = *text;
    if (alert.subject.gpuIndex >= 0)
        labels["gpu"] = std::to_string(alert.subject.gpuIndex);
    Json one{{"status", over ? "resolved" : "firing"}, {"labels", labels}, {"annotations", {{"summary", summary}, {"value", std::to_string(alert.value)}}},
             {"startsAt", isoTime(alert.firedMs > 0 ? alert.firedMs : alert.sinceMs)}, {"endsAt", over ? isoTime(alert.resolvedMs) : "0001-01-01T00:00:00Z"}};
    const Json body{{"version", "4"}, {"receiver", "headroom"}, {"status", over ? "resolved" : "firing"}, {"groupLabels", {{"alertname", alert.ruleId}}}, {"alerts", Json::array({one})}};
    return QByteArray::fromStdString(body.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Webhook::Webhook(QObject *parent) : Webhook(std::make_shared<SystemPollClock>(), parent) {}

Webhook::Webhook(std::shared_ptr<PollClock> clock, QObject *parent) : QObject(parent), m_clock(std::move(clock))
{
    m_network.setTransferTimeout(kTimeoutMs);
}

void Webhook::setAddress(const QUrl &address)
{
    const bool fits = address.isValid() && (address.scheme() == u"http" || address.scheme() == u"https") && !address.host().isEmpty();
    const QUrl now = fits ? address : QUrl();
    if (now == m_address)
        return;
    m_address = now;
    m_queue.clear();
    m_tries = 0;
    m_busy = false;
    ++m_round;
}

void Webhook::send(const QByteArray &body)
{
    if (m_address.isEmpty())
        return;
    if (m_queue.size() >= kMostWaiting) {
        // The one under way stays: it is the oldest, and half of its way is behind it.
        m_queue.erase(m_queue.begin() + (m_busy ? 1 : 0));
        emit gaveUp(QStringLiteral("too many alerts wait for the webhook"));
    }
    m_queue.push_back(body);
    next();
}

void Webhook::next()
{
    if (m_busy || m_queue.empty())
        return;
    m_busy = true;
    m_tries = 0;
    post();
}

void Webhook::post()
{
    ++m_tries;
    QNetworkRequest request(m_address);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkReply *reply = m_network.post(request, m_queue.front());
    connect(reply, &QNetworkReply::finished, this, [this, reply, round = m_round] {
        reply->deleteLater();
        if (round == m_round)
            answered(reply);
    });
}

void Webhook::answered(QNetworkReply *reply)
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply->error() == QNetworkReply::NoError && status >= 200 && status < 300) {
        m_queue.pop_front();
        m_busy = false;
        emit delivered();
        next();
        return;
    }
    // A server that says that the request itself is wrong will say so again.
    const bool hopeless = status >= 400 && status < 500 && status != 408 && status != 429;
    if (hopeless || m_tries >= kTries) {
        m_queue.pop_front();
        m_busy = false;
        emit gaveUp(status > 0 ? QStringLiteral("the webhook answers with status %1").arg(status) : reply->errorString());
        next();
        return;
    }
    m_clock->after(kPauses[m_tries - 1], this, [this, round = m_round] {
        if (round == m_round)
            post();
    });
}

} // namespace headroom::monitor
