// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/plan/plan_worker.h>

#include <QElapsedTimer>
#include <QMetaObject>

#include <chrono>

namespace headroom::present {
namespace {

constexpr std::chrono::milliseconds kRest{120};

} // namespace

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
        PlanAnswerPtr made = answer(request, stop);
        while (!stop.stop_requested()) {
            post(made);
            if (made->isFinal || !rests(stop))
                break;
            made = better(*made, stop);
        }
    }
}

// While a slider moves, the processor belongs to the window: what follows begins when nothing newer has come for a moment.
bool PlanWorker::rests(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, stop, kRest, [this] { return m_waiting.has_value(); });
    return !m_waiting && !stop.stop_requested();
}

// Runs on this object's thread, or not at all if the object is gone by then.
void PlanWorker::post(const PlanAnswerPtr &answer)
{
    QMetaObject::invokeMethod(this, [this, answer] { deliver(answer); }, Qt::QueuedConnection);
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
    answer->isFinal = !answer->plan || (!m_engine.refine && !m_engine.sensitivity);
    answer->seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    return answer;
}

// The next stage: the contenders simulated, then the sensitivity. What cannot be made stays as it was.
PlanAnswerPtr PlanWorker::better(const PlanAnswer &before, const std::stop_token &stop) const
{
    auto answer = std::make_shared<PlanAnswer>(before);
    answer->stage = before.stage == PlanAnswer::Stage::ClosedForm && m_engine.refine ? PlanAnswer::Stage::Simulated : PlanAnswer::Stage::Weighed;
    answer->isFinal = answer->stage == PlanAnswer::Stage::Weighed || !m_engine.sensitivity;
    if (answer->stage == PlanAnswer::Stage::Weighed) {
        if (auto sensitivity = m_engine.sensitivity(*before.plan, *before.catalog, stop))
            answer->sensitivity = *std::move(sensitivity);
        return answer;
    }
    auto plan = m_engine.refine(*before.plan, *before.catalog, stop);
    if (!plan)
        return answer;
    answer->plan = std::move(plan);
    if (const core::PlanOption *shown = answer->shown(); shown && m_engine.charts && !stop.stop_requested())
        answer->charts = m_engine.charts(*shown, *answer->plan, *answer->catalog);
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
