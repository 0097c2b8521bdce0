// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/live_facts.h>
#include <present/live/live_view.h>

#include <QWidget>

#include <vector>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace headroom::ui {

class Card;
class ChoiceField;
class LiveTableCard;
class RulesCard;
class TextLabel;
class TimeSeriesChart;

// The parts of the Live page beside the overview: serving, energy and cost, health, alerts.
class LiveSections : public QWidget {
Q_OBJECT

public:
    explicit LiveSections(QWidget *parent = nullptr);

    struct ChartCard {
        Card *card;
        TimeSeriesChart *chart;
    };
    const std::vector<ChartCard> &servingCharts() const { return m_servingCharts; }
    const ChartCard &powerChart() const { return m_powerChart; }

    // Tables of the view's section; charts are the page's business.
    void show(const present::LiveView &view, present::LiveSection section);
    // What is typed at the moment is left alone.
    void setPreferences(const present::LivePreferences &preferences);
    void retranslate();

signals:
    void acknowledged(const QString &key);
    void silenced(const QString &key, double seconds, const QString &comment);   // 0 s: no longer
    void rulesExportWanted();
    void ruleSaved(const headroom::present::RuleDraft &draft);
    void ruleRemoved(const QString &id);
    void rulesResetWanted(const QString &id);   // empty: all that ship
    void preferencesEdited(const headroom::present::LivePreferences &preferences);

private:
    QWidget *makeServing();
    QWidget *makeEnergy();
    QWidget *makeHealth();
    QWidget *makeAlerts();
    void takePrices();
    void takeWebhook();
    void refreshButtons();

    present::LivePreferences m_preferences;
    std::vector<QWidget *> m_parts;   // in the order of LiveSection, without the overview
    std::vector<ChartCard> m_servingCharts;
    ChartCard m_powerChart{};
    LiveTableCard *m_serving = nullptr;
    LiveTableCard *m_energy = nullptr;
    LiveTableCard *m_idle = nullptr;
    LiveTableCard *m_health = nullptr;
    LiveTableCard *m_alerts = nullptr;
    TextLabel *m_kwhLabel = nullptr;
    TextLabel *m_hourLabel = nullptr;
    QLineEdit *m_kwh = nullptr;
    QLineEdit *m_hour = nullptr;
    ChoiceField *m_currency = nullptr;
    TextLabel *m_priceMessage = nullptr;
    QPushButton *m_acknowledge = nullptr;
    QPushButton *m_silence = nullptr;
    RulesCard *m_rules = nullptr;
    QCheckBox *m_notify = nullptr;
    TextLabel *m_webhookLabel = nullptr;
    QLineEdit *m_webhook = nullptr;
    TextLabel *m_webhookMessage = nullptr;
};

} // namespace headroom::ui
