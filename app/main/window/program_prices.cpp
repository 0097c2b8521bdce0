// SPDX-License-Identifier: GPL-3.0-or-later
// The window's prices: what the Library page imports goes through the store's thread into the catalog, and back on undo.
#include "../commands/scenario_baselines.h"
#include "program.h"

#include <core/prices/price_counts.h>
#include <present/texts/error_texts.h>
#include <present/texts/price_texts.h>

#include <algorithm>

namespace headroom::app {

using present::PriceTexts;

void Program::connectPrices()
{
    connectOwnPrices();
    connect(m_libraryPage, &ui::LibraryPage::pricesChosen, this, &Program::storePrices);
    connect(m_libraryPage, &ui::LibraryPage::undoPricesRequested, this, [this] {
        m_pricesSaid.clear();
        m_pricesRequest = m_store.undoPriceImport();
    });
    connect(&m_store, &db::StoreThread::pricesLoaded, this, [this](db::RequestId request, const db::StoredPrices &prices) {
        const auto newest = std::ranges::find(prices.imports, false, &db::PriceImport::undone);
        m_libraryPage->setUndoablePrices(newest == prices.imports.end() ? QString() : QString::fromStdString(newest->source));
        const bool own = request == m_ownPricesRequest;
        if (request != m_pricesRequest && !own)
            return m_libraryPage->ownPrices().setStored(prices); // read at the start: the catalog has them
        (own ? m_ownPricesRequest : m_pricesRequest) = 0;
        auto catalog = m_options.reloadCatalog();
        if (!catalog)
            return m_window->fail(present::ErrorTexts::sentence(catalog.error()));
        useCatalog(*catalog); // every page plans again
        m_libraryPage->ownPrices().setStored(prices);
        if (own)
            return;
        if (m_pricesSaid.isEmpty()) {
            const auto undone = std::ranges::find(prices.imports, true, &db::PriceImport::undone);
            m_window->notify(PriceTexts::undone(undone == prices.imports.end() ? QString() : QString::fromStdString(undone->source)));
        } else {
            m_window->notify(m_pricesSaid, PriceTexts::undoWord(), [this] { emit m_libraryPage->undoPricesRequested(); });
        }
    });
    connect(&m_store, &db::StoreThread::failed, this, [this](db::RequestId request, const core::Error &error) {
        if (request != 0 && request == m_ownPricesRequest) {
            m_ownPricesRequest = 0;
            m_libraryPage->ownPrices().changeFailed(error);
        }
        if (request == 0 || request != m_pricesRequest)
            return;
        m_pricesRequest = 0;
        m_window->fail(present::ErrorTexts::sentence(error));
    });
}

void Program::connectOwnPrices()
{
    present::OwnPrices &own = m_libraryPage->ownPrices();
    connect(&own, &present::OwnPrices::changeRequested, this, [this](const present::OwnPriceChange &change) {
        using Kind = present::OwnPriceChange::Kind;
        switch (change.kind) {
        case Kind::PutContract: m_ownPricesRequest = m_store.putContract(change.contract); break;
        case Kind::RestoreContract: m_ownPricesRequest = m_store.restoreContract(change.contract); break;
        case Kind::RemoveContract: m_ownPricesRequest = m_store.removeContract(change.contract.id); break;
        case Kind::PutRate: m_ownPricesRequest = m_store.putRate(change.rate); break;
        case Kind::RemoveRate: m_ownPricesRequest = m_store.removeRate(change.rate.from, change.rate.to); break;
        }
    });
    connect(&own, &present::OwnPrices::said, this, [this, &own](const QString &text) {
        if (own.canUndo())
            m_window->notify(text, PriceTexts::undoWord(), [&own] { own.undo(); });
        else
            m_window->notify(text);
    });
    connect(&own, &present::OwnPrices::failed, m_window.get(), &ui::MainWindow::fail);
}

void Program::storePrices(const present::PricePreviewPtr &preview, bool alsoDoubted)
{
    const std::vector<core::PricePoint> points = core::pricesToStore(*preview, alsoDoubted);
    db::PriceImport import;
    import.source = preview->sourceName;
    import.format = core::priceFormatId(preview->format);
    import.asOf = preview->asOf;
    import.offers = static_cast<int>(core::countOffers(points));
    m_pricesSaid = PriceTexts::imported(QString::fromStdString(preview->sourceName), static_cast<int>(points.size()));
    m_pricesRequest = m_store.importPrices(import, points);
}

void Program::freezeBaseline(const present::PlanAnswer &answer)
{
    if (m_storeOpen && m_session.documentId() != 0)
        m_library.freeze(baselineOf(*answer.plan, *answer.catalog, m_session.documentId(), db::BaselineCause::Proposal));
}

} // namespace headroom::app
