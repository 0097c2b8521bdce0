// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <db/store/store.h>

#include <QObject>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace headroom::db {

using RequestId = quint64;   // above 0, rising

// The one thread that owns the database. Calls return at once and are carried out in their order; each is answered by exactly
// one signal with its id, on the thread this object lives on. Before open() has succeeded every call is answered by failed().
// The destructor carries out what is queued, closes the store and waits for it.
class StoreThread : public QObject {
Q_OBJECT

public:
    explicit StoreThread(StoreOptions options, QObject *parent = nullptr);
    ~StoreThread() override;

    RequestId open();                // opened
    RequestId setAsideDamaged();     // setAside; then open() makes a fresh store

    RequestId listScenarios(bool removed = false);                                  // scenariosListed
    RequestId loadScenario(ScenarioId id);                                          // scenarioLoaded
    RequestId createScenario(const core::Scenario &scenario);                       // scenarioChanged, like all that follow
    RequestId createDraft(const core::Scenario &scenario);
    RequestId saveDraft(ScenarioId id, const core::Scenario &scenario);
    RequestId discardDraft(ScenarioId id);
    RequestId saveRevision(ScenarioId id, const core::Scenario &scenario);
    RequestId renameScenario(ScenarioId id, const std::string &title);
    RequestId duplicateScenario(ScenarioId id, const std::string &title);
    RequestId removeScenario(ScenarioId id);
    RequestId undoRemoveScenario(ScenarioId id);
    RequestId restoreRevision(ScenarioId id, int number);
    RequestId importScenario(const std::filesystem::path &file);
    RequestId exportScenario(ScenarioId id, const std::filesystem::path &file);     // scenarioExported
    RequestId listHistory(ScenarioId id);                                           // historyListed
    RequestId loadRevision(ScenarioId id, int number);                              // revisionLoaded

    RequestId loadSettings();                          // settingsLoaded
    RequestId saveSettings(const Settings &settings);  // settingsLoaded, with what is stored now
    RequestId listSources();                           // sourcesListed
    RequestId putSource(const StoredSource &source);   // sourcesListed, with the change
    RequestId removeSource(std::int64_t id);           // sourcesListed, with the change

    RequestId loadPrices();                                                                          // pricesLoaded, like all that follow
    RequestId importPrices(const PriceImport &import, const std::vector<core::PricePoint> &points);
    RequestId undoPriceImport();
    RequestId putContract(const core::PriceContract &contract);
    RequestId removeContract(std::int64_t id);
    RequestId restoreContract(const core::PriceContract &contract);
    RequestId putRate(const core::ExchangeRate &rate);
    RequestId removeRate(core::Currency from, core::Currency to);

    RequestId freezeBaseline(const Baseline &baseline);   // baselinesListed, with the new one
    RequestId listBaselines(ScenarioId scenario);         // baselinesListed
    RequestId bindLive(const Baseline &baseline, const std::string &source);   // bindingsListed, like the two that follow
    RequestId unbindLive(ScenarioId scenario);
    RequestId listBindings();
    RequestId listAlerts();                                    // alertsListed
    RequestId putAlerts(const std::vector<StoredAlert> &alerts); // alertsStored, with how many
    RequestId listAlertRules();                                // alertRulesListed
    RequestId replaceAlertRules(const std::vector<StoredAlertRule> &rules); // alertRulesListed, with these

    // The history: polls are on disk within a second or so. Not answered; what goes wrong is told by historyFailed().
    void record(const HistoryPoll &poll);
    RequestId readHistory(const HistoryQuestion &question); // historyRead
    RequestId readLastValues(std::uint16_t field);          // lastValuesRead

signals:
    void opened(headroom::db::RequestId request, const headroom::db::OpenReport &report);
    void setAside(headroom::db::RequestId request, const std::string &file);
    void scenariosListed(headroom::db::RequestId request, const std::vector<headroom::db::ScenarioSummary> &scenarios);
    void scenarioLoaded(headroom::db::RequestId request, const headroom::db::StoredScenario &scenario);
    void scenarioChanged(headroom::db::RequestId request, const headroom::db::ScenarioSummary &scenario);
    void scenarioExported(headroom::db::RequestId request, const std::string &file);
    void historyListed(headroom::db::RequestId request, const std::vector<headroom::db::Revision> &revisions);
    void revisionLoaded(headroom::db::RequestId request, const headroom::core::Scenario &scenario);
    void settingsLoaded(headroom::db::RequestId request, const headroom::db::Settings &settings);
    void sourcesListed(headroom::db::RequestId request, const std::vector<headroom::db::StoredSource> &sources);
    void pricesLoaded(headroom::db::RequestId request, const headroom::db::StoredPrices &prices);
    void baselinesListed(headroom::db::RequestId request, const std::vector<headroom::db::Baseline> &baselines);
    void bindingsListed(headroom::db::RequestId request, const std::vector<headroom::db::LiveBinding> &bindings);
    void alertsListed(headroom::db::RequestId request, const std::vector<headroom::db::StoredAlert> &alerts);
    void alertsStored(headroom::db::RequestId request, const int &count);
    void alertRulesListed(headroom::db::RequestId request, const std::vector<headroom::db::StoredAlertRule> &rules);
    void historyRead(headroom::db::RequestId request, const headroom::db::HistoryAnswer &answer);
    void lastValuesRead(headroom::db::RequestId request, const std::vector<headroom::db::HistoryLast> &values);
    void historyFailed(const headroom::core::Error &error); // once, until it works again
    void failed(headroom::db::RequestId request, const headroom::core::Error &error);

private:
    template<class T>
    RequestId post(std::function<core::Result<T>()> work, void (StoreThread::*answer)(RequestId, const T &));
    template<class Change>
    RequestId changePrices(Change change);
    template<class T>
    RequestId withStore(std::function<core::Result<T>(Store &)> work, void (StoreThread::*answer)(RequestId, const T &));

    void openHistory(OpenReport &report); // these three on m_thread
    void tick();
    void tell(const core::Result<void> &done);

    StoreOptions m_options;
    QThread m_thread;
    QObject m_worker;                // lives on m_thread: the queue
    std::unique_ptr<Store> m_store;  // these are touched on m_thread only
    std::unique_ptr<History> m_history;
    std::unique_ptr<QTimer> m_ticker;
    int m_ticks = 0;
    bool m_historyFails = false;
    RequestId m_last = 0;
};

} // namespace headroom::db
