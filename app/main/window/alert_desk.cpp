// SPDX-License-Identifier: GPL-3.0-or-later
#include "alert_desk.h"

#include "history_feed.h"

#include <monitor/alerts/alert_json.h>
#include <monitor/alerts/rule_overlay.h>
#include <monitor/recording/subject_json.h>
#include <present/live/live_facts.h>
#include <present/texts/live_table_texts.h>

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace headroom::app {

namespace {
constexpr int kTickMs = 5000;
} // namespace

AlertDesk::AlertDesk(db::StoreThread &store, std::vector<monitor::AlertRule> rules, QObject *parent) : QObject(parent), m_store(store), m_shipped(std::move(rules))
{
    m_engine.setRules(m_shipped);
    connect(&store, &db::StoreThread::alertsListed, this, [this](db::RequestId request, const std::vector<db::StoredAlert> &stored) {
        if (request != m_listing)
            return;
        std::vector<monitor::Alert> alerts;
        for (const db::StoredAlert &one : stored)
            if (auto alert = monitor::alertFromJson(one.content)) // what another version wrote stays stored
                alerts.push_back(*std::move(alert));
        m_engine.restore(alerts);
        m_restored = true;
        // What fired before the store was open.
        std::vector<db::StoredAlert> now;
        for (const monitor::Alert &alert : m_engine.alerts())
            now.push_back({monitor::alertKey(alert), monitor::alertToJson(alert)});
        m_store.putAlerts(now);
        publish();
    });
    connect(&store, &db::StoreThread::alertRulesListed, this, [this](db::RequestId request, const std::vector<db::StoredAlertRule> &stored) {
        if (request != m_listingRules)
            return;
        monitor::RuleChanges changes;
        for (const db::StoredAlertRule &one : stored)
            changes.emplace_back(one.id, one.content);
        setRules(monitor::rulesWith(m_shipped, changes));
    });
    connect(&store, &db::StoreThread::lastValuesRead, this, [this](db::RequestId request, const std::vector<db::HistoryLast> &values) {
        if (request != m_lastXids)
            return;
        std::vector<monitor::AlertEngine::KnownCode> codes;
        for (const db::HistoryLast &one : values)
            if (const auto subject = monitor::subjectFromText(one.subject); subject && !one.source.starts_with("demo:"))
                codes.push_back({one.source, *subject, static_cast<int>(std::lround(one.value))});
        follow(m_engine.knowCodes(codes, QDateTime::currentMSecsSinceEpoch()), false);
    });
    m_ticker.setInterval(kTickMs);
    connect(&m_ticker, &QTimer::timeout, this, [this] { follow(m_engine.tick(QDateTime::currentMSecsSinceEpoch()), false); });
    m_ticker.start();
}

void AlertDesk::restore()
{
    // Rules first: alerts of rules that are no more are not restored.
    m_listingRules = m_store.listAlertRules();
    m_listing = m_store.listAlerts();
    m_lastXids = m_store.readLastValues(HistoryFeed::fieldOf(monitor::CanonicalMetric::GpuXidCode));
}

void AlertDesk::setPreferences(const present::LivePreferences &preferences)
{
    m_preferences = preferences;
    QString address = preferences.webhook;
    if (address.startsWith(QStringLiteral("env:")))
        address = qEnvironmentVariable(address.mid(4).toLatin1().constData());
    m_webhook.setAddress(QUrl(address, QUrl::StrictMode));
}

void AlertDesk::take(const monitor::Snapshot &snapshot)
{
    if (snapshot.isDemo)
        m_demoSources.insert(snapshot.sourceId);
    follow(m_engine.take(snapshot), m_demoSources.contains(snapshot.sourceId));
}

void AlertDesk::keepSources(const std::vector<std::string> &sourceIds)
{
    follow(m_engine.keepSources(sourceIds, QDateTime::currentMSecsSinceEpoch()), true);
}

void AlertDesk::follow(const std::vector<monitor::Alert> &changes, bool demo)
{
    const std::vector<std::string> dropped = m_engine.takeDropped();
    if (changes.empty() && dropped.empty())
        return;
    std::vector<db::StoredAlert> stored;
    for (const std::string &key : dropped)
        stored.push_back({key, {}});
    for (const monitor::Alert &alert : changes) {
        stored.push_back({monitor::alertKey(alert), monitor::alertToJson(alert)});
        if (alert.state == monitor::AlertState::Pending || demo || alert.silencedUntilMs > QDateTime::currentMSecsSinceEpoch())
            continue;
        const std::string summary = summaryOf(alert.ruleId);
        m_webhook.send(monitor::webhookBody(alert, summary));
        if (m_preferences.notify && (alert.state == monitor::AlertState::Firing || !alert.acknowledged)) {
            const QString title = present::LiveTableTexts::ruleTitle(alert.ruleId, summary);
            const bool fires = alert.state == monitor::AlertState::Firing;
            QStringList about;
            for (const std::string *part : {&alert.subject.node, &alert.subject.modelName, &alert.sourceId})
                if (!part->empty() && about.size() < 2)
                    about << QString::fromStdString(*part);
            m_notifier.tell(fires ? present::LiveTableTexts::firedTitle(title) : present::LiveTableTexts::resolvedTitle(title), about.join(QStringLiteral(" · ")),
                            fires && alert.severity == monitor::AlertSeverity::Critical);
        }
    }
    if (m_restored) // without a store nothing is kept
        m_store.putAlerts(stored);
    publish();
}

void AlertDesk::acknowledge(const QString &key)
{
    if (!m_engine.acknowledge(key.toStdString()))
        return;
    store(key.toStdString());
    publish();
}

void AlertDesk::silence(const QString &key, double seconds, const QString &comment)
{
    if (!m_engine.silence(key.toStdString(), seconds > 0 ? QDateTime::currentMSecsSinceEpoch() + std::llround(seconds * 1000) : 0, comment.toStdString()))
        return;
    store(key.toStdString());
    publish();
}

void AlertDesk::store(const std::string &key)
{
    if (const monitor::Alert *alert = m_restored ? m_engine.find(key) : nullptr)
        m_store.putAlerts({{key, monitor::alertToJson(*alert)}});
}

void AlertDesk::publish()
{
    std::vector<present::LiveAlert> all;
    for (const monitor::Alert &alert : m_engine.alerts())
        all.push_back({QString::fromStdString(monitor::alertKey(alert)), alert});
    emit changed(all);
}

void AlertDesk::setRules(std::vector<monitor::AlertRule> rules)
{
    m_engine.setRules(std::move(rules));
    follow({}, false);
    emit rulesChanged();
}

void AlertDesk::storeRules()
{
    std::vector<db::StoredAlertRule> stored;
    for (const auto &[id, content] : monitor::ruleChanges(m_shipped, m_engine.rules()))
        stored.push_back({id, content});
    if (m_restored)
        m_store.replaceAlertRules(stored);
}

void AlertDesk::saveRule(const present::RuleDraft &draft)
{
    std::vector<monitor::AlertRule> rules = m_engine.rules();
    const auto known = std::ranges::find(rules, draft.id.toStdString(), &monitor::AlertRule::id);
    if (known != rules.end()) {
        *known = present::applied(*known, draft);
        if (draft.own)
            known->prometheus = monitor::prometheusValue(known->metric, known->quantile, known->dividedBy);
    } else {
        monitor::AlertRule rule;
        for (int number = 1; rule.id.empty(); ++number) {
            const std::string id = "own_" + std::to_string(number);
            if (std::ranges::find(rules, id, &monitor::AlertRule::id) == rules.end())
                rule.id = id;
        }
        rule = present::applied(rule, draft);
        rule.prometheus = monitor::prometheusValue(rule.metric, rule.quantile, rule.dividedBy);
        rules.push_back(std::move(rule));
    }
    setRules(std::move(rules));
    storeRules();
}

void AlertDesk::removeRule(const QString &id)
{
    std::vector<monitor::AlertRule> rules = m_engine.rules();
    std::erase_if(rules, [&](const monitor::AlertRule &rule) { return rule.id == id.toStdString(); });
    setRules(std::move(rules));
    storeRules();
}

void AlertDesk::resetRules(const QString &id)
{
    monitor::RuleChanges changes = monitor::ruleChanges(m_shipped, m_engine.rules());
    std::erase_if(changes, [&](const auto &change) {
        const bool ships = std::ranges::find(m_shipped, change.first, &monitor::AlertRule::id) != m_shipped.end();
        return ships && (id.isEmpty() || change.first == id.toStdString());
    });
    setRules(monitor::rulesWith(m_shipped, changes));
    storeRules();
}

std::string AlertDesk::summaryOf(const std::string &ruleId) const
{
    const auto rule = std::ranges::find(m_engine.rules(), ruleId, &monitor::AlertRule::id);
    return rule == m_engine.rules().end() ? ruleId : rule->summary;
}

} // namespace headroom::app
