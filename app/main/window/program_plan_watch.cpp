// SPDX-License-Identifier: GPL-3.0-or-later
// The open scenario bound to a live source: what is frozen then is stored as a proposal's baseline is.
#include "../commands/scenario_baselines.h"
#include "program.h"

#include <present/texts/error_texts.h>
#include <present/texts/plan_watch_texts.h>
#include <ui/pages/live/plan_watch_card.h>

namespace headroom::app {

using present::PlanWatchTexts;

void Program::connectPlanWatch()
{
    m_planWatch.setCatalog(m_options.catalog);
    m_livePage->addToOverview(new ui::PlanWatchCard(m_planWatch, m_live));
    connect(&m_store, &db::StoreThread::opened, this, [this] { m_store.listBindings(); });
    connect(&m_planWatch, &present::PlanWatch::bindRequested, this, [this](const QString &source) {
        const present::PlanAnswerPtr answer = m_session.answer();
        if (!m_storeOpen || m_session.documentId() == 0 || !answer || !answer->plan)
            return;
        m_bindEnds = false;
        m_bindRequest = m_store.bindLive(baselineOf(*answer->plan, *answer->catalog, m_session.documentId(), db::BaselineCause::LiveSource), source.toStdString());
    });
    connect(&m_planWatch, &present::PlanWatch::unbindRequested, this, [this] {
        m_bindEnds = true;
        m_bindRequest = m_store.unbindLive(m_session.documentId());
    });
    connect(&m_store, &db::StoreThread::bindingsListed, this, [this](db::RequestId request, const std::vector<db::LiveBinding> &bindings) {
        m_planWatch.setBindings(bindings);
        if (request == m_bindRequest)
            m_window->notify(m_bindEnds ? PlanWatchTexts::letGo() : PlanWatchTexts::bound());
    });
    connect(&m_store, &db::StoreThread::failed, this, [this](db::RequestId request, const core::Error &error) {
        if (request != 0 && request == m_bindRequest)
            m_window->fail(present::ErrorTexts::sentence(error));
    });
}

} // namespace headroom::app
