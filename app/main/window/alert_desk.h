// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop_notifier.h"

#include <db/store/store_thread.h>
#include <monitor/alerts/alert_engine.h>
#include <monitor/alerts/webhook.h>
#include <present/live/live_facts.h>
#include <present/live/rule_draft.h>

#include <QObject>
#include <QTimer>

#include <set>
#include <vector>

namespace headroom::app {

// Judges what is polled, whether or not a page looks; keeps the alerts in the store, and tells them on the desktop and to a
// webhook. GUI thread.
class AlertDesk : public QObject {
Q_OBJECT

public:
    AlertDesk(db::StoreThread &store, std::vector<monitor::AlertRule> rules, QObject *parent = nullptr); // `store` outlives the desk

    const std::vector<monitor::AlertRule> &rules() const { return m_engine.rules(); }
    const std::vector<monitor::AlertRule> &shipped() const { return m_shipped; }
    // A rule that a person changed or added; the store keeps what differs from what ships.
    void saveRule(const present::RuleDraft &draft);
    void removeRule(const QString &id);
    void resetRules(const QString &id);   // empty: all that ship
    // Alerts of before, rules that were changed, and the XIDs that GPUs had; asked for once the store is open, before anything
    // of this run is recorded.
    void restore();
    void setPreferences(const present::LivePreferences &preferences);
    void take(const monitor::Snapshot &snapshot);
    // Of demo data nothing is told outside the page.
    void keepSources(const std::vector<std::string> &sourceIds);
    void acknowledge(const QString &key);
    void silence(const QString &key, double seconds, const QString &comment);

signals:
    void rulesChanged();
    void changed(const std::vector<headroom::present::LiveAlert> &alerts);

private:
    void follow(const std::vector<monitor::Alert> &changes, bool demo);
    void store(const std::string &key);
    void publish();
    void setRules(std::vector<monitor::AlertRule> rules);
    void storeRules();
    std::string summaryOf(const std::string &ruleId) const;

    db::StoreThread &m_store;
    std::vector<monitor::AlertRule> m_shipped;
    monitor::AlertEngine m_engine;
    monitor::Webhook m_webhook;
    DesktopNotifier m_notifier;
    present::LivePreferences m_preferences;
    QTimer m_ticker;
    db::RequestId m_listing = 0;
    db::RequestId m_lastXids = 0;
    db::RequestId m_listingRules = 0;
    bool m_restored = false;
    std::set<std::string> m_demoSources;
};

} // namespace headroom::app
