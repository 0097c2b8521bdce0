// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/plan/plan_answer.h>

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace headroom::present {

// Plans on one thread of its own. A newer request stops the one that runs and takes the place of the one that waits; only the
// newest request is ever answered, so a stale answer is never seen. The first answer is closed form; better ones of the same
// generation follow (simulated, then with the sensitivity) until isFinal, unless a newer request stops them: the worker counts
// as free meanwhile. The destructor stops what runs and waits for it.
class PlanWorker : public QObject {
Q_OBJECT

public:
    explicit PlanWorker(PlanEngine engine, QObject *parent = nullptr);
    ~PlanWorker() override;

    // GUI thread. `generation` is above that of every earlier request.
    void request(quint64 generation, quint64 edit, const core::Scenario &scenario, std::shared_ptr<const core::Catalog> catalog);
    bool isBusy() const { return m_newest != m_answered; }

signals:
    void answered(const headroom::present::PlanAnswerPtr &answer); // on the thread this object lives on

private:
    struct Request {
        quint64 generation = 0;
        quint64 edit = 0;
        core::Scenario scenario;
        std::shared_ptr<const core::Catalog> catalog;
    };
    void work(std::stop_token ending);
    PlanAnswerPtr answer(const Request &request, std::stop_token stop) const;
    PlanAnswerPtr better(const PlanAnswer &before, const std::stop_token &stop) const;
    bool rests(const std::stop_token &stop);
    void post(const PlanAnswerPtr &answer);
    void deliver(const PlanAnswerPtr &answer);

    PlanEngine m_engine;
    quint64 m_newest = 0;      // asked for; GUI thread
    quint64 m_answered = 0;

    std::mutex m_mutex;        // guards the two below
    std::optional<Request> m_waiting;
    std::stop_source m_running;
    std::condition_variable_any m_wake;
    std::jthread m_thread;     // last: starts when the rest is there, joins first
};

} // namespace headroom::present
