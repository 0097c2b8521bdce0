// SPDX-License-Identifier: GPL-3.0-or-later
#include <db/store/store_thread.h>

#include <QDateTime>
#include <QElapsedTimer>

#include <utility>

namespace headroom::db {

using core::Result;

namespace {

constexpr int kCommitEveryMs = 1000;
constexpr int kWorkMs = 60;          // of a second, for chunks and roll-ups: answers are not kept waiting longer
constexpr int kRetainEvery = 3600;   // seconds

} // namespace

StoreThread::StoreThread(StoreOptions options, QObject *parent) : QObject(parent), m_options(std::move(options))
{
    m_thread.setObjectName(QStringLiteral("store"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

StoreThread::~StoreThread()
{
    // Behind everything that is queued. The connection must be closed on the thread that opened it.
    QMetaObject::invokeMethod(&m_worker, [this] {
        m_ticker.reset();
        m_history.reset();
        m_store.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

template<class T>
RequestId StoreThread::post(std::function<Result<T>()> work, void (StoreThread::*answer)(RequestId, const T &))
{
    const RequestId request = ++m_last;
    QMetaObject::invokeMethod(&m_worker, [this, request, answer, work = std::move(work)] {
        QMetaObject::invokeMethod(this, [this, request, answer, result = work()] {
            if (result)
                emit (this->*answer)(request, *result);
            else
                emit failed(request, result.error());
        }, Qt::QueuedConnection);
    }, Qt::QueuedConnection);
    return request;
}

template<class T>
RequestId StoreThread::withStore(std::function<Result<T>(Store &)> work, void (StoreThread::*answer)(RequestId, const T &))
{
    return post<T>([this, work = std::move(work)]() -> Result<T> {
        if (!m_store)
            return std::unexpected(core::Error{core::ErrorCode::Database, "the database is not open", databaseFile(m_options.folder).string(), {}, 0});
        return work(*m_store);
    }, answer);
}

RequestId StoreThread::open()
{
    return post<OpenReport>([this]() -> Result<OpenReport> {
        m_store.reset(); // its marker must not look like another instance
        auto opened = Store::open(m_options);
        if (!opened)
            return std::unexpected(opened.error());
        m_store = *std::move(opened);
        OpenReport report = m_store->report();
        if (!m_options.historyFields.empty())
            openHistory(report);
        return report;
    }, &StoreThread::opened);
}

void StoreThread::openHistory(OpenReport &report)
{
    m_history.reset();
    const HistoryOptions options{m_options.folder, m_options.historyFields, m_options.historyRetention, m_options.busyTimeout, false};
    auto history = History::open(options);
    if (!history && history.error().code == core::ErrorCode::Damaged) {
        auto aside = setAsideHistory(m_options.folder);
        if (aside) {
            report.historyAside = aside->string();
            history = History::open(options);
        }
    }
    if (!history) {
        report.historyProblem = history.error().detail;
        return;
    }
    m_history = *std::move(history);
    m_ticker = std::make_unique<QTimer>();
    m_ticker->callOnTimeout(&m_worker, [this] { tick(); });
    m_ticker->start(kCommitEveryMs);
}

void StoreThread::tick()
{
    tell(m_history->commit());
    QElapsedTimer timer;
    timer.start();
    for (bool more = true; more && timer.elapsed() < kWorkMs;) {
        const auto worked = m_history->work();
        if (!worked)
            return tell(std::unexpected(worked.error()));
        more = *worked;
    }
    if (m_ticks++ % kRetainEvery == 0)
        tell(m_history->retain(QDateTime::currentMSecsSinceEpoch()));
}

void StoreThread::tell(const Result<void> &done)
{
    const bool before = std::exchange(m_historyFails, !done);
    if (!done && !before)
        QMetaObject::invokeMethod(this, [this, error = done.error()] { emit historyFailed(error); }, Qt::QueuedConnection);
}

RequestId StoreThread::listAlerts()
{
    return withStore<std::vector<StoredAlert>>([](Store &store) { return store.alerts().list(); }, &StoreThread::alertsListed);
}

RequestId StoreThread::putAlerts(const std::vector<StoredAlert> &alerts)
{
    return withStore<int>([alerts](Store &store) -> Result<int> {
        if (auto done = store.alerts().put(alerts); !done)
            return std::unexpected(done.error());
        return static_cast<int>(alerts.size());
    }, &StoreThread::alertsStored);
}

RequestId StoreThread::listAlertRules()
{
    return withStore<std::vector<StoredAlertRule>>([](Store &store) { return store.alerts().rules(); }, &StoreThread::alertRulesListed);
}

RequestId StoreThread::replaceAlertRules(const std::vector<StoredAlertRule> &rules)
{
    return withStore<std::vector<StoredAlertRule>>([rules](Store &store) { return store.alerts().replaceRules(rules); }, &StoreThread::alertRulesListed);
}

void StoreThread::record(const HistoryPoll &poll)
{
    QMetaObject::invokeMethod(&m_worker, [this, poll] {
        if (m_history)
            m_history->record(poll);
    }, Qt::QueuedConnection);
}

RequestId StoreThread::readHistory(const HistoryQuestion &question)
{
    return withStore<HistoryAnswer>([this, question](Store &) -> Result<HistoryAnswer> { return m_history ? m_history->read(question) : HistoryAnswer(); }, &StoreThread::historyRead);
}

RequestId StoreThread::readLastValues(std::uint16_t field)
{
    return withStore<std::vector<HistoryLast>>([this, field](Store &) -> Result<std::vector<HistoryLast>> { return m_history ? m_history->last(field) : std::vector<HistoryLast>(); },
                                               &StoreThread::lastValuesRead);
}

RequestId StoreThread::setAsideDamaged()
{
    return post<std::string>([this]() -> Result<std::string> {
        m_store.reset();
        auto aside = db::setAsideDamaged(m_options.folder);
        if (!aside)
            return std::unexpected(aside.error());
        return aside->string();
    }, &StoreThread::setAside);
}

RequestId StoreThread::listScenarios(bool removed)
{
    return withStore<std::vector<ScenarioSummary>>([=](Store &store) { return store.scenarios().list(removed); }, &StoreThread::scenariosListed);
}

RequestId StoreThread::loadScenario(ScenarioId id)
{
    return withStore<StoredScenario>([=](Store &store) { return store.scenarios().load(id); }, &StoreThread::scenarioLoaded);
}

RequestId StoreThread::createScenario(const core::Scenario &scenario)
{
    return withStore<ScenarioSummary>([=](Store &store) { return store.scenarios().create(scenario); }, &StoreThread::scenarioChanged);
}

RequestId StoreThread::createDraft(const core::Scenario &scenario)
{
    return withStore<ScenarioSummary>([=](Store &store) { return store.scenarios().createDraft(scenario); }, &StoreThread::scenarioChanged);
}

RequestId StoreThread::saveDraft(ScenarioId id, const core::Scenario &scenario)
{
    return withStore<ScenarioSummary>([=](Store &store) { return store.scenarios().saveDraft(id, scenario); }, &StoreThread::scenarioChanged);
}

RequestId StoreThread::discardDraft(ScenarioId id)
{
    return withStore<ScenarioSummary>([=](Store &store) { return store.scenarios().discardDraft(id); }, &StoreThread::scenarioChanged);
}

RequestId StoreThread::saveRevision(ScenarioId id, const core::Scenario &scenario)
{
    return withStore<ScenarioSummary>([=](Store &store) { return store.scenarios().save(id, scenario); }, &StoreThread::scenarioChanged);
}

RequestId StoreThread::renameScenario(ScenarioId id, const std::string &title)
{
    return withStore<ScenarioSummary>([=](Store &store) { return store.scenarios().rename(id, title); }, &StoreThread::scenarioChanged);
}

RequestId StoreThread::duplicateScenario(ScenarioId id, const std::string &title)
{
    return withStore<ScenarioSummary>([=](Store &store) { return store.scenarios().duplicate(id, title); }, &StoreThread::scenarioChanged);
}

RequestId StoreThread::removeScenario(ScenarioId id)
{
    return withStore<ScenarioSummary>([=](Store &store) { return store.scenarios().remove(id); }, &StoreThread::scenarioChanged);
}

RequestId StoreThread::undoRemoveScenario(ScenarioId id)
{
    return withStore<ScenarioSummary>([=](Store &store) { return store.scenarios().undoRemove(id); }, &StoreThread::scenarioChanged);
}

RequestId StoreThread::restoreRevision(ScenarioId id, int number)
{
    return withStore<ScenarioSummary>([=](Store &store) { return store.scenarios().restore(id, number); }, &StoreThread::scenarioChanged);
}

RequestId StoreThread::importScenario(const std::filesystem::path &file)
{
    return withStore<ScenarioSummary>([=](Store &store) { return store.scenarios().importFrom(file); }, &StoreThread::scenarioChanged);
}

RequestId StoreThread::exportScenario(ScenarioId id, const std::filesystem::path &file)
{
    return withStore<std::string>([=](Store &store) -> Result<std::string> {
        if (auto done = store.scenarios().exportTo(id, file); !done)
            return std::unexpected(done.error());
        return file.string();
    }, &StoreThread::scenarioExported);
}

RequestId StoreThread::listHistory(ScenarioId id)
{
    return withStore<std::vector<Revision>>([=](Store &store) { return store.scenarios().history(id); }, &StoreThread::historyListed);
}

RequestId StoreThread::loadRevision(ScenarioId id, int number)
{
    return withStore<core::Scenario>([=](Store &store) { return store.scenarios().revision(id, number); }, &StoreThread::revisionLoaded);
}

RequestId StoreThread::loadSettings()
{
    return withStore<Settings>([](Store &store) { return store.settings().load(); }, &StoreThread::settingsLoaded);
}

RequestId StoreThread::saveSettings(const Settings &settings)
{
    return withStore<Settings>([=](Store &store) -> Result<Settings> {
        if (auto done = store.settings().save(settings); !done)
            return std::unexpected(done.error());
        return settings;
    }, &StoreThread::settingsLoaded);
}

RequestId StoreThread::listSources()
{
    return withStore<std::vector<StoredSource>>([](Store &store) { return store.sources().list(); }, &StoreThread::sourcesListed);
}

RequestId StoreThread::putSource(const StoredSource &source)
{
    return withStore<std::vector<StoredSource>>([=](Store &store) -> Result<std::vector<StoredSource>> {
        if (auto done = store.sources().put(source); !done)
            return std::unexpected(done.error());
        return store.sources().list();
    }, &StoreThread::sourcesListed);
}

RequestId StoreThread::removeSource(std::int64_t id)
{
    return withStore<std::vector<StoredSource>>([=](Store &store) -> Result<std::vector<StoredSource>> {
        if (auto done = store.sources().remove(id); !done)
            return std::unexpected(done.error());
        return store.sources().list();
    }, &StoreThread::sourcesListed);
}

RequestId StoreThread::loadPrices()
{
    return withStore<StoredPrices>([](Store &store) { return store.prices().load(); }, &StoreThread::pricesLoaded);
}

template<class Change>
RequestId StoreThread::changePrices(Change change)
{
    return withStore<StoredPrices>([=](Store &store) -> Result<StoredPrices> {
        if (auto done = change(store.prices()); !done)
            return std::unexpected(done.error());
        return store.prices().load();
    }, &StoreThread::pricesLoaded);
}

RequestId StoreThread::importPrices(const PriceImport &import, const std::vector<core::PricePoint> &points)
{
    return changePrices([=](PriceStore &prices) { return prices.addImport(import, points); });
}

RequestId StoreThread::undoPriceImport()
{
    return changePrices([](PriceStore &prices) { return prices.undoImport(); });
}

RequestId StoreThread::putContract(const core::PriceContract &contract)
{
    return changePrices([=](PriceStore &prices) { return prices.putContract(contract); });
}

RequestId StoreThread::removeContract(std::int64_t id)
{
    return changePrices([=](PriceStore &prices) { return prices.removeContract(id); });
}

RequestId StoreThread::restoreContract(const core::PriceContract &contract)
{
    return changePrices([=](PriceStore &prices) { return prices.restoreContract(contract); });
}

RequestId StoreThread::removeRate(core::Currency from, core::Currency to)
{
    return changePrices([=](PriceStore &prices) { return prices.removeRate(from, to); });
}

RequestId StoreThread::putRate(const core::ExchangeRate &rate)
{
    return changePrices([=](PriceStore &prices) { return prices.putRate(rate); });
}

RequestId StoreThread::freezeBaseline(const Baseline &baseline)
{
    return withStore<std::vector<Baseline>>([=](Store &store) -> Result<std::vector<Baseline>> {
        if (auto done = store.baselines().freeze(baseline); !done)
            return std::unexpected(done.error());
        return store.baselines().list(baseline.scenarioId);
    }, &StoreThread::baselinesListed);
}

RequestId StoreThread::bindLive(const Baseline &baseline, const std::string &source)
{
    return withStore<std::vector<LiveBinding>>([=](Store &store) -> Result<std::vector<LiveBinding>> {
        if (auto done = store.baselines().bind(baseline, source); !done)
            return std::unexpected(done.error());
        return store.baselines().bindings();
    }, &StoreThread::bindingsListed);
}

RequestId StoreThread::unbindLive(ScenarioId scenario)
{
    return withStore<std::vector<LiveBinding>>([=](Store &store) -> Result<std::vector<LiveBinding>> {
        if (auto done = store.baselines().unbind(scenario); !done)
            return std::unexpected(done.error());
        return store.baselines().bindings();
    }, &StoreThread::bindingsListed);
}

RequestId StoreThread::listBindings()
{
    return withStore<std::vector<LiveBinding>>([](Store &store) { return store.baselines().bindings(); }, &StoreThread::bindingsListed);
}

RequestId StoreThread::listBaselines(ScenarioId scenario)
{
    return withStore<std::vector<Baseline>>([=](Store &store) { return store.baselines().list(scenario); }, &StoreThread::baselinesListed);
}

} // namespace headroom::db
