// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/plan/plan_worker.h>

#include <QElapsedTimer>
#include <QMetaObject>

namespace headroom::present {

PlanWorker::PlanWorker(PlanEngine engine, QObject *parent)
    : QObject(parent), m_engine(std::move(engine)), m_thread([this](std::stop_token ending) { work(std::move(ending)); })
{
}

PlanWorker::~PlanWorker()
{
    m_thread.request_stop();
    {
        const std::lock_guard lock(m_mutex);
        m_running.request_stop();
    }
    m_thread.join();
}

void PlanWorker::request(quint64 generation, quint64 edit, const core::Scenario &scenario, std::shared_ptr<const core::Catalog> catalog)
{
    m_newest = generation;
    {
        const std::lock_guard lock(m_mutex);
        m_running.request_stop();
        m_waiting = Request{generation, edit, scenario, std::move(catalog)};
    }
    m_wake.notify_one();
}

void PlanWorker::work(std::stop_token ending)
{
    for (;;) {
        Request request;
        std::stop_token stop;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, ending, [this] { return m_waiting.has_value(); }) || ending.stop_requested())
                return;
            request = *std::move(m_waiting);
            m_waiting.reset();
            m_running = std::stop_source();
            stop = m_running.get_token();
        }
        const PlanAnswerPtr made = answer(request, stop);
        if (stop.stop_requested())
            continue;
        // Runs on this object's thread, or not at all if the object is gone by then.
        QMetaObject::invokeMethod(this, [this, made] { deliver(made); }, Qt::QueuedConnection);
    }
}

PlanAnswerPtr PlanWorker::answer(const Request &request, std::stop_token stop) const
{
    QElapsedTimer timer;
    timer.start();
    auto answer = std::make_shared<PlanAnswer>();
    answer->generation = request.generation;
    answer->edit = request.edit;
    answer->scenario = request.scenario;
    answer->catalog = request.catalog;
    answer->plan = m_engine.plan(request.scenario, *request.catalog, stop);
    if (!stop.stop_requested()) {
        if (const core::PlanOption *shown = answer->shown(); shown && m_engine.charts)
            answer->charts = m_engine.charts(*shown, *answer->plan, *request.catalog);
        if (m_engine.formats)
            answer->formats = m_engine.formats(request.scenario, *request.catalog);
    }
    answer->seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    return answer;
}

void PlanWorker::deliver(const PlanAnswerPtr &answer)
{
    if (answer->generation != m_newest) // a newer one was asked for while this one waited in the event queue
        return;
    m_answered = answer->generation;
    emit answered(answer);
}

} // namespace headroom::present
