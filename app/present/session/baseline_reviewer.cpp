// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/session/baseline_reviewer.h>

#include <core/planning/baseline.h>

#include <QMetaObject>

namespace headroom::present {

BaselineReviewer::BaselineReviewer(QObject *parent) : QObject(parent) {}

BaselineReviewer::~BaselineReviewer()
{
    ++m_generation;
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void BaselineReviewer::review(const db::Baseline &baseline)
{
    m_thread.request_stop(); // planning looks at it within a millisecond
    if (m_thread.joinable())
        m_thread.join();
    if (!m_catalog)
        return;
    const quint64 generation = ++m_generation;
    m_thread = std::jthread([this, generation, baseline, catalog = m_catalog](const std::stop_token &stop) {
        auto made = core::reviewBaseline(baseline.scenario, baseline.plan, *catalog, stop);
        if (!made || stop.stop_requested())
            return; // a stored plan that cannot be read is shown without a comparison
        QMetaObject::invokeMethod(this, [this, generation, id = baseline.id, review = *std::move(made)] {
            if (generation == m_generation)
                emit reviewed(id, review);
        }, Qt::QueuedConnection);
    });
}

} // namespace headroom::present
