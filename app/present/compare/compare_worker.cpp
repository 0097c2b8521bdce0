// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/compare/compare_worker.h>

#include <core/cost/billing.h>
#include <core/planning/advise_savings.h>
#include <core/planning/planning_space.h>
#include <core/planning/refine.h>

#include <algorithm>

namespace headroom::present {

CompareWorker::CompareWorker(QObject *parent) : QObject(parent), m_thread([this](std::stop_token ending) { work(std::move(ending)); }) {}

CompareWorker::~CompareWorker()
{
    m_thread.request_stop();
    {
        const std::lock_guard lock(m_mutex);
        m_stop.request_stop();
    }
    m_wake.notify_all();
    m_thread.join();
}

void CompareWorker::plan(const QString &key, const core::Scenario &scenario, std::shared_ptr<const core::Catalog> catalog)
{
    push({++m_number, key, scenario, std::move(catalog), {}});
}

void CompareWorker::advise(const ComparedPlanPtr &now)
{
    push({++m_number, {}, {}, now->catalog, now});
}

void CompareWorker::cancel(const QString &key)
{
    int dropped = 0;
    {
        const std::lock_guard lock(m_mutex);
        dropped = static_cast<int>(std::erase_if(m_waiting, [&](const Request &waiting) { return waiting.key == key; }));
        if (m_running && m_runningKey == key)
            m_stop.request_stop(); // it is still answered, as cancelled
    }
    m_open -= dropped;
}

void CompareWorker::push(Request request)
{
    cancel(request.key);
    ++m_open;
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(request));
    }
    m_wake.notify_all();
}

void CompareWorker::work(std::stop_token ending)
{
    core::PlanningSpace space;
    for (;;) {
        Request request;
        std::stop_token stop;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, ending, [this] { return !m_waiting.empty(); }))
                return;
            if (ending.stop_requested())
                return;
            request = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_stop = {};
            stop = m_stop.get_token();
            m_runningKey = request.key;
            m_running = true;
        }
        answer(request, space, stop);
        const std::lock_guard lock(m_mutex);
        m_running = false;
    }
}

void CompareWorker::answer(const Request &request, core::PlanningSpace &space, std::stop_token stop)
{
    if (request.now) {
        auto advice = std::make_shared<const core::SavingsAdvice>(core::adviseSavings(request.now->plan, *request.catalog, stop));
        QMetaObject::invokeMethod(this, [this, advice] {
            if (!advice->cancelled)
                emit advised(advice);
            done();
        });
        return;
    }
    auto plan = core::planRefined(request.scenario, *request.catalog, space, stop);
    ComparedPlanPtr compared;
    core::Error error;
    if (plan) {
        auto made = std::make_shared<ComparedPlan>();
        made->plan = *std::move(plan);
        made->catalog = request.catalog;
        if (const core::PlanOption *option = made->shown())
            made->bill = core::billFor(*option, made->plan, *made->catalog);
        compared = made;
    } else {
        error = plan.error();
    }
    QMetaObject::invokeMethod(this, [this, key = request.key, compared, error] {
        if (compared || error.code != core::ErrorCode::Cancelled)
            emit planned(key, compared, error);
        done();
    });
}

void CompareWorker::done()
{
    if (--m_open == 0)
        emit idle();
}

} // namespace headroom::present
