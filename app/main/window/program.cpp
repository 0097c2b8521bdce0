// SPDX-License-Identifier: GPL-3.0-or-later
#include "../command_file.h"
#include "program.h"

#include <core/catalog/catalog_loader.h>
#include <core/catalog/hf_import.h>
#include <core/planning/advise_savings.h>
#include <monitor/sources/source_address.h>
#include <present/proposal/proposal_builder.h>
#include <present/spreadsheet/money_workbook.h>
#include <present/spreadsheet/sheet_writers.h>
#include <present/texts/compare_texts.h>
#include <present/texts/costs_texts.h>
#include <present/texts/error_texts.h>
#include <present/texts/library_texts.h>
#include <present/texts/live_texts.h>
#include <present/texts/plan_texts.h>
#include <present/texts/scenario_texts.h>
#include <present/texts/settings_texts.h>
#include <present/texts/shell_texts.h>
#include <present/texts/window_texts.h>
#include <ui/proposal/proposal_pdf.h>
#include <ui/theme/theme.h>

#include <QApplication>
#include <QDate>
#include <QDesktopServices>
#include <QFileInfo>
#include <QFileDialog>
#include <QUrl>

#include <algorithm>
#include <optional>
#include <stop_token>

namespace headroom::app {

using present::WindowTexts;

namespace {

constexpr std::size_t kConfigLimit = 16U << 20U;

QString path(const std::filesystem::path &file)
{
    return QString::fromStdString(file.string());
}

} // namespace

// A proposal between the press of the button and the file.
struct Program::PendingProposal {
    present::PlanAnswerPtr answer;
    QString file;
    std::optional<core::SavingsAdvice> advice;
};

Program::Program(ProgramOptions options, present::Language &language, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_language(language),
      m_store({m_options.storeFolder.empty() ? m_options.dataFolder : m_options.storeFolder, std::chrono::seconds(5), {}, HistoryFeed::fields(), {}}), m_shelf(m_store),
      m_worker(present::coreEngine()), m_session(m_options.catalog, m_worker), m_library(m_shelf, m_session), m_plan(m_session), m_compare(m_session, m_shelf),
      m_secrets(m_options.keyring ? m_options.keyring() : monitor::systemKeyring(), m_options.dataFolder / "secrets.bin"), m_poller(m_secrets.store()),
      m_history(m_store), m_alerts(m_store, m_options.alertRules), m_live([](const std::string &text) { return monitor::parseSourceAddress(text); }),
      m_planWatch(m_session, m_live)
{
    m_library.setCatalog(m_options.catalog);
    makePages();
    connectStore();
    connectPrices();
    connectLive();
    connectWatching();
    connectPlanWatch();
}

Program::~Program()
{
    m_autosave.flush(); // the store's thread carries out what is queued before it ends
}

void Program::makePages()
{
    m_planPage = new ui::PlanPage(m_plan);
    m_scenariosPage = new ui::ScenariosPage(m_library);
    m_costsPage = new ui::MoneyPage(m_session);
    m_comparePage = new ui::ComparePage(m_compare);
    m_livePage = new ui::LivePage(m_live);
    m_libraryPage = new ui::LibraryPage(m_options.catalog, [this](const QString &file) { return importModel(file); });
    m_settingsPage = new ui::SettingsPage;
    const QVector<ui::PageEntry> pages{
        {QStringLiteral("plan"), QStringLiteral("plan"), [] { return WindowTexts::plan(); }, m_planPage, nullptr, false},
        {QStringLiteral("scenarios"), QStringLiteral("folder"), [] { return present::ScenarioTexts::pageTitle(); }, m_scenariosPage, nullptr, false},
        {QStringLiteral("costs"), QStringLiteral("costs"), [] { return present::CostsTexts::pageTitle(); }, m_costsPage, nullptr, false},
        {QStringLiteral("compare"), QStringLiteral("compare"), [] { return present::CompareTexts::pageTitle(); }, m_comparePage, nullptr, false},
        {QStringLiteral("live"), QStringLiteral("live"), [] { return present::LiveTexts::pageTitle(); }, m_livePage, m_livePage->headerWidget(), false},
        {QStringLiteral("library"), QStringLiteral("library"), [] { return present::LibraryTexts::pageTitle(); }, m_libraryPage, m_libraryPage->headerWidget(), false},
        {QStringLiteral("settings"), QStringLiteral("settings"), [] { return present::SettingsTexts::pageTitle(); }, m_settingsPage, m_settingsPage->headerWidget(), true},
    };
    m_window = std::make_unique<ui::MainWindow>(m_session, pages);
    m_window->setCloseGuard([this] { return mayClose(); });
    connect(m_window.get(), &ui::MainWindow::newScenarioRequested, this, [this] {
        core::Scenario scenario;
        scenario.title = present::ScenarioTexts::newTitle().toStdString();
        m_library.createNew(scenario);
        m_window->showPage(QStringLiteral("plan"));
    });
    connect(m_window.get(), &ui::MainWindow::saveRevisionRequested, &m_library, &present::ScenarioLibrary::save);
    connect(m_window.get(), &ui::MainWindow::proposalRequested, this, &Program::saveProposal);
    connect(m_window.get(), &ui::MainWindow::spreadsheetRequested, this, &Program::saveSpreadsheet);
    connect(m_window.get(), &ui::MainWindow::exportPictureRequested, this, &Program::savePicture);
    connect(m_window.get(), &ui::MainWindow::pageShown, this, [this](const QString &id) {
        m_settings.page = id.toStdString();
        if (id == u"scenarios")
            m_library.refresh();
    });
    connect(m_scenariosPage, &ui::ScenariosPage::opened, this, [this] { m_window->showPage(QStringLiteral("plan")); });
    connect(m_libraryPage, &ui::LibraryPage::message, this, [this](const QString &text) { m_window->notify(text); });
    connect(m_libraryPage, &ui::LibraryPage::failed, m_window.get(), &ui::MainWindow::fail);
    connect(m_comparePage, &ui::ComparePage::message, this, [this](const QString &text) { m_window->notify(text); });
    connect(m_comparePage, &ui::ComparePage::failed, this, [this](const core::Error &error) { m_window->fail(present::ErrorTexts::sentence(error)); });
    connect(&m_compare, &present::CompareModel::changed, this, [this] {
        const std::string state = m_compare.state().toStdString();
        if (!m_compareRestored || state == m_settings.compare)
            return; // every figure that comes in is a change, too
        m_settings.compare = state;
        storeSettings();
    });
    connect(m_livePage, &ui::LivePage::message, this, [this](const QString &text) { m_window->notify(text); });
    connect(&m_library, &present::ScenarioLibrary::saved, this, [this](int revision) { m_window->notify(present::ScenarioTexts::saved(revision)); });
    connect(&m_library, &present::ScenarioLibrary::failed, this, [this](const core::Error &error) { m_window->fail(present::ErrorTexts::sentence(error)); });
    connect(&m_session, &present::ScenarioSession::planChanged, this, [this] {
        const present::PlanAnswerPtr answer = m_session.answer();
        m_window->setProposalPossible(answer && answer->plan.has_value());
    });
    connect(m_planPage, &ui::PlanPage::guideFinished, this, [this] {
        m_settings.guideDone = true;
        storeSettings();
    });
    connect(m_settingsPage, &ui::SettingsPage::languageChosen, this, [this](const QString &id) {
        m_settings.language = id.toStdString();
        m_language.select(id == u"system" ? present::Language::idFor(QLocale::system()) : id);
        storeSettings();
    });
    connect(m_settingsPage, &ui::SettingsPage::themeChosen, this, [this](const QString &id) {
        m_settings.theme = id.toStdString();
        applyTheme();
        storeSettings();
    });
    connect(m_settingsPage, &ui::SettingsPage::openFolderRequested, this, [](const QString &folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    connect(m_settingsPage, &ui::SettingsPage::guideRequested, this, [this] {
        m_window->showPage(QStringLiteral("plan"));
        m_planPage->setGuided(true);
    });
    takeSettings(m_settings);
}

void Program::connectStore()
{
    connect(&m_session, &present::ScenarioSession::scenarioChanged, this, [this] {
        if (m_storeOpen && m_session.documentId() != 0 && m_session.state() != present::DocumentState::Saved)
            m_autosave.edit(m_session.documentId(), m_session.scenario());
    });
    connect(&m_autosave, &db::Autosave::due, this, [this](db::ScenarioId id, const core::Scenario &scenario) {
        m_shelf.saveDraft(id, scenario, [this, id, scenario](const core::Result<db::ScenarioSummary> &saved) {
            if (saved)
                return;
            // Kept and tried again, told once: the strip shows one message at a time.
            m_window->fail(present::ErrorTexts::sentence(saved.error()));
            if (m_session.documentId() == id)
                m_autosave.edit(id, m_session.scenario());
        });
    });
    connect(&m_library, &present::ScenarioLibrary::saved, &m_autosave, &db::Autosave::cancel);
    connect(&m_library, &present::ScenarioLibrary::documentOpened, this, [this] {
        m_settings.scenario = m_session.documentId();
        storeSettings();
        if (!m_firstOpened) {
            m_firstOpened = true;
            emit ready();
        }
    });
    connect(&m_store, &db::StoreThread::opened, this, [this](db::RequestId, const db::OpenReport &report) {
        m_storeOpen = true;
        if (!report.backupFile.empty())
            m_window->notify(WindowTexts::migrated(QString::fromStdString(report.backupFile)));
        if (!report.historyAside.empty())
            m_window->warn(WindowTexts::setAside(QString::fromStdString(report.historyAside)));
        if (!report.historyProblem.empty())
            m_window->fail(WindowTexts::noHistory());
        if (m_options.settings)
            m_settingsRequest = m_store.loadSettings();
        m_alerts.restore();
        m_store.listSources();
        m_store.loadPrices();
        openFirst();
    });
    connect(&m_store, &db::StoreThread::settingsLoaded, this, [this](db::RequestId request, const db::Settings &settings) {
        if (request != m_settingsRequest)
            return; // what was saved is older than what the person has done since
        const db::ScenarioId open = m_session.documentId();
        takeSettings(settings);
        if (open != 0)
            m_settings.scenario = open;
    });
    connect(&m_store, &db::StoreThread::setAside, this, [this](db::RequestId, const std::string &file) {
        m_window->warn(WindowTexts::setAside(QString::fromStdString(file)));
        m_store.open();
    });
    connect(&m_store, &db::StoreThread::failed, this, [this](db::RequestId, const core::Error &error) {
        if (m_storeOpen)
            return; // who asked says so
        // Planning goes on without a store; the person is told once what is the matter and what can be done.
        if (error.code == core::ErrorCode::Damaged)
            m_window->notify(present::ErrorTexts::sentence(error), WindowTexts::startFresh(), [this] { m_store.setAsideDamaged(); });
        else
            m_window->fail(present::ErrorTexts::sentence(error));
        if (!m_firstOpened) {
            m_firstOpened = true;
            m_session.openNew(m_options.sample);
            emit ready();
        }
    });
}

void Program::start()
{
    m_store.open();
}

void Program::openFirst()
{
    m_library.refresh();
    m_shelf.list(false, [this](const core::Result<std::vector<db::ScenarioSummary>> &all) {
        if (!all || all->empty()) {
            m_library.createNew(m_options.sample);
            return;
        }
        const auto last = std::ranges::find(*all, m_settings.scenario, &db::ScenarioSummary::id);
        m_library.open(last == all->end() ? std::ranges::max_element(*all, {}, &db::ScenarioSummary::updated)->id : last->id);
    });
}

void Program::takeSettings(const db::Settings &settings)
{
    m_settings = settings;
    if (m_options.settings)
        m_language.select(settings.language == "system" ? present::Language::idFor(QLocale::system()) : QString::fromStdString(settings.language));
    if (m_storeOpen)
        applyTheme();
    ui::SettingsContent content;
    content.language = QString::fromStdString(settings.language);
    content.theme = QString::fromStdString(settings.theme);
    content.dataFolder = path(m_options.dataFolder);
    content.catalog = present::LibraryTexts::catalogVersion(QString::fromStdString(m_options.catalog->version), QString::fromStdString(m_options.catalog->pricesAsOf));
    content.version = QStringLiteral(HEADROOM_VERSION);
    m_settingsPage->setContent(content);
    takeLivePreferences();
    if (m_storeOpen && !m_compareRestored) {
        m_compareRestored = true;
        m_compare.restore(QString::fromStdString(settings.compare), settings.scenario);
    }
    if (m_storeOpen) {
        m_window->restorePlace(QString::fromStdString(settings.windowGeometry));
        m_planPage->setGuided(!settings.guideDone);
        m_window->showPage(QString::fromStdString(settings.page));
    }
}

void Program::storeSettings()
{
    if (m_storeOpen && m_options.settings)
        m_store.saveSettings(m_settings);
}

void Program::applyTheme()
{
    const ui::ThemeMode mode = m_settings.theme == "dark" ? ui::ThemeMode::Dark : m_settings.theme == "light" ? ui::ThemeMode::Light : ui::desktopThemeMode();
    ui::applyTheme(*qApp, mode);
}

void Program::saveProposal()
{
    const present::PlanAnswerPtr answer = m_session.answer();
    if (!answer || !answer->plan)
        return;
    // What would cost less is a dozen plans: they are made while the person chooses a file, and may be later than the choice.
    const auto proposal = std::make_shared<PendingProposal>();
    proposal->answer = answer;
    m_advising = std::jthread([this, proposal](std::stop_token stop) {
        core::SavingsAdvice advice = core::adviseSavings(*proposal->answer->plan, *proposal->answer->catalog, std::move(stop));
        QMetaObject::invokeMethod(this, [this, proposal, advice = std::move(advice)] {
            proposal->advice = advice;
            finishProposal(*proposal);
        }, Qt::QueuedConnection);
    });
    const QString suggested = QString::fromStdString(m_settings.exportFolder) + (m_settings.exportFolder.empty() ? QString() : QStringLiteral("/")) + WindowTexts::proposalFileName();
    proposal->file = QFileDialog::getSaveFileName(m_window.get(), WindowTexts::saveProposalTitle(), suggested, WindowTexts::pdfFilter());
    if (proposal->file.isEmpty())
        m_advising.request_stop();
    else
        finishProposal(*proposal);
}

// Writes once both the file's name and the advice are there.
void Program::finishProposal(const PendingProposal &proposal)
{
    if (proposal.file.isEmpty() || !proposal.advice)
        return;
    const present::PlanAnswer &answer = *proposal.answer;
    const present::FigureFormat format(m_language.locale());
    present::ProposalBuilder builder(*answer.plan, answer.charts, *answer.catalog, format, m_language.locale(), QDate::currentDate());
    builder.setSavings(&*proposal.advice);
    const QString file = proposal.file;
    const auto written = ui::writeProposalPdf(builder.build(), file);
    m_settings.exportFolder = QFileInfo(file).absolutePath().toStdString();
    storeSettings();
    if (written)
        freezeBaseline(answer);
    if (!written)
        m_window->fail(present::ErrorTexts::sentence(written.error()));
    else
        m_window->notify(WindowTexts::written(file), WindowTexts::openFile(), [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
}

void Program::saveSpreadsheet()
{
    const present::PlanAnswerPtr answer = m_session.answer();
    if (!answer || !answer->plan)
        return;
    const QString suggested = QString::fromStdString(m_settings.exportFolder) + (m_settings.exportFolder.empty() ? QString() : QStringLiteral("/")) + WindowTexts::spreadsheetFileName();
    const QString file = QFileDialog::getSaveFileName(m_window.get(), WindowTexts::saveSpreadsheetTitle(), suggested, WindowTexts::xlsxFilter());
    if (file.isEmpty())
        return;
    const auto written = present::writeXlsx(present::MoneyWorkbook(*answer->plan, *answer->catalog).build(), file);
    m_settings.exportFolder = QFileInfo(file).absolutePath().toStdString();
    storeSettings();
    if (!written)
        m_window->fail(present::ErrorTexts::sentence(written.error()));
    else
        m_window->notify(WindowTexts::written(file), WindowTexts::openFile(), [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
}

void Program::savePicture(const QString &page)
{
    const QString file = QFileDialog::getSaveFileName(m_window.get(), WindowTexts::savePictureTitle(), page + QStringLiteral(".png"), WindowTexts::pngFilter());
    if (file.isEmpty())
        return;
    if (m_window->grab().save(file))
        m_window->notify(WindowTexts::written(file));
    else
        m_window->fail(present::ErrorTexts::sentence({core::ErrorCode::Unwritable, {}, file.toStdString(), {}, 0}));
}

bool Program::mayClose()
{
    m_autosave.flush();
    m_settings.windowGeometry = m_window->place().toStdString();
    storeSettings();
    return true; // what is open is a draft in the store; nothing has to be asked
}

core::Result<QString> Program::importModel(const QString &file)
{
    const std::filesystem::path config = file.toStdString();
    const auto text = readFile(config, kConfigLimit);
    if (!text)
        return std::unexpected(text.error());
    const auto quantization = readFile(config.parent_path() / "hf_quant_config.json", kConfigLimit);
    std::string id = config.parent_path().filename().string();
    const std::string name = config.string();
    core::HfConfigText source{*text, {}, name};
    if (quantization)
        source.quantConfig = *quantization;
    const auto model = core::importHfConfig(source, id);
    if (!model)
        return std::unexpected(model.error());
    const std::filesystem::path folder = m_options.dataFolder / "catalog" / "models";
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    const auto written = writeFile(folder / (model->id + ".json"), "{\"models\": [" + core::modelToJson(*model) + "]}\n");
    if (!written)
        return std::unexpected(written.error());
    auto catalog = m_options.reloadCatalog();
    if (!catalog)
        return std::unexpected(catalog.error());
    useCatalog(*catalog);
    return QString::fromStdString(model->name);
}

void Program::useCatalog(const std::shared_ptr<const core::Catalog> &catalog)
{
    m_options.catalog = catalog;
    m_session.setCatalog(catalog);
    m_libraryPage->setCatalog(catalog);
    m_library.setCatalog(catalog);
    m_planWatch.setCatalog(catalog);
}

} // namespace headroom::app
