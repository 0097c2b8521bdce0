// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/savings.h>
#include <core/units/result.h>
#include <present/compare/compare_columns.h>

#include <QObject>
#include <QString>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>

namespace headroom::core {
class PlanningSpace;
}

namespace headroom::present {

// Plans the scenarios that are compared, one after the other, on a thread of its own. A newer request for the same key takes
// the older one's place. The destructor stops what runs and waits for it.
class CompareWorker : public QObject {
Q_OBJECT

public:
    explicit CompareWorker(QObject *parent = nullptr);
    ~CompareWorker() override;

    // GUI thread; each is answered once by a signal on this object's thread, unless a newer one of its key came.
    void plan(const QString &key, const core::Scenario &scenario, std::shared_ptr<const core::Catalog> catalog);
    void advise(const ComparedPlanPtr &now);
    void cancel(const QString &key);
    bool isBusy() const { return m_open > 0; }

signals:
    void planned(const QString &key, const headroom::present::ComparedPlanPtr &compared, const headroom::core::Error &error); // one of both
    void advised(const std::shared_ptr<const headroom::core::SavingsAdvice> &advice);
    void idle();

private:
    struct Request {
        quint64 number = 0;
        QString key;               // empty: advice
        core::Scenario scenario;
        std::shared_ptr<const core::Catalog> catalog;
        ComparedPlanPtr now;
    };
    void push(Request request);
    void work(std::stop_token ending);
    void answer(const Request &request, core::PlanningSpace &space, std::stop_token stop);
    void done();

    quint64 m_number = 0;
    int m_open = 0;                // asked and not yet answered or dropped; GUI thread

    std::mutex m_mutex;            // guards the rest
    std::deque<Request> m_waiting;
    QString m_runningKey;
    bool m_running = false;
    std::stop_source m_stop;       // of what runs
    std::condition_variable_any m_wake;
    std::jthread m_thread;         // last: starts when the rest is there, joins first
};

} // namespace headroom::present
