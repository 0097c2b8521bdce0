// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alert_desk.h"
#include "history_feed.h"
#include "store_shelf.h"

#include <core/catalog/catalog.h>
#include <db/store/autosave.h>
#include <monitor/poller/poller_thread.h>
#include <monitor/secrets/secret_keeper.h>
#include <present/compare/compare_model.h>
#include <present/i18n/language.h>
#include <present/live/live_view_model.h>
#include <present/live/plan_watch.h>
#include <present/plan/plan_view_model.h>
#include <present/session/scenario_library.h>
#include <ui/main_window.h>
#include <ui/pages/compare/compare_page.h>
#include <ui/pages/library/library_page.h>
#include <ui/pages/live/live_page.h>
#include <ui/pages/money/money_page.h>
#include <ui/pages/plan/plan_page.h>
#include <ui/pages/scenarios/scenarios_page.h>
#include <ui/pages/settings/settings_page.h>

#include <QObject>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <thread>

namespace headroom::app {

// What the window needs from outside.
struct ProgramOptions {
    std::filesystem::path dataFolder;
    std::shared_ptr<const core::Catalog> catalog;
    std::function<core::Result<std::shared_ptr<const core::Catalog>>()> reloadCatalog;   // after a model was imported
    std::vector<monitor::AlertRule> alertRules;
    std::map<int, monitor::XidFact> xids;
    core::Scenario sample;         // opened where nothing is stored yet
    std::filesystem::path storeFolder;   // of the database; empty: dataFolder
    std::function<std::unique_ptr<monitor::Keyring>()> keyring;   // empty: the system's
    bool settings = true;          // false: language, theme and place are the caller's, whatever is stored (pictures)
};

// What ships with the program; the defaults, or nothing, where it cannot be read.
core::Scenario sampleScenario();
std::vector<monitor::AlertRule> shippedAlertRules();
std::map<int, monitor::XidFact> shippedXids();

// The window with everything behind it: the store's thread with autosave, the planner's thread, the I/O thread that polls,
// the pages. The only place that knows them all. GUI thread.
class Program : public QObject {
Q_OBJECT

public:
    Program(ProgramOptions options, present::Language &language, QObject *parent = nullptr);
    ~Program() override;

    ui::MainWindow &window() { return *m_window; }
    present::ScenarioSession &session() { return m_session; }
    present::LiveViewModel &live() { return m_live; }
    present::CompareModel &compare() { return m_compare; }
    // For who measures: what is said of the sources, and where it is kept.
    monitor::PollerThread &poller() { return m_poller; }
    db::StoreThread &store() { return m_store; }
    // Opens the store, then the last scenario, or the sample where none is stored or there is no store to be had.
    void start();

signals:
    void ready();   // the first scenario is open

private:
    void makePages();
    void connectStore();
    void connectLive();
    void connectSecrets();
    void storeSources(const std::vector<monitor::SourceConfig> &sources);
    void connectWatching();
    void takeLivePreferences();
    void saveLive(bool picture);
    void saveAlertRules();
    void takeSettings(const db::Settings &settings);
    void storeSettings();
    void openFirst();
    struct PendingProposal;
    void saveProposal();
    void finishProposal(const PendingProposal &proposal);
    void saveSpreadsheet();
    void savePicture(const QString &page);
    bool mayClose();
    core::Result<QString> importModel(const QString &file);
    void connectPrices();
    void connectOwnPrices();
    void storePrices(const present::PricePreviewPtr &preview, bool alsoDoubted);
    void useCatalog(const std::shared_ptr<const core::Catalog> &catalog);
    void freezeBaseline(const present::PlanAnswer &answer);
    void connectPlanWatch();
    void applyTheme();

    ProgramOptions m_options;
    present::Language &m_language;
    db::StoreThread m_store;
    StoreShelf m_shelf;
    db::Autosave m_autosave;
    present::PlanWorker m_worker;
    present::ScenarioSession m_session;
    present::ScenarioLibrary m_library;
    present::PlanViewModel m_plan;
    present::CompareModel m_compare;
    monitor::SecretKeeper m_secrets;
    monitor::PollerThread m_poller;
    HistoryFeed m_history;
    AlertDesk m_alerts;
    present::LiveViewModel m_live;
    present::PlanWatch m_planWatch;
    db::RequestId m_bindRequest = 0;     // the binding to a live source, or its end, under way
    bool m_bindEnds = false;
    db::Settings m_settings;
    std::map<std::string, db::StoredSource> m_storedSources;   // by the id that polling knows
    db::RequestId m_settingsRequest = 0; // of the settings at the start
    db::RequestId m_pricesRequest = 0;   // the change of prices under way
    db::RequestId m_ownPricesRequest = 0;
    QString m_pricesSaid;                // what is said when it is done
    bool m_storeOpen = false;
    bool m_firstOpened = false;
    bool m_compareRestored = false;      // not before what is stored is known
    ui::PlanPage *m_planPage = nullptr;
    ui::ScenariosPage *m_scenariosPage = nullptr;
    ui::MoneyPage *m_costsPage = nullptr;
    ui::ComparePage *m_comparePage = nullptr;
    ui::LivePage *m_livePage = nullptr;
    ui::LibraryPage *m_libraryPage = nullptr;
    ui::SettingsPage *m_settingsPage = nullptr;
    std::unique_ptr<ui::MainWindow> m_window;
    std::jthread m_advising;   // for a proposal; last, so that it ends first
};

} // namespace headroom::app
