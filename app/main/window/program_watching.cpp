// SPDX-License-Identifier: GPL-3.0-or-later
// What goes on whether or not the Live page is open: history, alerts; and what the page saves.
#include "program.h"

#include <monitor/alerts/prometheus_rules.h>
#include <present/live/live_csv.h>
#include <present/texts/error_texts.h>
#include <present/texts/live_table_texts.h>
#include <present/texts/window_texts.h>
#include <ui/pages/live/live_sections.h>

#include <QFileDialog>
#include <QFileInfo>
#include <QPixmap>
#include <QSaveFile>

namespace headroom::app {

using present::LiveTableTexts;
using present::WindowTexts;

namespace {

bool writeWhole(const QString &file, const QByteArray &bytes)
{
    QSaveFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit();
}

std::optional<core::Money> priceOf(const std::string &text, const std::string &currency)
{
    const auto code = core::parseCurrency(currency);
    if (text.empty() || !code)
        return std::nullopt;
    const auto price = core::Money::parse(*code, text);
    return price ? std::optional(*price) : std::nullopt;
}

} // namespace

void Program::connectWatching()
{
    connect(&m_poller, &monitor::PollerThread::snapshotReady, &m_history, &HistoryFeed::take);
    connect(&m_store, &db::StoreThread::opened, this, [this] {
        m_live.setPastReader([this](const present::PastQuestion &question, std::function<void(present::PastAnswer)> done) { m_history.read(question, std::move(done)); });
    });
    connect(&m_store, &db::StoreThread::historyFailed, this, [this](const core::Error &error) { m_window->fail(present::ErrorTexts::sentence(error)); });
    connect(&m_poller, &monitor::PollerThread::snapshotReady, &m_alerts, &AlertDesk::take);
    connect(&m_alerts, &AlertDesk::changed, this, [this](const std::vector<present::LiveAlert> &alerts) { m_live.setAlerts(alerts); });
    connect(&m_live, &present::LiveViewModel::sourcesEdited, this, [this](const std::vector<monitor::SourceConfig> &sources) {
        std::vector<std::string> ids;
        for (const monitor::SourceConfig &source : sources)
            ids.push_back(source.id);
        m_alerts.keepSources(ids);
    });
    ui::LiveSections &sections = m_livePage->sections();
    connect(&sections, &ui::LiveSections::acknowledged, &m_alerts, &AlertDesk::acknowledge);
    connect(&sections, &ui::LiveSections::silenced, &m_alerts, &AlertDesk::silence);
    connect(&sections, &ui::LiveSections::rulesExportWanted, this, &Program::saveAlertRules);
    connect(&sections, &ui::LiveSections::ruleSaved, &m_alerts, &AlertDesk::saveRule);
    connect(&sections, &ui::LiveSections::ruleRemoved, &m_alerts, &AlertDesk::removeRule);
    connect(&sections, &ui::LiveSections::rulesResetWanted, &m_alerts, &AlertDesk::resetRules);
    connect(&m_alerts, &AlertDesk::rulesChanged, this, &Program::takeLivePreferences);
    connect(&sections, &ui::LiveSections::preferencesEdited, this, [this](const present::LivePreferences &edited) {
        m_settings.energyPrice = edited.kwhPrice.toStdString();
        m_settings.gpuHourPrice = edited.gpuHourPrice.toStdString();
        m_settings.livePriceCurrency = edited.currency.toStdString();
        m_settings.alertWebhook = edited.webhook.toStdString();
        m_settings.alertNotify = edited.notify;
        storeSettings();
        takeLivePreferences();
    });
    connect(m_livePage, &ui::LivePage::exportWanted, this, &Program::saveLive);
    takeLivePreferences();
}

void Program::takeLivePreferences()
{
    const present::LivePreferences preferences{QString::fromStdString(m_settings.energyPrice), QString::fromStdString(m_settings.gpuHourPrice),
                                               QString::fromStdString(m_settings.livePriceCurrency), QString::fromStdString(m_settings.alertWebhook), m_settings.alertNotify};
    m_livePage->sections().setPreferences(preferences);
    m_alerts.setPreferences(preferences);
    m_live.setFacts({m_options.xids, m_alerts.rules(), priceOf(m_settings.energyPrice, m_settings.livePriceCurrency), priceOf(m_settings.gpuHourPrice, m_settings.livePriceCurrency), m_alerts.shipped()});
}

void Program::saveLive(bool picture)
{
    // What is shown when the button is pressed, not when the dialog ends.
    const present::LiveView shown = m_livePage->shown();
    const QPixmap pixels = picture ? m_livePage->picture() : QPixmap();
    const QString folder = m_settings.exportFolder.empty() ? QString() : QString::fromStdString(m_settings.exportFolder) + QLatin1Char('/');
    const QString file = QFileDialog::getSaveFileName(m_window.get(), picture ? LiveTableTexts::exportPng() : LiveTableTexts::exportCsv(),
                                                      folder + (picture ? QStringLiteral("live.png") : QStringLiteral("live.csv")), picture ? WindowTexts::pngFilter() : LiveTableTexts::csvFilter());
    if (file.isEmpty())
        return;
    m_settings.exportFolder = QFileInfo(file).absolutePath().toStdString();
    storeSettings();
    if (picture ? pixels.save(file, "PNG") : writeWhole(file, present::liveCsv(shown)))
        m_window->notify(WindowTexts::written(file));
    else
        m_window->fail(present::ErrorTexts::sentence({core::ErrorCode::Unwritable, {}, file.toStdString(), {}, 0}));
}

void Program::saveAlertRules()
{
    const QString file = QFileDialog::getSaveFileName(m_window.get(), LiveTableTexts::exportRules(), QStringLiteral("headroom-rules.yaml"), LiveTableTexts::yamlFilter());
    if (file.isEmpty())
        return;
    if (writeWhole(file, QByteArray::fromStdString(monitor::prometheusRules(m_alerts.rules()))))
        m_window->notify(WindowTexts::written(file));
    else
        m_window->fail(present::ErrorTexts::sentence({core::ErrorCode::Unwritable, {}, file.toStdString(), {}, 0}));
}

} // namespace headroom::app
