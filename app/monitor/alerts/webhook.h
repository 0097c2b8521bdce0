// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/poller/poll_clock.h>
#include <monitor/values/alert.h>

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace headroom::monitor {

// What is posted: the JSON that Alertmanager's receivers know (version 4), with one alert.
QByteArray webhookBody(const Alert &alert, const std::string &summary);

// Posts alerts to an address, one at a time and in order. Bounded: at most 100 wait, then the oldest is given up; each is
// tried four times, with rising pauses, then given up. Never blocks; lives on a thread with an event loop.
class Webhook : public QObject {
Q_OBJECT

public:
    static constexpr std::size_t kMostWaiting = 100;
    static constexpr int kTries = 4;

    explicit Webhook(QObject *parent = nullptr);
    explicit Webhook(std::shared_ptr<PollClock> clock, QObject *parent = nullptr);

    // http or https; anything else switches it off. What waits for another address is given up.
    void setAddress(const QUrl &address);
    void send(const QByteArray &body);
    std::size_t waiting() const { return m_queue.size(); }

signals:
    void delivered();
    void gaveUp(const QString &reason); // English, for the log

private:
    void next();
    void post();
    void answered(QNetworkReply *reply);

    std::shared_ptr<PollClock> m_clock;
    QNetworkAccessManager m_network;
    QUrl m_address;
    std::deque<QByteArray> m_queue;
    int m_tries = 0;
    bool m_busy = false;
    std::uint64_t m_round = 0; // an answer to another address is none
};

} // namespace headroom::monitor
